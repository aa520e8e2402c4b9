import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sandboxSecret } from '../../../jobs/sandbox/sandbox-secret.ts';
import { answerChecks } from '../../../jobs/tasks/check-connections.ts';
import { pullFeeds } from '../../../jobs/tasks/pull-feeds.ts';
import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import type { WebAccess } from '../../../server/context.ts';
import { appRouter } from '../../../server/http/router.ts';
import { networks } from '../../../shared/social/networks.ts';
import { callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';
import { type Inside, insideHosts, insideNames, openInside } from './inside.ts';

const never = new AbortController().signal;

async function officeThat(web: WebAccess): Promise<TestHouse> {
  const house = await makeHouse();
  house.web = web;
  return house;
}

/** Each door through which an address goes out, and what who typed it is told in the end. */
const doors: Record<string, (house: TestHouse, addresses: string[]) => Promise<unknown[]>> = {
  async 'pages to capture'(house, addresses) {
    const { press } = callerAs(house, 'coordinator');
    const told: unknown[] = [];
    for (const address of addresses) {
      const [page] = await press.describePages({ addresses: [address] });
      told.push({ ...page, address: undefined });
    }
    return told;
  },
  async 'the picture of a page'(house, addresses) {
    const { press } = callerAs(house, 'coordinator');
    const told: unknown[] = [];
    for (const imageAddress of addresses) {
      told.push(await failureOf(press.keepPageImage({ imageAddress })));
    }
    return told;
  },
  async 'the feed of an outlet'(house, addresses) {
    const { press } = callerAs(house, 'coordinator');
    const { id: outletId } = await press.createOutlet({ name: 'El Sur', medium: 'digital' });
    for (const address of addresses) await press.createFeed({ outletId, address });
    await pullFeeds(house, 'test', never);
    return (await press.listFeeds({ pageSize: 200 })).rows.map(({ failure }) => failure);
  },
  async "a page's own server"(house, addresses) {
    const { social } = callerAs(house, 'coordinator');
    for (const network of ['mastodon', 'bluesky'] as const) {
      for (const [place, baseUrl] of addresses.entries()) {
        const handle = `pagina${place}`;
        await social.createPage({ network, handle, title: handle, baseUrl });
      }
    }
    await pullNetworks(house, { reason: 'schedule' });
    return (await social.listPages()).map(({ lastPull }) => lastPull?.failures);
  },
  async 'the address of a connection'(house, addresses) {
    const { social } = callerAs(house, 'admin');
    const told: unknown[] = [];
    for (const [place, address] of addresses.entries()) {
      // Whoever holds a token is never sent it in clear: there, the same host by https.
      const network = networks.at(-1 - (place % networks.length)) ?? 'mastodon';
      const secret = sandboxSecret(network);
      const baseUrl = secret === null ? address : address.replace('http:', 'https:');
      const label = `${place}`;
      const { id: connectionId } = await social.createConnection({
        ...{ network, label, secret, baseUrl },
      });
      await social.requestCheck({ connectionId });
      await answerChecks(house, 'test', never);
      told.push((await social.readCheck({ connectionId })).result);
    }
    return told;
  },
};

const notPublic = { kind: 'retry_later', reason: 'address_not_public', at: null, facts: {} };
const refusals = [
  { code: 'address_refused', reason: 'private' },
  { isRead: false, failure: { code: 'address_refused', reason: 'private' } },
  { reason: 'private' },
  [{ metric: null, part: 'counts', failure: notPublic }],
  {
    pages: [],
    expiresAt: null,
    missingPermissions: [],
    failure: notPublic,
  },
];

const addressesAt = (port: number) =>
  insideHosts.map((host, place) => `http://${host}:${port}/${place}`);

describe.each(Object.keys(doors))('%s', (name) => {
  const through = doors[name] ?? (() => Promise.reject(new Error(name)));

  test('leads nowhere inside, however its address is written, and says no more', async () => {
    const inside = await openInside();
    const house = await officeThat({ lookup: insideNames });
    const told = await through(house, addressesAt(inside.port));
    expect(inside.connections()).toBe(0);
    expect(told.length).toBeGreaterThanOrEqual(insideHosts.length);
    const others = told.filter((one) => !refusals.some((refusal) => sameAs(one, refusal)));
    expect(others).toEqual([]);
  });

  test('tells the same of what listens, what speaks another way, what is silent and what is closed', async () => {
    const told: string[] = [];
    for (const kind of ['web', 'other protocol', 'silent', 'closed'] as const) {
      const { port } = kind === 'closed' ? { port: 1 } : await openInside(kind satisfies Inside);
      const house = await officeThat({ lookup: insideNames });
      const began = performance.now();
      const hosts = ['127.0.0.1', 'adentro.test', 'nadie.test'];
      told.push(
        JSON.stringify(
          await through(
            house,
            hosts.map((host) => `http://${host}:${port}`),
          ),
        ),
      );
      // No clock of what stands inside runs: nothing was asked of it.
      expect(performance.now() - began).toBeLessThan(2_000);
    }
    expect(new Set(told).size).toBe(1);
  });

  test('arrives where the environment lets it', async () => {
    const inside = await openInside();
    const house = await officeThat({ mayReach: (ip) => ip === '127.0.0.1' });
    await through(house, [`http://127.0.0.1:${inside.port}`]).catch(() => undefined);
    expect(inside.connections()).toBeGreaterThan(0);
  });
});

/** Fields of procedures that say where something stands. */
const spokenOf = /address|url|website|domain|server|host/i;

/** What becomes of each: asked for through the doors above, or kept as a link that people follow. */
const fields: Record<string, 'asked' | 'kept'> = {
  'output.createItem.url': 'kept',
  'output.createItems.items.url': 'kept',
  'output.createSeries.fields.url': 'kept',
  'output.deliverRequest.newItem.url': 'kept',
  'output.updateItem.fields.url': 'kept',
  'output.updateSeries.fields.url': 'kept',
  'press.createClipping.url': 'kept',
  'press.createFeed.address': 'asked',
  'press.createOutlet.domains': 'kept',
  'press.createOutlet.website': 'kept',
  'press.describePages.addresses': 'asked',
  'press.findLikeness.pastedUrl': 'kept',
  'press.findLikeness.url': 'kept',
  'press.findOpenEntries.addresses': 'kept',
  'press.keepPageImage.imageAddress': 'asked',
  'press.updateClipping.fields.url': 'kept',
  'press.updateFeed.fields.address': 'asked',
  'press.updateOutlet.fields.domains': 'kept',
  'press.updateOutlet.fields.website': 'kept',
  'social.createConnection.baseUrl': 'asked',
  'social.createPage.baseUrl': 'asked',
  'social.updateConnection.fields.baseUrl': 'asked',
  'social.updatePage.fields.baseUrl': 'asked',
};

interface Described {
  format?: string;
  properties?: Record<string, Described>;
  items?: Described;
  anyOf?: Described[];
  allOf?: Described[];
  type?: string;
}

function addressFields(schema: Described, path: string, isNamed = false): string[] {
  const isText = schema.format === 'uri' || (schema.type === 'string' && isNamed);
  return [
    ...(isText ? [path] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      addressFields(property, `${path}.${name}`, spokenOf.test(name)),
    ),
    ...(schema.items ? addressFields(schema.items, path, isNamed) : []),
    ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((one) =>
      addressFields(one, path, isNamed),
    ),
  ];
}

test('every field of every procedure that takes an address is known: no other door opens unseen', () => {
  const procedures = Object.entries(
    appRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>,
  );
  const found = procedures.flatMap(([name, { _def }]) =>
    _def.inputs.flatMap((input) =>
      addressFields(
        z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Described,
        name,
      ),
    ),
  );
  expect([...new Set(found)].sort()).toEqual(Object.keys(fields).sort());
});

function sameAs(one: unknown, other: unknown): boolean {
  const sorted = (_: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value;
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}
