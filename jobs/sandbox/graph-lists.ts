import type { SandboxRequest } from './protocol.ts';

function cursorAt(offset: number): string {
  return Buffer.from(`at:${offset}`).toString('base64url');
}

function offsetOf(cursor: string | null): number {
  const text = Buffer.from(cursor ?? '', 'base64url').toString();
  const offset = Number(text.replace('at:', ''));
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}

/**
 * One page of a list whose items are given oldest first and shown newest first, with the address
 * of the next while there is one.
 */
export function composeList<Item>(
  items: readonly Item[],
  request: SandboxRequest,
  limit: number,
  compose: (item: Item) => unknown,
) {
  const { query, address, token, path } = request;
  const start = offsetOf(query.get('after'));
  const last = Math.max(items.length - start, 0);
  const shown = items.slice(Math.max(last - limit, 0), last).toReversed();
  const end = start + shown.length;
  if (shown.length === 0) return { data: [] };
  const next = new URL(`${address}${path}`);
  const carried = { ...Object.fromEntries(query), limit: `${limit}`, after: cursorAt(end) };
  next.search = new URLSearchParams({ access_token: token ?? '', ...carried }).toString();
  return {
    data: shown.map(compose),
    paging: {
      cursors: { before: cursorAt(start), after: cursorAt(end) },
      ...(end < items.length ? { next: next.href } : {}),
    },
  };
}
