import { describe, expect, test } from 'vitest';
import { openNetworkClient } from '../../../../jobs/network-client.ts';
import { capabilitiesOf, readCapability } from '../../../support/connector-readings.ts';
import { loopbackToo } from '../../../support/house.ts';
import {
  findRecordedCase,
  makeClock,
  readRecordedNetwork,
  serve,
  serveRecorded,
} from '../../../support/networks.ts';
import { type CaseName, caseNames, contractCase } from './cases.ts';
import { exemptionOf } from './exemptions.ts';
import { listSubjects, type Subject } from './subjects.ts';

type Capability = ReturnType<typeof capabilitiesOf>[number];

/** Answers that nobody needs to record. */
async function serveTransport(name: CaseName) {
  const url = await serve((_, response) => {
    if (name === 'timeout') return;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Sorry');
  });
  return { url, asked: [], gives: undefined };
}

async function run(subject: Subject, capability: Capability, name: CaseName) {
  const { connector, secret } = subject;
  const isTransport = contractCase(name).isTransport === true;
  const server = isTransport
    ? await serveTransport(name)
    : await serveRecorded(subject.name, name, capability);
  const clock = makeClock();
  const client = openNetworkClient({
    connector,
    secret,
    baseUrl: server.url,
    now: clock.now,
    sleep: clock.sleep,
    web: loopbackToo,
    bounds: { timeoutMs: name === 'timeout' ? 80 : 5_000, retryAfterMs: [] },
  });
  const page = { id: 'page-1', ...readRecordedNetwork(subject.name).page };
  const outcome = await readCapability(capability, connector, client, page);
  return { outcome, calls: client.calls, asked: server.asked, gives: server.gives };
}

describe.each(await listSubjects())('recorded answers of $name', (subject) => {
  const recorded = readRecordedNetwork(subject.name);

  describe.each(capabilitiesOf(subject.connector))('%s', (capability) => {
    test('every case that can happen is recorded, and only such', () => {
      const wrong = caseNames.filter((name) => {
        if (contractCase(name).isTransport) return false;
        const isRecorded = findRecordedCase(recorded, capability, name) !== undefined;
        const cannotBe = exemptionOf(subject, capability, name) !== undefined;
        return recorded.cases[capability]?.[name] ? cannotBe : !isRecorded && !cannotBe;
      });
      expect(wrong).toEqual([]);
    });

    const possible = caseNames.filter((name) => !exemptionOf(subject, capability, name));

    test.each(possible)('%s', async (name) => {
      const success = await run(subject, capability, 'success');
      const { outcome, calls, gives } = await run(subject, capability, name);
      contractCase(name).expects({ capability, outcome, success: success.outcome, calls });
      if (gives) expect(outcome.read).toMatchObject(gives);
      if (name === 'success') expect(gives).toBeDefined();
    });

    test('no token gets into an address, a reading or a failure', async () => {
      for (const name of possible) {
        const { outcome, asked } = await run(subject, capability, name);
        const told = JSON.stringify(capability === 'refreshCredential' ? '' : outcome);
        for (const token of Object.values(subject.secret)) expect(told).not.toContain(token);
        expect(told).not.toContain('secret-token');
        for (const { address } of asked) expect(address).not.toContain('quoted-token');
      }
    });
  });
});
