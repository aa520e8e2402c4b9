import { join, resolve } from 'node:path';
import { backUpSqlite, type CopyProgress } from '../../server/database/back-up-sqlite.ts';
import { restoreSqlite } from '../../server/database/restore-sqlite.ts';
import { listSealedElsewhere } from '../../server/social/open-connection.ts';
import { type Command, onlyWord, type Terminal } from './command.ts';

const sayEveryMs = 2_000;

function refuseOnPostgres(terminal: Terminal, tool: string): void {
  if (!terminal.config.databaseUrl) return;
  throw new Error(`the database is on PostgreSQL: use its own ${tool}`);
}

/** Says how far a copy is, so often that whoever waits sees it go on. */
function sayProgress(terminal: Terminal): CopyProgress {
  let saidAt = performance.now();
  return ({ pages, of }) => {
    if (performance.now() - saidAt < sayEveryMs) return;
    saidAt = performance.now();
    terminal.say(`${Math.floor((100 * pages) / of)} %`);
  };
}

/** `backup FILE`: a copy of the embedded database, made while it is in use. */
export const backUp: Command = {
  words: 'backup',
  usage: 'backup FILE',
  summary: 'copies the SQLite database, also while Altavoz runs',
  async run(terminal, words) {
    const file = resolve(onlyWord(words, 'FILE'));
    refuseOnPostgres(terminal, 'pg_dump');
    const from = join(terminal.config.dataDir, 'altavoz.db');
    await backUpSqlite(from, file, sayProgress(terminal));
    terminal.say(`Backed up to ${file}.`);
    terminal.say('The tokens in it open only with the secret key: keep a copy of that too, apart.');
    return 0;
  },
};

/** `restore FILE`: a back-up in the place of the embedded database, which is kept aside. */
export const restore: Command = {
  words: 'restore',
  usage: 'restore FILE',
  summary: 'puts a back-up in the place of the SQLite database, which is kept aside',
  async run(terminal, words) {
    const file = resolve(onlyWord(words, 'FILE'));
    refuseOnPostgres(terminal, 'pg_restore');
    const kept = await restoreSqlite(file, terminal.config.dataDir, new Date());
    terminal.say(`Restored ${file}.`);
    if (kept) terminal.say(`The database that was there is kept as ${kept}.`);
    const sealed = await listSealedElsewhere(await terminal.openHouse());
    if (sealed.length > 0) {
      terminal.say(
        'Its tokens were sealed with another secret key, and cannot be opened with this one:',
      );
      for (const { network, label } of sealed) terminal.say(`  ${network}: ${label}`);
      terminal.say('Bring back the secret key that was kept apart, or type these tokens again.');
    }
    return 0;
  },
};
