import { createContext, useContext, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileCell } from '../../shared/files/file-cell.ts';
import { useFormat } from '../format/use-format.ts';
import type { AboutTable } from './write-spreadsheet.ts';

/** What every file of a page says of itself. */
export interface FileHead {
  /** Asked for when a file is made; absent where nobody set the name of the entity. */
  entity(): Promise<string | null>;
  person: string | null;
  page: string | null;
  /** The months in force; absent where the page shows what is now. */
  period: { from: string; to: string } | null;
  timeZone: string;
  /** The filters in force, in words, by where they are shown. */
  filters: Map<string, readonly string[]>;
}

/** Given by each page to the files that are made within it. */
export const FileHeadContext = createContext<FileHead>({
  entity: async () => null,
  person: null,
  page: null,
  period: null,
  timeZone: 'America/Bogota',
  filters: new Map(),
});

/** Says the filters in force, in words, to the files of the page. */
export function useFilterWords(words: readonly string[]): void {
  const { filters } = useContext(FileHeadContext);
  const id = useId();
  useEffect(() => {
    filters.set(id, words);
    return () => void filters.delete(id);
  }, [filters, id, words]);
}

/** What a file says of itself, of the moment it is made, and how its period stands in its name. */
export interface ReadHead {
  nameParts: (string | null)[];
  about(title: string): AboutTable;
}

/** Reads what a file says of itself when it is made. */
export function useFileHead(): () => Promise<ReadHead> {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const head = useContext(FileHeadContext);
  return async () => {
    const { person, page, period, timeZone } = head;
    const entity = await head.entity();
    const span =
      period && (period.from === period.to ? period.from : `${period.from} a ${period.to}`);
    const filters = [...head.filters.values()].flat();
    const line = (label: string, said: FileCell) => (said === null ? [] : [[label, said] as const]);
    return {
      nameParts: [span, entity],
      about: (title) => ({
        name: t('export.about.sheet'),
        lines: [
          ...line(t('export.about.entity'), entity ?? t('noData')),
          ...line(t('export.about.what'), page === null ? title : `${title} (${page})`),
          ...line(t('export.about.period'), period && format.period(period.from, period.to)),
          ...line(t('export.about.filters'), filters.length > 0 ? filters.join(' · ') : null),
          ...line(t('export.about.address'), window.location.href),
          ...line(t('export.about.made'), {
            at: format.localTime(new Date().toISOString(), timeZone),
          }),
          ...line(t('export.about.by'), person),
          ...line(t('export.about.totals'), t('export.about.totalsNote')),
        ],
      }),
    };
  };
}
