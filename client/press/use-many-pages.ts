import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Answers, api } from '../app/api.ts';
import { failureMessage, failureOf } from '../format/failure-message.ts';
import { fieldsToSend, newClipping } from './clipping-values.ts';
import { mostAddresses } from './pasted-addresses.ts';

type DescribedPage = Answers['press']['describePages'][number];

/** One of several pieces to log: what its page says, as the person mends it. */
export interface PieceToLog {
  address: string;
  isIncluded: boolean;
  title: string;
  day: string;
  outletId: string | null;
  author: string;
  section: string;
  /** Absent while nothing is wrong: why the page was not read, or the piece not stored. */
  problem?: string;
  isSaved: boolean;
}

/** A page that does not say its day leaves it to the person: it is never taken for today's. */
function pieceOf(page: DescribedPage): PieceToLog {
  const blank = { title: '', day: '', outletId: null, author: '', section: '', isSaved: false };
  if (!page.isRead) {
    const problem = failureMessage(page.failure);
    return { ...blank, address: page.address, isIncluded: false, problem };
  }
  const { facts, outlet, finalAddress } = page;
  return {
    ...blank,
    address: finalAddress,
    isIncluded: true,
    title: facts.title ?? '',
    day: facts.day ?? '',
    outletId: outlet?.id ?? null,
    author: facts.author ?? '',
    section: facts.section ?? '',
  };
}

/** Whether a piece can be stored: chosen, with an outlet, a headline and a day, and not stored yet. */
export function isReady({ isIncluded, isSaved, outletId, title, day }: PieceToLog): boolean {
  return isIncluded && !isSaved && outletId !== null && title.trim() !== '' && day !== '';
}

function valuesOf({ address, title, day, outletId, author, section }: PieceToLog) {
  const known = { title, outletId, author, section, url: address };
  const start = newClipping(day, { ...known, format: 'web', entry: 'url' });
  return { ...start, measures: { ...start.measures, unit: 'note' as const } };
}

/** Reads some addresses, lets the person mend what they say, and stores them one by one. */
export function useManyPages(addresses: readonly string[]) {
  const describe = useMutation(api.press.describePages.mutationOptions());
  const create = useMutation(api.press.createClipping.mutationOptions());
  const [pieces, setPieces] = useState<PieceToLog[]>();
  const [saving, setSaving] = useState<{ done: number; total: number }>();

  const { mutateAsync: read } = describe;
  useEffect(() => {
    read({ addresses: addresses.slice(0, mostAddresses) }).then(
      (pages) => setPieces(pages.map(pieceOf)),
      // The mutation keeps its error, which is shown in place of the pieces.
      () => undefined,
    );
  }, [addresses, read]);

  const change = (address: string, part: Partial<PieceToLog>) =>
    setPieces((all) => all?.map((one) => (one.address === address ? { ...one, ...part } : one)));

  /** @returns how many were stored. */
  async function save(): Promise<number> {
    const ready = (pieces ?? []).filter(isReady);
    let stored = 0;
    for (const [done, piece] of ready.entries()) {
      setSaving({ done, total: ready.length });
      try {
        await create.mutateAsync(fieldsToSend(valuesOf(piece)));
        change(piece.address, { isSaved: true, problem: undefined } as Partial<PieceToLog>);
        stored += 1;
      } catch (error) {
        change(piece.address, { problem: failureMessage(failureOf(error)) });
      }
    }
    setSaving(undefined);
    return stored;
  }

  return { pieces, error: describe.error, change, save, saving };
}
