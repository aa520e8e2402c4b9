import { Drawer, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedField } from '../../shared/press/compare-closings.ts';
import type { ReviewSum } from '../../shared/press/review-rows.ts';
import { type Answers, api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { Show } from '../ui/states.tsx';
import { useSizeWords } from './use-size-words.ts';

const totalNames = ['headline', 'negative', 'unclassified', 'allTones'] as const;

type Compared = Answers['press']['compareRevisions'];
type Told = Compared['added'][number];
type Changed = Compared['changed'][number];
type Value = Changed['changes'][number]['before'];

/** A value of an appearance as a person reads it. */
function useValueWords(): (field: ComparedField, value: Value) => string {
  const { t } = useTranslation(['review', 'press']);
  const format = useFormat();
  const sizeWords = useSizeWords();
  const codes: Partial<Record<ComparedField, (value: string) => string>> = {
    day: format.day,
    standing: (value) => t(`press:standings.${value as 'valued'}`),
    format: (value) => t(`press:formats.${value as 'print'}`),
    medium: (value) => t(`press:mediums.${value as 'press'}`),
    channel: (value) => t(`press:channels.${value as 'press'}`),
    origin: (value) => t(`facts.${value as 'reactive'}`),
    reviewState: (value) => t(`list.${value as 'approved'}`),
  };
  const plain = (value: Exclude<Value, string | null>) => {
    if (typeof value === 'boolean') return t(value ? 'revisions.yes' : 'revisions.no');
    return typeof value === 'number' ? format.money(value) : sizeWords(value);
  };
  return (field, value) => {
    if (field === 'tone') return t(`press:tones.${(value as 'positive' | null) ?? 'unclassified'}`);
    if (value === null || value === '') return t('revisions.nothing');
    return typeof value === 'string' ? (codes[field]?.(value) ?? value) : plain(value);
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
  return totalNames.map((name) => {
    const [before, after] = [compared.before[name], compared.after[name]];
    const said = (sum: ReviewSum) =>
      `${write(sum.valueCop)}, ${t('figures.count', { count: sum.count })}`;
    return (
      <Text key={name} size="sm">
        {t(`figures.${name}`)}: {said(before)} ({t('revisions.revision')} {format.number(from)}) →{' '}
        {said(after)} ({t('revisions.revision')} {format.number(to)})
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
