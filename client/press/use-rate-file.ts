import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { largestRateFileBytes, type RateFilePreview } from '../../shared/press/rate-file.ts';
import { api } from '../app/api.ts';
import { type ClientFailure, failureOf } from '../format/failure-message.ts';
import { readContent } from '../ui/read-content.ts';

interface ChosenFile {
  name: string;
  content: string;
}

/** A rate card that was chosen, what it would bring, and what is wrong with it. */
export function useRateFile(onDone: (added: number) => void) {
  const preview = useMutation(api.press.previewRateFile.mutationOptions());
  const write = useMutation(api.press.importRates.mutationOptions());
  const [file, setFile] = useState<ChosenFile>();
  const [shown, setShown] = useState<RateFilePreview>();
  const [reading, setReading] = useState<string>();
  const [failure, setFailure] = useState<ClientFailure>();

  async function choose(chosen: File | null): Promise<void> {
    if (!chosen) return;
    setShown(undefined);
    setFailure(undefined);
    if (chosen.size > largestRateFileBytes) {
      const limit = Math.round((largestRateFileBytes / 1024 / 1024) * 10) / 10;
      setFailure({ code: 'file_refused', reason: 'too_large', limit });
      return;
    }
    setReading(chosen.name);
    try {
      const read = { name: chosen.name.slice(-200), content: await readContent(chosen) };
      setFile(read);
      setShown(await preview.mutateAsync(read));
    } catch (error) {
      const isLost = error instanceof DOMException;
      setFailure(isLost ? { code: 'file_refused', reason: 'cut_short' } : failureOf(error));
    } finally {
      setReading(undefined);
    }
  }

  async function agree(): Promise<void> {
    if (!file || !shown) return;
    setFailure(undefined);
    try {
      const { added } = await write.mutateAsync({ file, seal: shown.seal });
      onDone(added);
    } catch (error) {
      setFailure(failureOf(error));
    }
  }

  return { shown, reading, failure, isWriting: write.isPending, choose, agree };
}
