import { z } from 'zod';
import type { Secret } from './credentials.ts';
import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';
import type { CredentialCheck, RefreshedCredential } from './network-readings.ts';
import { readAnswer } from './read-shape.ts';

const DebugToken = z.object({
  data: z.object({
    expires_at: z.number().int().min(0).nullish(),
    data_access_expires_at: z.number().int().min(0).nullish(),
    scopes: z.array(z.string().max(100)).nullish(),
  }),
});

/** The moment of unix seconds; 0 stands for never. */
function instantOf(seconds: number | null | undefined): string[] {
  return seconds ? [new Date(seconds * 1_000).toISOString()] : [];
}

/**
 * What `debug_token` says of a token: when it ends, by itself or with the access to data, and
 * which of the permissions needed it lacks. An answer of another form says neither.
 */
export function readDebugToken(
  body: unknown,
  needed: readonly string[],
): Pick<CredentialCheck, 'expiresAt' | 'missingPermissions'> {
  const parsed = DebugToken.safeParse(body);
  if (!parsed.success) return { expiresAt: null, missingPermissions: [] };
  const { expires_at: ends, data_access_expires_at: dataEnds, scopes } = parsed.data.data;
  const [expiresAt = null] = [...instantOf(ends), ...instantOf(dataEnds)].toSorted();
  const missingPermissions = scopes ? needed.filter((scope) => !scopes.includes(scope)) : [];
  return { expiresAt, missingPermissions };
}

const Renewed = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().int() });

/** Asks for a long-lived token made new by itself, and reads what is given for it. */
export async function renewLongLivedToken(
  secret: Secret,
  now: Date,
  ask: () => Promise<NetworkAnswer>,
): Promise<RefreshedCredential | { failure: NetworkFailure }> {
  const renewed = readAnswer(Renewed, await ask());
  if ('failure' in renewed) return renewed;
  const { access_token: accessToken, expires_in: seconds } = renewed.value;
  const expiresAt = new Date(now.getTime() + Math.min(Math.max(seconds, 0), 1e9) * 1_000);
  return { secret: { ...secret, accessToken }, expiresAt: expiresAt.toISOString() };
}
