import { findRefusal, type Refusal } from './find-refusal.ts';
import { type SandboxAnswer, type SandboxRequest, sandboxTokenPrefix } from './protocol.ts';

/** What differs from network to network in a token made new by OAuth 2.0. */
export interface RenewalRules {
  clientIdField: 'client_id' | 'client_key';
  lastsSeconds: number;
  /** What else the network says beside the token. */
  more: object;
  /** A refusal other than of the token itself, in the network's words. */
  refuse(refusal: Refusal): SandboxAnswer;
}

/** A new access token for a refresh token; refused as OAuth 2.0 words it. */
export function answerRenewal(request: SandboxRequest, rules: RenewalRules): SandboxAnswer {
  const form = new URLSearchParams(request.body);
  const refusal = findRefusal(request, form.get('refresh_token'));
  if (refusal && refusal.kind !== 'dead_token') return rules.refuse(refusal);
  const isMeant = form.get('grant_type') === 'refresh_token' && form.get(rules.clientIdField);
  if (refusal || !isMeant) {
    const description = 'Refresh token is invalid or expired.';
    return { status: 400, body: { error: 'invalid_grant', error_description: description } };
  }
  const body = {
    access_token: `${sandboxTokenPrefix}renewed-${request.day}`,
    expires_in: rules.lastsSeconds,
    token_type: 'Bearer',
    ...rules.more,
  };
  return { status: 200, body };
}
