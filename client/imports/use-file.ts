import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInZone } from '../../shared/calendar/day.ts';
import { largestFileBytes } from '../../shared/imports/limits.ts';
import type { ReadOfFile } from '../../shared/imports/rows.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { type ClientFailure, failureOf } from '../format/failure-message.ts';
import { readContent } from '../ui/read-content.ts';

/** A chosen file: its bytes as base64 and the day it was saved on this computer. */
interface ChosenFile {
  name: string;
  content: string;
  fileDay: string;
}

/** What the person says of a file that does not say it. */
export interface SaidOfFile {
  pageId?: string;
  metric?: Metric;
  fileDay?: string;
}

const megabyte = 1024 * 1024;

/** Reads a file: its preview opens, or what it lacks is asked first. */
export function useFile(onPreview: (id: string) => void) {
  const { timeZone } = useToday();
  const preview = useMutation(api.imports.previewFile.mutationOptions());
  const [chosen, setChosen] = useState<ChosenFile>();
  const [asked, setAsked] = useState<ReadOfFile>();
  const [reading, setReading] = useState<string>();
  const [failure, setFailure] = useState<ClientFailure>();

  async function send(file: ChosenFile, said: SaidOfFile): Promise<void> {
    setFailure(undefined);
    setReading(file.name);
    try {
      const read = await preview.mutateAsync({ ...file, ...said });
      setAsked(read.import ? undefined : read);
      if (read.import) onPreview(read.import.id);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setReading(undefined);
    }
  }

  async function choose(file: File | null): Promise<void> {
    if (!file) return;
    setAsked(undefined);
    if (file.size > largestFileBytes) {
      const limit = largestFileBytes / megabyte;
      setFailure({ code: 'file_refused', reason: 'too_large', limit });
      return;
    }
    try {
      const content = await readContent(file);
      const fileDay = dayInZone(new Date(file.lastModified), timeZone);
      const read = { name: file.name.slice(-255), content, fileDay };
      setChosen(read);
      await send(read, {});
    } catch {
      // The browser lost the file between its choice and its reading.
      setFailure({ code: 'file_refused', reason: 'cut_short' });
    }
  }

  return {
    asked,
    chosen,
    reading,
    failure,
    choose,
    say: (said: SaidOfFile) => (chosen ? send(chosen, said) : Promise.resolve()),
    forget: () => setAsked(undefined),
  };
}

export type ReadingOfFile = ReturnType<typeof useFile>;
