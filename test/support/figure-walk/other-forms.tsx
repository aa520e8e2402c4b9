import i18next from 'i18next';
import { useState } from 'react';
import { formatMonth } from '../../../client/format/month-label.ts';
import { useFormat } from '../../../client/format/use-format.ts';
import { HeadingLine } from '../../../client/imports/sheets/heading-line.tsx';
import { SheetDefaults, SheetQuestions } from '../../../client/imports/sheets/sheet-questions.tsx';
import { RowForm } from '../../../client/indicators/tables/row-form.tsx';
import { TableForm } from '../../../client/indicators/tables/table-form.tsx';
import { TypedFigures } from '../../../client/indicators/typed-figures.tsx';
import { YearForm } from '../../../client/indicators/year-form.tsx';
import { NewItemForm } from '../../../client/output/new-item-form.tsx';
import { TallyForm } from '../../../client/output/tally-form.tsx';
import { AlertRuleForm } from '../../../client/social/alert-rule-form.tsx';
import { FigureForm } from '../../../client/social/figure-form.tsx';
import { TypingField } from '../../../client/social/typing-cell.tsx';
import { XCostEstimate } from '../../../client/social/x-cost.tsx';
import { outputKind } from '../../../shared/output/kinds.ts';
import { readTypedFigure } from '../../../shared/social/typed-figure.ts';
import { kindRows, type WalkedField, type WalkedForm } from './walk.tsx';

type Send = (body: unknown) => void;
const close = () => {};

/** The form of a new item of a kind, and the name of a field of it in the language in use. */
function itemOf(id: 'event' | 'institutional_video', field: string, value: string): WalkedForm {
  const kind = kindRows.find((one) => one.id === id) as (typeof kindRows)[number];
  const words = outputKind(id).words[field as never] as { label: { es: string; en: string } };
  return {
    title: `output: ${id}`,
    of: { 'client/output/detail-inputs.tsx': 1 },
    fields: [
      {
        label: (locale) => words.label[locale === 'es-CO' ? 'es' : 'en'],
        kind: id === 'event' ? 'whole' : 'seconds',
        value,
        at: ['details', field],
        sent: Number(value),
      },
    ],
    show: () => <NewItemForm kind={kind} day="2026-11-22" onClose={close} />,
  };
}

const table = {
  id: 't',
  version: 1,
  code: '4.1',
  name: 'Trámites',
  notes: '',
  period: '2020',
  dimensions: [{ id: 'rows', name: 'Medio' }],
  memberSums: [],
  rows: [],
  measures: [
    {
      id: 'm1',
      name: 'Nota',
      unit: 'score',
      outOf: '5',
      formula: null,
      total: 'mean',
      sumOf: [],
      shareOf: null,
    },
  ],
} as never;

const year = {
  version: 1,
  target: null,
  monthly: {},
  budgetCop: null,
  investedCop: null,
  printedProgress: null,
  printedFinancial: null,
  source: null,
};
const indicator = { id: 'i', name: 'Piezas', unit: 'count', year, typed: [] } as never;

function Typing({ send }: { send: Send }) {
  const [text, setText] = useState('');
  const { locale } = useFormat();
  return (
    <TypingField
      row={{ pageId: 'p', title: 'Alcaldía', network: 'instagram' } as never}
      cell={{ metric: 'followers', last: null, known: null, typed: null } as never}
      day="2026-11-22"
      text={text}
      onType={(next) => {
        setText(next);
        send(readTypedFigure(next, locale));
      }}
      onKeyDown={close}
    />
  );
}

const asked = (id: string, type: string) => ({ id, type, isRequired: true, synonyms: [] });
const plan = {
  target: {
    id: 'rates',
    columns: [
      asked('count', 'count'),
      asked('priceCop', 'money'),
      asked('unitQuantity', 'number'),
      asked('vatRate', 'percent'),
      asked('year', 'year'),
    ],
  },
} as never;
const layout = { shape: 'records', headingLines: [1], down: null, columns: [] };

/** What is asked of a sheet, and what is said of all its rows. */
function SheetFigures({ send }: { send: Send }) {
  const [choices, setChoices] = useState({ layout, answers: {}, defaults: {} } as never);
  const onChoices = (next: unknown) => {
    setChoices(next as never);
    send(next);
  };
  const common = { plan, choices, onChoices };
  return (
    <>
      <SheetQuestions {...common} questions={[{ ask: 'year', samples: [] }]} />
      <SheetDefaults {...common} />
    </>
  );
}

/** A figure said of all rows of a sheet; it is sent as a number, which no language reads in another way. */
function sheetFigure(name: string, kind: WalkedField['kind'], value: string): WalkedField {
  return {
    label: `sheets:columns.${name}`,
    kind,
    value,
    at: ['defaults', name],
    sent: Number(value),
  };
}

const typingLabel = () =>
  i18next.t('typing:cell', {
    metric: i18next.t('social:metrics.followers'),
    title: 'Alcaldía',
    network: 'Instagram',
  });

/** Every form of the other areas in which a figure is typed. */
export const otherForms: WalkedForm[] = [
  {
    title: 'a figure of a network',
    of: { 'client/social/figure-form.tsx': 1 },
    fields: [{ label: 'social:figure.value', kind: 'whole', value: '24591', at: ['value'] }],
    show: () => <FigureForm page={{ id: 'p', title: 'Alcaldía' } as never} onClose={close} />,
  },
  {
    title: 'rules of alerts',
    of: { 'client/social/alert-rule-form.tsx': 2 },
    fields: [
      { label: 'alerts:rules.percent', kind: 'percent', value: '7.5', at: ['percent'], sent: 7.5 },
      { label: 'alerts:rules.days', kind: 'whole', value: '30', at: ['days'] },
    ],
    show: () => <AlertRuleForm onClose={close} />,
  },
  {
    title: 'what X costs',
    of: { 'client/social/x-cost.tsx': 2 },
    fields: [
      { label: 'connections:cost.accounts', kind: 'whole', value: '1250' },
      { label: 'connections:cost.postsPerWeek', kind: 'whole', value: '1000' },
    ],
    show: () => <XCostEstimate accounts={1} />,
  },
  {
    title: 'the grid of figures',
    of: { 'client/social/typing-cell.tsx': 1 },
    fields: [{ label: typingLabel, kind: 'whole', value: '24591', at: ['value'] }],
    show: (send) => <Typing send={send} />,
  },
  {
    title: 'totals of output',
    of: { 'client/output/tally-form.tsx': 1 },
    fields: [{ label: 'output:tallies.count', kind: 'whole', value: '1250', at: ['count'] }],
    show: () => <TallyForm cell={{ month: '2026-10', kind: 'event' }} onClose={close} />,
  },
  itemOf('event', 'attendance', '1250'),
  itemOf('institutional_video', 'seconds', '1560'),
  {
    title: 'a year of an indicator',
    of: { 'client/indicators/year-form.tsx': 4 },
    fields: [
      {
        label: () => i18next.t('indicators:form.target', { year: 2020 }),
        kind: 'decimal',
        value: '2054.125',
        at: ['fields', 'target'],
      },
      {
        label: 'indicators:columns.budget',
        kind: 'pesos',
        value: '1560000',
        at: ['fields', 'budgetCop'],
      },
      {
        label: 'indicators:columns.invested',
        kind: 'pesos',
        value: '1350000',
        at: ['fields', 'investedCop'],
      },
      {
        label: (locale) => formatMonth('2020-01', locale),
        kind: 'decimal',
        value: '1560.5',
        at: ['fields', 'monthly', '2020-01'],
      },
    ],
    show: () => <YearForm indicator={indicator} year={2020} onClose={close} />,
  },
  {
    title: 'a typed figure of an indicator',
    of: { 'client/indicators/typed-figures.tsx': 1 },
    fields: [{ label: 'indicators:typed.value', kind: 'decimal', value: '-1560.5', at: ['value'] }],
    show: () => <TypedFigures indicator={indicator} year={2020} mayWrite />,
  },
  {
    title: 'a row of a table of counts',
    of: {
      'client/indicators/tables/row-form.tsx': 1,
      'client/indicators/tables/period-field.tsx': 1,
    },
    fields: [
      { label: () => 'Nota', kind: 'decimal', value: '1560.5', at: ['rows', '0', 'cells', 'm1'] },
      {
        label: 'countTables:year',
        kind: 'year',
        value: '2019',
        at: ['rows', '0', 'period'],
        sent: '2019',
      },
    ],
    show: () => <RowForm table={table} onClose={close} />,
  },
  {
    title: 'a table of counts',
    of: { 'client/indicators/tables/measure-inputs.tsx': 1 },
    fields: [
      {
        label: 'countTables:form.outOf',
        kind: 'decimal',
        value: '1560.5',
        at: ['fields', 'measures', '0', 'outOf'],
      },
    ],
    show: () => <TableForm table={table} onClose={close} onSaved={close} onRemoved={close} />,
  },
  {
    title: 'the line of the headings of a sheet',
    of: { 'client/imports/sheets/heading-line.tsx': 1 },
    fields: [
      { label: 'sheets:plan.headingLine', kind: 'whole', value: '1250', at: ['headingLine'] },
    ],
    show: (want) => (
      <HeadingLine
        line={1}
        plan={{ sheet: 0, targetId: 'rates' }}
        sheet={{ reading: undefined, want: async (wanted) => want(wanted) }}
      />
    ),
  },
  {
    title: 'what a sheet leaves open',
    of: { 'client/imports/sheets/sheet-questions.tsx': 3 },
    fields: [
      { label: 'sheets:plan.year', kind: 'year', value: '2020', at: ['answers', 'year'] },
      sheetFigure('count', 'whole', '12500'),
      sheetFigure('priceCop', 'pesos', '1560000'),
      sheetFigure('unitQuantity', 'decimal', '1.125'),
      sheetFigure('vatRate', 'percent', '8.5'),
      sheetFigure('year', 'year', '2019'),
    ],
    show: (send) => <SheetFigures send={send} />,
  },
];
