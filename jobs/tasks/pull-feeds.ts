import { asSystem, type House } from '../../server/context.ts';
import { listFeedsToRead } from '../../server/press/feeds/list-feeds-to-read.ts';
import { readFeed } from '../../server/press/feeds/read-feed.ts';
import { recordFeedReading } from '../../server/press/feeds/record-feed-reading.ts';
import { runTask } from '../run-task.ts';

/** Feeds read side by side: each is of a stranger, and may be slow. */
const atOnce = 4;

/**
 * Reads the feeds that are due or that somebody asked for, each once among all processes, and
 * keeps what of them mentions the entity. A feed that fails stops no other.
 */
export async function pullFeeds(
  house: House,
  holder: string,
  stopping: AbortSignal,
): Promise<void> {
  const due = await listFeedsToRead(house);
  for (let start = 0; start < due.length && !stopping.aborted; start += atOnce) {
    const turns = due.slice(start, start + atOnce).map((feed) => {
      const slot = { task: 'pull-feed', slot: feed.slot };
      return runTask(house, slot, holder, stopping, async () => {
        const reading = await readFeed(house, feed);
        const kept = await recordFeedReading(asSystem(house), feed, reading);
        if (kept > 0) house.log.info({ feedId: feed.id, kept }, 'a feed mentions the entity');
        if (reading.outcome === 'failed') {
          house.log.warn({ feedId: feed.id, ...reading.failure }, 'a feed could not be read');
        }
      });
    });
    await Promise.all(turns);
  }
}
