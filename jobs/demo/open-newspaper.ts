import { asSystem, type House } from '../../server/context.ts';
import { createFeed } from '../../server/press/feeds/save-feed.ts';
import { createMentionWord } from '../../server/press/feeds/save-mention-word.ts';
import { eitherAccess } from '../../server/reach/internal-hosts.ts';
import { type Newspaper, serveNewspaper } from '../sandbox/newspaper/serve-newspaper.ts';
import { findOrAddNames } from '../seed/known-names.ts';

const names = ['La Estrella', 'Siderense', 'Siderenses'];
const lookalikes = ['La Estrella de Belén', 'La estrella del equipo'];

/**
 * Starts the papers of the demonstration, adds their feeds and the words that name the entity,
 * and lets the house reach them beside what is public; the caller closes.
 */
export async function openNewspaper(house: House): Promise<Newspaper> {
  const newspaper = await serveNewspaper({ clock: () => house.now() });
  house.web = eitherAccess(house.web, newspaper.web);
  const context = asSystem(house);
  const { outletIds } = await findOrAddNames(context);
  for (const { outlet, feed } of newspaper.papers) {
    const outletId = outletIds.get(outlet);
    if (!outletId) throw new Error(`the demonstration has no outlet ${outlet}`);
    await createFeed(context, { outletId, address: feed, isActive: true });
  }
  for (const text of names) await createMentionWord(context, { text, isExclusion: false });
  for (const text of lookalikes) await createMentionWord(context, { text, isExclusion: true });
  return newspaper;
}
