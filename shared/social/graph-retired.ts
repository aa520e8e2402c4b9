import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';

/** The answer of a call, and the parts that had to be left out of it for being retired. */
export interface KeptAnswer {
  answer: NetworkAnswer;
  retired: Map<string, NetworkFailure>;
}

type Ask = (parts: readonly string[]) => Promise<NetworkAnswer>;

const isRetired = (answer: NetworkAnswer): answer is { ok: false; failure: NetworkFailure } =>
  !answer.ok && answer.failure.reason === 'metric_retired';

function named(part: string, { facts }: NetworkFailure): NetworkFailure {
  return { kind: 'refused', reason: 'metric_retired', facts: { ...facts, field: part } };
}

/** Each part by itself, where several are retired at once; those that are not are asked together. */
async function findRetired(
  parts: readonly string[],
  failure: NetworkFailure,
  ask: Ask,
): Promise<KeptAnswer> {
  const retired = new Map<string, NetworkFailure>();
  for (const part of parts) {
    if (isRetired(await ask([part]))) retired.set(part, named(part, failure));
  }
  return { answer: await ask(parts.filter((part) => !retired.has(part))), retired };
}

/** The call without one part, for the first part without which it is answered. */
async function leaveOneOut(
  parts: readonly string[],
  failure: NetworkFailure,
  ask: Ask,
): Promise<KeptAnswer> {
  for (const part of parts) {
    const answer = await ask(parts.filter((other) => other !== part));
    if (!isRetired(answer)) return { answer, retired: new Map([[part, named(part, failure)]]) };
  }
  return findRetired(parts, failure, ask);
}

/**
 * Asks for something with all its parts, fields or metrics. A retired one fails the whole call:
 * it is left out, by its name where the network says it, else by trying without each, and told.
 */
export async function askWithoutRetired(parts: readonly string[], ask: Ask): Promise<KeptAnswer> {
  const answer = await ask(parts);
  if (!isRetired(answer) || parts.length === 0) return { answer, retired: new Map() };
  const { failure } = answer;
  const { field } = failure.facts;
  if (typeof field !== 'string' || !parts.includes(field)) return leaveOneOut(parts, failure, ask);
  const rest = await askWithoutRetired(
    parts.filter((part) => part !== field),
    ask,
  );
  return { ...rest, retired: new Map([[field, failure], ...rest.retired]) };
}
