import { findDepartment } from '../../server/accounts/find-department.ts';
import { createDepartment } from '../../server/accounts/save-department.ts';
import type { ActorContext } from '../../server/context.ts';
import { findLastReading } from '../../server/social/find-last-reading.ts';
import { findPage } from '../../server/social/find-page.ts';
import { createPage } from '../../server/social/save-page.ts';
import { storeSnapshots } from '../../server/social/store-snapshots.ts';
import { PageFields, type Snapshot } from '../../shared/social/schemas.ts';
import { type ReportedPage, reportedPages } from './la-estrella-2020-figures.ts';

const yearEnd = '2020-12-31';

async function storeDepartment(context: ActorContext, name: string): Promise<string> {
  const known = await findDepartment(context.database, name);
  return (known ?? (await createDepartment(context, { name }))).id;
}

async function storePage(context: ActorContext, page: ReportedPage): Promise<string> {
  const { network, handle, title, department } = page;
  const known = await findPage(context.database, page);
  if (known) return known.id;
  const departmentId = department === null ? null : await storeDepartment(context, department);
  const isMain = department === null;
  const fields = PageFields.parse({ network, handle, title, departmentId, isMain });
  return (await createPage(context, fields)).id;
}

/** The year-end figures: of table 3.3.4 for the main pages, of table 3.3 for the others. */
function yearEndFigures(page: ReportedPage): [Snapshot['metric'], number][] {
  if (page.yearEnd === null) return [['followers', page.followers]];
  return [
    ['followers', page.yearEnd.followers],
    ['posts', page.yearEnd.posts],
  ];
}

/** The pages of table 3.3, with the departments that own them and their figures at the end of the year. */
export async function storePages(context: ActorContext): Promise<void> {
  const snapshots: Snapshot[] = [];
  const capturedAt = context.now().toISOString();
  for (const page of reportedPages) {
    const pageId = await storePage(context, page);
    for (const [metric, value] of yearEndFigures(page)) {
      const { network, handle } = page;
      const period = { from: yearEnd, to: yearEnd };
      if (await findLastReading(context.database, { network, handle, metric, ...period })) continue;
      const origin = { source: 'import', precision: 'exact', capturedAt } as const;
      snapshots.push({ pageId, metric, day: yearEnd, value, ...origin });
    }
  }
  await storeSnapshots(context, snapshots);
}
