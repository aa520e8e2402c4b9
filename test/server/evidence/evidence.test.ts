import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { removeUnattachedEvidence } from '../../../server/evidence/remove-unattached-evidence.ts';
import { storeEvidence } from '../../../server/evidence/store-evidence.ts';
import { largestEvidenceBytes } from '../../../shared/evidence/evidence-files.ts';
import { as, auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { serveHouse } from '../../support/served-house.ts';
import type { Visitor } from '../../support/visitor.ts';
import { addColombiano, piece } from '../press/press-records.ts';
import { closeAsSeen } from '../press/review-records.ts';

const pdf = (bytes = 20) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const mp3 = Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(3_000)]);

async function* inParts(bytes: Buffer, size = 70_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function send(visitor: Visitor, name: string, body: Buffer | ReadableStream) {
  const response = await visitor.fetch(`/evidence?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: body as BodyInit,
    duplex: 'half',
  } as RequestInit);
  const answer = (await response.json()) as Record<string, unknown>;
  const error = answer.error as { data?: { failure?: unknown } } | undefined;
  return { status: response.status, ...answer, failure: error?.data?.failure };
}

describe('evidence over HTTP', () => {
  test('comes in as it is, and goes out byte by byte, whole or in part, running nothing', async () => {
    const served = await serveHouse();
    const press = await served.signedIn('press');
    const bytes = pdf(700_000);
    const sent = await send(press, '../../Nota «El Colombiano».pdf', bytes);
    expect(sent).toMatchObject({
      status: 200,
      name: 'Nota «El Colombiano».pdf',
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
    });
    const { id } = sent as unknown as { id: string };

    const viewer = await served.signedIn('viewer');
    const whole = await viewer.fetch(`/evidence/${id}`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    expect(whole.headers.get('content-type')).toBe('application/pdf');
    expect(whole.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''Nota/);
    expect(whole.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');

    const part = await viewer.fetch(`/evidence/${id}`, {
      headers: { range: 'bytes=262140-262150' },
    });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 262140-262150/${bytes.length}`,
    ]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(262_140, 262_151))).toBe(
      true,
    );
    const tail = await viewer.fetch(`/evidence/${id}`, { headers: { range: 'bytes=-5' } });
    expect(Buffer.from(await tail.arrayBuffer()).equals(bytes.subarray(-5))).toBe(true);
    const beyond = await viewer.fetch(`/evidence/${id}`, { headers: { range: 'bytes=9000000-' } });
    expect(beyond.status).toBe(416);
    const again = await viewer.fetch(`/evidence/${id}`, {
      headers: { 'if-none-match': whole.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('a picture is shown without an origin, and what plays is downloaded', async () => {
    const served = await serveHouse();
    const press = await served.signedIn('press');
    const shown = (await send(press, 'recorte.png', png)) as unknown as { id: string };
    const played = (await send(press, 'cuña.mp3', mp3)) as unknown as { id: string };
    const picture = await press.fetch(`/evidence/${shown.id}`);
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect(picture.headers.get('content-disposition')).toMatch(/^inline/);
    const audio = await press.fetch(`/evidence/${played.id}`);
    expect(audio.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(audio.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('is taken from nobody without a session or the role, and given to nobody without a session', async () => {
    const served = await serveHouse();
    const stranger = served.visitor();
    expect(await send(stranger, 'a.pdf', pdf())).toMatchObject({
      status: 401,
      failure: { code: 'not_signed_in' },
    });
    const viewer = await served.signedIn('viewer');
    for (const visitor of [viewer, await served.signedIn('secretary')]) {
      const refused = await send(visitor, 'a.pdf', pdf());
      expect(refused).toMatchObject({ status: 403, failure: { code: 'role_not_allowed' } });
    }
    const press = await served.signedIn('press');
    const { id } = (await send(press, 'a.pdf', pdf())) as unknown as {
      id: string;
    };
    expect((await stranger.fetch(`/evidence/${id}`)).status).toBe(401);
    expect((await viewer.fetch('/evidence/none')).status).toBe(404);
  });

  test('of another site is refused', async () => {
    const served = await serveHouse();
    const press = await served.signedIn('press');
    const response = await press.fetch('/evidence?name=a.pdf', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', origin: 'https://otro.example' },
      body: new Uint8Array(pdf()),
    });
    expect(response.status).toBe(403);
  });

  test('without end is cut off at the limit, and the server goes on', async () => {
    const served = await serveHouse();
    const press = await served.signedIn('press');
    const head = pdf();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(sent === 0 ? new Uint8Array(head) : new Uint8Array(1024 * 1024));
        sent += 1;
        if (sent > 200) controller.close();
      },
    });
    const refused = await send(press, 'a.pdf', endless).catch(() => undefined);
    if (refused) {
      expect(refused.failure).toEqual({ code: 'evidence_refused', reason: 'too_large', limit: 50 });
    }
    expect(sent).toBeLessThan(100);
    expect(await send(press, 'b.pdf', pdf())).toMatchObject({ status: 200 });
  });
});

describe('what a file is', () => {
  const stored = async (name: string, bytes: Buffer) =>
    storeEvidence(as(await makeHouse(), 'press'), { name, source: inParts(bytes) });

  test.each([
    ['pagina.pdf', '<html><script>alert(1)</script></html>', 'type'],
    ['foto.jpg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'type'],
    ['nota.txt', 'texto', 'type'],
    ['programa.pdf', 'MZ\u0090\u0000\u0003', 'type'],
    ['nada.pdf', '', 'empty'],
  ])('%s that holds something else is refused', async (name, text, reason) => {
    const refused = await failureOf(stored(name, Buffer.from(text, 'latin1')));
    expect(refused).toEqual({ code: 'evidence_refused', reason });
  });

  test('a name that lies about a good file is refused; one that says nothing is not', async () => {
    const refused = await failureOf(stored('foto.pdf', png));
    expect(refused).toEqual({ code: 'evidence_refused', reason: 'lying_name' });
    expect(await stored('foto', png)).toMatchObject({ mediaType: 'image/png' });
    expect(await stored('Recorte 3.11', png)).toMatchObject({ name: 'Recorte 3.11' });
    expect(await failureOf(stored('foto.7z', png))).toMatchObject({ reason: 'lying_name' });
    expect(await stored('foto.PNG', png)).toMatchObject({ mediaType: 'image/png' });
  });

  test('the largest is let in, and one byte more is not', async () => {
    const largest = Buffer.alloc(largestEvidenceBytes, 7);
    pdf().copy(largest);
    expect(await stored('a.pdf', largest)).toMatchObject({ sizeBytes: largestEvidenceBytes });
    const larger = Buffer.concat([largest, Buffer.from('x')]);
    expect(await failureOf(stored('a.pdf', larger))).toMatchObject({ reason: 'too_large' });
  });
});

describe('the same file twice', () => {
  test('is one, with its SHA-256 and an audit row for each time', async () => {
    const house = await makeHouse();
    const bytes = pdf(300_000);
    const first = await storeEvidence(as(house, 'press'), {
      name: 'a.pdf',
      source: inParts(bytes),
    });
    const again = await storeEvidence(as(house, 'admin'), {
      name: 'b.pdf',
      source: inParts(bytes, 9),
    });
    expect(first).toMatchObject({ isNew: true, name: 'a.pdf' });
    expect(again).toEqual({ ...first, isNew: false });
    expect(first.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect((await auditOf(house, first.id)).map(({ action }) => action).sort()).toEqual([
      'create',
      'find',
    ]);
  });
});

describe('evidence of an appearance', () => {
  test('is listed with it in the order given, and a value judged by hand needs it', async () => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    const measures = {
      unit: 'manual' as const,
      amountCop: 350_000,
      reason: 'Cotización verbal',
      share: '1',
      isEstimated: false,
    };
    const without = piece(outletId, { measures });
    expect(await failureOf(press.createClipping(without))).toMatchObject({
      issues: [{ path: ['evidenceIds'], message: 'manual_needs_evidence' }],
    });
    const ids: string[] = [];
    for (const [name, bytes] of [
      ['b.pdf', pdf()],
      ['a.png', png],
    ] as const) {
      ids.push((await storeEvidence(as(house, 'press'), { name, source: inParts(bytes) })).id);
    }
    const { id } = await press.createClipping({ ...without, evidenceIds: ids });
    const kept = await press.readClipping({ id });
    expect(kept.evidence.map(({ name }) => name)).toEqual(['b.pdf', 'a.png']);
    expect(kept.valuation.result).toMatchObject({ valueCop: 350_000, grade: 'D' });
    expect(await failureOf(press.createClipping({ ...without, evidenceIds: ['none'] }))).toEqual({
      code: 'record_not_found',
      record: 'evidence',
      id: 'none',
    });
  });

  test('that nothing names goes after a week; what an appearance or a closed month names stays', async () => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    const store = async (name: string) =>
      (await storeEvidence(as(house, 'press'), { name, source: inParts(pdf()) })).id;
    const [left, named, closed] = [
      await store('l.pdf'),
      await store('n.pdf'),
      await store('c.pdf'),
    ];
    await press.createClipping(piece(outletId, { day: '2026-10-05', evidenceIds: [named] }));
    const at = await press.createClipping(piece(outletId, { evidenceIds: [closed] }));
    await closeAsSeen(house, '2026-11');
    await callerAs(house, 'secretary').press.reopenMonth({
      month: '2026-11',
      reason: 'Corrección',
    });
    await press.updateClipping({ at, fields: piece(outletId) });

    house.setNow('2026-11-29T14:00:00Z');
    expect(await removeUnattachedEvidence(house)).toBe(0);
    house.setNow('2026-11-29T16:00:00Z');
    expect(await removeUnattachedEvidence(house)).toBe(1);
    const kept = await house.database.db.selectFrom('evidence').select('id').execute();
    expect(kept.map(({ id }) => id).sort()).toEqual([named, closed].sort());
    expect(kept.map(({ id }) => id)).not.toContain(left);
  });

  test('that was left and comes in once more waits another week for its form', async () => {
    const house = await makeHouse();
    const bytes = pdf();
    const store = () =>
      storeEvidence(as(house, 'press'), { name: 'a.pdf', source: inParts(bytes) });
    const { id } = await store();
    house.setNow('2026-11-30T15:00:00Z');
    expect(await store()).toMatchObject({ id, isNew: false });
    expect(await removeUnattachedEvidence(house)).toBe(0);
    house.setNow('2026-12-07T16:00:00Z');
    expect(await removeUnattachedEvidence(house)).toBe(1);
  });
});
