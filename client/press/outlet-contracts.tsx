import { Button, Fieldset, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordForm } from '../ui/use-record-form.ts';
import { newContract, type OutletValues } from './outlet-values.ts';

/** The advertising contracts of an outlet, each with its days. */
export function OutletContracts({ form: { fields } }: { form: RecordForm<OutletValues> }) {
  const { t } = useTranslation('prices');
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm">
        {t('outlets.contracts')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('outlets.contractsHelp')}
      </Text>
      {fields.values.contracts.map(({ key }, at) => (
        <Fieldset key={key} legend={t('outlets.contract', { number: at + 1 })} p="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              type="date"
              label={t('outlets.contractFrom')}
              withAsterisk
              {...fields.getInputProps(`contracts.${at}.from`)}
            />
            <TextInput
              type="date"
              label={t('outlets.contractTo')}
              {...fields.getInputProps(`contracts.${at}.to`)}
            />
          </SimpleGrid>
          <TextInput
            mt="xs"
            label={t('outlets.contractReference')}
            {...fields.getInputProps(`contracts.${at}.reference`)}
          />
          <Group justify="flex-end" mt="xs">
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              onClick={() => fields.removeListItem('contracts', at)}
            >
              {t('outlets.removeContract', { number: at + 1 })}
            </Button>
          </Group>
        </Fieldset>
      ))}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => fields.insertListItem('contracts', newContract())}
        >
          {t('outlets.addContract')}
        </Button>
      </Group>
    </Stack>
  );
}
