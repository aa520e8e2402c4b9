/** One file that breaks an import rule, with what it imports; `rule` is its name in the configuration. */
export interface PlantedViolation {
  rule: string;
  file: string;
  imports: string;
}

/** What a planted violation needs elsewhere: a circle closes in its second file. */
export const plantedBeside = [{ file: 'server/circle-b.ts', imports: "import './circle-a.ts'" }];

/** At least one violation of every rule; files that are imported are made empty beside them. */
export const plantedViolations: PlantedViolation[] = [
  { rule: 'shared-only-shared', file: 'shared/a.ts', imports: "import '../server/context.ts'" },
  { rule: 'shared-only-shared', file: 'shared/b.ts', imports: "import 'node:fs'" },
  { rule: 'shared-only-shared', file: 'shared/c.ts', imports: "import 'kysely'" },
  {
    rule: 'client-only-shared',
    file: 'client/a.ts',
    imports: "import type { House } from '../server/context.ts'",
  },
  { rule: 'client-only-shared', file: 'client/b.ts', imports: "import '../jobs/schedule.ts'" },
  {
    rule: 'client-router-type-only',
    file: 'client/c.ts',
    imports: "import { appRouter } from '../server/http/router.ts'",
  },
  { rule: 'client-no-node', file: 'client/d.ts', imports: "import 'node:path'" },
  {
    rule: 'client-parts-know-no-area',
    file: 'client/ui/a.tsx',
    imports: "import '../press/press-page.tsx'",
  },
  {
    rule: 'client-parts-know-no-area',
    file: 'client/format/a.ts',
    imports: "import '../../shared/output/kinds.ts'",
  },
  {
    rule: 'networks-only-contract',
    file: 'jobs/networks/a.ts',
    imports: "import './x.ts'",
  },
  {
    rule: 'networks-only-contract',
    file: 'jobs/networks/b.ts',
    imports: "import '../schedule.ts'",
  },
  { rule: 'networks-only-contract', file: 'jobs/networks/c.ts', imports: "import 'kysely'" },
  { rule: 'jobs-no-client', file: 'jobs/a.ts', imports: "import '../client/main.tsx'" },
  {
    rule: 'server-no-jobs-no-client',
    file: 'server/a.ts',
    imports: "import '../jobs/schedule.ts'",
  },
  {
    rule: 'server-no-jobs-no-client',
    file: 'server/b.ts',
    imports: "import '../client/main.tsx'",
  },
  {
    rule: 'database-knows-no-area',
    file: 'server/database/a.ts',
    imports: "import '../press/save-clipping.ts'",
  },
  {
    rule: 'reach-knows-no-area',
    file: 'server/reach/a.ts',
    imports: "import '../press/save-clipping.ts'",
  },
  {
    rule: 'queries-and-tables-private',
    file: 'server/reports/a.ts',
    imports: "import '../press/queries.ts'",
  },
  {
    rule: 'queries-and-tables-private',
    file: 'server/reports/b.ts',
    imports: "import '../press/clipping-queries.ts'",
  },
  {
    rule: 'queries-and-tables-private',
    file: 'jobs/tasks/a.ts',
    imports: "import '../../server/social/tables.ts'",
  },
  {
    rule: 'areas-one-way-accounts',
    file: 'server/accounts/a.ts',
    imports: "import '../output/save-output-item.ts'",
  },
  {
    rule: 'areas-one-way-evidence',
    file: 'server/evidence/a.ts',
    imports: "import '../press/save-clipping.ts'",
  },
  {
    rule: 'areas-one-way-indicators',
    file: 'server/indicators/a.ts',
    imports: "import '../imports/preview-file.ts'",
  },
  {
    rule: 'areas-one-way-output',
    file: 'server/output/a.ts',
    imports: "import '../press/save-clipping.ts'",
  },
  {
    rule: 'areas-one-way-press',
    file: 'shared/press/a.ts',
    imports: "import '../reports/discrepancies.ts'",
  },
  {
    rule: 'areas-one-way-social',
    file: 'client/social/a.tsx',
    imports: "import '../press/press-page.tsx'",
  },
  {
    rule: 'areas-one-way-imports',
    file: 'server/imports/a.ts',
    imports: "import '../reports/find-discrepancies.ts'",
  },
  { rule: 'product-no-test-tools', file: 'server/c.ts', imports: "import 'vitest'" },
  { rule: 'no-circle', file: 'server/circle-a.ts', imports: "import './circle-b.ts'" },
  { rule: 'must-resolve', file: 'jobs/b.ts', imports: "import './nowhere.ts'" },
];
