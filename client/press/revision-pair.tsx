import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { RevisionsCompared } from './revisions-compared.tsx';

type Row = Answers['press']['listMonthRevisions'][number];

/** Chooses any two closings of a month to compare: the last two until somebody chooses others. */
export function RevisionPair({ month, closings }: { month: string; closings: readonly Row[] }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { timeZone } = useToday();
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({});
  const [isComparing, setComparing] = useState(false);
  const from = chosen.from ?? String(closings[1]?.revision);
  const to = chosen.to ?? String(closings[0]?.revision);
  const options = closings.map(({ revision, at }) => ({
    value: String(revision),
    label: t('revisions.option', { revision, at: format.instant(at, timeZone) }),
  }));
  const select = (side: 'from' | 'to', value: string) => (
    <Select
      label={t(`revisions.${side}`)}
      data={options}
      value={value}
      allowDeselect={false}
      onChange={(next) => next && setChosen({ ...chosen, [side]: next })}
    />
  );
  return (
    <Group gap="sm" align="flex-end">
      {select('from', from)}
      {select('to', to)}
      <Button variant="default" disabled={from === to} onClick={() => setComparing(true)}>
        {t('revisions.compare')}
      </Button>
      {isComparing && (
        <RevisionsCompared
          month={month}
          from={Number(from)}
          to={Number(to)}
          onClose={() => setComparing(false)}
        />
      )}
    </Group>
  );
}
