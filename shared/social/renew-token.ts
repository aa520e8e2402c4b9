import { z } from 'zod';
import type { Secret } from './credentials.ts';
import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';
import type { RefreshedCredential } from './network-readings.ts';
import { readShape } from './read-shape.ts';

const Renewed = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().int().min(0).max(1e9),
  /** Networks that make this one new, too, take the old one no more. */
  refresh_token: z.string().min(1).optional(),
});

const missing: NetworkFailure = { kind: 'reauthorise', reason: 'token_missing', facts: {} };

/** How a network is asked for a new token, and what it calls the application. */
export interface Renewal {
  secret: Secret;
  now: Date;
  clientIdField: 'client_id' | 'client_key';
  ask(form: Record<string, string>): Promise<NetworkAnswer>;
}

/**
 * Asks for a new access token by the refresh token (OAuth 2.0). Without refresh token or
 * application only a person can renew it: `token_missing`.
 */
export async function renewToken({
  secret,
  now,
  clientIdField,
  ask,
}: Renewal): Promise<RefreshedCredential | { failure: NetworkFailure }> {
  const { refreshToken, clientId, clientSecret } = secret;
  if (!refreshToken || !clientId || !clientSecret) return { failure: missing };
  const answer = await ask({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    [clientIdField]: clientId,
    client_secret: clientSecret,
  });
  if (!answer.ok) return answer;
  const renewed = readShape(Renewed, answer.body);
  if ('failure' in renewed) return renewed;
  const { access_token: accessToken, expires_in: seconds, refresh_token: next } = renewed.value;
  return {
    secret: { ...secret, accessToken, refreshToken: next ?? refreshToken },
    expiresAt: new Date(now.getTime() + seconds * 1_000).toISOString(),
  };
}
