import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Absent } from './absent.tsx';

/** One fact of a record, in a list of them (`dl`): its name over what is known of it, or that nothing is. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {children ?? <Absent />}
      </Text>
    </div>
  );
}
