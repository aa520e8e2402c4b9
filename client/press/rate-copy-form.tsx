import { Checkbox, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../shared/calendar/day.ts';
import { pesosCell } from '../../shared/files/file-cell.ts';
import type { RateCopyRow } from '../../shared/press/copy-rates.ts';
import { bestGradeOf, type Grade, rateSources } from '../../shared/press/grading.ts';
import { api, type Inputs } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { failureMessage, failureOf, fieldMessages } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import { useSpaceWords } from './rate-columns.tsx';
import { useOutletOptions } from './use-outlet-options.ts';

type Copy = Inputs['press']['previewRateCopies'];

type CopyValues = {
  outletId: string | null;
  onDay: string;
  increase: string | null;
  validFrom: string;
  validTo: string;
  endOriginals: boolean;
  /** `own`: each copy keeps its own. */
  sourceType: NonNullable<Copy['sourceType']> | 'own';
  sourceReference: string;
};

/** The rates of the last day of this year, for all of the next. */
function initialValues(outletId: string | undefined, day: string): CopyValues {
  const nextYear = String(Number(day.slice(0, 4)) + 1);
  return {
    outletId: outletId ?? null,
    onDay: addDays(`${nextYear}-01-01`, -1),
    increase: null,
    validFrom: `${nextYear}-01-01`,
    validTo: `${nextYear}-12-31`,
    endOriginals: true,
    sourceType: 'own',
    sourceReference: '',
  };
}

function copyOf({ increase, validTo, sourceType, ...values }: CopyValues): Copy {
  return {
    ...values,
    sourceType: sourceType === 'own' ? null : sourceType,
    increasePercent: increase ?? '',
    validTo: validTo === '' ? null : validTo,
  };
}

/** The best grade of what a copy will value, once somebody approved it. */
function gradeOnceApproved({ unit, newSourceType }: RateCopyRow): Grade {
  return bestGradeOf({ unit, sourceType: newSourceType });
}

function useColumns(): TableColumn<RateCopyRow>[] {
  const { t } = useTranslation(['prices', 'press']);
  const format = useFormat();
  const space = useSpaceWords();
  return useMemo(() => {
    const state = ({ obstacle, endsOriginal }: RateCopyRow) => {
      if (obstacle) return t(`copy.obstacles.${obstacle}`);
      return t(endsOriginal ? 'copy.endsOriginal' : 'copy.copied');
    };
    const source = (row: RateCopyRow) => {
      const { sourceType, newSourceType } = row;
      const facts = {
        source: t(`press:sources.${newSourceType}`),
        before: t(`press:sources.${sourceType}`),
        grade: gradeOnceApproved(row),
      };
      return t(sourceType === newSourceType ? 'copy.keepsSource' : 'copy.losesSource', facts);
    };
    return [
      { id: 'outlet', header: t('copy.outlet'), cell: (row) => row.outletName },
      { id: 'space', header: t('press:rates.space'), cell: space, wrap: true },
      {
        id: 'price',
        header: t('copy.price'),
        align: 'right',
        cell: (row) => format.money(row.priceCop),
        value: (row) => pesosCell(row.priceCop),
      },
      {
        id: 'newPrice',
        header: t('copy.newPrice'),
        align: 'right',
        cell: (row) => format.money(row.newPriceCop),
        value: (row) => pesosCell(row.newPriceCop),
      },
      {
        id: 'source',
        header: t('press:rates.source'),
        wrap: true,
        cell: source,
        value: (row) => t(`press:sources.${row.newSourceType}`),
        extras: [
          { header: t('copy.oldSource'), value: (row) => t(`press:sources.${row.sourceType}`) },
          { header: t('copy.grade'), value: (row) => gradeOnceApproved(row) },
        ],
      },
      { id: 'state', header: t('copy.state'), cell: state, wrap: true },
    ];
  }, [t, format, space]);
}

/** What would be copied, for the values as they stand. */
function usePreview(values: CopyValues) {
  const [settled] = useDebouncedValue(values, 400);
  const isReady = settled.increase !== null && settled.onDay !== '' && settled.validFrom !== '';
  // Which document says so decides nothing of what is shown.
  const copy = { ...copyOf(settled), sourceReference: settled.sourceReference || '-' };
  return useQuery(
    api.press.previewRateCopies.queryOptions(copy, {
      enabled: isReady,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
}

function CopyFields({ form: { fields } }: { form: RecordForm<CopyValues> }) {
  const { t } = useTranslation(['prices', 'press']);
  const { options } = useOutletOptions();
  const help = ['label', 'input', 'description', 'error'] as (
    | 'label'
    | 'input'
    | 'description'
    | 'error'
  )[];
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('prices:copy.outlet')}
          placeholder={t('prices:copy.everyOutlet')}
          data={options}
          searchable
          clearable
          {...fields.getInputProps('outletId')}
        />
        <TextInput
          type="date"
          label={t('prices:copy.onDay')}
          withAsterisk
          {...fields.getInputProps('onDay')}
        />
        <NumberField
          kind="percent"
          limits={{ isSigned: true, max: 900 }}
          label={t('prices:copy.increase')}
          description={t('prices:copy.increaseHelp')}
          withAsterisk
          data-autofocus
          {...fields.getInputProps('increase')}
          error={fields.errors.increasePercent}
        />
        <Select
          label={t('press:rates.source')}
          allowDeselect={false}
          data={[
            { value: 'own', label: t('prices:copy.ownSource') },
            ...rateSources.map((value) => ({ value, label: t(`press:sources.${value}`) })),
          ]}
          {...fields.getInputProps('sourceType')}
        />
        <TextInput
          type="date"
          label={t('press:rates.from')}
          withAsterisk
          {...fields.getInputProps('validFrom')}
        />
        <TextInput
          type="date"
          label={t('press:rates.to')}
          description={t('press:rates.toHelp')}
          inputWrapperOrder={help}
          {...fields.getInputProps('validTo')}
        />
      </SimpleGrid>
      <TextInput
        label={t('press:rates.reference_doc')}
        description={t('press:rates.referenceHelp')}
        inputWrapperOrder={help}
        withAsterisk={fields.values.sourceType !== 'unsupported'}
        {...fields.getInputProps('sourceReference')}
      />
      <Checkbox
        label={t('prices:copy.end')}
        {...fields.getInputProps('endOriginals', { type: 'checkbox' })}
      />
    </>
  );
}

/** Why there is no preview: what is wrong with the fields, or what happened. */
function refusal(error: unknown): string {
  const failure = failureOf(error);
  const fields = [...new Set(Object.values(fieldMessages(failure)))];
  return fields.length > 0 ? fields.join(' ') : failureMessage(failure);
}

/** Copies the rates of a year to another with an increase, after showing how they would be. */
export function RateCopyForm({ outletId, onClose }: { outletId?: string; onClose(): void }) {
  const { t } = useTranslation('prices');
  const { day, timeZone } = useToday();
  const columns = useColumns();
  const copyRates = useMutation(api.press.copyRates.mutationOptions());
  const form = useRecordForm<CopyValues>({
    initialValues: initialValues(outletId, day),
    async save(values) {
      const copy = copyOf(values);
      const { count } = await copyRates.mutateAsync({ copy, seal: query.data?.seal ?? '' });
      showDone(t('copy.done', { count }));
    },
    onSaved: onClose,
  });
  const query = usePreview(form.fields.values);
  const count = query.data?.copied ?? 0;
  return (
    <DrawerForm
      title={t('copy.title')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      size="xl"
      canSubmit={count > 0}
      submitLabel={t('copy.submit', { count })}
    >
      <CopyFields form={form} />
      <Stack gap="xs" role="status">
        <Text fw={600}>{t('copy.previewTitle')}</Text>
        {!query.data && (
          <Text size="sm" c={query.error ? 'var(--mantine-color-error)' : 'dimmed'}>
            {query.error ? refusal(query.error) : t('copy.waiting')}
          </Text>
        )}
        {query.data && (
          <DataTable
            label={t('copy.previewTitle')}
            columns={columns}
            query={query}
            rows={query.data.rows}
            rowId={(row) => row.rateId}
            empty={{ text: t('copy.nothing') }}
            maxHeight={320}
          />
        )}
      </Stack>
    </DrawerForm>
  );
}
