import type { FailureCode } from '../../shared/failure.ts';
import type { Context } from '../context.ts';

/** What keeps somebody from what is not theirs, or from doing it too often. */
type Refusal = FailureCode | 'other_origin';
const told: ReadonlySet<Refusal> = new Set<Refusal>([
  'other_origin',
  'role_not_allowed',
  'own_price',
  'password_wrong',
  'setup_code_wrong',
  'setup_already_done',
  'too_many_requests',
  'file_refused',
  'evidence_refused',
  'address_refused',
]);

/** Who asks, as far as it is known, and from where. */
type Caller = Pick<Context, 'log' | 'actor' | 'address'>;

/** Logs that somebody was kept from something: who, from where and why, and nothing of what they sent. */
export function logRefusal(
  { log, actor, address }: Caller,
  code: Refusal,
  asked: string | undefined,
): void {
  if (!told.has(code)) return;
  const account = actor?.id ?? null;
  log.warn({ event: 'refused', code, asked, account, address }, 'somebody was refused');
}
