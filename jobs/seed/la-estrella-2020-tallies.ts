import type { ActorContext } from '../../server/context.ts';
import { createOutputTally } from '../../server/output/save-output-tally.ts';
import { createOutlet } from '../../server/press/save-outlet.ts';
import { createPressTally } from '../../server/press/save-press-tally.ts';
import { OutletFields } from '../../shared/press/schemas.ts';
import { monthlyOutput, monthlyPress, outlets, outputColumns } from './la-estrella-2020-figures.ts';
import { unlessTaken } from './unless-taken.ts';

/** The document that the figures come from. */
export const reportName = 'Informe de gestión 2020, Comunicaciones, Alcaldía de La Estrella';

/** Table 3.1: a total for each month and kind, as the office has no items of that year. */
export async function storeOutputTallies(context: ActorContext): Promise<void> {
  const source = `${reportName}, tabla 3.1`;
  for (const [month, ...counts] of monthlyOutput) {
    for (const [index, kind] of outputColumns.entries()) {
      const count = counts[index] ?? 0;
      // The report adds this remark to the meetings of February.
      const notes =
        month === '2020-02' && kind === 'community_meeting' ? '(Construcción PDT)' : null;
      await unlessTaken(() => createOutputTally(context, { month, kind, count, source, notes }));
    }
  }
}

/** Table 3.2: a total for each month and channel. */
export async function storePressTallies(context: ActorContext): Promise<void> {
  const common = { source: `${reportName}, tabla 3.2`, notes: null };
  for (const [month, pressCount, pressValue, otherCount, otherValue] of monthlyPress) {
    const channels = [
      { channel: 'press', count: pressCount, valueCop: pressValue },
      { channel: 'broadcast_digital', count: otherCount, valueCop: otherValue },
    ] as const;
    for (const tally of channels) {
      await unlessTaken(() => createPressTally(context, { month, ...tally, ...common }));
    }
  }
}

/** The outlets that the report names. */
export async function storeOutlets(context: ActorContext): Promise<void> {
  for (const [medium, names] of Object.entries(outlets)) {
    for (const name of names) {
      await unlessTaken(() => createOutlet(context, OutletFields.parse({ name, medium })));
    }
  }
}
