import { useTranslation } from 'react-i18next';
import { Absent } from './absent.tsx';
import { type ChartSeries, totalOf, writeValue } from './chart-series.ts';
import classes from './data-table.module.css';

interface ChartTableProps {
  title: string;
  categoryHeader: string;
  categories: string[];
  categoryLabel(category: string): string;
  series: ChartSeries[];
  write(value: number): string;
  detail?(category: string, seriesId: string): string | undefined;
  onSelect?: (category: string, seriesId: string) => void;
  totals?: ReadonlyMap<string, number | null>;
  withTotals: boolean;
}

/** The last row: the sum of each series, or what the chart says that it comes to. */
function Totals({ series, totals, write }: Pick<ChartTableProps, 'series' | 'totals' | 'write'>) {
  const { t } = useTranslation('ui');
  const totalled = (one: ChartSeries) => (totals ? totals.get(one.id) : totalOf(one));
  if (series.every((one) => totalled(one) === undefined)) return null;
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('total')}</th>
        {series.map((one) => {
          const total = totalled(one);
          return (
            <td key={one.id} data-align="right">
              {total === null && t('noData')}
              {typeof total === 'number' && write(total)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

/** The same figures as the chart, as a table: what a screen reader gets and anybody can see. */
export function ChartTable(props: ChartTableProps) {
  const { title, categoryHeader, categories, categoryLabel, series, write, onSelect } = props;
  const { detail } = props;
  const { t } = useTranslation('ui');
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('chart.tableOf', { title })}</caption>
      <thead>
        <tr>
          <th scope="col">{categoryHeader}</th>
          {series.map(({ id, label }) => (
            <th key={id} scope="col" data-align="right">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{categoryLabel(category)}</th>
            {series.map((one) => {
              const { id, values } = one;
              const value = values[index] ?? null;
              const written = value === null ? '' : writeValue(one, index, write(value));
              return (
                <td
                  key={id}
                  data-align="right"
                  title={value === null ? undefined : detail?.(category, id)}
                >
                  {value === null && (onSelect ? <Absent /> : t('noData'))}
                  {value !== null && !onSelect && written}
                  {value !== null && onSelect && (
                    <button
                      type="button"
                      className={classes.open}
                      onClick={() => onSelect(category, id)}
                    >
                      {written}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {props.withTotals && <Totals {...props} />}
    </table>
  );
}
