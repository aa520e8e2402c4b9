import type { NetworkFailure } from './network-failure.ts';

type Reason = NetworkFailure['reason'];

/**
 * What ends a failure. `wait`: the next turn, or a moment that the network named. `reconnect`:
 * another credential. `permit`: a credential with more rights. `pay`: more of what the network
 * sells. `update`: a newer Altavoz. `check_address`: the address of the connection. `correct_page`:
 * the name of the page in the list. `ask_network`: whoever has the account, with the network.
 * `none`: nothing does, and the figure stays absent.
 */
export const acts = [
  'wait',
  'reconnect',
  'permit',
  'pay',
  'update',
  'check_address',
  'correct_page',
  'ask_network',
  'none',
] as const;
export type Act = (typeof acts)[number];

/** Who must act; `installer` is whoever runs the server. */
export const actors = ['nobody', 'office', 'admin', 'installer'] as const;
export type Actor = (typeof actors)[number];

/** Who must do what about a failure; `until` is the ISO instant up to which to wait, where it is known. */
export interface Remedy {
  act: Act;
  by: Actor;
  until: string | null;
}

const byAct: Record<Act, Actor> = {
  wait: 'nobody',
  reconnect: 'admin',
  permit: 'admin',
  pay: 'admin',
  update: 'installer',
  check_address: 'admin',
  correct_page: 'office',
  ask_network: 'office',
  none: 'nobody',
};

const actOf: Record<Reason, Act> = {
  throttled: 'wait',
  timed_out: 'wait',
  connection_lost: 'wait',
  address_not_public: 'check_address',
  network_unavailable: 'wait',
  answer_too_heavy: 'wait',
  stopped: 'wait',
  token_missing: 'reconnect',
  token_expired: 'reconnect',
  token_invalid: 'reconnect',
  token_sealed: 'reconnect',
  page_unknown: 'correct_page',
  page_suspended: 'ask_network',
  page_deactivated: 'ask_network',
  page_deleted: 'ask_network',
  page_replaced: 'correct_page',
  handle_malformed: 'correct_page',
  permission_missing: 'permit',
  usage_capped: 'pay',
  metric_retired: 'none',
  value_not_given: 'none',
  value_negative: 'none',
  post_dated_ahead: 'none',
  version_retired: 'update',
  request_refused: 'update',
  not_json: 'check_address',
  answer_too_large: 'update',
  redirected: 'check_address',
  field_malformed: 'update',
  page_missing: 'update',
  paging_endless: 'update',
};

/** What ends a failure, as far as its reason alone says. */
export function actFor(reason: Reason): Act {
  return actOf[reason];
}

/** Whether one post alone failed, its page being read as usual. */
export function isOfOnePost({ facts }: NetworkFailure): boolean {
  return facts.post !== undefined;
}

/** Who must do what about a failure of a network; of every failure there is one answer. */
export function remedyOf(failure: NetworkFailure): Remedy {
  // About a post that is not there or not shown there is no page to correct, and nothing to ask.
  const act = isOfOnePost(failure) && isOfPageAlone(failure) ? 'none' : actOf[failure.reason];
  const until = failure.kind === 'retry_later' && act === 'wait' ? failure.at : null;
  return { act, by: byAct[act], until };
}

/** Failures that are of one page alone: the network was reached, and the credential is good. */
export function isOfPageAlone({ reason }: NetworkFailure): boolean {
  return ['correct_page', 'ask_network', 'none'].includes(actOf[reason]);
}
