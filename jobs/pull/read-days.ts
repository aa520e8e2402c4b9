import { today } from '../../server/context.ts';
import type { PartStanding } from '../../server/social/list-pages-to-pull.ts';
import { dayInZone } from '../../shared/calendar/day.ts';
import { DaysReading } from '../../shared/social/network-readings.ts';
import type { DaysPeriod } from '../network-contract.ts';
import { newDays, oldDays } from './days-to-read.ts';
import { isStopped, readThrough } from './guard-connector.ts';
import { beginPart, type PartRead, type PartToRead } from './read-part.ts';

/** Reads the days of one period into a part; false when nothing more should be asked. */
async function readPeriod(
  { house, credential, plan }: PartToRead,
  period: DaysPeriod,
  part: PartRead,
): Promise<boolean> {
  const { page } = plan;
  const { client, connector } = credential;
  const found = await readThrough(
    house,
    credential,
    async () => DaysReading.parse(await connector.readDays?.(client, page, period)),
    (failure): DaysReading => ({ readings: [], failures: [{ metric: null, failure }] }),
  );
  if (isStopped(found.failures)) {
    part.isStopped = true;
    return false;
  }
  const capturedAt = house.now().toISOString();
  for (const one of found.readings) {
    part.snapshots.push({ pageId: page.id, ...one, source: 'api', capturedAt });
  }
  part.failures.push(...found.failures);
  return !found.failures.some(({ metric }) => metric === null);
}

const earlier = (one: string | null | undefined, other: string) =>
  one && one < other ? one : other;

/** The days of a page since its last pull, in one part. */
export async function readNewDays(task: PartToRead): Promise<PartRead> {
  const { house, plan } = task;
  const part = beginPart();
  if (!plan.connector.days) return part;
  const standing: PartStanding | undefined = plan.standing.days;
  const succeededOn = standing?.succeededAt
    ? dayInZone(new Date(standing.succeededAt), house.timeZone)
    : null;
  const periods = newDays(plan.connector.days, today(house), succeededOn);
  for (const period of periods) if (!(await readPeriod(task, period, part))) return part;
  const [first] = periods;
  if (first) part.filled = { filledFrom: earlier(standing?.filledFrom, first.from) };
  return part;
}

/** The days that history still lacks, newest first, each call's a part by itself. */
export async function* readOldDays(task: PartToRead): AsyncGenerator<PartRead> {
  const { house, plan } = task;
  if (!plan.connector.days) return;
  const filledFrom = plan.standing.days?.filledFrom ?? null;
  const periods = oldDays(plan.connector.days, today(house), filledFrom);
  if (periods.length === 0) yield { ...beginPart(), filled: { isFilled: true } };
  for (const [at, period] of periods.entries()) {
    const part = beginPart();
    const goesOn = await readPeriod(task, period, part);
    if (goesOn) {
      part.filled = { filledFrom: period.from, isFilled: at === periods.length - 1 };
    }
    yield part;
    if (!goesOn) return;
  }
}
