import { createTRPCClient, httpBatchStreamLink, httpLink, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '../../../server/http/router.ts';
import type { Role } from '../../../shared/accounts/roles.ts';
import { makeVisitor } from '../../support/visitor.ts';
import type { KeptServer } from './kept-server.ts';
import { type AnswerWatch, Broken, CutOff, Refused } from './watch-answers.ts';

/** Where a person of a role sits: every call over HTTP with a session, and watched. */
export interface Desk {
  role: Role;
  /** Procedures that answer at once. */
  ask: ReturnType<typeof createTRPCClient<AppRouter>>;
  /** Follows a procedure that tells how far it has come; gives its last word. */
  follow<Progress extends { finished: boolean }>(
    name: string,
    call: (
      client: ReturnType<typeof createTRPCClient<AppRouter>>,
    ) => Promise<AsyncIterable<Progress>>,
  ): Promise<void>;
  /** Gets a path, or posts a body that is JSON already; takes the whole answer in. */
  fetch(name: string, path: string, body?: Buffer, isLong?: boolean): Promise<void>;
}

/** After so long without an answer somebody would give up. */
const patience = 60_000;

function impatientFetch(address: RequestInfo | URL | string, init?: object): Promise<Response> {
  return fetch(address as string, { ...init, signal: AbortSignal.timeout(patience) });
}

function watched(watch: AnswerWatch): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let ended = false;
        const asked = watch.time(
          op.path,
          () =>
            new Promise<void>((resolve, reject) => {
              next(op).subscribe({
                next: (value) => {
                  if (!ended) observer.next(value);
                },
                error: reject,
                complete: resolve,
              });
            }),
        );
        asked.then(
          () => observer.complete(),
          (error) => observer.error(error),
        );
        return () => {
          ended = true;
        };
      });
}

/** Signs in and sits down. */
export async function openDesk(
  { url }: KeptServer,
  watch: AnswerWatch,
  role: Role,
  account: { email: string; password: string },
): Promise<Desk> {
  const visitor = makeVisitor(url);
  const response = await visitor.signIn(account.email, account.password);
  if (!visitor.cookie) throw new Error(`${role} cannot sign in: ${response.status}`);
  const headers = { cookie: visitor.cookie, origin: new URL(url).origin };
  const reach = { url: `${url}/trpc`, headers };
  const ask = createTRPCClient<AppRouter>({
    links: [watched(watch), httpLink({ ...reach, fetch: impatientFetch })],
  });
  const following = createTRPCClient<AppRouter>({
    links: [httpBatchStreamLink({ ...reach, maxItems: 1 })],
  });
  return {
    role,
    ask,
    follow: (name, call) =>
      watch.time(
        name,
        async () => {
          for await (const { finished } of await call(following)) if (finished) return;
          throw new CutOff('the answer ended before the work did');
        },
        true,
      ),
    fetch: (name, path, body, isLong = false) =>
      watch.time(
        name,
        async () => {
          const post = {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
          };
          const init = body ? { ...post, body: new Uint8Array(body) } : { headers };
          const answer = await impatientFetch(`${url}${path}`, init);
          const text = Buffer.from(await answer.arrayBuffer());
          if (answer.ok) return;
          if (answer.status < 500 || answer.status === 503) throw new Refused(codeIn(text));
          throw new Broken(`${answer.status}: ${text.toString().slice(0, 200)}`);
        },
        isLong,
      ),
  };
}

function codeIn(text: Buffer): string {
  return (
    /"failure":\{"code":"(\w+)"(?:,"reason":"(\w+)")?/
      .exec(text.toString())
      ?.slice(1)
      .filter(Boolean)
      .join(' ') ?? 'refused'
  );
}
