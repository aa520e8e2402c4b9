import type { Listed } from '../../shared/records.ts';
import { AlertFacts, type AlertList, type AlertRow } from '../../shared/social/alerts.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { House } from '../context.ts';
import { searchConditions } from '../database/search.ts';

/** Alerts that go on, were put aside or are over, searched by page and network, the newest first. */
export async function listAlerts(
  { database }: House,
  { search, page, pageSize, state, kind }: AlertList,
): Promise<Listed<AlertRow>> {
  let alerts = database.db
    .selectFrom('alert')
    .where((expression) => expression.and(searchConditions('alert.search_text', search)))
    .where('alert.closedAt', state === 'closed' ? 'is not' : 'is', null);
  if (state !== 'closed') {
    alerts = alerts.where('alert.dismissedAt', state === 'dismissed' ? 'is not' : 'is', null);
  }
  if (kind !== undefined) alerts = alerts.where('alert.kind', '=', kind);
  const counted = await alerts
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await alerts
    .leftJoin('page', 'page.id', 'alert.pageId')
    .leftJoin('connection', 'connection.id', 'alert.connectionId')
    .select(['alert.id', 'ruleId', 'alert.network', 'pageId', 'alert.connectionId', 'facts'])
    .select(['openedAt', 'closedAt', 'dismissedAt', 'dismissedBy', 'mailedAt'])
    .select(['page.title as pageTitle', 'connection.label'])
    .orderBy('openedAt', 'desc')
    .orderBy('alert.kind')
    .orderBy('alert.searchText')
    .orderBy('alert.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return {
    rows: rows.map(({ pageTitle, label, network, facts, ...row }) => ({
      ...row,
      network: network as NetworkId,
      title: pageTitle ?? label ?? '',
      facts: AlertFacts.parse(JSON.parse(facts)),
    })),
    total: Number(counted.total),
  };
}
