import { useComputedColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { seriesColors } from '../../ui/series-colors.ts';
import { kindColor } from '../kind-colors.ts';
import { useKindWords } from '../use-kind-words.ts';
import { useOutputSearch } from '../use-output-search.ts';
import styles from './calendar.module.css';
import type { Entry } from './entries.ts';

/** One line of a day, which opens what it names. */
export function EntryButton({ entry, isWhole }: { entry: Entry; isWhole: boolean }) {
  const { t } = useTranslation(['calendar', 'output']);
  const scheme = useComputedColorScheme('light');
  const words = useKindWords();
  const [, change] = useOutputSearch();
  const { id, kind, title, hours, place, state } = entry;
  // What is done is what a calendar of work is mostly made of; the rest says so.
  const standing = state !== null && state !== 'done' ? t(`output:state.${state}`) : null;
  const what = kind === null ? t('due', { title }) : title;
  const color = seriesColors[kind === null ? 'grey' : kindColor(kind)][scheme];
  const said = [hours, what, kind && words.one(kind), standing, place].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={isWhole ? styles.entry : `${styles.entry} ${styles.oneLine}`}
      data-state={state ?? undefined}
      style={{ ['--entry-color' as string]: color }}
      title={said}
      aria-label={said}
      onClick={() =>
        kind === null ? change({ view: 'requests', request: id }) : change({ open: id })
      }
    >
      {hours && <strong>{hours} </strong>}
      {what}
      {isWhole && kind && <> · {words.one(kind)}</>}
      {isWhole && standing && <> · {standing}</>}
      {isWhole && place && <> · {place}</>}
    </button>
  );
}
