import { describe, expect, test } from 'vitest';
import { listConnectors } from '../../../jobs/list-connectors.ts';
import { networks } from '../../../shared/social/networks.ts';
import { connectorOf } from '../../support/networks.ts';

describe('the folder of networks', () => {
  test('is read at start: one connector a file, for every network that pages can be on', async () => {
    expect([...(await listConnectors()).keys()].toSorted()).toEqual([...networks].toSorted());
  });

  test.each([
    ['exports nothing of its name', {}, 'exports no connector named "y"'],
    ['is named after another network', { network: 'x' }, 'is "x", unlike the file\'s name'],
    ['reads no pages', { readPages: undefined }, 'readPages'],
    ['sends the token in the clear', { defaultBaseUrl: 'http://api.y.com' }, 'https address'],
    ['takes no page at all', { batchSize: 0 }, 'batchSize'],
  ])('a file that %s stops the start with a line that says so', async (_, wrong, message) => {
    const x = await connectorOf('x');
    const y = { ...x, network: 'y', ...wrong };
    const files = { './networks/y.ts': Object.keys(wrong).length > 0 ? { y } : { other: y } };
    await expect(listConnectors(Promise.resolve(files))).rejects.toThrow(message);
    await expect(listConnectors(Promise.resolve(files))).rejects.toThrow('jobs/networks/y.ts');
  });
});
