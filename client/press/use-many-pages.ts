import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { findLikenessOf } from '../../shared/press/likeness.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { type Answers, api } from '../app/api.ts';
import { failureMessage, failureOf } from '../format/failure-message.ts';
import { fieldsToSend, newClipping } from './clipping-values.ts';
import {
  type LikenessChoice,
  noChoice,
  type Sign,
  undecided,
  webAddressOf,
} from './likeness/signs.ts';
import { useLikenessChoice } from './likeness/use-likeness-choice.ts';
import { useSigns } from './likeness/use-signs.ts';
import { mostAddresses } from './pasted-addresses.ts';

type DescribedPage = Answers['press']['describePages'][number];

/** One of several pieces to log: what its page says, as the person mends it. */
export interface PieceToLog {
  /** By which choices name it, until it is on record. */
  id: string;
  /** As it was pasted, and where it led to. */
  pasted: string;
  address: string;
  isIncluded: boolean;
  title: string;
  day: string;
  outletId: string | null;
  author: string;
  section: string;
  /** What the person said of what it looks like. */
  choice: LikenessChoice;
  /** Absent while nothing is wrong: why the page was not read, or the piece not stored. */
  problem?: string | undefined;
  /** As it is on record, once it is stored. */
  stored?: RecordVersion;
}

/** A piece with what it looks like, as far as that is known. */
export interface LookedAt extends PieceToLog {
  signs: Sign[];
  isKnown: boolean;
}

/** A page that does not say its day leaves it to the person: it is never taken for today's. */
function pieceOf(page: DescribedPage, at: number): PieceToLog {
  const blank = { title: '', day: '', outletId: null, author: '', section: '', choice: noChoice };
  const own = { ...blank, id: `piece-${at + 1}`, pasted: page.address };
  if (!page.isRead) {
    const problem = failureMessage(page.failure);
    return { ...own, address: page.address, isIncluded: false, problem };
  }
  const { facts, outlet, finalAddress } = page;
  return {
    ...own,
    address: finalAddress,
    isIncluded: true,
    title: facts.title ?? '',
    day: facts.day ?? '',
    outletId: outlet?.id ?? null,
    author: facts.author ?? '',
    section: facts.section ?? '',
  };
}

/** Whether a piece can be stored: chosen, with an outlet, a headline, a day and every choice, and not stored yet. */
export function isReady(piece: LookedAt): boolean {
  const { isIncluded, stored, outletId, title, day, signs, isKnown, choice } = piece;
  const isWritten = outletId !== null && title.trim() !== '' && day !== '';
  const isDecided = isKnown && undecided(signs, choice).length === 0;
  return isIncluded && !stored && isWritten && isDecided;
}

/** What a piece is compared by, with those on record and with the others of the list. */
function askedOf({ outletId, day, title, address, pasted }: PieceToLog) {
  const addresses = { url: webAddressOf(address), pastedUrl: webAddressOf(pasted) };
  return { outletId, day: day || null, format: 'web' as const, title, ...addresses };
}

/** What a piece looks like among those before it that are to be stored too; those on record are found there. */
function signsInList(pieces: readonly PieceToLog[], at: number): Sign[] {
  const piece = pieces[at];
  if (!piece) return [];
  return pieces.slice(0, at).flatMap((other, place): Sign[] => {
    if (!other.isIncluded || other.stored) return [];
    const reason = findLikenessOf(askedOf(piece), askedOf(other));
    if (!reason) return [];
    const { id, title, day } = other;
    const shown = { title: title || other.address, outletName: '', day: day || null };
    return [{ id, reason, ...shown, of: 'list', version: 0, number: place + 1 }];
  });
}

function valuesOf({ address, title, day, outletId, author, section }: PieceToLog) {
  const known = { title, outletId, author, section, url: address };
  const start = newClipping(day, { ...known, format: 'web', entry: 'url' });
  return { ...start, measures: { ...start.measures, unit: 'note' as const } };
}

/** A choice by what is on record now: a piece that was stored meanwhile goes by its new identifier. */
function choiceNow({ choice }: PieceToLog, records: ReadonlyMap<string, string>): LikenessChoice {
  const now = (ids: readonly string[]) => ids.map((id) => records.get(id) ?? id);
  return { apart: now(choice.apart), syndicated: now(choice.syndicated) };
}

/** Reads some addresses, lets the person mend what they say, and stores them one by one. */
export function useManyPages(addresses: readonly string[]) {
  const describe = useMutation(api.press.describePages.mutationOptions());
  const create = useMutation(api.press.createClipping.mutationOptions());
  const { requireChoice, keepChoice } = useLikenessChoice();
  const [pieces, setPieces] = useState<PieceToLog[]>();
  const [saving, setSaving] = useState<{ done: number; total: number }>();
  const found = useSigns((pieces ?? []).map(askedOf));

  const { mutateAsync: read } = describe;
  useEffect(() => {
    read({ addresses: addresses.slice(0, mostAddresses) }).then(
      (pages) => setPieces(pages.map(pieceOf)),
      // The mutation keeps its error, which is shown in place of the pieces.
      () => undefined,
    );
  }, [addresses, read]);

  const change = (id: string, part: Partial<PieceToLog>) =>
    setPieces((all) => all?.map((one) => (one.id === id ? { ...one, ...part } : one)));

  const looked = pieces?.map((piece, at): LookedAt => {
    const { signs = [], isKnown = false } = found[at] ?? {};
    const records = new Map(pieces.flatMap((one) => (one.stored ? [[one.id, one.stored.id]] : [])));
    const choice = choiceNow(piece, records);
    return { ...piece, choice, signs: [...signs, ...signsInList(pieces, at)], isKnown };
  });

  async function store(piece: PieceToLog, records: ReadonlyMap<string, string>) {
    const choice = choiceNow(piece, records);
    const signs = await requireChoice(askedOf(piece), choice);
    const stored = await create.mutateAsync(fieldsToSend(valuesOf(piece)));
    await keepChoice(stored, signs, choice);
    return stored;
  }

  /** @returns how many were stored. */
  async function save(): Promise<number> {
    const ready = (looked ?? []).filter(isReady);
    const records = new Map<string, string>();
    for (const [done, piece] of ready.entries()) {
      setSaving({ done, total: ready.length });
      try {
        const stored = await store(piece, records);
        records.set(piece.id, stored.id);
        change(piece.id, { stored, problem: undefined });
      } catch (error) {
        change(piece.id, { problem: failureMessage(failureOf(error)) });
      }
    }
    setSaving(undefined);
    return records.size;
  }

  return { pieces: looked, error: describe.error, change, save, saving };
}
