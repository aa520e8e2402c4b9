import { Box, Button, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formats, unitsOfFormat } from '../../shared/press/measures.ts';
import type { RecordForm } from '../ui/use-record-form.ts';
import { type ClippingValues, unitFor, usualFormat } from './clipping-values.ts';
import { MeasureFields, ShareFields } from './measure-fields.tsx';
import { soldSpace } from './sold-space.ts';
import { type Outlet, useOutletOptions } from './use-outlet-options.ts';
import '../words/add-capture-words.ts';

type Form = RecordForm<ClippingValues>;

/** Puts an outlet in the form, with the format and the unit in which it is usually sold that day. */
export async function chooseOutlet({ fields }: Form, outlet: Outlet): Promise<void> {
  const { day, measures } = fields.getValues();
  const usual = usualFormat(outlet.medium);
  fields.setFieldValue('outletId', outlet.id);
  fields.setFieldValue('format', usual);
  fields.setFieldValue('measures.unit', unitFor(usual, measures.unit));
  const space = await soldSpace(outlet, day);
  const now = fields.getValues();
  // What the person chose while the rates were read stands.
  const isAsLeft =
    now.outletId === outlet.id &&
    now.format === usual &&
    now.measures.unit === unitFor(usual, measures.unit);
  if (!space || !isAsLeft) return;
  fields.setFieldValue('format', space.format);
  fields.setFieldValue('measures.unit', space.unit);
}

/** The day of publication, with who says it: what nobody wrote is never taken in silence. */
function DayField({ form: { fields } }: { form: Form }) {
  const { t } = useTranslation(['press', 'capture']);
  const { day, dayFrom } = fields.values;
  const said =
    dayFrom === 'person' ? undefined : (`${dayFrom}${day === '' ? 'Unsaid' : ''}` as const);
  return (
    <TextInput
      type="date"
      label={t('clipping.day')}
      description={said && said !== 'proposedUnsaid' ? t(`capture:day.${said}`) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withAsterisk
      {...fields.getInputProps('day')}
      onChange={(event) => {
        fields.setFieldValue('day', event.currentTarget.value);
        fields.setFieldValue('dayFrom', 'person');
      }}
    />
  );
}

/** The day, and in which form and unit it was published. */
function FormatFields({ form }: { form: Form }) {
  const { fields } = form;
  const { t } = useTranslation('press');
  const { format, measures } = fields.values;
  return (
    <SimpleGrid cols={{ base: 2, xs: 3 }}>
      <DayField form={form} />
      <Select
        label={t('clipping.format')}
        allowDeselect={false}
        data={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        value={format}
        onChange={(value) => {
          if (!value) return;
          const next = value as ClippingValues['format'];
          fields.setFieldValue('format', next);
          fields.setFieldValue('measures.unit', unitFor(next, measures.unit));
        }}
        error={fields.errors.format}
      />
      <Select
        label={t('clipping.unit')}
        allowDeselect={false}
        data={unitsOfFormat[format].map((value) => ({ value, label: t(`units.${value}`) }))}
        {...fields.getInputProps('measures.unit')}
      />
    </SimpleGrid>
  );
}

/** The outlet; the way to add one stands before it, so that Tab goes on to the headline. */
function OutletField({ form, onAddOutlet }: { form: Form; onAddOutlet(): void }) {
  const { t } = useTranslation('press');
  const { outlets, options } = useOutletOptions();
  const { fields } = form;
  return (
    <Box pos="relative">
      <Button
        variant="subtle"
        size="compact-sm"
        pos="absolute"
        right={0}
        top={-2}
        onClick={onAddOutlet}
      >
        {t('clipping.addOutlet')}
      </Button>
      <Select
        label={t('clipping.outlet')}
        data={options}
        searchable
        selectFirstOptionOnChange
        selectFirstOptionOnDropdownOpen
        withAsterisk
        data-autofocus
        {...fields.getInputProps('outletId')}
        onChange={(id) => {
          const outlet = outlets.find((one) => one.id === id);
          if (outlet) chooseOutlet(form, outlet);
          else fields.setFieldValue('outletId', id);
        }}
      />
    </Box>
  );
}

/**
 * Where, when, in which form and how large it was published. What one types comes first and in
 * one row of tabs: outlet, headline and size.
 */
export function PublicationFields({ form, onAddOutlet }: { form: Form; onAddOutlet(): void }) {
  const { t } = useTranslation('press');
  const { fields } = form;
  return (
    <>
      <OutletField form={form} onAddOutlet={onAddOutlet} />
      <TextInput label={t('clipping.headline')} withAsterisk {...fields.getInputProps('title')} />
      <MeasureFields form={form} />
      <FormatFields form={form} />
    </>
  );
}

/** The section and the page where it stood, and which part of it counts. */
export function PlaceFields({ form }: { form: Form }) {
  const { t } = useTranslation(['press', 'capture']);
  const { fields } = form;
  const { format } = fields.values;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: format === 'print' ? 2 : 1 }}>
        <TextInput
          label={t(`capture:section.${format}`)}
          description={t('clipping.sectionHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...fields.getInputProps('section')}
        />
        {format === 'print' && (
          <TextInput label={t('capture:pageLabel')} {...fields.getInputProps('pageLabel')} />
        )}
      </SimpleGrid>
      <ShareFields form={form} />
    </>
  );
}
