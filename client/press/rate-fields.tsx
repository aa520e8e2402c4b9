import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { rateSources } from '../../shared/press/grading.ts';
import { type Format, formats, rateUnitsOfFormat } from '../../shared/press/measures.ts';
import { NumberField } from '../ui/number-field.tsx';
import type { RecordForm } from '../ui/use-record-form.ts';
import { usualFormat } from './clipping-values.ts';
import { hasQuantity, type RateValues } from './rate-values.ts';
import { useOutletOptions } from './use-outlet-options.ts';
import { VatSelect } from './vat-select.tsx';

/** The space that is sold. */
export function SpaceFields({ form: { fields } }: { form: RecordForm<RateValues> }) {
  const { t } = useTranslation('press');
  const { outlets, options } = useOutletOptions();
  const { format, unit } = fields.values;
  function chooseFormat(next: Format): void {
    fields.setFieldValue('format', next);
    const sold = rateUnitsOfFormat[next];
    fields.setFieldValue('unit', sold.includes(unit) ? unit : sold[0]);
  }
  return (
    <>
      <Select
        label={t('rates.outlet')}
        data={options}
        searchable
        withAsterisk
        data-autofocus
        {...fields.getInputProps('outletId')}
        onChange={(id) => {
          fields.setFieldValue('outletId', id);
          const medium = outlets.find((one) => one.id === id)?.medium;
          // What a radio station sells is seldom print; a rate already filled in stays as it is.
          if (medium && fields.values.priceCop === null) chooseFormat(usualFormat(medium));
        }}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('clipping.format')}
          allowDeselect={false}
          data={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
          {...fields.getInputProps('format')}
          onChange={(value) => value && chooseFormat(value as Format)}
        />
        <Select
          label={t('clipping.unit')}
          allowDeselect={false}
          data={rateUnitsOfFormat[format].map((value) => ({ value, label: t(`units.${value}`) }))}
          {...fields.getInputProps('unit')}
        />
        {hasQuantity(unit) && (
          <NumberField
            kind={unit === 'second' ? 'seconds' : 'decimal'}
            limits={{ decimals: 2 }}
            label={unit === 'second' ? t('rates.reference') : t('rates.page')}
            withAsterisk
            {...fields.getInputProps('unitQuantity')}
          />
        )}
        <TextInput
          label={t('clipping.section')}
          placeholder={t('rates.general')}
          {...fields.getInputProps('section')}
        />
      </SimpleGrid>
    </>
  );
}

/** The fields of a price and its days, whatever is priced. */
type PriceField = 'priceCop' | 'vatRate' | 'vatIncluded' | 'validFrom' | 'validTo';

interface PriceInputs {
  input(name: PriceField, options?: { type: 'checkbox' }): GetInputPropsReturnType;
  /** Whether the VAT may be that of the outlet. */
  isOfOutlet?: boolean;
}

/** What something costs, and from when until when. */
export function PriceAndDays({ input, isOfOutlet }: PriceInputs) {
  const { t } = useTranslation('press');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberField
          kind="pesos"
          label={t('rates.price')}
          description={t('rates.priceHelp')}
          withAsterisk
          {...input('priceCop')}
        />
        <VatSelect label={t('rates.vat')} mayBeOutlets={isOfOutlet} {...input('vatRate')} />
      </SimpleGrid>
      <Checkbox label={t('rates.vatIncluded')} {...input('vatIncluded', { type: 'checkbox' })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="date" label={t('rates.from')} withAsterisk {...input('validFrom')} />
        <TextInput
          type="date"
          label={t('rates.to')}
          description={t('rates.toHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...input('validTo')}
        />
      </SimpleGrid>
    </>
  );
}

/** The document that says what a rate is. */
export function SourceFields({ form: { fields } }: { form: RecordForm<RateValues> }) {
  const { t } = useTranslation('press');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('rates.source')}
        allowDeselect={false}
        data={rateSources.map((value) => ({ value, label: t(`sources.${value}`) }))}
        {...fields.getInputProps('sourceType')}
      />
      <TextInput
        label={t('rates.reference_doc')}
        description={t('rates.referenceHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        withAsterisk={fields.values.sourceType !== 'unsupported'}
        {...fields.getInputProps('sourceReference')}
      />
    </SimpleGrid>
  );
}
