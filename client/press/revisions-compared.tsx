import { Drawer, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedField } from '../../shared/press/compare-closings.ts';
import { type Answers, api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { Show } from '../ui/states.tsx';

type Compared = Answers['press']['compareRevisions'];
type Told = Compared['added'][number];
type Changed = Compared['changed'][number];
type Value = Changed['changes'][number]['before'];

/** A value of an appearance as a person reads it. */
function useValueWords(): (field: ComparedField, value: Value) => string {
  const { t } = useTranslation(['review', 'press']);
  const format = useFormat();
  const plain = (value: Value) => {
    if (value === null || value === '') return t('revisions.nothing');
    if (typeof value === 'boolean') return t(value ? 'revisions.yes' : 'revisions.no');
    return typeof value === 'number' ? format.money(value) : value;
  };
  return (field, value) => {
    if (field === 'tone') return t(`press:tones.${(value as 'positive' | null) ?? 'unclassified'}`);
    if (typeof value !== 'string' || value === '') return plain(value);
    switch (field) {
      case 'day':
        return format.day(value);
      case 'standing':
        return t(`press:standings.${value as 'valued'}`);
      case 'format':
        return t(`press:formats.${value as 'print'}`);
      default:
        return value;
    }
  };
}

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
  const words = useValueWords();
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

function Totals({ compared, from, to }: { compared: Compared; from: number; to: number }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const write = (value: number | null) =>
    value === null ? t('figures.unknown') : format.money(value);
  return (['headline', 'allTones'] as const).map((name) => (
    <Text key={name} size="sm">
      {t(`figures.${name}`)}: {write(compared.before[name].valueCop)} ({t('revisions.revision')}{' '}
      {from}) → {write(compared.after[name].valueCop)} ({t('revisions.revision')} {to})
    </Text>
  ));
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
          const { added, removed, changed } = compared;
          return (
            <Stack gap="md">
              <div>
                <Totals compared={compared} from={from} to={to} />
              </div>
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
