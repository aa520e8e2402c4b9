import { describe, expect, onTestFinished, test } from 'vitest';
import { connectSandbox } from '../../../jobs/demo/fill-demo.ts';
import { storePages } from '../../../jobs/seed/la-estrella-2020-pages.ts';
import { asSystem } from '../../../server/context.ts';
import { callerAs, makePlace, openHouseAt } from '../../support/house.ts';
import { runTerminal } from '../../support/run-terminal.ts';

async function houseWithPages() {
  const place = await makePlace();
  onTestFinished(() => place.remove());
  const house = await openHouseAt(place, new Date().toISOString());
  await storePages(asSystem(house));
  const sandbox = await connectSandbox(house);
  onTestFinished(() => sandbox.close());
  return { place, house };
}

describe('a pull from the terminal', () => {
  test('brings one page, or every page', async () => {
    const { place, house } = await houseWithPages();
    const { social } = callerAs(house, 'viewer');
    const [page] = await social.listPages();

    expect(await runTerminal(place, ['pull', '--page', page?.id ?? ''])).toEqual({
      code: 0,
      stdout: 'Pages: 1, read: 1, failed in part or whole: 0.\n',
      stderr: '',
    });
    const read = (await social.listPages()).filter(({ lastPull }) => lastPull !== null);
    expect(read).toMatchObject([{ id: page?.id, lastPull: { outcome: 'ok' } }]);

    expect(await runTerminal(place, ['pull'])).toMatchObject({
      code: 0,
      stdout: 'Pages: 8, read: 8, failed in part or whole: 0.\n',
    });
  });

  test('of a page that is not there is refused in one line', async () => {
    const { place } = await houseWithPages();
    expect(await runTerminal(place, ['pull', '--page', 'nobody'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'altavoz: there is no page nobody to pull\n',
    });
  });
});
