import type { Generated } from 'kysely';
import type { Flag, RecordColumns } from './record-columns.ts';

export interface ConnectionTable extends Omit<RecordColumns, 'searchText'> {
  network: string;
  label: string;
  baseUrl: string | null;
  /** Names and values as JSON, encrypted with SECRET_KEY. */
  secret: string | null;
  status: string;
  statusAt: string | null;
  /** Why it does not work, as JSON; null while it does. */
  failure: string | null;
  expiresAt: string | null;
  /** `none`, `asked` or `done`. */
  checkStatus: string;
  checkAskedAt: string | null;
  checkedAt: string | null;
  checkResult: string | null;
}

export interface PageTable extends RecordColumns {
  network: string;
  handle: string;
  externalId: string | null;
  title: string;
  departmentId: string | null;
  isMain: Flag;
  isPulled: Flag;
  /** Null: the network's only connection, or none where it needs none. */
  connectionId: string | null;
  /** The address of the page's own server, on networks of many servers. */
  baseUrl: string | null;
  /** What the network called the account when it was last read; null while it has not said. */
  seenHandle: string | null;
  /** Where the account says that it has moved to. */
  movedTo: string | null;
}

export interface SnapshotTable {
  pageId: string;
  metric: string;
  day: string;
  source: string;
  value: number;
  precision: string;
  capturedAt: string;
}

/** The network's newest reading of what a page has; the day's own is the first, in `snapshot`. */
export interface NewestLevelTable {
  pageId: string;
  metric: string;
  day: string;
  value: number;
  precision: string;
  capturedAt: string;
}

export interface TaskSlotTable {
  task: string;
  slot: string;
  claimedBy: string;
  claimedAt: string;
  leaseUntil: string;
  finishedAt: string | null;
}

export interface PullRequestTable {
  id: string;
  requestedAt: string;
  requestedBy: string | null;
  pageId: string | null;
  status: string;
  pullId: string | null;
  /** `daily` or `history`. */
  kind: Generated<string>;
}

export interface PullTable {
  id: string;
  reason: string;
  day: string;
  startedAt: string;
  finishedAt: string | null;
  pages: number;
  pagesDone: number;
  pagesFailed: number;
  calls: number;
  /** `daily` or `history`. */
  kind: Generated<string>;
  cancelAskedAt: string | null;
  cancelAskedBy: string | null;
  /** How it ended: `whole`, `cancelled` or `stopped`; null while it runs. */
  ended: string | null;
  steps: Generated<number>;
  stepsDone: Generated<number>;
  readings: Generated<number>;
  postsRead: Generated<number>;
  waitedMs: Generated<number>;
}

export interface PullStepTable {
  pullId: string;
  pageId: string;
  part: string;
  at: string;
  outcome: string;
  /** Failures, as JSON. */
  details: string;
  calls: number;
  readings: number;
  postsRead: number;
}

export interface PagePartTable {
  pageId: string;
  part: string;
  attemptedAt: string | null;
  pullId: string | null;
  outcome: string | null;
  details: string;
  succeededAt: string | null;
  /** The first day whose history is read; null while none is. */
  filledFrom: string | null;
  fillCursor: string | null;
  /** When the network's whole history was read. */
  filledAt: string | null;
  /** When the whole reading began that goes on or ended last. */
  fillBeganAt: string | null;
}

export interface PostTable {
  pageId: string;
  externalId: string;
  publishedAt: string;
  day: string;
  hour: number;
  /** 0: whoever gave it told its day alone, and the hour says nothing. */
  hasHour: Flag;
  /** When a whole reading no longer had it; null while the network has it. */
  goneAt: string | null;
  kind: string;
  text: string;
  searchText: string;
  permalink: string | null;
  source: string;
  capturedAt: string;
  views: number | null;
  reach: number | null;
  reactions: number | null;
  comments: number | null;
  shares: number | null;
  quotes: number | null;
  saves: number | null;
  clicks: number | null;
  engagements: number | null;
  /** Counts are 0 because the network leaves posts without any out of its figures. */
  implied: Generated<Flag>;
}

export interface PostReadingTable {
  pageId: string;
  externalId: string;
  source: string;
  capturedAt: string;
  counts: string;
  implied: Generated<Flag>;
}

export interface PostTopicTable {
  pageId: string;
  externalId: string;
  topic: string;
}

export interface AudienceSliceTable {
  pageId: string;
  dimension: string;
  day: string;
  key: string;
  source: string;
  value: number;
  unit: string;
  capturedAt: string;
}

export interface AnnotationTable extends RecordColumns {
  pageId: string | null;
  fromDay: string;
  toDay: string;
  kind: string;
  text: string;
}

export interface AlertRuleTable extends RecordColumns {
  kind: string;
  /** Decimal text; of falls alone. */
  percent: string | null;
  days: number;
  network: string | null;
  isMailed: Flag;
}

export interface AlertTable {
  id: string;
  ruleId: string;
  /** What it tells of: the page, or the connection with the end of its token. */
  subject: string;
  searchText: string;
  network: string;
  pageId: string | null;
  connectionId: string | null;
  kind: string;
  facts: string;
  openedAt: string;
  closedAt: string | null;
  dismissedAt: string | null;
  dismissedBy: string | null;
  digestId: string | null;
  mailedAt: string | null;
}

export interface AlertDigestTable {
  id: string;
  /** `sending`, `sent`, `failed` or `uncertain`. */
  state: string;
  attemptedAt: string;
  alerts: number;
  failure: string | null;
}

/** The tables of networks: pages, pulls, readings, posts. */
export interface SocialTables {
  connection: ConnectionTable;
  page: PageTable;
  snapshot: SnapshotTable;
  newestLevel: NewestLevelTable;
  taskSlot: TaskSlotTable;
  pullRequest: PullRequestTable;
  pull: PullTable;
  pullStep: PullStepTable;
  pagePart: PagePartTable;
  post: PostTable;
  postReading: PostReadingTable;
  postTopic: PostTopicTable;
  audienceSlice: AudienceSliceTable;
  annotation: AnnotationTable;
  alertRule: AlertRuleTable;
  alert: AlertTable;
  alertDigest: AlertDigestTable;
}
