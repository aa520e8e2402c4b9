import { Drawer, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { Show } from '../ui/states.tsx';
import { useComparedWords } from './compared-words.ts';

type Compared = Answers['press']['compareRevisions'];
type Told = Compared['added'][number];
type Changed = Compared['changed'][number];

function Part({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5">
        {title} ({children.length})
      </Title>
      <List size="sm" spacing={4}>
        {children}
      </List>
    </div>
  );
}

function ToldItem({ row }: { row: Told }) {
  const format = useFormat();
  const value = row.valueCop === null ? '' : ` · ${format.money(row.valueCop)}`;
  return (
    <List.Item>{`${row.title} · ${row.outletName} · ${format.day(row.day)}${value}`}</List.Item>
  );
}

function ChangedItem({ row }: { row: Changed }) {
  const { t } = useTranslation('review');
  const words = useComparedWords();
  return (
    <List.Item>
      {row.title} · {row.outletName}
      {row.changes.map(({ field, before, after }) => (
        <Text key={field} size="sm" c="dimmed">
          {t('revisions.change', {
            field: t(`revisions.fields.${field}`),
            before: words(field, before),
            after: words(field, after),
          })}
        </Text>
      ))}
    </List.Item>
  );
}

const totalNames = [
  'headline',
  'negative',
  'unclassified',
  'allTones',
] as const satisfies readonly (keyof Compared['before'])[];

function Totals({ compared }: { compared: Compared }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const write = (value: number | null) =>
    value === null ? t('figures.unknown') : format.money(value);
  return totalNames.map((name) => {
    const [before, after] = [compared.before[name], compared.after[name]];
    return (
      <Text key={name} size="sm">
        {t('revisions.totalChange', {
          name: t(`figures.${name}`),
          before: write(before.valueCop),
          beforeCount: t('figures.count', { count: before.count }),
          after: write(after.valueCop),
          afterCount: t('figures.count', { count: after.count }),
        })}
      </Text>
    );
  });
}

/** What is different between two closings of a month, appearance by appearance. */
export function RevisionsCompared({
  month,
  from,
  to,
  onClose,
}: {
  month: string;
  from: number;
  to: number;
  onClose(): void;
}) {
  const { t } = useTranslation(['review', 'ui']);
  const format = useFormat();
  const query = useQuery(api.press.compareRevisions.queryOptions({ month, from, to }));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('revisions.comparison', { from, to, month: format.longMonth(month) })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Show query={query} height={240}>
        {(compared) => {
          const { added, removed, changed, notKept } = compared;
          return (
            <Stack gap="md">
              <div>
                <Title order={3} size="h5">
                  {t('revisions.totals')}
                </Title>
                <Totals compared={compared} />
              </div>
              {notKept.length > 0 && (
                <Text size="sm" c="dimmed">
                  {t('revisions.notKept', {
                    fields: notKept.map((field) => t(`revisions.fields.${field}`)).join(', '),
                  })}
                </Text>
              )}
              {added.length + removed.length + changed.length === 0 && (
                <Text size="sm">{t('revisions.same')}</Text>
              )}
              <Part title={t('revisions.added')}>
                {added.map((row) => (
                  <ToldItem key={row.id} row={row} />
                ))}
              </Part>
              <Part title={t('revisions.removed')}>
                {removed.map((row) => (
                  <ToldItem key={row.id} row={row} />
                ))}
              </Part>
              <Part title={t('revisions.changed')}>
                {changed.map((row) => (
                  <ChangedItem key={row.id} row={row} />
                ))}
              </Part>
            </Stack>
          );
        }}
      </Show>
    </Drawer>
  );
}
