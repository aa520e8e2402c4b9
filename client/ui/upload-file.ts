import { type ClientFailure, failureOf } from '../format/failure-message.ts';

/** What came of sending a file: the server's answer, or why there is none. */
export type Uploaded<Answer> = { answer: Answer } | { failure: ClientFailure };

function readAnswer<Answer>(request: XMLHttpRequest): Uploaded<Answer> {
  let body: unknown;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    return { failure: { code: 'unreadable_answer' } };
  }
  if (request.status >= 200 && request.status < 300) return { answer: body as Answer };
  return { failure: failureOf((body as { error?: unknown }).error) };
}

/**
 * Sends a file as the body of a POST and tells how much of it has left, from 0 to 1. `fetch`
 * would not tell.
 */
export function uploadFile<Answer>(
  address: string,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<Uploaded<Answer>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readAnswer<Answer>(request));
    request.onerror = () => resolve({ failure: { code: 'no_connection' } });
    request.send(file);
  });
}
