import type { Migration } from 'kysely';
import { migrationTools } from '../columns.ts';
import type { Dialect } from '../connection.ts';
import { createAccounts } from './0001-accounts.ts';
import { createRecords } from './0002-records.ts';
import { createSocial } from './0003-social.ts';
import { createConnectionsAndPulls } from './0004-connections-and-pulls.ts';
import { createPosts } from './0005-posts.ts';
import { createImports } from './0006-imports.ts';
import { createAlerts } from './0007-alerts.ts';
import { widenPress } from './0008-press-in-full.ts';
import { guardRates } from './0009-rates.ts';
import { createReview } from './0010-review.ts';
import { createClippingTable } from './0012-clipping-table.ts';
import { createLikeness } from './0013-likeness.ts';
import { createFeeds } from './0014-feeds.ts';
import { widenOutput } from './0015-output-in-full.ts';
import { createCommitments } from './0016-commitments.ts';
import { createRequestsAndCalendars } from './0017-requests-and-calendars.ts';
import { createOutputRollups } from './0018-output-rollups.ts';
import { createIndicators } from './0019-indicators.ts';
import { createCountTables } from './0020-count-tables.ts';
import { createSheetImports } from './0021-sheet-imports.ts';
import { tellEnterers } from './0022-four-eyes.ts';
import { createClosedNames } from './0023-closed-names.ts';
import { createOutputStates } from './0024-output-states.ts';
import { createPressTotals } from './0026-press-totals.ts';
import { createEntity } from './0027-entity.ts';
import { createOutputConfirmations } from './0029-output-confirmations.ts';
import { createOutletReach } from './0030-outlet-reach.ts';
import { tellChangers } from './0031-price-changers.ts';
import { indexEntryAddresses } from './0032-entry-addresses.ts';
import { markCalendarAddresses } from './0033-calendar-credentials.ts';
import { indexListedClippings } from './0034-listed-clippings.ts';
import { tellKnownAndGone } from './0038-known-posts.ts';
import { foldStyledLetters } from './0039-folded-letters.ts';
import { tellPageNews } from './0040-page-news.ts';
import { tellPageServers } from './0041-page-servers.ts';
import { markImpliedCounts } from './0042-implied-counts.ts';

const listed = {
  '0001-accounts': createAccounts,
  '0002-records': createRecords,
  '0003-social': createSocial,
  '0004-connections-and-pulls': createConnectionsAndPulls,
  '0005-posts': createPosts,
  '0006-imports': createImports,
  '0007-alerts': createAlerts,
  '0008-press-in-full': widenPress,
  '0009-rates': guardRates,
  '0010-review': createReview,
  '0012-clipping-table': createClippingTable,
  '0013-likeness': createLikeness,
  '0014-feeds': createFeeds,
  '0015-output-in-full': widenOutput,
  '0016-commitments': createCommitments,
  '0017-requests-and-calendars': createRequestsAndCalendars,
  '0018-output-rollups': createOutputRollups,
  '0019-indicators': createIndicators,
  '0020-count-tables': createCountTables,
  '0021-sheet-imports': createSheetImports,
  '0022-four-eyes': tellEnterers,
  '0023-closed-names': createClosedNames,
  '0024-output-states': createOutputStates,
  '0026-press-totals': createPressTotals,
  '0027-entity': createEntity,
  '0029-output-confirmations': createOutputConfirmations,
  '0030-outlet-reach': createOutletReach,
  '0031-price-changers': tellChangers,
  '0032-entry-addresses': indexEntryAddresses,
  '0033-calendar-credentials': markCalendarAddresses,
  '0034-listed-clippings': indexListedClippings,
  '0038-known-posts': tellKnownAndGone,
  '0039-folded-letters': foldStyledLetters,
  '0040-page-news': tellPageNews,
  '0041-page-servers': tellPageServers,
  '0042-implied-counts': markImpliedCounts,
};

/** Every migration in the order it is applied; a released one never changes. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(listed).map(([name, up]) => [
      name,
      { up: (db) => up(migrationTools(db, dialect)) },
    ]),
  );
}
