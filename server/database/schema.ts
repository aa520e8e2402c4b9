import type { ImportsTables } from './imports-schema.ts';
import type { Flag, RecordColumns } from './record-columns.ts';
import type { SocialTables } from './social-schema.ts';

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

/** Every table; names and columns are camelCase here and snake_case in the database. */
export interface Tables extends SocialTables, ImportsTables {
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
}

/** The tables that keep better-auth's own column names: read them with `accountTables(db)`. */
export interface AccountTables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
}
