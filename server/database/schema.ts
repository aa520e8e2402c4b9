import type { Generated } from 'kysely';

/** 0 or 1: SQLite's STRICT tables have no boolean. */
export type Flag = 0 | 1;

/** The columns of every record that people edit. */
export interface RecordColumns {
  id: string;
  version: number;
  /** What search looks through: folded by `foldForSearch`. */
  searchText: string;
  createdAt: string;
  updatedAt: string;
  updatedBy: string | null;
  /** Set when removed; cleared when the removal is undone. */
  deletedAt: string | null;
}

export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean | Flag;
  image: string | null;
  role: string;
  active: boolean | Flag;
  createdAt: Date | string;
  updatedAt: Date | string;
}

export interface SessionTable {
  id: string;
  expiresAt: Date | string;
  token: string;
  createdAt: Date | string;
  updatedAt: Date | string;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Date | string;
  updatedAt: Date | string;
}

export interface SetupCodeTable {
  id: number;
  codeHash: string;
  createdAt: string;
}

export interface AuditTable {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string;
  action: string;
  record: string;
  recordId: string;
  details: string;
}

export interface AreaRevisionTable {
  area: string;
  revision: number;
}

export interface DepartmentTable extends RecordColumns {
  name: string;
}

export interface OutputItemTable extends RecordColumns {
  kind: string;
  day: string;
  month: string;
  title: string;
  departmentId: string | null;
  place: string | null;
  url: string | null;
  notes: string | null;
  details: string;
}

export interface OutputTallyTable extends RecordColumns {
  month: string;
  kind: string;
  count: number;
  source: string;
  notes: string | null;
}

/** Roll-up kept in the same transaction as the records it counts. */
export interface OutputMonthTable {
  month: string;
  kind: string;
  source: 'records' | 'tally';
  count: number;
}

export interface OutletTable extends RecordColumns {
  name: string;
  medium: string;
  town: string | null;
  scope: string | null;
  website: string | null;
  isOwnChannel: Flag;
  /** Decimal text, such as `0.19`. */
  vatRate: string;
}

export interface RateTable extends RecordColumns {
  outletId: string;
  format: string;
  section: string;
  unit: string;
  /** Decimal text: square centimetres of the page, seconds of reference, or 1. */
  unitQuantity: string;
  /** As quoted, with or without VAT; `netPriceCop` is what values. */
  priceCop: number;
  netPriceCop: number;
  vatRate: string;
  vatIncluded: Flag;
  validFrom: string;
  validTo: string | null;
  sourceType: string;
  sourceReference: string;
  approvedBy: string | null;
}

export interface ClippingTable extends RecordColumns {
  outletId: string;
  channel: string;
  format: string;
  section: string;
  day: string;
  month: string;
  title: string;
  url: string | null;
  author: string | null;
  tone: string | null;
  isPaid: Flag;
  departmentId: string | null;
  notes: string | null;
  measures: string;
  rateId: string | null;
  standing: string;
  valueCop: number | null;
  valueWithVatCop: number | null;
  grade: string | null;
  /** Frozen inputs, formula version and result, as JSON. */
  valuation: string;
}

export interface PressTallyTable extends RecordColumns {
  month: string;
  channel: string;
  count: number;
  valueCop: number | null;
  source: string;
  notes: string | null;
}

/** Roll-up kept in the same transaction as the records it counts; value in whole pesos. */
export interface PressMonthTable {
  month: string;
  channel: string;
  source: 'records' | 'tally';
  count: number;
  value: number;
  unvalued: number;
}

export interface DeclaredFigureTable extends RecordColumns {
  year: number;
  /** What the figure is of, in the words of the discrepancy rules. */
  subject: string;
  label: string;
  value: number;
  precision: string;
  asPrinted: string;
  source: string;
}

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
  /** `none`, `asked`, `running` or `done`. */
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
}

export interface PostTable {
  pageId: string;
  externalId: string;
  publishedAt: string;
  day: string;
  hour: number;
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
}

export interface PostReadingTable {
  pageId: string;
  externalId: string;
  source: string;
  capturedAt: string;
  counts: string;
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

export interface PullOutcomeTable {
  pageId: string;
  at: string;
  pullId: string;
  outcome: string;
  details: string;
}

export interface ImportRunTable {
  id: string;
  kind: string;
  /** `pending`, `written`, `undone` or `discarded`. */
  status: string;
  fileName: string;
  fileHash: string;
  searchText: string;
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
  /** A JSON list. */
  pageIds: string;
  added: number;
  changed: number;
  same: number;
  conflicting: number;
  refused: number;
  /** Changes that an undoing left as they were, since somebody changed them later. */
  kept: number;
  /** A JSON list of what the person is to know of the file. */
  notes: string;
}

/** One row of a file, or one figure or post of it, and what it changes. */
export interface ImportChangeTable {
  runId: string;
  number: number;
  line: number;
  standing: string;
  /** `figure`, `post` or `row`. */
  makes: string;
  pageId: string | null;
  /** The metric of a figure, the identifier of a post. */
  subject: string | null;
  day: string | null;
  reason: string | null;
  said: string | null;
  before: string | null;
  after: string | null;
  others: string | null;
}

/** Every table; names and columns are camelCase here and snake_case in the database. */
export interface Tables {
  setupCode: SetupCodeTable;
  audit: AuditTable;
  areaRevision: AreaRevisionTable;
  department: DepartmentTable;
  outputItem: OutputItemTable;
  outputTally: OutputTallyTable;
  outputMonth: OutputMonthTable;
  outlet: OutletTable;
  rate: RateTable;
  clipping: ClippingTable;
  pressTally: PressTallyTable;
  pressMonth: PressMonthTable;
  declaredFigure: DeclaredFigureTable;
  connection: ConnectionTable;
  page: PageTable;
  snapshot: SnapshotTable;
  taskSlot: TaskSlotTable;
  pullRequest: PullRequestTable;
  pull: PullTable;
  pullOutcome: PullOutcomeTable;
  pullStep: PullStepTable;
  pagePart: PagePartTable;
  post: PostTable;
  postReading: PostReadingTable;
  postTopic: PostTopicTable;
  audienceSlice: AudienceSliceTable;
  annotation: AnnotationTable;
  importRun: ImportRunTable;
  importChange: ImportChangeTable;
}

/** The tables that keep better-auth's own column names: read them with `accountTables(db)`. */
export interface AccountTables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
}
