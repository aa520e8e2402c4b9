/** What the office can be told of. */
export const alertKinds = ['followers_fall', 'no_post', 'pull_failing', 'token_expiring'] as const;
export type AlertKind = (typeof alertKinds)[number];
