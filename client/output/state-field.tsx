import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { OutputState, offeredState, outputStates } from '../../shared/output/state.ts';
import { useToday } from '../app/self.tsx';
import type { ItemValues } from './item-values.ts';

/** Whether an item is planned, done or called off; until somebody says so, as its day offers. */
export function StateField({ form }: { form: UseFormReturnType<ItemValues> }) {
  const { t } = useTranslation('output');
  const { day: today } = useToday();
  const { state, day } = form.values;
  const shown = state || offeredState(day, today);
  return (
    <>
      <NativeSelect
        label={t('state.label')}
        value={shown}
        error={form.errors.state}
        onChange={(event) =>
          form.setFieldValue('state', OutputState.parse(event.currentTarget.value))
        }
        data={outputStates.map((value) => ({
          value,
          label: t(`state.${value}`),
          disabled: value === 'done' && day > today,
        }))}
      />
      {shown === 'cancelled' && (
        <TextInput label={t('state.reason')} {...form.getInputProps('stateReason')} />
      )}
    </>
  );
}
