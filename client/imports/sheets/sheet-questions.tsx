import { NativeSelect, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetPlan } from '../../../shared/imports/sheets/rows.ts';
import type { SheetQuestion, TargetColumn } from '../../../shared/imports/sheets/target.ts';
import { type FigureKind, isWholeKind } from '../../../shared/numbers/figure.ts';
import { useDepartments } from '../../app/use-departments.ts';
import { useKindWords } from '../../output/use-kind-words.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { useColumnNames } from './use-column-names.ts';
import type { SheetChoices } from './use-sheet.ts';

type ChoiceName = keyof typeof import('../../words/es/sheets.ts').sheets.choices;

interface QuestionsProps {
  plan: SheetPlan;
  questions: readonly SheetQuestion[];
  choices: SheetChoices;
  onChoices(choices: SheetChoices): void;
}

/** What is asked with a few answers to choose from, and the words of each. */
const chosenAnswers = [
  {
    ask: 'dayOrder',
    choices: [
      ['day_first', 'dayFirst'],
      ['month_first', 'monthFirst'],
    ],
  },
  {
    ask: 'monthDays',
    choices: [
      ['years', 'areYears'],
      ['days', 'areDays'],
    ],
  },
  {
    ask: 'decimalMark',
    choices: [
      ['comma', 'comma'],
      ['point', 'point'],
    ],
  },
] as const;

/** What the cells of the sheet leave open. */
export function SheetQuestions({ questions, choices, onChoices }: QuestionsProps) {
  const { t } = useTranslation('sheets');
  const { answers } = choices;
  if (questions.length === 0) return null;
  const answer = (change: SheetChoices['answers']) =>
    onChoices({ ...choices, answers: { ...answers, ...change } });
  const samplesOf = (ask: SheetQuestion['ask']) =>
    questions.find((question) => question.ask === ask)?.samples.join(', ');
  const asks = (ask: SheetQuestion['ask']) => questions.some((question) => question.ask === ask);
  return (
    <Stack gap="sm" maw={520}>
      <Text fw={600}>{t('plan.questions')}</Text>
      {asks('year') && (
        <NumberField
          kind="year"
          label={t('plan.year')}
          required
          value={answers.year ?? null}
          onChange={(year) => answer({ year: year ?? undefined })}
        />
      )}
      {chosenAnswers.map(({ ask, choices: offered }) =>
        asks(ask) ? (
          <NativeSelect
            key={ask}
            label={t(`plan.${ask}`, { samples: samplesOf(ask) })}
            required
            value={answers[ask] ?? ''}
            onChange={(event) => answer({ [ask]: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: t('plan.choose') },
              ...offered.map(([value, words]) => ({ value, label: t(`plan.${words}`) })),
            ]}
          />
        ) : null,
      )}
    </Stack>
  );
}

/** The columns whose cells may all say the same: what is asked for and no column of the file has, and where it comes from. */
function defaultColumns({ target }: SheetPlan, { layout, defaults }: SheetChoices): TargetColumn[] {
  const taken = new Set(layout.columns.flatMap(({ to }) => to ?? []));
  if (layout.down) taken.add(layout.down.to);
  const across: readonly string[] = layout.shape === 'cross' ? (target.cross?.axes ?? []) : [];
  const common = ['kind', 'departmentId', 'source', 'channel', 'month', 'medium'];
  return target.columns.filter(
    ({ id, isRequired, isMinor }) =>
      !taken.has(id) &&
      !across.includes(id) &&
      !isMinor &&
      (isRequired || common.includes(id) || (defaults[id] ?? '') !== ''),
  );
}

/** The columns of figures, by the figure that their field takes. */
const figureKinds: Partial<Record<TargetColumn['type'], FigureKind>> = {
  count: 'whole',
  money: 'pesos',
  number: 'decimal',
  percent: 'percent',
  year: 'year',
};

type Default = SheetChoices['defaults'][string];

interface DefaultFieldProps {
  column: TargetColumn;
  label: string;
  /** The year that a title says stands for every row that says none. */
  year: number | undefined;
  value: Default;
  onValue(value: Default): void;
}

/** What a cell would say: a figure as such, so that no sign of it is read in another way; else a text. */
function DefaultField({ column, label, year, value, onValue }: DefaultFieldProps) {
  const kind = figureKinds[column.type];
  const placeholder =
    column.type === 'year' || column.type === 'period' ? year?.toString() : undefined;
  if (kind === undefined) {
    return (
      <TextInput
        label={label}
        type={column.type === 'day' ? 'date' : 'text'}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    );
  }
  const keep = (figure: number | string | null) => onValue(figure === null ? '' : Number(figure));
  const common = { label, placeholder, onChange: keep };
  return isWholeKind(kind) ? (
    <NumberField {...common} kind={kind} value={value === '' ? null : Number(value)} />
  ) : (
    <NumberField {...common} kind={kind} value={value === '' ? null : String(value)} />
  );
}

/** What the rows say that no cell says: the kind of every row, where its figures come from. */
export function SheetDefaults({ plan, choices, onChoices }: Omit<QuestionsProps, 'questions'>) {
  const { t } = useTranslation('sheets');
  const nameOf = useColumnNames();
  const kinds = useKindWords();
  const departments = useDepartments();
  const columns = defaultColumns(plan, choices);
  if (columns.length === 0) return null;
  const { defaults } = choices;
  const set = (id: string, value: Default | null) =>
    onChoices({ ...choices, defaults: { ...defaults, [id]: value ?? '' } });
  const sayChoice = (value: string) => t(`choices.${value as ChoiceName}`, { defaultValue: value });
  const choicesOf = ({ type, choices = {} }: TargetColumn) => {
    if (type === 'kind') return kinds.choices.map(({ label }) => label);
    if (type === 'department') return departments.map(({ label }) => label);
    if (type !== 'choice') return undefined;
    return Object.keys(choices).map((value) => ({ value, label: sayChoice(value) }));
  };
  return (
    <Stack gap={6}>
      <Text fw={600}>{t('plan.defaults')}</Text>
      <Text size="sm" c="dimmed">
        {t('plan.defaultsNote')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {columns.map((column) => {
          const { id } = column;
          const data = choicesOf(column);
          return data ? (
            <Select
              key={id}
              label={nameOf(id)}
              data={data}
              value={defaults[id]?.toString() || null}
              onChange={(text) => set(id, text)}
              searchable
              clearable
            />
          ) : (
            <DefaultField
              key={id}
              column={column}
              label={nameOf(id)}
              year={choices.answers.year}
              value={defaults[id] ?? ''}
              onValue={(value) => set(id, value)}
            />
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
