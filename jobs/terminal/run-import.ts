import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { asSystem, type House } from '../../server/context.ts';
import { previewFile } from '../../server/imports/preview-file.ts';
import { discardImport, writeImport } from '../../server/imports/write-import.ts';
import { findPage } from '../../server/social/find-page.ts';
import { Day } from '../../shared/calendar/day.ts';
import { AltavozFailure, type Failure, type FileRefusal } from '../../shared/failure.ts';
import { largestFileBytes } from '../../shared/imports/limits.ts';
import type { FileNeed, ImportRow, ReadOfFile } from '../../shared/imports/rows.ts';
import { FileToRead } from '../../shared/imports/schemas.ts';
import { Metric, metrics } from '../../shared/social/metrics.ts';
import { askAgreement } from './ask-agreement.ts';
import { type Command, onlyWord, readOptions, type Terminal, UsageError } from './command.ts';

const refusals: Record<FileRefusal, string> = {
  empty: 'it is empty',
  too_large: 'it is too large',
  too_many_rows: 'it has too many rows',
  too_many_cells: 'it has too many cells: divide it',
  too_slow: 'it takes too many seconds to read: divide it, or save it as CSV',
  too_heavy: 'it takes too many megabytes of memory to read: divide it, or save it as CSV',
  interrupted: 'its reading was interrupted: try again',
  not_a_table: 'it is no table',
  not_a_calendar: 'it is no calendar',
  endless_calendar: 'its dates would be worked out without end',
  web_page: 'it is a web page and no table',
  old_workbook: 'it is an old or locked workbook: save it as XLSX or CSV',
  swollen_archive: 'it grows too large when it is opened',
  cut_short: 'it is cut short',
  not_recognised: 'its columns are not those of any known export',
  not_kept: 'it holds a figure that is not kept',
};

/** A refusal in one line; what is not expected here goes on as it is. */
function sentenceOf(failure: Failure, file: string): string | undefined {
  if (failure.code === 'file_refused') {
    const limit = failure.limit === undefined ? '' : ` (more than ${failure.limit})`;
    return `${file} cannot be read: ${refusals[failure.reason]}${limit}`;
  }
  if (failure.code === 'import_moved') return 'the figures changed in the meantime: import again';
  if (failure.code === 'invalid_input') return 'that page is of another network than the file';
  return undefined;
}

/** The page that `--page` names: its identifier, or its network and handle. */
async function findPageId(house: House, said: string): Promise<string> {
  const [network = '', ...handle] = said.split('/');
  const page =
    handle.length > 0
      ? await findPage(house.database, { network, handle: handle.join('/').replace(/^@/, '') })
      : { id: said };
  if (!page) throw new Error(`there is no page ${said}`);
  return page.id;
}

async function readWhole(path: string): Promise<string> {
  const { size } = await stat(path);
  // What is larger would be refused anyway; it is not read to find out.
  if (size > largestFileBytes) {
    throw new Error(`${path} is larger than ${largestFileBytes / 1024 / 1024} MB`);
  }
  return (await readFile(path)).toString('base64');
}

function refuseUnsaid(read: ReadOfFile, file: string): void {
  const needs: readonly FileNeed[] = read.needs;
  if (needs.includes('metric')) {
    throw new Error(
      `${file} does not say what it counts: add --metric, one of ${metrics.join(', ')}`,
    );
  }
  if (needs.includes('page')) {
    const called = read.says ? ` ("${read.says}")` : '';
    throw new Error(`${file} does not say of which page it is${called}: add --page`);
  }
}

function summary({ added, changed, same, conflicting, refused }: ImportRow): string {
  return `new ${added}, changed ${changed}, the same ${same}, unlike the network ${conflicting}, left out ${refused}`;
}

async function importFile(terminal: Terminal, path: string, file: FileToRead): Promise<number> {
  const context = asSystem(await terminal.openHouse());
  const read = await previewFile(context, {
    ...file,
    pageId: file.pageId === null ? null : await findPageId(context, file.pageId),
  });
  refuseUnsaid(read, path);
  if (!read.import) throw new Error(`${path} cannot be read`);
  const { id, kind, pages } = read.import;
  terminal.say(`${path}: ${kind}, of ${pages.map(({ title }) => title).join(', ') || 'no page'}.`);
  terminal.say(`${summary(read.import)}.`);
  if (!(await askAgreement('Write it?'))) {
    await discardImport(context, id);
    terminal.say('Nothing was written.');
    return 1;
  }
  await writeImport(context, id);
  terminal.say(`Written as import ${id}; it can be undone under Administración, Importar.`);
  return 0;
}

/** `import FILE`: a file that a network let somebody download, shown first and written when agreed to. */
export const runImport: Command = {
  words: 'import',
  usage: 'import FILE [--page ID|NETWORK/HANDLE] [--metric NAME] [--downloaded DAY]',
  summary: 'shows what a downloaded file would change, and writes it once that is agreed to',
  async run(terminal, words) {
    const path = onlyWord(words.slice(0, 1), 'FILE');
    const options = readOptions(words.slice(1), ['page', 'metric', 'downloaded']);
    const metric = Metric.optional().safeParse(options.metric);
    if (!metric.success) throw new UsageError(`--metric must be one of ${metrics.join(', ')}`);
    const day = Day.optional().safeParse(options.downloaded);
    if (!day.success) throw new UsageError('--downloaded must be a day, YYYY-MM-DD');
    const file = FileToRead.parse({
      name: basename(path),
      content: await readWhole(path),
      pageId: options.page,
      metric: metric.data,
      fileDay: day.data,
    });
    try {
      return await importFile(terminal, path, file);
    } catch (error) {
      const sentence =
        error instanceof AltavozFailure ? sentenceOf(error.failure, path) : undefined;
      if (sentence === undefined) throw error;
      throw new Error(sentence);
    }
  },
};
