import { List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutletReach, ReachSum } from '../../shared/press/outlet-reach.ts';
import { useFormat } from '../format/use-format.ts';
import '../words/add-price-words.ts';

/** Months named one by one; more of them are told by the first and the last. */
const mostNamed = 6;

function useMonths(): (months: readonly string[]) => string {
  const { t } = useTranslation('prices');
  const format = useFormat();
  return (months) => {
    const [first = '', last = first] = [months[0], months.at(-1)];
    if (months.length <= mostNamed) {
      return months.map((month) => format.longMonth(month)).join(', ');
    }
    const [from, to] = [format.longMonth(first), format.longMonth(last)];
    return t('reach.months', { count: months.length, from, to });
  };
}

/** Where the appearances of changed outlets count, and where they would. */
export function OutletReachFacts({ reach }: { reach: OutletReach }) {
  const { t } = useTranslation(['prices', 'press']);
  const format = useFormat();
  const monthsOf = useMonths();
  const { outlets, appearances, months, lines, closedMonths, closedAppearances } = reach;
  const sum = ({ count, valueCop }: ReachSum) =>
    t('prices:reach.sum', { count, value: format.money(valueCop) });
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t('prices:reach.moves', { count: appearances, months: monthsOf(months) })}
      </Text>
      {outlets.length > 1 && (
        <List size="sm">
          {outlets.slice(0, mostNamed).map((name) => (
            <List.Item key={name}>{name}</List.Item>
          ))}
          {outlets.length > mostNamed && (
            <List.Item>{t('prices:reach.others', { count: outlets.length - mostNamed })}</List.Item>
          )}
        </List>
      )}
      <Table captionSide="top" layout="fixed">
        <Table.Caption>{t('prices:reach.caption')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('press:outlets.channel')}</Table.Th>
            <Table.Th ta="right">{t('prices:reach.before')}</Table.Th>
            <Table.Th ta="right">{t('prices:reach.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ channel, isCounted, before, after }) => (
            <Table.Tr key={`${channel} ${isCounted}`}>
              <Table.Th scope="row" fw="normal">
                {isCounted
                  ? t(`press:channels.${channel}`)
                  : t('prices:reach.uncounted', { channel: t(`press:channels.${channel}`) })}
              </Table.Th>
              <Table.Td ta="right">{sum(before)}</Table.Td>
              <Table.Td ta="right">{sum(after)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {closedMonths.length > 0 && (
        <Text size="sm">
          {t('prices:reach.closed', { count: closedAppearances, months: monthsOf(closedMonths) })}
        </Text>
      )}
    </Stack>
  );
}
