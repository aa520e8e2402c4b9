import type { Failure } from '../../shared/failure.ts';

/** What a call over HTTP came to. */
export interface Answer<Data = unknown> {
  status: number;
  /** Present when the call succeeded. */
  data?: Data;
  /** Present when it was refused by a procedure. */
  failure?: Failure;
}

/** A person with a browser: keeps the session cookie and calls procedures over HTTP. */
export interface Visitor {
  /** The cookie header it sends. */
  cookie: string | undefined;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  signIn(email: string, password: string): Promise<Response>;
  query<Data = unknown>(path: string, input?: unknown): Promise<Answer<Data>>;
  mutate<Data = unknown>(path: string, input?: unknown): Promise<Answer<Data>>;
}

/** Sends JSON by POST. */
export function asJson(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

async function answerOf<Data>(response: Response): Promise<Answer<Data>> {
  const body = (await response.json()) as {
    result?: { data: Data };
    error?: { data?: { failure?: Failure } };
  };
  return { status: response.status, data: body.result?.data, failure: body.error?.data?.failure };
}

/** Opens a browser without a session on the server at an address. */
export function makeVisitor(url: string): Visitor {
  const visitor: Visitor = {
    cookie: undefined,
    fetch(path, init = {}) {
      const headers = new Headers(init.headers);
      if (visitor.cookie) headers.set('cookie', visitor.cookie);
      // As every browser says where what changes something comes from.
      if (init.method && !headers.has('origin')) headers.set('origin', new URL(url).origin);
      return fetch(`${url}${path}`, { ...init, headers });
    },
    async signIn(email, password) {
      const response = await visitor.fetch('/api/auth/sign-in/email', asJson({ email, password }));
      const [set] = response.headers.getSetCookie();
      if (set) visitor.cookie = set.split(';')[0];
      return response;
    },
    async query(path, input) {
      const search =
        input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return answerOf(await visitor.fetch(`/trpc/${path}${search}`));
    },
    async mutate(path, input) {
      return answerOf(await visitor.fetch(`/trpc/${path}`, asJson(input ?? null)));
    },
  };
  return visitor;
}
