import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAccount } from '../../../server/accounts/add-account.ts';
import { createDepartment } from '../../../server/accounts/save-department.ts';
import { type ActorContext, asSystem, type House } from '../../../server/context.ts';
import { type OpenDatabase, openDatabase } from '../../../server/database/connection.ts';
import { importOutputItems } from '../../../server/output/import-output-items.ts';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { createPage } from '../../../server/social/save-page.ts';
import { storeSnapshots } from '../../../server/social/store-snapshots.ts';
import type { Snapshot } from '../../../shared/social/schemas.ts';
import { makeClippings } from '../generate/clippings.ts';
import { makeOutputItems } from '../generate/output-items.ts';
import { makeOutlets } from '../generate/press-offices.ts';
import { makeSnapshots } from '../generate/snapshots.ts';
import { benchAccount, openBenchHouse } from '../open-bench-house.ts';
import type { Size } from '../sizes.ts';
import { type LoadRate, measureLoad } from './load-rate.ts';
import { beginRawCopy, copyParents, rowsSince } from './raw-copy.ts';

/** A generated database, and how fast it was loaded; rates are absent when it was there already. */
export interface Loaded {
  dataDir: string;
  rates: LoadRate[];
}

const parents = ['department', 'outlet', 'rate', 'page'];

async function makeDepartments(context: ActorContext): Promise<string[]> {
  const ids: string[] = [];
  for (const name of ['Hacienda', 'Salud', 'Educación', 'Movilidad', 'Cultura', 'Gobierno']) {
    ids.push((await createDepartment(context, { name })).id);
  }
  return ids;
}

async function makePages(context: ActorContext, count: number): Promise<string[]> {
  const networks = ['facebook', 'instagram', 'x'] as const;
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const network = networks[index % networks.length] ?? 'facebook';
    const title = `Página ${index}`;
    const handle = `pagina${index}`;
    const reach = { externalId: null, connectionId: null, baseUrl: null };
    const common = { ...reach, departmentId: null, isMain: index < 3, isPulled: true };
    ids.push((await createPage(context, { network, handle, title, ...common })).id);
  }
  return ids;
}

const snapshotValues = (row: Snapshot) => [
  row.pageId,
  row.metric,
  row.day,
  row.source,
  row.value,
  row.precision,
  row.capturedAt,
];

async function loadEverything(house: House, raw: OpenDatabase, size: Size): Promise<LoadRate[]> {
  const context = asSystem(house);
  await addAccount(context, benchAccount);
  const departments = await makeDepartments(context);
  const outlets = await makeOutlets(context);
  const pageIds = await makePages(context, size.pages);
  copyParents(house.database, raw, parents);
  const rates: LoadRate[] = [];
  rates.push(
    await measureLoad(
      'output items',
      makeOutputItems(size, departments),
      (batch) => importOutputItems(context, batch),
      () => beginRawCopy(raw, 'output_item', rowsSince(house.database, 'output_item')),
    ),
    await measureLoad(
      'clippings',
      makeClippings(size, outlets),
      (batch) => importClippings(context, batch),
      () => beginRawCopy(raw, 'clipping', rowsSince(house.database, 'clipping')),
    ),
  );
  let latest: Snapshot[] = [];
  rates.push(
    await measureLoad(
      'snapshots',
      makeSnapshots(size, pageIds),
      (batch) => {
        latest = batch;
        return storeSnapshots(context, batch);
      },
      () => beginRawCopy(raw, 'snapshot', () => latest.map(snapshotValues)),
    ),
  );
  return rates;
}

/**
 * Generates the database of a size under `folder` through the product's own verbs, beside a raw
 * one that is thrown away. With `keep`, one that is complete from an earlier run is used again.
 */
export async function loadDatabase(folder: string, size: Size, keep: boolean): Promise<Loaded> {
  const dataDir = join(folder, `database-${size.name}`);
  const done = join(dataDir, 'loaded.json');
  if (keep && existsSync(done)) {
    return { dataDir, rates: JSON.parse(readFileSync(done, 'utf8')) as LoadRate[] };
  }
  const rawDir = `${dataDir}-raw`;
  for (const path of [dataDir, rawDir]) {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
  }
  const house = await openBenchHouse(dataDir);
  const raw = await openDatabase({ databaseUrl: undefined, dataDir: rawDir });
  try {
    const rates = await loadEverything(house, raw, size);
    house.database.sqlite?.pragma('wal_checkpoint(TRUNCATE)');
    writeFileSync(done, JSON.stringify(rates, null, 2));
    return { dataDir, rates };
  } finally {
    await house.database.close();
    await raw.close();
    rmSync(rawDir, { recursive: true, force: true });
  }
}
