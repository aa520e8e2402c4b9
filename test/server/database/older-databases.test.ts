import { describe, expect, onTestFinished, test } from 'vitest';
import { checkOutputRollup } from '../../../server/output/check-output-rollup.ts';
import { checkPressRollup } from '../../../server/press/check-press-rollup.ts';
import { callerAs, failureOf, makePlace, openHouseAt } from '../../support/house.ts';
import { makeOlder } from '../../support/make-older.ts';

const at = '2026-11-20T10:10:00.000Z';
const later = '2026-11-21T10:10:00.000Z';
const expired = JSON.stringify([
  { metric: null, failure: { kind: 'reauthorise', reason: 'token_expired', facts: {} } },
]);

const beforeConnections = [
  `insert into connection values
    ('facebook', 'https://graph.test', 'sealed', 'needs_token', '${later}', 3, '${at}', 'Ana')`,
  `insert into page (id, version, search_text, created_at, updated_at, network, handle, title,
      is_main, is_pulled)
    values ('one', 1, 'alcaldia', '${at}', '${at}', 'facebook', 'Alcaldia', 'Alcaldía', 1, 1),
      ('other', 1, 'mujer', '${at}', '${at}', 'facebook', 'Mujer', 'Mujer', 0, 1)`,
  `insert into pull values ('first', 'schedule', '2026-11-20', '${at}', '${at}', 2, 2, 0, 1),
    ('second', 'schedule', '2026-11-21', '${later}', null, 2, 1, 1, 1)`,
  `insert into pull_outcome values ('one', '${at}', 'first', 'ok', '[]'),
    ('other', '${at}', 'first', 'ok', '[]'),
    ('one', '${later}', 'second', 'reauthorise', '${expired}')`,
  `insert into snapshot values
    ('one', 'followers', '2026-11-20', 'api', 24594, 'exact', '${at}')`,
];

const valuation = JSON.stringify({
  formula: 1,
  at,
  inputs: {
    isOwnChannel: false,
    isPaid: false,
    day: '2026-10-03',
    format: 'web',
    section: '',
    measures: { unit: 'note', share: '1', isEstimated: false },
    rate: {
      id: 'note',
      section: '',
      unit: 'note',
      unitQuantity: '1',
      netPriceCop: 450_000,
      vatRate: '0.19',
      validFrom: '2026-01-01',
      validTo: null,
      sourceType: 'quotation',
    },
  },
  result: { standing: 'valued', valueCop: 450_000, valueWithVatCop: 535_500, grade: 'C' },
});

const beforeEvidence = [
  `insert into outlet (id, version, search_text, created_at, updated_at, name, medium,
      is_own_channel, vat_rate)
    values ('site', 1, 'minuto 30', '${at}', '${at}', 'Minuto 30', 'digital', 0, '0.19')`,
  `insert into rate (id, version, search_text, created_at, updated_at, outlet_id, format, section,
      unit, unit_quantity, price_cop, net_price_cop, vat_rate, vat_included, valid_from,
      source_type, source_reference)
    values ('note', 1, 'minuto 30', '${at}', '${at}', 'site', 'web', '', 'note', '1', 450000,
      450000, '0.19', 0, '2026-01-01', 'quotation', 'Correo')`,
  `insert into clipping (id, version, search_text, created_at, updated_at, outlet_id, channel,
      format, section, day, month, title, is_paid, measures, rate_id, standing, value_cop,
      value_with_vat_cop, grade, tone, valuation)
    values ('old', 1, 'minuto 30 ¡parque!', '${at}', '${at}', 'site', 'broadcast_digital', 'web', '',
      '2026-10-03', '2026-10', '¡Ábrese el Parque!', 0, '{"unit":"note","share":"1","isEstimated":false}',
      'note', 'valued', 450000, 535500, 'C', 'positive', '${valuation}')`,
  `insert into press_month values ('2026-10', 'broadcast_digital', 'records', 1, 450000, 0)`,
];

describe('a database of before evidence was kept', () => {
  test('comes whole to this version: values, their explanation and the roll-ups', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    await makeOlder(place, '0007-alerts', beforeEvidence);

    const house = await openHouseAt(place);
    const { press } = callerAs(house, 'press');

    const old = await press.readClipping({ id: 'old' });
    expect(old).toMatchObject({ evidence: [], keyMessageIds: [], entry: 'manual', topic: null });
    expect(old.valuation).toMatchObject({ formula: 1, result: { valueCop: 450_000 } });
    expect(old.valuation.steps.map(({ step }) => step)).toEqual(['note', 'rate', 'vat']);
    const stored = await house.database.db
      .selectFrom('clipping')
      .select('titleKey')
      .executeTakeFirstOrThrow();
    expect(stored.titleKey).toBe('abrese el parque');
    expect(await checkPressRollup(house)).toEqual([]);
  });
});

const logged = (id: string, action: string, record: string, who: string, details: object) =>
  `('${id}', '${at.replace('10:10', `10:${10 + Number(id)}`)}', null, '${who}', '${action}', '${record}', 'note', '${JSON.stringify(details)}')`;

/** A rate that somebody entered, somebody else changed, and a third person approved. */
const beforeChangers = [
  ...beforeEvidence.slice(0, 2),
  `insert into audit (id, at, actor_id, actor_name, action, record, record_id, details) values
    ${logged('1', 'create', 'rate', 'Ana', { after: {} })},
    ${logged('2', 'update', 'rate', 'Berta', { before: { priceCop: 1 }, after: { priceCop: 450_000 } })},
    ${logged('3', 'update', 'rate', 'Carlos', { after: { approvedBy: 'Carlos', approvedAt: at } })}`,
];

describe('a database of before a price told who first entered it', () => {
  test('tells who entered it and who changed it last, and not who approved it', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    await makeOlder(place, '0029-output-confirmations', beforeChangers);

    const house = await openHouseAt(place);
    const { press } = callerAs(house, 'secretary');
    expect((await press.listRates({})).rows).toMatchObject([
      { enteredBy: 'Ana', changedBy: 'Berta', approvedBy: null },
    ]);
    const { history } = await press.readPrice({ of: 'rate', id: 'note' });
    expect(history.map(({ action, by }) => [action, by])).toEqual([
      ['approved', 'Carlos'],
      ['changed', 'Berta'],
      ['entered', 'Ana'],
    ]);
    expect(history[1]).toMatchObject({ before: { priceCop: 1 }, after: { priceCop: 450_000 } });
  });
});

const item = (id: string, day: string, deletedAt = 'null') =>
  `('${id}', 1, '${id}', '${at}', '${at}', ${deletedAt}, 'event', '${day}', '${day.slice(0, 7)}', '${id}', '{}')`;

const beforeStates = [
  `insert into output_item (id, version, search_text, created_at, updated_at, deleted_at, kind, day,
      month, title, details)
    values ${item('past', '2026-03-31')}, ${item('gone', '2026-03-30', `'${at}'`)},
      ${item('ahead', '2190-03-31')}`,
  `insert into output_tally (id, version, search_text, created_at, updated_at, month, kind, count, source)
    values ('both', 1, '', '${at}', '${at}', '2026-03', 'event', 5, 'Cuaderno'),
      ('alone', 1, '', '${at}', '${at}', '2026-04', 'event', 7, 'Cuaderno')`,
  `insert into output_month values ('2026-03', 'event', 'records', 1), ('2190-03', 'event', 'records', 1),
    ('2026-03', 'event', 'tally', 5), ('2026-04', 'event', 'tally', 7)`,
  `insert into output_month_by values ('department', '2026-03', 'event', '', 1),
    ('department', '2190-03', 'event', '', 1)`,
];

describe('a database of before output had states', () => {
  test('counts what it counted, but for what is still to come', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    await makeOlder(place, '0021-sheet-imports', beforeStates);

    const house = await openHouseAt(place);
    const { output } = callerAs(house, 'coordinator');

    const { rows } = await output.listItems({});
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['ahead', 'planned'],
      ['past', 'done'],
    ]);
    const { cells } = await output.readMonthMatrix({ from: '2026-03', to: '2026-04' });
    expect(cells).toEqual([
      { month: '2026-03', kind: 'event', count: 6, sources: ['records', 'tally'] },
      { month: '2026-04', kind: 'event', count: 7, sources: ['tally'] },
    ]);
    expect(await checkOutputRollup(house)).toEqual([]);
    // What held both already goes on holding both; what did not is asked.
    const fair = { kind: 'event' as const, title: 'Feria' };
    await output.createItem({ ...fair, day: '2026-03-02' });
    expect(await failureOf(output.createItem({ ...fair, day: '2026-04-02' }))).toEqual({
      code: 'total_and_records',
      month: '2026-04',
      kind: 'event',
      records: 1,
      total: 7,
    });
  });
});

describe('a database of before connections were many', () => {
  test('comes whole to this version: readings, connections, pulls and where each page stands', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    await makeOlder(place, '0003-social', beforeConnections);

    const house = await openHouseAt(place);
    const { social } = callerAs(house, 'admin');

    const pages = await social.listPages();
    expect(pages.map(({ id, connectionId, baseUrl }) => ({ id, connectionId, baseUrl }))).toEqual([
      { id: 'one', connectionId: null, baseUrl: null },
      { id: 'other', connectionId: null, baseUrl: null },
    ]);
    expect(pages[0]).toMatchObject({
      followers: { value: 24_594, day: '2026-11-20', source: 'api' },
      lastPull: { at: later, outcome: 'reauthorise', failures: JSON.parse(expired) },
    });
    expect(pages[1]?.lastPull).toEqual({ at, outcome: 'ok', failures: [] });
    expect(await social.listConnections()).toMatchObject([
      { network: 'facebook', baseUrl: 'https://graph.test', version: 3, status: 'needs_token' },
    ]);
    const { rows } = await social.listPulls({});
    expect(rows).toMatchObject([
      { id: 'second', kind: 'daily', ended: null, finishedAt: null },
      { id: 'first', kind: 'daily', ended: 'whole', pagesDone: 2 },
    ]);
    expect(await social.searchPullSteps({ pullId: 'first' })).toMatchObject({
      total: 2,
      rows: [
        { pageId: 'one', part: 'counts', outcome: 'ok' },
        { pageId: 'other', part: 'counts', outcome: 'ok' },
      ],
    });
    const standing = await house.database.db
      .selectFrom('pagePart')
      .select(['pageId', 'attemptedAt', 'succeededAt'])
      .orderBy('pageId')
      .execute();
    expect(standing).toEqual([
      { pageId: 'one', attemptedAt: later, succeededAt: at },
      { pageId: 'other', attemptedAt: at, succeededAt: at },
    ]);
  });
});

const styled = '𝗙𝗲𝗿𝗶𝗮 de la 𝗮𝗹𝗰𝗮𝗹𝗱𝗶́𝗮 nº 1…';
/** As the product folded it while letters of another style were other letters. */
const foldedBefore = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll("'", '');

const beforeStyledLetters = [
  ...beforeConnections.slice(1, 2),
  ...beforeEvidence.slice(0, 2),
  `update rate set section = '1ª', section_key = '1ª'`,
  `insert into rate (id, version, search_text, created_at, updated_at, outlet_id, format, section,
      section_key, unit, unit_quantity, price_cop, net_price_cop, vat_rate, vat_included, valid_from,
      source_type, source_reference)
    values ('same', 1, 'minuto 30', '${at}', '${at}', 'site', 'web', '1a', '1a', 'note', '1', 450000,
      450000, '0.19', 0, '2026-01-01', 'quotation', 'Correo')`,
  `insert into post (page_id, external_id, published_at, day, hour, kind, text, search_text, source,
      captured_at)
    values ('one', 'styled', '${at}', '2026-11-20', 5, 'text', '${styled}', '${foldedBefore(styled)}',
      'api', '${at}'),
    ('one', 'midnight', '2026-11-20T05:00:00.000Z', '2026-11-20', 0, 'text', '', '', 'import', '${at}')`,
  `insert into output_item (id, version, search_text, created_at, updated_at, kind, day, month, title,
      details)
    values ('fair', 1, '${foldedBefore(styled)}', '${at}', '${at}', 'event', '2026-11-20', '2026-11',
      '${styled}', '{}')`,
  `insert into page_part (page_id, part, details, succeeded_at)
    values ('one', 'posts', '[]', '2026-11-20T10:10:00.000Z')`,
];

describe('a database of before letters of another style were letters', () => {
  test('is searched anew, knows since when posts are known, and which of them have no hour', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    await makeOlder(place, '0034-listed-clippings', beforeStyledLetters);

    const house = await openHouseAt(place);
    const { social, output } = callerAs(house, 'coordinator');
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const posts = await social.listPosts({ ...days, search: 'ALCALDÍA feria no' });
    expect(posts.rows.map(({ externalId }) => externalId)).toEqual(['styled']);
    const items = await output.listItems({ search: '𝐟𝐞𝐫𝐢𝐚' });
    expect(items.rows.map(({ id }) => id)).toEqual(['fair']);
    // Two prices that would now be of one section stay two.
    const rates = await house.database.db.selectFrom('rate').select('sectionKey').execute();
    expect(rates.map(({ sectionKey }) => sectionKey).sort()).toEqual(['1a', '1ª']);
    const stored = await house.database.db
      .selectFrom('post')
      .select(['externalId', 'hasHour', 'goneAt'])
      .orderBy('externalId')
      .execute();
    expect(stored).toEqual([
      { externalId: 'midnight', hasHour: 0, goneAt: null },
      { externalId: 'styled', hasHour: 1, goneAt: null },
    ]);
    const parts = await house.database.db.selectFrom('pagePart').select('filledFrom').execute();
    expect(parts).toEqual([{ filledFrom: '2026-10-24' }]);
  });
});
