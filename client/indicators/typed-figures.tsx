import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMonths } from '../../shared/calendar/month.ts';
import type { IndicatorDetail } from '../../shared/indicators/rows.ts';
import { api } from '../app/api.ts';
import { failureOf, fieldMessages } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { showUnread } from '../ui/show-unread.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { figureLimits } from './figure-limits.ts';
import { useFigures } from './use-indicator-words.ts';

interface TypedFiguresProps {
  indicator: IndicatorDetail;
  year: number;
  mayWrite: boolean;
}

function usePeriodNames(year: number) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const months = listMonths(`${year}-01`, `${year}-12`);
  return [
    { value: String(year), label: t('typed.wholeYear', { year }) },
    ...months.map((month) => ({ value: month, label: format.longMonth(month) })),
  ];
}

/** Types the figure of a year or month with its source, in place of the one there was. */
function NewFigure({ indicator, year }: Omit<TypedFiguresProps, 'mayWrite'>) {
  const { t } = useTranslation('indicators');
  const periods = usePeriodNames(year);
  const [period, setPeriod] = useState(String(year));
  const [value, setValue] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const save = useMutation(api.indicators.saveFigure.mutationOptions());
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (showUnread(event.currentTarget)) return;
    setErrors({});
    try {
      await save.mutateAsync({
        indicatorId: indicator.id,
        period,
        value: value ?? '',
        source,
      });
      setValue(null);
      showDone(t('typed.saved'));
    } catch (error) {
      const messages = fieldMessages(failureOf(error));
      setErrors(messages);
      if (Object.keys(messages).length === 0) showFailure(error);
    }
  }
  return (
    <form onSubmit={submit} noValidate>
      <Group gap="xs" align="flex-start">
        <NativeSelect
          label={t('typed.period')}
          data={periods}
          value={period}
          onChange={(event) => setPeriod(event.currentTarget.value)}
        />
        <NumberField
          kind="decimal"
          limits={figureLimits}
          label={t('typed.value')}
          w={120}
          value={value}
          error={errors.value}
          onChange={setValue}
        />
        <TextInput
          label={t('typed.source')}
          style={{ flex: 1 }}
          miw={160}
          value={source}
          error={errors.source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" mt={25} loading={save.isPending}>
          {t('typed.save')}
        </Button>
      </Group>
    </form>
  );
}

/** The figures that somebody typed or a file brought, each with its source. */
export function TypedFigures({ indicator, year, mayWrite }: TypedFiguresProps) {
  const { t } = useTranslation('indicators');
  const { write } = useFigures();
  const names = new Map(usePeriodNames(year).map(({ value, label }) => [value, label]));
  const remove = useMutation(api.indicators.removeFigure.mutationOptions());
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('typed.title')}</Text>
      {indicator.typed.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('typed.empty')}
        </Text>
      ) : (
        <Table aria-label={t('typed.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('typed.period')}</Table.Th>
              <Table.Th ta="right">{t('typed.value')}</Table.Th>
              <Table.Th>{t('typed.source')}</Table.Th>
              {mayWrite && <Table.Th aria-label={t('typed.actions')} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {indicator.typed.map((figure) => (
              <Table.Tr key={figure.id}>
                <Table.Td>{names.get(figure.period) ?? figure.period}</Table.Td>
                <Table.Td ta="right">{write(figure.value, indicator.unit)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{figure.source}</Table.Td>
                {mayWrite && (
                  <Table.Td ta="right">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('typed.remove', {
                        period: names.get(figure.period) ?? figure.period,
                      })}
                      onClick={() =>
                        remove
                          .mutateAsync({ id: figure.id, version: figure.version })
                          .then(() => showDone(t('typed.removed')), showFailure)
                      }
                    >
                      <IconTrash size={16} stroke={1.6} />
                    </ActionIcon>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {mayWrite && <NewFigure indicator={indicator} year={year} />}
    </Stack>
  );
}
