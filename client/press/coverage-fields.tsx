import { Autocomplete, MultiSelect, Select, SimpleGrid } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { origins, tones } from '../../shared/press/schemas.ts';
import { api } from '../app/api.ts';
import { PersonField } from '../app/person-field.tsx';
import { useDepartmentNames, useDepartments } from '../app/use-departments.ts';
import { useWholeList } from '../app/use-whole-list.ts';
import { useFormat } from '../format/use-format.ts';
import { withHeld } from '../ui/use-choices.ts';
import type { RecordForm } from '../ui/use-record-form.ts';
import type { ClippingValues } from './clipping-values.ts';
import '../words/add-coverage-words.ts';

interface CoverageFieldsProps {
  form: RecordForm<ClippingValues>;
  /** The event that the appearance has already. */
  eventTitle?: string | null;
}

/** The event or campaign, found by its words among what the office made. */
function EventField({ form: { fields }, eventTitle }: CoverageFieldsProps) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const { eventId } = fields.values;
  const [search, setSearch] = useState(eventTitle ?? '');
  const [chosen, setChosen] = useState(
    eventId ? { value: eventId, label: eventTitle ?? '' } : undefined,
  );
  const [words] = useDebouncedValue(search, 250);
  const { data } = useQuery(
    api.output.listItems.queryOptions(
      { search: words === chosen?.label ? '' : words.slice(0, 200), pageSize: 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  const found = (data?.rows ?? []).map(({ id, title, day }) => ({
    value: id,
    label: `${title} (${format.day(day)})`,
  }));
  const isFound = found.some(({ value }) => value === chosen?.value);
  return (
    <Select
      label={t('fields.event')}
      description={t('fields.eventHelp')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={t('fields.noEvent')}
      nothingFoundMessage={t('fields.nothingFound')}
      searchable
      clearable
      data={chosen && !isFound ? [chosen, ...found] : found}
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      {...fields.getInputProps('eventId')}
      onChange={(id, option) => {
        setChosen(id ? { value: id, label: option?.label ?? '' } : undefined);
        fields.setFieldValue('eventId', id);
      }}
    />
  );
}

/** The key messages to choose from, and those that the appearance carries though they were removed. */
function useMessageOptions(carried: readonly string[]) {
  const { data: current } = useWholeList(api.press.listKeyMessages.queryOptions);
  const lacks = current && carried.some((id) => !current.some((row) => row.id === id));
  const { data: removed } = useWholeList(
    (part) => api.press.listKeyMessages.queryOptions({ ...part, removed: true }),
    { enabled: lacks },
  );
  const kept = removed?.filter(({ id }) => carried.includes(id)) ?? [];
  return [...(current ?? []), ...kept].map(({ id, text }) => ({ value: id, label: text }));
}

/** What an appearance says and why it came about; none of it weighs money. */
export function CoverageFields(props: CoverageFieldsProps) {
  const { fields } = props.form;
  const { t } = useTranslation(['coverage', 'press']);
  const departments = useDepartments();
  const departmentName = useDepartmentNames();
  const { departmentId } = fields.values;
  const messages = useMessageOptions(fields.values.keyMessageIds);
  const { data: written } = useQuery(api.press.listWritten.queryOptions());
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('coverage:fields.tone')}
          placeholder={t('press:tones.unclassified')}
          clearable
          data={tones.map((value) => ({ value, label: t(`press:tones.${value}`) }))}
          {...fields.getInputProps('tone')}
        />
        <Select
          label={t('coverage:fields.department')}
          clearable
          searchable
          data={withHeld(departments, departmentId ? [departmentId] : [], departmentName)}
          {...fields.getInputProps('departmentId')}
        />
        <Autocomplete
          label={t('coverage:fields.topic')}
          data={written?.topics ?? []}
          maxLength={120}
          {...fields.getInputProps('topic')}
        />
        <PersonField
          label={t('coverage:fields.spokesperson')}
          maxLength={160}
          {...fields.getInputProps('spokesperson')}
        />
        <Select
          label={t('coverage:fields.origin')}
          clearable
          data={origins.map((value) => ({ value, label: t(`coverage:origins.${value}`) }))}
          {...fields.getInputProps('origin')}
        />
        <MultiSelect
          label={t('coverage:fields.messages')}
          data={messages}
          searchable
          clearable
          {...fields.getInputProps('keyMessageIds')}
        />
      </SimpleGrid>
      <EventField {...props} />
    </>
  );
}
