import { fieldsToSend, newClipping } from '../../../client/press/clipping-values.ts';
import { MeasureFields, ShareFields } from '../../../client/press/measure-fields.tsx';
import MoreFilters from '../../../client/press/more-filters.tsx';
import { OutletForm } from '../../../client/press/outlet-form.tsx';
import { PolicyForm } from '../../../client/press/policy-form.tsx';
import { RateCopyForm } from '../../../client/press/rate-copy-form.tsx';
import { RateForm } from '../../../client/press/rate-form.tsx';
import { ReviewMatters } from '../../../client/press/review-matters.tsx';
import { TallyForm } from '../../../client/press/tally-form.tsx';
import { useRecordForm } from '../../../client/ui/use-record-form.ts';
import type { Unit } from '../../../shared/press/measures.ts';
import type { WalkedField, WalkedForm } from './walk.tsx';

function Measures({ unit, send }: { unit: Unit; send(body: unknown): void }) {
  const start = newClipping('2026-11-22');
  const form = useRecordForm({
    initialValues: { ...start, measures: { ...start.measures, unit } },
    save: async (values) => send(fieldsToSend(values)),
    onSaved() {},
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <MeasureFields form={form} />
      <ShareFields form={form} />
      <button type="submit">Guardar</button>
    </form>
  );
}

function measures(
  unit: Unit,
  uses: number,
  fields: [label: string, kind: WalkedField['kind'], value: string, name: string][],
): WalkedForm {
  return {
    title: `sizes: ${unit}`,
    of: { 'client/press/measure-fields.tsx': uses },
    fields: fields.map(([label, kind, value, name]) => ({
      label,
      kind,
      value,
      at: ['measures', name],
      ...(name === 'views' ? { sent: value } : {}),
    })),
    show: (send) => <Measures unit={unit} send={send} />,
  };
}

const close = () => {};
const none = { matters: {}, thresholdCop: null } as never;

/** Every form of free press in which a figure is typed. */
export const pressForms: WalkedForm[] = [
  measures('page_area', 2, [
    ['press:clipping.width', 'decimal', '12.5', 'widthCm'],
    ['press:clipping.height', 'decimal', '120', 'heightCm'],
    ['press:clipping.share', 'decimal', '0.125', 'share'],
  ]),
  measures('column_cm', 0, [['press:clipping.columns', 'decimal', '2.25', 'columns']]),
  measures('second', 1, [['capture:size.duration', 'duration', '90', 'seconds']]),
  measures('cpm', 1, [['capture:size.views', 'whole', '12500', 'views']]),
  measures('manual', 1, [['capture:size.amount', 'pesos', '1560000', 'amountCop']]),
  {
    title: 'rates',
    of: { 'client/press/rate-fields.tsx': 2 },
    fields: [
      { label: 'press:rates.page', kind: 'decimal', value: '1560.5', at: ['unitQuantity'] },
      { label: 'press:rates.price', kind: 'pesos', value: '1560000', at: ['priceCop'] },
    ],
    show: () => <RateForm onClose={close} />,
  },
  {
    title: 'flat prices',
    of: {},
    fields: [{ label: 'press:rates.price', kind: 'pesos', value: '350000', at: ['priceCop'] }],
    show: () => <PolicyForm onClose={close} />,
  },
  {
    title: 'copies of rates',
    of: { 'client/press/rate-copy-form.tsx': 1 },
    fields: [
      {
        label: 'prices:copy.increase',
        kind: 'percent',
        value: '-8.5',
        at: ['copy', 'increasePercent'],
      },
    ],
    show: () => <RateCopyForm onClose={close} />,
  },
  {
    title: 'outlets',
    of: { 'client/press/outlet-form.tsx': 1 },
    fields: [
      { label: 'prices:outlets.audience', kind: 'whole', value: '125000', at: ['audience'] },
      { label: 'prices:outlets.visitors', kind: 'whole', value: '1250', at: ['monthlyVisitors'] },
    ],
    show: () => <OutletForm onClose={close} />,
  },
  {
    title: 'totals of months',
    of: { 'client/press/tally-form.tsx': 2 },
    fields: [
      { label: 'press:tallies.count', kind: 'whole', value: '1250', at: ['count'] },
      { label: 'press:tallies.value', kind: 'pesos', value: '505048327', at: ['valueCop'] },
    ],
    show: () => <TallyForm onClose={close} />,
  },
  {
    title: 'the value from which one looks',
    of: { 'client/press/review-matters.tsx': 1 },
    fields: [
      { label: 'review:matters.threshold', kind: 'pesos', value: '20000000', at: ['amountCop'] },
    ],
    show: () => <ReviewMatters summary={none} isClosed={false} onSee={close} />,
  },
  {
    title: 'more filters',
    of: { 'client/press/more-filters.tsx': 1 },
    fields: [
      { label: 'table:filters.min', kind: 'pesos', value: '1350000', at: ['min'] },
      { label: 'table:filters.max', kind: 'pesos', value: '2000000000', at: ['max'] },
    ],
    show: () => <MoreFilters onClose={close} />,
  },
];
