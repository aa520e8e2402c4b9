import { postsReadAgainDays } from './pull.ts';

/**
 * What X charges for what it gives, in thousandths of a dollar; what it gives again on one day of UTC
 * it charges once (docs.x.com/x-api/getting-started/pricing).
 */
const milsPerProfile = 10;
const milsPerPost = 5;

const daysPerMonth = 30;
/** The posts that X still gives of an account. */
const keptPosts = 3_200;

/** The prices in dollars. */
export const xPrices = {
  profileUsd: milsPerProfile / 1_000,
  postUsd: milsPerPost / 1_000,
} as const;

/** How much is read of X. */
export interface XSchedule {
  accounts: number;
  /** Of each account. */
  postsPerWeek: number;
}

/** What a month of a schedule costs, in dollars, and its whole history once. */
export interface XCost {
  profilesUsd: number;
  postsUsd: number;
  totalUsd: number;
  historyUsd: number;
}

/**
 * Estimates what X charges: each day brings the profile of each account and its posts of the last
 * weeks, which are read again while reactions still come, however often they are read that day.
 */
export function estimateXCost({ accounts, postsPerWeek }: XSchedule): XCost {
  const days = accounts * daysPerMonth;
  const postsPerDay = Math.ceil((postsPerWeek * postsReadAgainDays) / 7);
  const profiles = days * milsPerProfile;
  const posts = days * postsPerDay * milsPerPost;
  return {
    profilesUsd: profiles / 1_000,
    postsUsd: posts / 1_000,
    totalUsd: (profiles + posts) / 1_000,
    historyUsd: (accounts * keptPosts * milsPerPost) / 1_000,
  };
}
