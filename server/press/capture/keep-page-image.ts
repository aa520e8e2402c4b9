import type { EvidenceFile } from '../../../shared/evidence/evidence-files.ts';
import type { ActorContext } from '../../context.ts';
import { storeEvidence } from '../../evidence/store-evidence.ts';
import { fetchPublic } from '../../reach/fetch-public.ts';

const limits = {
  accept: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  largestBytes: 8 * 1024 * 1024,
  timeoutMs: 12_000,
};

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/**
 * Keeps the picture of a page as evidence.
 * @throws {AltavozFailure} `address_refused`, or `evidence_refused` when it is no picture.
 */
export async function keepPageImage(
  context: ActorContext,
  imageAddress: string,
): Promise<EvidenceFile> {
  const { body, finalAddress } = await fetchPublic(context, imageAddress, limits);
  const ending = /\.[a-z0-9]{1,10}$/i;
  const last = new URL(finalAddress).pathname.split('/').at(-1) ?? '';
  // The ending is the site's word: what the file holds decides.
  const name = last.replace(ending, '') || 'imagen-de-la-nota';
  const {
    id,
    name: kept,
    mediaType,
    sizeBytes,
  } = await storeEvidence(context, {
    name,
    source: once(body),
  });
  return { id, name: kept, mediaType, sizeBytes };
}
