import { Text, Tooltip } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';

interface HintProps {
  /** What is said on hover and focus. */
  tip: string;
  isDimmed?: boolean;
  style?: CSSProperties;
  children: ReactNode;
}

/** Words or a figure that say more on hover and focus. */
export function Hint({ tip, isDimmed, style, children }: HintProps) {
  return (
    <Tooltip label={tip} disabled={tip === ''} multiline maw={320}>
      <Text
        span
        size={isDimmed ? 'xs' : 'sm'}
        c={isDimmed ? 'dimmed' : undefined}
        tabIndex={tip === '' ? undefined : 0}
        style={style}
      >
        {children}
      </Text>
    </Tooltip>
  );
}
