import { describe, expect, test, vi } from 'vitest';
import { seedLaEstrella2020 } from '../../../jobs/seed/la-estrella-2020.ts';
import { asSystem } from '../../../server/context.ts';
import { appRouter } from '../../../server/http/router.ts';
import { evaluateAlerts } from '../../../server/social/evaluate-alerts.ts';
import { ClippingExport } from '../../../shared/press/clipping-list.ts';
import { serveHouse } from '../../support/served-house.ts';
import type { Answer, Visitor } from '../../support/visitor.ts';
import { must, openOffice } from '../http/kept-office.ts';
import { queriesOf, writesOf } from './base-inputs.ts';
import { type Choice, findChoices, type Schema } from './find-choices.ts';

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: 'query' | 'mutation'; inputs: readonly Schema[] } }
  >,
);
const schemasOf = (type: 'query' | 'mutation') =>
  new Map(
    procedures
      .filter(([, { _def }]) => _def.type === type)
      .map(([path, { _def }]) => [path, _def.inputs] as const),
  );

const choicesOf = (schemas: readonly Schema[], base?: unknown): Choice[] =>
  schemas.flatMap((schema) => findChoices(schema, base));
const nameOf = ({ at, option }: Choice) => `${at} = ${String(option)}`;

/** What is wrong with an answer, whatever else it may refuse: that nobody expected it. */
const isBroken = ({ status, failure }: Answer) => status >= 500 || failure?.code === 'unexpected';
/** A call that was not even looked at says nothing of its options. */
const isTaken = ({ status, failure }: Answer) =>
  !isBroken({ status, failure }) && failure?.code !== 'invalid_input';

interface Walked {
  broken: string[];
  /** Options that no base input could choose. */
  untried: string[];
}

/** Whether a change of a record takes what its creation takes, whose options are walked already. */
function isTwin(path: string, schemas: readonly Schema[]): boolean {
  const created = schemasOf('mutation').get(path.replace('.update', '.create'));
  if (!path.includes('.update') || !created) return false;
  const known = new Set(choicesOf(created).map(nameOf));
  const within = (name: string) => name.replace(/^fields\./, '');
  return choicesOf(schemas).every((choice) => {
    const name = within(nameOf(choice));
    return known.has(name) || known.has(`fields.${name}`);
  });
}

type Call = (path: string, input: unknown) => Promise<Answer>;

async function walkOptions(
  call: Call,
  path: string,
  schemas: readonly Schema[],
  bases: readonly unknown[],
): Promise<Walked> {
  const broken: string[] = [];
  const tried = new Set<string>();
  for (const base of bases) {
    for (const choice of choicesOf(schemas, base)) {
      const answer = await call(path, choice.input);
      if (isBroken(answer)) broken.push(`${path} ${nameOf(choice)}: ${JSON.stringify(answer)}`);
      if (isTaken(answer)) tried.add(nameOf(choice));
    }
  }
  const all = new Set(choicesOf(schemas).map(nameOf));
  return {
    broken,
    untried: [...all].filter((name) => !tried.has(name)).map((name) => `${path} ${name}`),
  };
}

const callQuery =
  (visitor: Visitor): Call =>
  (path, input) =>
    visitor.query(path, input);

/** The base inputs of every query that break it. */
async function readEverything(visitor: Visitor, bases: ReturnType<typeof queriesOf>) {
  const broken: string[] = [];
  for (const [path, inputs] of Object.entries(bases)) {
    for (const input of inputs) {
      const answer = await visitor.query(path, input);
      if (isBroken(answer)) broken.push(`${path}: ${JSON.stringify(answer)}`);
    }
  }
  return broken;
}

/** What the office may not choose, and why the verbs refuse it. */
const neverTaken = [
  // What somebody judged needs a file as its evidence.
  'press.createClipping measures<6>.unit = manual',
];

async function openWalk() {
  const served = await serveHouse({ cacheCapacity: 0 });
  await seedLaEstrella2020(served.house);
  const visitor = await served.signedIn('admin');
  // What breaks a part of an answer alone is no failure of the call, but it is told in the log.
  const logged = vi.spyOn(served.house.log, 'error');
  return { ...served, visitor, logged, office: await openOffice(visitor) };
}

describe('every option of every closed list', () => {
  test('of every query is read without breaking, in an office with something of everything', async () => {
    const { visitor, office, logged } = await openWalk();
    const bases = queriesOf(office);
    expect(Object.keys(bases).sort()).toEqual([...schemasOf('query').keys()].sort());
    expect(await readEverything(visitor, bases)).toEqual([]);
    for (const [path, schemas] of schemasOf('query')) {
      const walked = await walkOptions(callQuery(visitor), path, schemas, bases[path] ?? []);
      expect(walked).toEqual({ broken: [], untried: [] });
    }
    expect(logged).not.toHaveBeenCalled();
  }, 240_000);

  test('of every verb is written, and everything reads on after all of them', async () => {
    const { visitor, office, house, logged } = await openWalk();
    const meeting = await must<{ id: string }>(visitor, 'output.createItem', {
      kind: 'community_meeting',
      title: 'Encuentro',
      day: '2026-11-04',
    });
    const bases = writesOf(office, meeting);
    let number = 0;
    const call: Call = (path, input) => {
      number += 1;
      return visitor.mutate(
        path,
        JSON.parse(JSON.stringify(input).replaceAll('#', String(number))),
      );
    };
    const found: Walked = { broken: [], untried: [] };
    const withLists = [...schemasOf('mutation')].filter(
      ([path, schemas]) => choicesOf(schemas).length > 0 && !isTwin(path, schemas),
    );
    for (const [path, schemas] of withLists) {
      const walked = await walkOptions(call, path, schemas, bases[path] ?? []);
      found.broken.push(...walked.broken);
      found.untried.push(...walked.untried);
    }
    expect(found.broken).toEqual([]);
    expect(found.untried.sort()).toEqual(neverTaken);
    await evaluateAlerts(asSystem(house));
    expect(await readEverything(visitor, queriesOf(office))).toEqual([]);
    expect(logged).not.toHaveBeenCalled();
  }, 240_000);

  test('of the files of appearances gives a file, in each format', async () => {
    const { visitor } = await openWalk();
    const refused: string[] = [];
    for (const choice of findChoices(ClippingExport as unknown as Schema, {})) {
      for (const format of ['csv', 'xlsx']) {
        const input = encodeURIComponent(JSON.stringify(choice.input));
        const response = await visitor.fetch(`/export/clippings.${format}?input=${input}`);
        await response.arrayBuffer();
        if (response.status !== 200) refused.push(`${format} ${nameOf(choice)}`);
      }
    }
    expect(refused).toEqual([]);
  }, 240_000);
});
