import { graphError } from './graph-errors.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';

const secondsPerDay = 86_400;
const lastsDays = 60;

const scopes: Partial<Record<SandboxRequest['network'], string[]>> = {
  facebook: ['pages_show_list', 'pages_read_engagement', 'read_insights'],
  instagram: [
    'pages_show_list',
    'pages_read_engagement',
    'instagram_basic',
    'instagram_manage_insights',
    'instagram_business_basic',
    'instagram_business_manage_insights',
  ],
  threads: ['threads_basic', 'threads_manage_insights'],
};

/** What is known of the token asked about: it was given ten days ago and lasts for sixty. */
export function answerDebugToken(request: SandboxRequest): SandboxAnswer {
  if (!request.query.get('input_token')) {
    return graphError(400, 100, '(#100) The parameter input_token is required');
  }
  const today = Math.floor(request.now.getTime() / 1_000 / secondsPerDay) * secondsPerDay;
  const data = {
    app_id: '314159265358979',
    type: 'USER',
    application: 'Altavoz',
    is_valid: true,
    issued_at: today - 10 * secondsPerDay,
    expires_at: today + (lastsDays - 10) * secondsPerDay,
    data_access_expires_at: today + 80 * secondsPerDay,
    scopes: scopes[request.network] ?? [],
    user_id: '271828182845904',
  };
  return { status: 200, body: { data } };
}

/** A long-lived token made new: another one, that lasts for sixty days from now. */
export function answerRefresh(request: SandboxRequest, grant: string): SandboxAnswer {
  if (request.query.get('grant_type') !== grant) {
    return graphError(400, 100, `(#100) The parameter grant_type must be ${grant}`);
  }
  const { token } = request;
  const body = {
    access_token: `${token?.replace(/~\d+$/, '')}~${request.now.getTime()}`,
    token_type: 'bearer',
    expires_in: lastsDays * secondsPerDay,
  };
  return { status: 200, body };
}
