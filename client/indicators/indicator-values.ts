import { whatOf } from '../../shared/indicators/measures.ts';
import type { IndicatorRow } from '../../shared/indicators/rows.ts';
import type {
  CountingRule,
  Direction,
  IndicatorMethod,
  Plan,
  Unit,
  YearlySum,
} from '../../shared/indicators/schemas.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
import type { NetworkId } from '../../shared/social/networks.ts';

/** What the form holds: the fields of every method, so that changing one's mind loses nothing. */
export type IndicatorValues = {
  code: string;
  name: string;
  plan: Plan;
  unit: Unit;
  direction: Direction;
  departmentId: string | null;
  notes: string;
  type: IndicatorMethod['type'];
  measure: CountingRule['measure'];
  kinds: KindId[];
  departmentIds: string[];
  placeIds: string[];
  responsible: string;
  words: string;
  network: NetworkId | null;
  pageIds: string[];
  tableId: string | null;
  /** The column of a table of counts. */
  column: string | null;
  /** The names of a row of it, one a line; its total where there are none. */
  members: string;
  yearly: YearlySum;
  formula: string;
};

const start: IndicatorValues = {
  code: '',
  name: '',
  plan: 'action_plan',
  unit: 'number',
  direction: 'increase',
  departmentId: null,
  notes: '',
  type: 'rule',
  measure: 'output',
  kinds: [],
  departmentIds: [],
  placeIds: [],
  responsible: '',
  words: '',
  network: null,
  pageIds: [],
  tableId: null,
  column: null,
  members: '',
  yearly: 'sum',
  formula: '',
};

function ruleValues({ cell, responsible, ...rule }: CountingRule): Partial<IndicatorValues> {
  const { tableId = null, measure: column = null, members = [] } = cell ?? {};
  const of = { tableId, column, members: members.join('\n') };
  return { ...rule, responsible: responsible ?? '', ...of };
}

/** The form of an indicator, or of a new one. */
export function indicatorValues(indicator?: IndicatorRow): IndicatorValues {
  if (!indicator) return start;
  const { code, name, plan, unit, direction, departmentId, method } = indicator;
  const rule = method.type === 'rule' ? method.rule : undefined;
  return {
    ...start,
    code,
    name,
    plan,
    unit,
    direction,
    departmentId,
    notes: indicator.notes ?? '',
    type: method.type,
    ...(rule ? ruleValues(rule) : {}),
    ...(method.type === 'typed' ? { yearly: method.yearly } : {}),
    ...(method.type === 'formula' ? { formula: method.formula } : {}),
  };
}

const nothingChosen = {
  kinds: [],
  departmentIds: [],
  placeIds: [],
  responsible: null,
  words: '',
  network: null,
  pageIds: [],
  cell: null,
};

/** What the form says of the records that are counted: of the measure's own filters alone. */
function ruleOf(values: IndicatorValues): CountingRule {
  const { measure, kinds, departmentIds, placeIds, responsible, words } = values;
  const of = whatOf(measure);
  const none = { ...nothingChosen, measure };
  if (of === 'output') {
    const typed = { words: words.trim(), responsible: responsible.trim() || null };
    return { ...none, kinds, departmentIds, placeIds, ...typed };
  }
  const { network, pageIds, tableId, column, members } = values;
  if (of === 'networks') return { ...none, network, pageIds };
  if (of !== 'table' || tableId === null) return none;
  const names = members.split('\n').map((name) => name.trim());
  return { ...none, cell: { tableId, measure: column ?? '', members: names.filter(Boolean) } };
}

/** The method that the form says. */
export function methodOf(values: IndicatorValues): IndicatorMethod {
  if (values.type === 'typed') return { type: 'typed', yearly: values.yearly };
  if (values.type === 'formula') return { type: 'formula', formula: values.formula };
  return { type: 'rule', rule: ruleOf(values) };
}

/** What is sent. */
export function indicatorToSend(values: IndicatorValues) {
  const { code, name, plan, unit, direction, departmentId, notes } = values;
  return { code, name, plan, unit, direction, departmentId, notes, method: methodOf(values) };
}
