import { Alert, List, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { Channel } from '../../../shared/press/channels.ts';
import { useToday } from '../../app/self.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useKindWords } from '../../output/use-kind-words.ts';
import { Fact } from '../../ui/fact.tsx';
import { useColumnNames } from './use-column-names.ts';
import { useTargets } from './use-targets.ts';

const isChannel = (kind: string): kind is Channel => Channel.safeParse(kind).success;

/** What the sheet prints as totals and is not what its rows add up to. */
export function PrintedTotals({ totals }: Pick<SheetImportRow, 'totals'>) {
  const { t } = useTranslation('sheets');
  const format = useFormat();
  const nameOf = useColumnNames();
  if (totals.length === 0) return null;
  return (
    <Alert variant="light" title={t('preview.totals')}>
      <List size="sm">
        {totals.map(({ line, column, member, printed, added }) => (
          <List.Item key={`${line} ${column} ${member}`}>
            {t('preview.total', {
              line,
              what: member ?? nameOf(column),
              printed: format.number(printed),
              added: format.number(added),
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The months that would count records and a total, to be known before agreeing. */
export function BothCounted({ months }: { months: SheetImportRow['bothCounted'] }) {
  const { t } = useTranslation(['sheets', 'press']);
  const format = useFormat();
  const { many } = useKindWords();
  if (months.length === 0) return null;
  const nameOf = (kind: string) =>
    isChannel(kind) ? t(`press:channels.${kind}`) : many(kind as KindId);
  return (
    <Alert variant="light" color="yellow" title={t('sheets:preview.bothCounted')}>
      <List size="sm">
        {months.map(({ month, kind, records, total }) => (
          <List.Item key={`${month} ${kind}`}>
            {t('sheets:preview.bothCountedOf', {
              month: format.longMonth(month),
              what: nameOf(kind),
              records: format.number(records),
              total: format.number(total),
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** What a sheet was read as, and who read, wrote and undid it. */
export function Facts({ row }: { row: SheetImportRow }) {
  const { t } = useTranslation('sheets');
  const { nameOf } = useTargets();
  const { timeZone } = useToday();
  const format = useFormat();
  const by = (who: string, at: string) =>
    t('preview.by', { who, at: format.instant(at, timeZone) });
  const { writtenAt, writtenBy, undoneAt, undoneBy, sheetName } = row;
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 4 }} m={0} spacing="sm">
      <Fact label={t('preview.target')}>{nameOf(row.target)}</Fact>
      {sheetName !== '' && <Fact label={t('preview.sheet')}>{sheetName}</Fact>}
      <Fact label={t('preview.readBy')}>{by(row.createdBy, row.createdAt)}</Fact>
      {writtenAt && writtenBy && (
        <Fact label={t('preview.writtenBy')}>{by(writtenBy, writtenAt)}</Fact>
      )}
      {undoneAt && undoneBy && <Fact label={t('preview.undoneBy')}>{by(undoneBy, undoneAt)}</Fact>}
    </SimpleGrid>
  );
}
