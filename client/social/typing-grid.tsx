import { Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Metric } from '../../shared/social/metrics.ts';
import type { TypingRow } from '../../shared/social/typing.ts';
import classes from '../ui/data-table.module.css';
import { NetworkMark } from './network-mark.tsx';
import { TypingField } from './typing-cell.tsx';
import type { Typing } from './use-typing.ts';

const steps: Record<string, 1 | -1> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Down and up go along a column, and on to the next; after the last field comes the button that saves. */
function move(event: KeyboardEvent<HTMLInputElement>, columns: number): void {
  const step = steps[event.key];
  const field = event.currentTarget;
  if (step === undefined || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const form = field.form;
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('[data-figure]') ?? [])];
  const at = fields.indexOf(field);
  const rows = fields.length / columns;
  // Column by column: the fields stand row by row in the page.
  const place = (at % columns) * rows + Math.floor(at / columns) + step;
  if (place < 0) return;
  const next = fields[(place % rows) * columns + Math.floor(place / rows)];
  if (place >= fields.length) form?.querySelector<HTMLElement>('[data-save]')?.focus();
  else {
    next?.focus();
    next?.select();
  }
}

interface TypingGridProps {
  rows: TypingRow[];
  metrics: readonly Metric[];
  day: string;
  typing: Typing;
}

/** A row a page and a column a metric: each figure is typed beside the last one. */
export function TypingGrid({ rows, metrics, day, typing }: TypingGridProps) {
  const { t } = useTranslation(['typing', 'social', 'ui']);
  return (
    <section
      className={classes.scroll}
      aria-label={t('ui:table.scroll', { label: t('typing:title') })}
    >
      <table className={classes.table}>
        <caption className="visually-hidden">{t('typing:title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('typing:page')}</th>
            {metrics.map((metric) => (
              <th key={metric} scope="col" data-align="right">
                {t(`social:metrics.${metric}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.pageId}>
              <th
                scope="row"
                style={{ verticalAlign: 'top', minWidth: '8.5rem', whiteSpace: 'normal' }}
              >
                {row.title}
                <NetworkMark network={row.network} />
                <Text size="xs" c="dimmed">
                  @{row.handle}
                </Text>
              </th>
              {row.cells.map((cell) => (
                <td key={cell.metric} style={{ verticalAlign: 'top', whiteSpace: 'normal' }}>
                  <TypingField
                    row={row}
                    cell={cell}
                    day={day}
                    text={typing.textOf(row.pageId, cell.metric)}
                    onType={(text) => typing.type(row, cell.metric, text)}
                    onKeyDown={(event) => move(event, metrics.length)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
