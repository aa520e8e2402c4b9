import { keepSecretKey } from '../../server/keep-secret-key.ts';
import { pullNetworks } from '../tasks/pull-networks.ts';
import { type Command, readOptions } from './command.ts';

/** `pull`: reads the fan pages now, without waiting for the schedule. */
export const runPull: Command = {
  words: 'pull',
  usage: 'pull [--page ID]',
  summary: 'reads every fan page from its network now, or one of them',
  async run(terminal, words) {
    const { page } = readOptions(words, ['page']);
    const house = await terminal.openHouse();
    await keepSecretKey(terminal.config, house);
    const wish = { reason: 'request', ...(page ? { pageIds: [page] } : {}) } as const;
    const { pages, pagesRead, pagesFailed } = await pullNetworks(house, wish);
    if (pages === 0)
      throw new Error(page ? `there is no page ${page} to pull` : 'there is no page to pull');
    terminal.say(`Pages: ${pages}, read: ${pagesRead}, failed in part or whole: ${pagesFailed}.`);
    return pagesFailed === 0 ? 0 : 1;
  },
};
