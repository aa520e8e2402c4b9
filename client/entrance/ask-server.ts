import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/http/router.ts';
import type { FirstAdministrator } from '../../shared/accounts/schemas.ts';
import { type ClientFailure, failureOf } from '../format/failure-message.ts';

type Answers = inferRouterOutputs<AppRouter>['accounts'];
export type Entrance = Answers['readEntrance'];
export type Self = Answers['readSelf'];

/** What a call brought: its answer, or why there is none. */
export type Outcome<Data> = { data: Data } | { failure: ClientFailure };

/** The failure that an answer carries; what is not ours says no more than that. */
async function readFailure(response: Response): Promise<ClientFailure> {
  try {
    return failureOf((await response.json()).error);
  } catch {
    return { code: 'unreadable_answer' };
  }
}

async function call<Data>(path: string, init?: RequestInit): Promise<Outcome<Data>> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    return { failure: { code: 'no_connection' } };
  }
  if (!response.ok) return { failure: await readFailure(response) };
  try {
    return { data: (await response.json()).result.data };
  } catch {
    return { failure: { code: 'unreadable_answer' } };
  }
}

function post(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** What the first screen has to know; `self` is null when nobody is signed in. */
export function readEntrance(): Promise<Outcome<Entrance>> {
  return call('/trpc/accounts.readEntrance');
}

/** Creates the first administrator; the fields are checked by the server. */
export function createFirstAdministrator(
  fields: FirstAdministrator,
): Promise<Outcome<{ id: string }>> {
  return call('/trpc/accounts.createFirstAdministrator', post(fields));
}

/** Why a sign-in was refused. */
export type SignInRefusal = 'wrong_password' | ClientFailure;

function retryAfter(response: Response): number {
  const seconds = Number(
    response.headers.get('x-retry-after') ?? response.headers.get('retry-after'),
  );
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 60;
}

/** Opens a session; nothing comes back when it is open. */
export async function signIn(email: string, password: string): Promise<SignInRefusal | undefined> {
  let response: Response;
  try {
    response = await fetch('/api/auth/sign-in/email', post({ email, password }));
  } catch {
    return { code: 'no_connection' };
  }
  if (response.ok) return undefined;
  if (response.status === 429) {
    return { code: 'too_many_requests', retryAfterSeconds: retryAfter(response) };
  }
  return response.status < 500 ? 'wrong_password' : readFailure(response);
}

/** Closes the session of this browser. */
export async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', post({}));
}

/** Changes the own password and closes other sessions. */
export async function changePassword(
  currentPassword: string,
  newPassword: string,
): Promise<ClientFailure | undefined> {
  let response: Response;
  try {
    response = await fetch(
      '/api/auth/change-password',
      post({ currentPassword, newPassword, revokeOtherSessions: true }),
    );
  } catch {
    return { code: 'no_connection' };
  }
  return response.ok ? undefined : readFailure(response);
}
