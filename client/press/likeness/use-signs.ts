import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { type Asked, addressesOf, canBeAsked, type Sign, signsOf } from './signs.ts';

/** What some appearances look like, as far as it is known. */
interface Signs {
  signs: Sign[];
  /** False while it is looked for, as right after something was typed. */
  isKnown: boolean;
}

/**
 * What some appearances that are not stored yet look like, in their order: asked once the person
 * pauses. What could not be asked counts as known: it is asked once more before anything is stored.
 */
export function useSigns(all: readonly Asked[]): Signs[] {
  const text = JSON.stringify(all);
  const [settledText] = useDebouncedValue(text, 400);
  const settled = JSON.parse(settledText) as Asked[];
  const alike = useQueries({
    queries: settled.map((asked) => ({
      ...api.press.findLikeness.queryOptions(asked, { retry: false }),
      enabled: canBeAsked(asked),
    })),
  });
  const addresses = settled.flatMap(addressesOf);
  const entries = useQuery(
    api.press.findOpenEntries.queryOptions(
      { addresses },
      { enabled: addresses.length > 0, retry: false },
    ),
  );
  const isCurrent = text === settledText;
  return all.map((_, at) => {
    const asked = settled[at];
    const found = alike[at];
    if (!asked || !found) return { signs: [], isKnown: false };
    const isAsking = found.isFetching || entries.isFetching;
    return {
      signs: signsOf(asked, found.data ?? [], entries.data ?? []),
      isKnown: isCurrent && !isAsking,
    };
  });
}
