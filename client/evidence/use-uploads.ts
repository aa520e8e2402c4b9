import { randomId } from '@mantine/hooks';
import { useState } from 'react';
import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import { largestEvidenceBytes } from '../../shared/evidence/evidence-files.ts';
import { type ClientFailure, failureMessage } from '../format/failure-message.ts';
import { uploadFile } from '../ui/upload-file.ts';

/** A file on its way, or one that was refused. */
export interface Upload {
  key: string;
  name: string;
  /** From 0 to 1. */
  share: number;
  /** Why it was not kept. */
  problem?: string;
}

const megabyte = 1024 * 1024;
const tooLarge: ClientFailure = {
  code: 'evidence_refused',
  reason: 'too_large',
  limit: largestEvidenceBytes / megabyte,
};

async function send(
  file: File,
  onProgress: (share: number) => void,
): Promise<EvidenceFile | string> {
  if (file.size > largestEvidenceBytes) return failureMessage(tooLarge);
  const address = `/evidence?name=${encodeURIComponent(file.name)}`;
  const sent = await uploadFile<EvidenceFile>(address, file, onProgress);
  return 'answer' in sent ? sent.answer : failureMessage(sent.failure);
}

/** Sends files as evidence, one after another, and keeps what is on its way or was refused. */
export function useUploads(onStored: (file: EvidenceFile) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const dismiss = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  async function upload(files: readonly File[]): Promise<void> {
    const queued = files.map((file) => ({ file, key: randomId('upload-'), name: file.name }));
    setUploads((all) => [...all, ...queued.map(({ key, name }) => ({ key, name, share: 0 }))]);
    for (const { file, key } of queued) {
      const result = await send(file, (share) => change(key, { share }));
      if (typeof result === 'string') {
        change(key, { problem: result });
        continue;
      }
      dismiss(key);
      onStored(result);
    }
  }

  return { uploads, upload, dismiss };
}
