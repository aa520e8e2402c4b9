import { Badge, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { pesosCell } from '../../shared/files/file-cell.ts';
import type { TableColumnName } from '../../shared/press/clipping-columns.ts';
import type { Answers } from '../app/api.ts';
import type { Format } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import type { TableColumn } from '../ui/table-column.ts';

export type Listed = Answers['press']['listClippings'];
export type Row = Listed['rows'][number];
type Column = TableColumn<Row>;

/** What the columns are made with. */
export interface ColumnTools {
  t: TFunction<['table', 'press']>;
  format: Format;
  timeZone: string;
  totals: Listed['totals'] | undefined;
}

/** The columns of whoever has chosen none. */
export const usualColumns: readonly TableColumnName[] = [
  'day',
  'outlet',
  'tone',
  'value',
  'withVat',
];

interface SumsProps {
  all: number | null;
  headline: number | null;
  tools: ColumnTools;
}

function Value({ row, tools: { t, format } }: { row: Row; tools: ColumnTools }) {
  if (row.valueCop === null) return <Absent label={t('press:standings.unvalued')} />;
  if (row.standing !== 'not_counted') return format.money(row.valueCop);
  return (
    <Badge variant="default" size="sm" tt="none">
      {row.isPaid ? t('press:list.paid') : t('press:outlets.ownShort')}
    </Badge>
  );
}

function WithSmall({ text, small }: { text: ReactNode; small: string }) {
  return (
    <>
      {text}
      <Text size="xs" c="dimmed">
        {small}
      </Text>
    </>
  );
}

function ToneWord({ tone, t }: { tone: Row['tone'] } & Pick<ColumnTools, 't'>) {
  if (tone) return t(`press:tones.${tone}`);
  return (
    <Text c="dimmed" span inherit>
      {t('press:tones.unclassified')}
    </Text>
  );
}

/** How many are in the totals, and how many of them lack a value or do not count. */
function countWords(
  { count, unvalued, notCounted }: Listed['totals'],
  t: ColumnTools['t'],
): string {
  const parts = [t('press:list.totals', { count })];
  if (unvalued > 0) parts.push(t('press:list.unvaluedOf', { count: unvalued }));
  if (notCounted > 0) parts.push(t('press:list.notCountedOf', { count: notCounted }));
  return parts.join(' · ');
}

/** The sum of all tones, which a file has as the total, and that of the headline, each by its name. */
function Sums({ all, headline, tools: { t, format } }: SumsProps) {
  const parts = [
    [all, t('press:list.allTones')],
    [headline, t('press:list.headlineTones')],
  ] as const;
  return parts.map(([value, name]) => (
    <div key={name}>
      <WithSmall text={value === null ? <Absent /> : format.money(value)} small={name} />
    </div>
  ));
}

/** Columns of plain words, each sorted by the server; nothing is left empty. */
function wordColumns({
  t,
}: ColumnTools): Partial<Record<TableColumnName, (row: Row) => string | null>> {
  return {
    channel: (row) => t(`press:channels.${row.channel}`),
    format: (row) => t(`press:formats.${row.format}`),
    section: (row) => row.section || null,
    author: (row) => row.author,
    topic: (row) => row.topic,
    spokesperson: (row) => row.spokesperson,
    department: (row) => row.departmentName,
    origin: (row) => row.origin && t(`origins.${row.origin}`),
    standing: (row) => t(`press:standings.${row.standing}`),
    grade: (row) => row.grade,
    review: (row) => t(`reviews.${row.reviewState ?? 'unreviewed'}`),
    entry: (row) => t(`entries.${row.entry}`),
  };
}

function figureColumns(
  tools: ColumnTools,
): Partial<Record<TableColumnName, Omit<Column, 'id' | 'header'>>> {
  const { format, totals } = tools;
  const sums = (all: number | null, headline: number | null) => ({
    value: pesosCell(all),
    shown: <Sums all={all} headline={headline} tools={tools} />,
  });
  const added = (row: Row) => (row.standing === 'valued' ? row.valueWithVatCop : null);
  return {
    value: {
      align: 'right',
      wrapHeader: true,
      cell: (row) => <Value row={row} tools={tools} />,
      value: (row) => pesosCell(row.standing === 'valued' ? row.valueCop : null),
      sortBy: (row) => row.valueCop,
      footer: totals && sums(totals.valueCop, totals.headlineCop),
    },
    withVat: {
      align: 'right',
      cell: (row) => {
        const value = added(row);
        return value === null ? '' : format.money(value);
      },
      value: (row) => pesosCell(added(row)),
      footer: totals && sums(totals.valueWithVatCop, totals.headlineWithVatCop),
    },
  };
}

function factColumns({
  t,
  format,
  timeZone,
}: ColumnTools): Partial<Record<TableColumnName, Omit<Column, 'id' | 'header'>>> {
  return {
    day: {
      cell: (row) => format.day(row.day),
      value: ({ day }) => ({ day }),
      sortBy: (row) => row.day,
    },
    outlet: {
      value: (row) => `${row.outletName} (${t(`press:formats.${row.format}`)})`,
      cell: (row) => <WithSmall text={row.outletName} small={t(`press:formats.${row.format}`)} />,
      sortBy: (row) => row.outletName,
    },
    tone: {
      value: (row) => t(`press:tones.${row.tone ?? 'unclassified'}`),
      cell: (row) => <ToneWord tone={row.tone} t={t} />,
      sortBy: (row) => row.tone,
    },
    evidence: { cell: (row) => t(`has.${row.hasEvidence ? 'yes' : 'no'}`) },
    updated: {
      value: (row) => ({ at: format.localTime(row.updatedAt, timeZone) }),
      cell: (row) => (
        <WithSmall text={format.instant(row.updatedAt, timeZone)} small={row.updatedBy ?? ''} />
      ),
      sortBy: (row) => row.updatedAt,
    },
  };
}

/** The columns of the table: the title, and those that are chosen. */
export function makeColumns(tools: ColumnTools, chosen: readonly TableColumnName[]): Column[] {
  const { t } = tools;
  const made = { ...factColumns(tools), ...figureColumns(tools) };
  const words = wordColumns(tools);
  const title: Column = {
    id: 'title',
    header: t('press:list.headline'),
    cell: (row) => row.title,
    sortBy: (row) => row.title,
    wrap: true,
    footer: tools.totals && { words: countWords(tools.totals, t) },
  };
  const others = chosen.map((id): Column => {
    const header = t(`columns.${id}`);
    const own = made[id];
    if (own) return { id, header, ...own };
    const say = words[id];
    return {
      id,
      header,
      value: (row) => say?.(row) ?? null,
      cell: (row) => say?.(row) ?? <Absent />,
      sortBy: (row) => say?.(row) ?? null,
    };
  });
  return [title, ...others];
}
