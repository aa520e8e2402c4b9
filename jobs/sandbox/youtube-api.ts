import { findRefusal } from './find-refusal.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { answerRenewal } from './renewed-token.ts';
import { youtubeData } from './youtube-data.ts';
import { refuseYoutube, youtubeError } from './youtube-errors.ts';
import { answerReport } from './youtube-reports.ts';

const routes: Record<string, (request: SandboxRequest) => SandboxAnswer> = {
  ...youtubeData,
  '/v2/reports': answerReport,
};

/** YouTube: the data API v3, reports of Analytics v2, and the server that renews tokens. */
export function answerYoutube(request: SandboxRequest): SandboxAnswer {
  if (request.path === '/token') {
    return answerRenewal(request, {
      clientIdField: 'client_id',
      lastsSeconds: 3_600,
      more: { scope: 'https://www.googleapis.com/auth/yt-analytics.readonly' },
      refuse: refuseYoutube,
    });
  }
  const answer = routes[request.path];
  if (!answer) return youtubeError(404, 'notFound', 'Not Found');
  const refusal = findRefusal(request);
  return refusal ? refuseYoutube(refusal) : answer(request);
}
