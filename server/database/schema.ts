import type { FeedsTables } from './feeds-schema.ts';
import type { ImportsTables } from './imports-schema.ts';
import type { IndicatorsTables } from './indicators-schema.ts';
import type { OutputTables } from './output-schema.ts';
import type { PressTables } from './press-schema.ts';
import type { RatesTables } from './rates-schema.ts';
import type { Flag, RecordColumns } from './record-columns.ts';
import type { RequestsTables } from './requests-schema.ts';
import type { ReviewTables } from './review-schema.ts';
import type { SocialTables } from './social-schema.ts';
import type { ClippingTableTables } from './table-schema.ts';

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

export interface EntityTable {
  id: number;
  name: string | null;
}

export interface PersonTable {
  /** The name as it is compared; see `personKey`. */
  nameKey: string;
  name: string;
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
export interface Tables
  extends FeedsTables,
    IndicatorsTables,
    OutputTables,
    PressTables,
    RatesTables,
    RequestsTables,
    ReviewTables,
    ClippingTableTables,
    SocialTables,
    ImportsTables {
  setupCode: SetupCodeTable;
  audit: AuditTable;
  areaRevision: AreaRevisionTable;
  department: DepartmentTable;
  entity: EntityTable;
  person: PersonTable;
  declaredFigure: DeclaredFigureTable;
}

/** Tries of one thing; `lastRequest` is the milliseconds of the last that was let in. */
interface RateLimitTable {
  id: string;
  key: string;
  count: number;
  lastRequest: number;
}

/** The tables that keep better-auth's own column names: read them with `accountTables(db)`. */
export interface AccountTables {
  rateLimit: RateLimitTable;
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
}
