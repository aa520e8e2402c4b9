import type { Metric, SnapshotSource } from '../social/metrics.ts';
import type { NetworkId } from '../social/networks.ts';
import type { NetworkPost, PostCounts } from '../social/post-metrics.ts';
import type { FileKindId } from './file-kinds.ts';
import type { FileNote, RowRefusal } from './read-items.ts';
import type { ImportStatus, Standing } from './schemas.ts';

/** How many rows stand how. */
export interface ImportCounts {
  added: number;
  changed: number;
  same: number;
  conflicting: number;
  refused: number;
}

/** One import: a preview that waits, or what was written and perhaps undone. */
export interface ImportRow extends ImportCounts {
  id: string;
  kind: FileKindId;
  status: ImportStatus;
  fileName: string;
  createdAt: string;
  createdBy: string;
  /** Until then the preview can be agreed to. */
  expiresAt: string;
  writtenAt: string | null;
  writtenBy: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
  fromDay: string | null;
  toDay: string | null;
  pages: { id: string; title: string; network: NetworkId }[];
  /** Changes that its undoing left as they were. */
  kept: number;
  notes: FileNote[];
}

/** What a source says of a figure. */
export interface SourceValue {
  source: SnapshotSource;
  value: number;
}

/** What another source says of a post, where it differs. */
export interface SourceCounts {
  source: SnapshotSource;
  counts: PostCounts;
}

interface RowOfImport {
  number: number;
  line: number;
  standing: Standing;
}

/** One row of a preview or of what was written. */
export type ImportChange =
  | (RowOfImport & {
      makes: 'figure';
      pageId: string;
      page: string | null;
      metric: Metric;
      day: string;
      before: number | null;
      after: number;
      others: SourceValue[];
    })
  | (RowOfImport & {
      makes: 'post';
      pageId: string;
      page: string | null;
      before: PostCounts | null;
      after: NetworkPost;
      others: SourceCounts[];
    })
  | (RowOfImport & { makes: 'row'; reason: RowRefusal; said: string });

/** What a file lacks before its preview can be made. */
export type FileNeed = 'page' | 'metric';

/** A file that was recognised: its preview, or what has to be said of it first. */
export type ReadOfFile =
  | {
      kind: FileKindId;
      needs: FileNeed[];
      network: NetworkId | null;
      says: string | null;
      import: null;
    }
  | {
      kind: FileKindId;
      needs: [];
      network: NetworkId | null;
      says: string | null;
      import: ImportRow;
    };

/** How far the writing of an import has come, and in the end what it made. */
export type WriteProgress<Made> =
  | { done: number; total: number; finished: false }
  | { done: number; total: number; finished: true; import: Made };
export type ImportProgress = WriteProgress<ImportRow>;
