import type { Kysely } from 'kysely';
import type { CountingRule } from '../../shared/indicators/schemas.ts';
import type { Tables } from '../database/schema.ts';
import { countCell } from './counting/count-cell.ts';
import { countNetworks } from './counting/count-networks.ts';
import { countCommitments, countDetails, countItems } from './counting/count-output.ts';
import { countPress } from './counting/count-press.ts';
import { type Asked, type Counted, nothingCounted } from './counting/counted.ts';

/**
 * Reads what a rule asks for between two days, together and month by month; a month without anything
 * counted is not in the list.
 */
export async function countRule(
  db: Kysely<Tables>,
  rule: CountingRule,
  asked: Asked,
): Promise<Counted> {
  const { measure, cell } = rule;
  switch (measure) {
    case 'output':
      return countItems(db, rule, asked);
    case 'attendance':
    case 'copies':
    case 'video_minutes':
      return countDetails(db, { ...rule, measure }, asked);
    case 'commitments_kept':
      return countCommitments(db, asked);
    case 'press_count':
    case 'press_value':
      return countPress(db, measure, asked);
    case 'count_table':
      return cell ? countCell(db, cell, asked) : nothingCounted;
    default:
      return countNetworks(db, { ...rule, measure }, asked);
  }
}
