import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../app/anchor-link.tsx';
import { api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { useChangeStates } from '../output/states/use-change-states.ts';
import { Matter } from './matter.tsx';

/** What was planned for days that are past and nobody confirmed; so many are confirmed in one step. */
export function usePlannedPast() {
  const { day: to } = useToday();
  const asks = useMayDo('admin', 'coordinator');
  const { data } = useQuery(
    api.output.listItems.queryOptions({ state: 'planned', to, pageSize: 200 }, { enabled: asks }),
  );
  return data ?? { rows: [], total: 0 };
}

/** Asks whether what was planned took place, and takes the answer. */
export function PlannedPast({ rows, total }: ReturnType<typeof usePlannedPast>) {
  const { t } = useTranslation('summary');
  const { day: to } = useToday();
  const { change, isChanging } = useChangeStates();
  const from = rows.at(-1)?.day ?? to;
  const months = { from: from.slice(0, 7), to: to.slice(0, 7) };
  return (
    <Matter text={t('attention.plannedPast', { count: total })}>
      <Anchor
        component="button"
        type="button"
        inherit
        disabled={isChanging}
        onClick={() => change(rows, 'done')}
      >
        {t('attention.confirmPast', { count: rows.length })}
      </Anchor>
      <Text span inherit c="dimmed">
        {' · '}
      </Text>
      <AnchorLink
        to="/produccion"
        search={{ ...months, view: 'items', standing: 'planned' }}
        inherit
      >
        {t('attention.seePast')}
      </AnchorLink>
    </Matter>
  );
}
