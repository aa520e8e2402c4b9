/** What the office can be told of. */
export const alertKinds = ['followers_fall', 'no_post', 'pull_failing', 'token_expiring'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Alerts that go on, those that somebody put aside, and those that are over. */
export const alertStates = ['open', 'dismissed', 'closed'] as const;
