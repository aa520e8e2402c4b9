import type { ActorContext } from '../../server/context.ts';
import { createIndicator } from '../../server/indicators/save-indicator.ts';
import { saveIndicatorYear } from '../../server/indicators/save-indicator-year.ts';
import { listMonths, yearPeriod } from '../../shared/calendar/month.ts';
import { IndicatorFields, IndicatorYearFields } from '../../shared/indicators/schemas.ts';

const rule = (kinds: string[]) => ({ type: 'rule', rule: { measure: 'output', kinds } });

/** What the office follows of its own year: counted from its records, each with a target a month. */
const followed = [
  {
    code: 'COM-1',
    name: 'Eventos y encuentros cubiertos',
    method: rule(['event', 'community_meeting']),
    monthly: 22,
    budgetCop: 180_000_000,
    investedCop: 131_450_000,
  },
  {
    code: 'COM-2',
    name: 'Piezas gráficas y videos producidos',
    method: rule(['graphic_piece', 'institutional_video']),
    monthly: 120,
    budgetCop: 96_000_000,
    investedCop: 74_200_000,
  },
  {
    code: 'COM-3',
    name: 'Apariciones en medios',
    method: { type: 'rule', rule: { measure: 'press_count' } },
    monthly: 20,
    budgetCop: null,
    investedCop: null,
  },
  {
    code: 'COM-4',
    name: 'Piezas y videos por evento cubierto',
    method: { type: 'formula', formula: '{COM-2} / {COM-1}' },
    monthly: null,
    budgetCop: null,
    investedCop: null,
  },
] as const;

/** The indicators that the office follows this year, with their targets. */
export async function followIndicators(context: ActorContext, year: number): Promise<void> {
  const { from, to } = yearPeriod(year);
  const months = listMonths(from, to);
  for (const { code, name, method, monthly, budgetCop, investedCop } of followed) {
    const own = { code, name, method, plan: 'action_plan', unit: 'number' };
    const { id } = await createIndicator(context, IndicatorFields.parse(own));
    const set = {
      target: monthly === null ? '5' : String(monthly * months.length),
      monthly:
        monthly === null ? {} : Object.fromEntries(months.map((month) => [month, String(monthly)])),
      budgetCop,
      investedCop,
      source: `Plan de acción ${year}`,
    };
    await saveIndicatorYear(context, { id, year }, null, IndicatorYearFields.parse(set));
  }
}
