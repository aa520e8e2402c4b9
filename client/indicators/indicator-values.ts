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
  yearly: 'sum',
  formula: '',
};

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
    ...(rule ? { ...rule, responsible: rule.responsible ?? '' } : {}),
    ...(method.type === 'typed' ? { yearly: method.yearly } : {}),
    ...(method.type === 'formula' ? { formula: method.formula } : {}),
  };
}

/** The method that the form says. */
export function methodOf(values: IndicatorValues): IndicatorMethod {
  if (values.type === 'typed') return { type: 'typed', yearly: values.yearly };
  if (values.type === 'formula') return { type: 'formula', formula: values.formula };
  const none = { kinds: [], departmentIds: [], placeIds: [], responsible: null, words: '' };
  if (values.measure !== 'output') {
    return { type: 'rule', rule: { measure: values.measure, ...none } };
  }
  const { measure, kinds, departmentIds, placeIds, responsible, words } = values;
  const rule = { measure, kinds, departmentIds, placeIds, words: words.trim() };
  return { type: 'rule', rule: { ...rule, responsible: responsible.trim() || null } };
}

/** What is sent. */
export function indicatorToSend(values: IndicatorValues) {
  const { code, name, plan, unit, direction, departmentId, notes } = values;
  return { code, name, plan, unit, direction, departmentId, notes, method: methodOf(values) };
}
