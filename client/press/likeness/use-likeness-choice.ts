import { useMutation } from '@tanstack/react-query';
import type { RecordVersion } from '../../../shared/records.ts';
import { api, queryClient } from '../../app/api.ts';
import { ClientRefusal } from '../../format/failure-message.ts';
import { showFailure } from '../../ui/undo-toast.tsx';
import {
  type Asked,
  addressesOf,
  canBeAsked,
  type LikenessChoice,
  type Sign,
  signsOf,
  undecided,
} from './signs.ts';

const fresh = { staleTime: 0, retry: false } as const;

/** What an appearance looks like now, whatever was known of it before. */
async function readSigns(asked: Asked): Promise<Sign[]> {
  if (!canBeAsked(asked)) return [];
  const addresses = addressesOf(asked);
  const [alike, entries] = await Promise.all([
    queryClient.fetchQuery({ ...api.press.findLikeness.queryOptions(asked), ...fresh }),
    addresses.length === 0
      ? []
      : queryClient.fetchQuery({
          ...api.press.findOpenEntries.queryOptions({ addresses }),
          ...fresh,
        }),
  ]);
  return signsOf(asked, alike, entries);
}

/**
 * Nothing is stored beside what it looks like without a choice: looks once more before an appearance
 * is stored, and afterwards keeps what was chosen.
 */
export function useLikenessChoice() {
  const markSyndicated = useMutation(api.press.markSyndicated.mutationOptions());
  const keepApart = useMutation(api.press.keepApart.mutationOptions());
  const accept = useMutation(api.press.acceptFeedEntry.mutationOptions());

  return {
    /** @throws {ClientRefusal} `likeness_undecided` where it looks like one of which nothing was said. */
    async requireChoice(asked: Asked, choice: LikenessChoice): Promise<Sign[]> {
      const signs = await readSigns(asked);
      // One that is on record was told from the others when it came, or is in the list of likenesses.
      const isNew = !asked.clippingId;
      if (isNew && undecided(signs, choice).length > 0) {
        throw new ClientRefusal('likeness_undecided');
      }
      return signs;
    },
    /**
     * Keeps what was chosen, and takes what waits in the inbox; `entry` is the one that it was made of.
     * What is stored stays so, whatever of this fails: it can be done from the list of likenesses and the inbox.
     */
    async keepChoice(
      stored: RecordVersion,
      signs: readonly Sign[],
      choice: LikenessChoice,
      entry?: RecordVersion,
    ): Promise<void> {
      const records = signs.filter(({ of }) => of === 'record');
      const syndicated = records.filter(({ id }) => choice.syndicated.includes(id));
      const apart = records.filter(({ id }) => choice.apart.includes(id));
      const others = signs.filter(({ of, id }) => of === 'entry' && id !== entry?.id);
      const taken = entry ? [entry, ...others] : others;
      const version = ({ id, version }: RecordVersion) => ({ id, version });
      try {
        for (const { id } of apart) await keepApart.mutateAsync({ ids: [stored.id, id] });
        for (const one of taken) {
          await accept.mutateAsync({ at: version(one), clippingId: stored.id });
        }
        if (syndicated.length > 0) {
          await markSyndicated.mutateAsync({ ats: [version(stored), ...syndicated.map(version)] });
        }
      } catch (error) {
        showFailure(error);
      }
    },
  };
}
