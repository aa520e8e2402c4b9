import type { OutletReach } from './press/outlet-reach.ts';

/** The things a person can work on, as failures and audit rows name them. */
export const recordNames = [
  'account',
  'entity',
  'department',
  'outlet',
  'rate',
  'clipping',
  'press_tally',
  'output_item',
  'output_tally',
  'output_confirmation',
  'output_kind',
  'commitment',
  'output_request',
  'calendar_address',
  'calendar_event',
  'sheet_import',
  'indicator',
  'indicator_year',
  'indicator_figure',
  'count_table',
  'count_row',
  'place',
  'page',
  'connection',
  'snapshot',
  'pull_request',
  'pull',
  'declared_figure',
  'post',
  'annotation',
  'alert_rule',
  'alert',
  'alert_digest',
  'import',
  'flat_policy',
  'evidence',
  'key_message',
  'month_close',
  'revaluation',
  'clipping_comment',
  'clipping_batch',
  'saved_view',
  'feed',
  'feed_entry',
  'mention_word',
] as const;
export type RecordName = (typeof recordNames)[number];

/** One field that was refused: where it stands in the input and which rule it broke. */
export interface FieldFailure {
  path: string;
  rule: string;
  facts: Record<string, string | number | boolean | string[]>;
}

/** Why a file cannot be read at all. */
export const fileRefusals = [
  'empty',
  'too_large',
  'too_many_rows',
  'too_many_cells',
  'too_slow',
  'too_heavy',
  'interrupted',
  'not_a_table',
  'not_a_calendar',
  'endless_calendar',
  'web_page',
  'old_workbook',
  'swollen_archive',
  'cut_short',
  'not_recognised',
  'not_kept',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** Why a file is not kept as evidence. */
export const evidenceRefusals = ['empty', 'too_large', 'type', 'lying_name'] as const;
export type EvidenceRefusal = (typeof evidenceRefusals)[number];

/** Why the page of an address was not read. */
export const addressRefusals = [
  'not_web',
  // No public address stands behind it: one of a local network, or none at all, without saying which.
  'private',
  'not_found',
  'unreachable',
  'too_slow',
  'too_large',
  'too_many_redirects',
  'other_content',
  'status',
  // What answered stands in front of the page: of any kind, or one that says what it asks for.
  'wall',
  'consent_wall',
  'sign_in_wall',
  'pay_wall',
] as const;
export type AddressRefusal = (typeof addressRefusals)[number];

/**
 * Everything that can go wrong in a call, as codes with facts and no prose: the
 * client turns each into a sentence in the reader's language.
 */
export type Failure =
  | { code: 'not_signed_in' }
  | { code: 'role_not_allowed'; role: string; allowed: string[] }
  | { code: 'invalid_input'; fields: FieldFailure[] }
  | { code: 'record_not_found'; record: RecordName; id: string }
  | {
      code: 'record_changed';
      record: RecordName;
      id: string;
      currentVersion: number;
      changedAt: string;
      changedBy: string | null;
    }
  | { code: 'value_taken'; record: RecordName; field: string; value: string }
  | { code: 'record_in_use'; record: RecordName; id: string; usedBy: RecordName; count: number }
  | { code: 'rate_overlaps'; rateId: string; validFrom: string; validTo: string | null }
  | { code: 'month_closed'; month: string; closedAt: string; closedBy: string }
  | { code: 'month_confirmed'; month: string; confirmedAt: string; confirmedBy: string }
  | { code: 'month_not_closed'; month: string }
  | { code: 'month_not_ready'; month: string; sentBack: number }
  | { code: 'total_and_records'; month: string; kind: string; records: number; total: number }
  | ({ code: 'outlet_reaches_back' } & OutletReach)
  | { code: 'review_moved'; month: string }
  | { code: 'revaluation_moved' }
  | { code: 'rates_moved' }
  | { code: 'own_price'; name: string }
  | { code: 'selection_moved'; found: number }
  | { code: 'selection_too_large'; limit: number }
  | { code: 'batch_undone' }
  | { code: 'last_administrator' }
  | { code: 'setup_already_done' }
  | { code: 'setup_code_wrong' }
  | { code: 'password_wrong' }
  | { code: 'too_many_requests'; retryAfterSeconds: number }
  | { code: 'body_too_large'; limitBytes: number }
  | { code: 'file_refused'; reason: FileRefusal; limit?: number }
  | { code: 'address_refused'; reason: AddressRefusal; status?: number }
  | { code: 'evidence_refused'; reason: EvidenceRefusal; limit?: number }
  | { code: 'import_expired' }
  | { code: 'import_moved' }
  | { code: 'database_busy' }
  | { code: 'database_unreachable' }
  | { code: 'database_read_only' }
  | { code: 'database_damaged' }
  | { code: 'disk_full' }
  | { code: 'not_found' }
  | { code: 'unexpected'; reference: string };

export type FailureCode = Failure['code'];

/** Carries a Failure up to the one place that translates it for the caller. */
export class AltavozFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.code, options);
    this.name = 'AltavozFailure';
    this.failure = failure;
  }
}
