import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openNetworkClient } from '../../../../jobs/network-client.ts';
import { Fault } from '../../../../jobs/sandbox/faults.ts';
import { type SandboxPage, sandboxPages } from '../../../../jobs/sandbox/sandbox-pages.ts';
import { type Sandbox, startSandbox } from '../../../../jobs/sandbox/serve-sandbox.ts';
import {
  type Capability,
  capabilitiesOf,
  readCapability,
  testPeriod,
} from '../../../support/connector-readings.ts';
import { makeClock, testStart } from '../../../support/networks.ts';
import { type CaseName, caseNames, contractCase } from './cases.ts';
import { exemptionOf } from './exemptions.ts';
import { expectFiguresOf } from './sandbox-figures.ts';
import { spoiledFields } from './spoiled-fields.ts';
import { listSubjects } from './subjects.ts';

/** The page of a network with the fewest posts: its whole history is read. */
function smallestPageOf(network: string): SandboxPage {
  const pages = sandboxPages.filter((page) => page.network === network);
  const [page] = pages.toSorted((a, b) => a.daily.posts - b.daily.posts);
  if (!page) throw new Error(`the sandbox has no page of ${network}`);
  return page;
}

describe.each(await listSubjects())('the sandbox, through the connector of $name', (subject) => {
  const { network, connector, secret } = subject;
  let page: SandboxPage;
  let sandbox: Sandbox;

  beforeEach(async () => {
    page = smallestPageOf(network);
    const started = await startSandbox({ clock: () => new Date(testStart), ...subject.sandbox });
    onTestFinished(() => started.close());
    sandbox = started;
  });

  async function run(capability: Capability, name: CaseName) {
    const clock = makeClock();
    const client = openNetworkClient({
      connector,
      secret,
      baseUrl: sandbox.baseUrls[network],
      now: clock.now,
      sleep: clock.sleep,
      web: sandbox.web,
      bounds: { timeoutMs: name === 'timeout' ? 80 : 5_000, retryAfterMs: [] },
    });
    const { handle, id: externalId } = page;
    const known = { id: 'page-1', handle, externalId };
    const unknown = { id: 'page-1', handle: 'nobodyatall', externalId: null };
    const asked = name === 'unknown page' ? unknown : known;
    const outcome = await readCapability(capability, connector, client, asked);
    return { outcome, calls: client.calls };
  }

  describe.each(capabilitiesOf(connector))('%s', (capability) => {
    const possible = caseNames.filter((name) => !exemptionOf(subject, capability, name));

    test.each(possible)('%s', async (name) => {
      const success = await run(capability, 'success');
      const fields = spoiledFields[subject.name]?.[capability];
      if (!fields) throw new Error(`no fields to spoil of ${subject.name} ${capability}`);
      for (const fault of contractCase(name).faults?.(fields, capability) ?? []) {
        sandbox.setFault(Fault.parse({ ...fault, network }));
      }
      const { outcome, calls } = await run(capability, name);
      contractCase(name).expects({ capability, outcome, success: success.outcome, calls });
    });

    test('what is read is what the sandbox has', async () => {
      const { outcome } = await run(capability, 'success');
      expect(outcome.failures).toEqual([]);
      const asOf = { page, now: new Date(testStart), period: testPeriod };
      expectFiguresOf(subject, capability, outcome.read, asOf);
    });
  });
});
