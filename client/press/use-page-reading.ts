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

/** Fills in what the page says and nobody has typed. The day of a new form is nobody's choice. */
function fillIn({ fields }: Form, { facts, finalAddress }: ReadPage): void {
  const { title, author, section } = fields.values;
  fields.setFieldValue('url', finalAddress);
  fields.setFieldValue('entry', 'url');
  if (title === '' && facts.title) fields.setFieldValue('title', facts.title);
  if (author === '' && facts.author) fields.setFieldValue('author', facts.author);
  if (section === '' && facts.section) fields.setFieldValue('section', facts.section);
  if (facts.day) fields.setFieldValue('day', facts.day);
}

/** A piece on a site is a web piece, whatever else its outlet publishes. */
function makeWebPiece({ fields }: Form): void {
  fields.setFieldValue('format', 'web');
  fields.setFieldValue('measures.unit', 'note');
}

/** Reads the page of an appearance into its form; a page that fails leaves the form as it is. */
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
        setFailure(described.failure);
        return;
      }
      const outlet = outlets.find(({ id }) => id === described.outlet?.id);
      if (outlet && form.fields.values.outletId === null) await chooseOutlet(form, outlet);
      fillIn(form, described);
      makeWebPiece(form);
      setPage(described);
    } catch (error) {
      setFailure(failureOf(error));
    }
  }

  return { read, page, failure, isReading: describe.isPending };
}
