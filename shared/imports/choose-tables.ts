import type { TableRow } from '../files/table.ts';
import type { NetworkId } from '../social/networks.ts';
import { metricOfSeries } from './read-days.ts';
import { type Recognised, readSeriesTitle } from './recognise.ts';

/** A table of a file: the name of the file or sheet that it is in, and what it is where that was recognised. */
export interface FileTable {
  name: string;
  rows: readonly TableRow[];
  recognised: Recognised | undefined;
}

/** A table that was recognised. */
export type KnownTable = FileTable & { recognised: Recognised };

/** The network that a table says it is of; nothing where it says none. */
export function networkOfTable({ kind, title }: Recognised): NetworkId | null {
  return kind.id === 'meta_series' ? (readSeriesTitle(title)?.network ?? null) : kind.network;
}

/** A series of something that is not kept, such as visits, has nothing to bring. */
const holdsNothingKept = ({ kind, title }: Recognised) =>
  kind.id === 'meta_series' && readSeriesTitle(title)?.metric === null;

/** The tables that are read together: those of the network of the first one, each of a metric that it names. */
export function chooseTables(tables: readonly FileTable[]): KnownTable[] {
  const known = tables.filter(
    (table): table is KnownTable =>
      table.recognised !== undefined && !holdsNothingKept(table.recognised),
  );
  const network = known.map(({ recognised }) => networkOfTable(recognised)).find(Boolean);
  const together = known.filter(({ recognised }) => {
    const own = networkOfTable(recognised);
    return own === null || network === undefined || own === network;
  });
  if (together.length === 1) return together;
  // One answer of the person is no answer for several series.
  return together.filter(
    ({ recognised }) =>
      recognised.kind.id !== 'meta_series' || metricOfSeries(recognised, null) !== null,
  );
}
