import type { AlertRuleRow } from '../../shared/social/alerts.ts';
import {
  type Judged,
  judgeFall,
  judgePulls,
  judgeSilence,
  judgeToken,
  type Verdict,
} from '../../shared/social/judge-alerts.ts';
import { type NetworkId, networkNames } from '../../shared/social/networks.ts';
import { type House, today } from '../context.ts';
import { isolate } from '../isolate.ts';
import { listConnections } from './list-connections.ts';
import {
  selectFailingParts,
  selectFollowerBounds,
  selectPostsKnown,
  selectWatchedPages,
  type WatchedPage,
} from './select-alert-facts.ts';

/** What a rule says of a page or connection, with what an alert of it is kept under. */
export interface JudgedSubject extends Judged {
  network: NetworkId;
  pageId: string | null;
  connectionId: string | null;
  /** What search finds it by. */
  words: string[];
}

type Rule = Pick<AlertRuleRow, 'id' | 'kind' | 'percent' | 'days' | 'network'>;

/** How a rule judges each page, once what it looks at has been read. */
async function pageJudge(
  house: House,
  rule: Rule,
  pages: readonly WatchedPage[],
): Promise<(page: WatchedPage) => Verdict> {
  const day = today(house);
  if (rule.kind === 'followers_fall') {
    const bounds = await selectFollowerBounds(house, pages, rule.days);
    return ({ id }) => {
      const { first = null, last = null } = bounds.get(id) ?? {};
      return judgeFall(rule, { first, last });
    };
  }
  if (rule.kind === 'no_post') {
    const known = await selectPostsKnown(house, pages);
    return ({ id }) => {
      const posts = known.get(id);
      return posts ? judgeSilence(rule, posts, day) : 'unknown';
    };
  }
  const failing = await selectFailingParts(house, pages);
  return ({ id, isPulled }) => (isPulled ? judgePulls(rule, failing.get(id) ?? [], day) : 'clear');
}

async function judgePages(
  house: House,
  rule: Rule,
  pages: readonly WatchedPage[],
): Promise<JudgedSubject[]> {
  const judge = await pageJudge(house, rule, pages);
  return pages.map((page) => ({
    ruleId: rule.id,
    subject: page.id,
    verdict: judge(page),
    network: page.network,
    pageId: page.id,
    connectionId: null,
    words: [page.title, page.handle, networkNames[page.network]],
  }));
}

async function judgeConnections(house: House, rule: Rule): Promise<JudgedSubject[]> {
  const connections = await listConnections(house);
  return connections.map(({ id, network, label, status, expiresAt, storedFields }) => ({
    ruleId: rule.id,
    // Another token is another thing to tell of.
    subject: `${id} ${expiresAt ?? ''}`.trim(),
    verdict: judgeToken(
      rule,
      { network, storedFields, expiresAt, needsToken: status === 'needs_token' },
      house.now(),
    ),
    network,
    pageId: null,
    connectionId: id,
    words: [label, networkNames[network]],
  }));
}

/** What each rule says today of every page or connection that it is about, and which rules broke. */
export async function judgeRules(
  house: House,
  rules: readonly Rule[],
): Promise<{ judged: JudgedSubject[]; broken: ReadonlySet<string> }> {
  const pages = await selectWatchedPages(house.database.db);
  const judged: JudgedSubject[] = [];
  const broken = new Set<string>();
  for (const rule of rules) {
    const judge = () =>
      rule.kind === 'token_expiring'
        ? judgeConnections(house, rule)
        : judgePages(house, rule, pages);
    const subjects = await isolate(house, { alertRule: rule.id }, judge, null);
    if (!subjects) broken.add(rule.id);
    const isMeant = ({ network }: JudgedSubject) =>
      rule.network === null || rule.network === network;
    for (const subject of subjects ?? []) if (isMeant(subject)) judged.push(subject);
  }
  return { judged, broken };
}
