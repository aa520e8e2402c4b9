import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answers, api } from '../app/api.ts';
import { type ClientFailure, failureOf } from '../format/failure-message.ts';
import type { RecordForm } from '../ui/use-record-form.ts';
import type { ClippingValues } from './clipping-values.ts';
import { chooseOutlet } from './publication-fields.tsx';
import type { Outlet } from './use-outlet-options.ts';

export type DescribedPage = Answers['press']['describePages'][number];
export type ReadPage = Extract<DescribedPage, { isRead: true }>;

type Form = RecordForm<ClippingValues>;

/**
 * Puts the day that a page says. Where it says none, the one of the form goes, unless a person wrote it
 * or a feed said it: today is the day of the reading, not of the piece.
 */
function setDay({ fields }: Form, day: string | null, dayFrom: 'page' | 'unread'): void {
  const before = fields.getValues();
  const isOfFeed = before.dayFrom === 'feed' && before.day !== '';
  if (before.dayFrom === 'person' || (day === null && isOfFeed)) return;
  fields.setFieldValue('day', day ?? '');
  fields.setFieldValue('dayFrom', dayFrom);
}

/** Fills in what the page says and nobody has typed. */
function fillIn(form: Form, { facts, finalAddress }: ReadPage): void {
  const { fields } = form;
  const { title, author, section } = fields.getValues();
  fields.setFieldValue('url', finalAddress);
  fields.setFieldValue('entry', 'url');
  if (title === '' && facts.title) fields.setFieldValue('title', facts.title);
  if (author === '' && facts.author) fields.setFieldValue('author', facts.author);
  if (section === '' && facts.section) fields.setFieldValue('section', facts.section);
  setDay(form, facts.day, 'page');
}

/** A piece on a site is a web piece, whatever else its outlet publishes. */
function makeWebPiece({ fields }: Form): void {
  fields.setFieldValue('format', 'web');
  fields.setFieldValue('measures.unit', 'note');
}

/** Reads the page of an appearance into its form; one that fails leaves what was typed as it is. */
export function usePageReading(form: Form, outlets: readonly Outlet[]) {
  const describe = useMutation(api.press.describePages.mutationOptions());
  const [page, setPage] = useState<ReadPage>();
  const [failure, setFailure] = useState<ClientFailure>();

  async function read(address: string): Promise<void> {
    setFailure(undefined);
    setPage(undefined);
    try {
      const [described] = await describe.mutateAsync({ addresses: [address] });
      if (!described) return;
      if (!described.isRead) {
        form.fields.setFieldValue('url', address);
        setDay(form, null, 'unread');
        setFailure(described.failure);
        return;
      }
      fillIn(form, described);
      const outlet = outlets.find(({ id }) => id === described.outlet?.id);
      if (outlet && form.fields.getValues().outletId === null) await chooseOutlet(form, outlet);
      makeWebPiece(form);
      setPage(described);
    } catch (error) {
      setFailure(failureOf(error));
    }
  }

  return { read, page, failure, isReading: describe.isPending };
}
