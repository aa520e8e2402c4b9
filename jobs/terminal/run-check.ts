import type { House } from '../../server/context.ts';
import { checkOutputRollup } from '../../server/output/check-output-rollup.ts';
import { checkPressRollup } from '../../server/press/check-press-rollup.ts';
import { checkClippingSearch } from '../../server/press/table/check-clipping-search.ts';
import { findDiscrepanciesOfAllYears } from '../../server/reports/find-discrepancies.ts';
import { listSealedElsewhere } from '../../server/social/open-connection.ts';
import { type Command, UsageError } from './command.ts';

/** What SQLite itself finds wrong in the file; PostgreSQL looks after its own. */
async function listDamages(house: House): Promise<string[]> {
  const { database } = house;
  if (!database.reader) return [];
  const verdicts = database.reader.pragma('integrity_check') as { integrity_check: string }[];
  const references = database.reader.pragma('foreign_key_check') as {
    table: string;
    parent: string;
  }[];
  return [
    ...verdicts.map((row) => row.integrity_check).filter((verdict) => verdict !== 'ok'),
    ...((await checkClippingSearch(house))
      ? []
      : ['search did not find every appearance by its words; it was built anew']),
    ...references.map((row) => `${row.table} points at a ${row.parent} that does not exist`),
  ];
}

async function listRollupDifferences(house: House): Promise<string[]> {
  const said = (figure: string | number | null) => figure ?? 'nothing';
  return [
    ...(await checkOutputRollup(house)).map(
      (one) =>
        `output of ${one.month}, ${one.kind}, ${one.source}: kept ${said(one.kept)}, its records add up to ${said(one.counted)}`,
    ),
    ...(await checkPressRollup(house)).map(
      (one) =>
        `press of ${one.month}, ${one.channel}, ${one.source}: kept ${said(one.kept)}, its records add up to ${said(one.counted)}`,
    ),
  ];
}

/**
 * `check`: whether the database is whole, and where its figures disagree. Contradictions of printed
 * reports are facts about those reports: they are listed and are no fault of the database.
 */
export const runCheck: Command = {
  words: 'check',
  usage: 'check',
  summary: 'says whether the database is whole and which figures disagree',
  async run(terminal, words) {
    if (words.length > 0) throw new UsageError(`"${words.join(' ')}" was not expected`);
    const house = await terminal.openHouse();
    const damages = await listDamages(house);
    const differences = await listRollupDifferences(house);
    const sealed = await listSealedElsewhere(house);
    const report = (heading: string, lines: string[]) => {
      terminal.say(`${heading}: ${lines.length === 0 ? 'none' : lines.length}`);
      for (const line of lines) terminal.say(`  ${line}`);
    };
    report('Damage', damages);
    report('Monthly totals that differ from their records', differences);
    report(
      'Tokens that the secret key does not open',
      sealed.map(({ network, label }) => `${network}: ${label}`),
    );
    for (const { year, discrepancies } of await findDiscrepanciesOfAllYears(house.database)) {
      report(
        `Figures declared of ${year} that the records contradict`,
        discrepancies.map((one) => `${one.label}: ${one.explanation}`),
      );
    }
    return damages.length + differences.length + sealed.length === 0 ? 0 : 1;
  },
};
