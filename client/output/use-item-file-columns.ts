import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileCell } from '../../shared/files/file-cell.ts';
import type { DetailField } from '../../shared/output/detail-fields.ts';
import type { OutputItemRow } from '../../shared/output/rows.ts';
import type { FileColumn } from '../ui/export-table.ts';
import { useKindWords } from './use-kind-words.ts';
import { useKinds } from './use-kinds.ts';

type Column = FileColumn<OutputItemRow>;

/** What a file says of each item beyond the columns of the list: hours, the figures of its kind, notes, files. */
export function useItemFileColumns(): Column[] {
  const { t } = useTranslation('output');
  const { kinds } = useKinds();
  const { say } = useKindWords();
  return useMemo(() => {
    const textCell = ({ input, words }: DetailField, text: string): FileCell => {
      if (input === 'day') return { day: text };
      const choice = words.choices?.[text];
      return choice ? say(choice) : text;
    };
    const detailCell = (field: DetailField, value: unknown): FileCell => {
      if (typeof value === 'boolean') return value ? t('form.yes') : t('form.no');
      if (typeof value === 'number') return value;
      return typeof value === 'string' ? textCell(field, value) : null;
    };
    // A field that several kinds ask for is one column; what one kind says is read by its own words.
    const byHeader = new Map<string, Map<string, DetailField>>();
    for (const { id, fields } of kinds) {
      for (const field of fields) {
        const header = say(field.words.label);
        byHeader.set(header, (byHeader.get(header) ?? new Map()).set(id, field));
      }
    }
    const details = [...byHeader].map(
      ([header, fields]): Column => ({
        header,
        value: (row) => {
          const field = fields.get(row.kind);
          return field ? detailCell(field, row.details[field.name]) : null;
        },
      }),
    );
    return [
      { header: t('form.stateReason'), value: ({ stateReason }) => stateReason },
      { header: t('form.startsAt'), value: ({ startsAt }) => startsAt },
      { header: t('form.endsAt'), value: ({ endsAt }) => endsAt },
      ...details,
      { header: t('form.url'), value: ({ url }) => url },
      { header: t('form.notes'), value: ({ notes }) => notes },
      { header: t('form.files'), value: ({ evidenceCount }) => evidenceCount || null },
      { header: t('form.id'), value: ({ id }) => id },
    ];
  }, [t, kinds, say]);
}
