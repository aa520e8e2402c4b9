import type { House } from '../../server/context.ts';
import { differenceSentence } from '../../server/database/schema-check/compare-schemas.ts';
import { listPostgresDifferences } from '../../server/database/schema-check/postgres-differences.ts';
import { listSqliteDifferences } from '../../server/database/schema-check/sqlite-differences.ts';
import { checkEvidence, type EvidenceFault } from '../../server/evidence/check-evidence.ts';
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

/** Absent where the database does not let them be compared. */
async function listSchemaDifferences({ database }: House): Promise<string[] | undefined> {
  const { sqlite, db } = database;
  const found = await (sqlite ? listSqliteDifferences(sqlite) : listPostgresDifferences(db));
  return found?.map(differenceSentence);
}

/** What is wrong with a file of evidence, as the terminal says it. */
function evidenceSentence({ id, name, fault, part, of }: EvidenceFault): string {
  const said: Record<typeof fault, string> = {
    part_missing: `part ${part} of ${of} is missing`,
    part_too_many: `it has a part ${part}, and should have ${of}`,
    part_size: `part ${part} of ${of} has another size`,
    content: 'its content is not what came in (SHA-256)',
  };
  return `${name} (${id}): ${said[fault]}`;
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
    const schema = await listSchemaDifferences(house);
    const evidence = (await checkEvidence(house.database)).map(evidenceSentence);
    const sealed = await listSealedElsewhere(house);
    const report = (heading: string, lines: string[]) => {
      terminal.say(`${heading}: ${lines.length === 0 ? 'none' : lines.length}`);
      for (const line of lines) terminal.say(`  ${line}`);
    };
    report('Damage', damages);
    report('Monthly totals that differ from their records', differences);
    if (schema) report('Tables, triggers and indexes not as the migrations make them', schema);
    else terminal.say('Tables, triggers and indexes: not compared, the account may make no schema');
    report('Evidence that is not what came in', evidence);
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
    const faults = [damages, differences, schema ?? [], evidence, sealed];
    return faults.every(({ length }) => length === 0) ? 0 : 1;
  },
};
