import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { FileHeadContext } from '../ui/file-head.ts';
import { PeriodPicker } from '../ui/period-picker.tsx';
import { api, queryClient } from './api.ts';
import { useSelf, useToday } from './self.tsx';
import { usePeriod } from './use-period.ts';

export interface PageProps {
  title: string;
  /** One sentence under the title. */
  description?: string;
  /** `months` shows the period picker; `none` hides it. */
  period?: 'months' | 'none';
  /** The one primary action: a filled Button. */
  action?: ReactNode;
  children?: ReactNode;
}

const readEntity = async () =>
  (await queryClient.fetchQuery(api.accounts.readEntity.queryOptions())).name;

/** What the files of a page say of themselves. */
function useHead(page: string, hasPeriod: boolean) {
  const { name: person, timeZone } = useSelf();
  const { period } = usePeriod();
  const { from, to } = period;
  const [filters] = useState(() => new Map<string, readonly string[]>());
  return useMemo(
    () => ({
      entity: readEntity,
      person,
      page,
      period: hasPeriod ? { from, to } : null,
      timeZone,
      filters,
    }),
    [person, page, hasPeriod, from, to, timeZone, filters],
  );
}

/** One page: its title, the period always in the same place, one primary action, its content. */
export function Page({ title, description, period = 'months', action, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { month } = useToday();
  const { period: current, setPeriod } = usePeriod();
  const head = useHead(title, period === 'months');
  useEffect(() => {
    document.title = `${title} · Altavoz`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Stack gap="lg">
      <Group component="header" justify="space-between" align="flex-end" gap="sm">
        <Box>
          <Title order={1} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
            {title}
          </Title>
          {description && (
            <Text size="sm" c="dimmed">
              {description}
            </Text>
          )}
        </Box>
        <Group gap="sm" className="no-print" data-page-action>
          {period === 'months' && (
            <PeriodPicker value={current} onChange={setPeriod} currentMonth={month} />
          )}
          {action}
        </Group>
      </Group>
      <FileHeadContext value={head}>{children}</FileHeadContext>
    </Stack>
  );
}
