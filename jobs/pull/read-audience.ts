import { today } from '../../server/context.ts';
import { AudienceReading } from '../../shared/social/network-readings.ts';
import { isStopped, readThrough } from './guard-connector.ts';
import { beginPart, type PartRead, type PartToRead } from './read-part.ts';

/** Who follows a page today, as far as the network says; of nothing given nothing is kept. */
export async function readAudience({ house, credential, plan }: PartToRead): Promise<PartRead> {
  const { page } = plan;
  const { client, connector } = credential;
  const { slices, failures } = await readThrough(
    house,
    credential,
    async () => AudienceReading.parse(await connector.readAudience?.(client, page)),
    (failure): AudienceReading => ({ slices: [], failures: [{ failure }] }),
  );
  if (isStopped(failures)) return { ...beginPart(), isStopped: true };
  const capturedAt = house.now().toISOString();
  const batch = { pageId: page.id, day: today(house), source: 'api' as const, capturedAt, slices };
  return {
    ...beginPart(),
    audiences: slices.length > 0 ? [batch] : [],
    failures: failures.map(({ failure }) => ({ metric: null, failure })),
  };
}
