import { findRefusal } from './find-refusal.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { youtubeData } from './youtube-data.ts';
import { refuseYoutube, youtubeError } from './youtube-errors.ts';

/** YouTube: the data API v3, as far as channels and their videos go. */
export function answerYoutube(request: SandboxRequest): SandboxAnswer {
  const answer = youtubeData[request.path];
  if (!answer) return youtubeError(404, 'notFound', 'Not Found');
  const refusal = findRefusal(request);
  return refusal ? refuseYoutube(refusal) : answer(request);
}
