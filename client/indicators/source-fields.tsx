import { MultiSelect, NativeSelect, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { networkNames, networks } from '../../shared/social/networks.ts';
import { api } from '../app/api.ts';
import type { RecordForm } from '../ui/use-record-form.ts';
import type { IndicatorValues } from './indicator-values.ts';

type Form = { form: RecordForm<IndicatorValues> };

/** Of which pages the networks are read: of one network, of some, or of all. */
export function NetworkFields({ form: { fields } }: Form) {
  const { t } = useTranslation('indicators');
  const { data: pages = [] } = useQuery(api.social.listPages.queryOptions());
  const { network } = fields.values;
  const offered = pages.filter((page) => network === null || page.network === network);
  return (
    <>
      <NativeSelect
        label={t('form.network')}
        data={[
          { value: '', label: t('form.everyNetwork') },
          ...networks.map((value) => ({ value, label: networkNames[value] })),
        ]}
        value={network ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          fields.setFieldValue('network', networks.find((one) => one === value) ?? null);
          fields.setFieldValue('pageIds', []);
        }}
      />
      <MultiSelect
        label={t('form.pages')}
        placeholder={fields.values.pageIds.length === 0 ? t('form.everyPage') : undefined}
        data={offered.map(({ id, title, network: of }) => ({
          value: id,
          label: `${title} · ${networkNames[of]}`,
        }))}
        searchable
        clearable
        {...fields.getInputProps('pageIds')}
      />
    </>
  );
}

/** Which figure of which table of counts. */
export function TableFields({ form: { fields } }: Form) {
  const { t } = useTranslation('indicators');
  const { data } = useQuery(api.indicators.listTables.queryOptions({ pageSize: 200 }));
  const tables = data?.rows ?? [];
  const { tableId } = fields.values;
  const measures = tables.find(({ id }) => id === tableId)?.measures ?? [];
  return (
    <>
      <Select
        label={t('form.table')}
        data={tables.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
        searchable
        {...fields.getInputProps('tableId')}
        error={fields.errors['method.rule.cell'] ?? fields.errors['method.rule.cell.tableId']}
      />
      <Select
        label={t('form.column')}
        data={measures.map(({ id, name }) => ({ value: id, label: name }))}
        {...fields.getInputProps('column')}
        error={fields.errors['method.rule.cell.measure']}
      />
      <Textarea
        label={t('form.row')}
        description={t('form.rowHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        {...fields.getInputProps('members')}
      />
    </>
  );
}
