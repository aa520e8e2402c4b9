import type { AlertKind } from '../../shared/social/alert-kinds.ts';
import type { AlertRuleRow } from '../../shared/social/alerts.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { House } from '../context.ts';

/** Every rule in use, the oldest first, with how many alerts of it are open and not put aside. */
export async function listAlertRules({ database }: House): Promise<AlertRuleRow[]> {
  const rows = await database.db
    .selectFrom('alertRule')
    .leftJoin('alert', (join) =>
      join
        .onRef('alert.ruleId', '=', 'alertRule.id')
        .on('alert.closedAt', 'is', null)
        .on('alert.dismissedAt', 'is', null),
    )
    .select(['alertRule.id', 'version', 'updatedAt', 'updatedBy', 'alertRule.kind', 'percent'])
    .select(['days', 'alertRule.network', 'isMailed'])
    .select((select) => select.fn.count<number>('alert.id').as('open'))
    .where('deletedAt', 'is', null)
    .groupBy(['alertRule.id', 'version', 'updatedAt', 'updatedBy', 'alertRule.kind', 'percent'])
    .groupBy(['days', 'alertRule.network', 'isMailed', 'createdAt'])
    .orderBy('createdAt')
    .orderBy('alertRule.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as AlertKind,
    percent: row.percent === null ? null : Number(row.percent),
    network: row.network as NetworkId | null,
    isMailed: row.isMailed === 1,
    open: Number(row.open),
  }));
}
