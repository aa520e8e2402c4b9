import { Alert, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../shared/imports/rows.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { Fact } from '../ui/fact.tsx';

const pagesShown = 4;

/** What an import is: its kind, pages, dates, who did what, and what is to be known of it. */
export function ImportFacts({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  const { timeZone } = useToday();
  const format = useFormat();
  const by = (who: string, at: string) =>
    t('preview.by', { who, at: format.instant(at, timeZone) });
  const { pages, fromDay, toDay, writtenAt, writtenBy, undoneAt, undoneBy } = row;
  return (
    <Stack gap="sm">
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 4 }} m={0} spacing="sm">
        <Fact label={t('preview.kind')}>{t(`kinds.${row.kind}`)}</Fact>
        <Fact label={t('preview.pages')}>
          {pages.length === 0 ? <Absent /> : null}
          {pages.slice(0, pagesShown).map(({ id, title, network }) => (
            <div key={id}>{`${title} (${networkNames[network]})`}</div>
          ))}
          {pages.length > pagesShown && `+ ${format.number(pages.length - pagesShown)}`}
        </Fact>
        <Fact label={t('preview.days')}>
          {fromDay && toDay ? (
            t('list.period', { from: format.day(fromDay), to: format.day(toDay) })
          ) : (
            <Absent />
          )}
        </Fact>
        <Fact label={t('preview.zone')}>{timeZone}</Fact>
        <Fact label={t('preview.readBy')}>{by(row.createdBy, row.createdAt)}</Fact>
        {writtenAt && writtenBy && (
          <Fact label={t('preview.writtenBy')}>{by(writtenBy, writtenAt)}</Fact>
        )}
        {undoneAt && undoneBy && (
          <Fact label={t('preview.undoneBy')}>{by(undoneBy, undoneAt)}</Fact>
        )}
      </SimpleGrid>
      {row.notes.map((note) => (
        <Alert key={note} variant="light">
          {t(`notes.${note}`)}
        </Alert>
      ))}
      {row.kept > 0 && <Alert variant="light">{t('preview.kept', { count: row.kept })}</Alert>}
    </Stack>
  );
}
