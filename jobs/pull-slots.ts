import { dayInZone } from '../shared/calendar/day.ts';

/** The minute of the hour, and the hours of the day, at which pages that are due are read. */
const slotMinute = 10;
const firstHour = 5;
const lastHour = 23;

/**
 * When node-cron fires the pull, in the office's time zone: at 05:10 every page; then every
 * hour what is still due that day, because it failed in a way that passes or the machine was off.
 */
export const pullPattern = `${slotMinute} ${firstHour}-${lastHour} * * *`;

function timeInZone(instant: Date, timeZone: string): { hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const numberOf = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { hour: numberOf('hour'), minute: numberOf('minute') };
}

/** A turn of the scheduled pull. */
export interface PullSlot {
  /** Names the turn among all processes: its day and hour in the office's time zone. */
  slot: string;
  /** Whether its moment has passed by more than a minute: the machine was off or the turn was lost. */
  isLate: boolean;
}

/** The newest turn of today whose moment has come; none before the first of the day. Days past stay gaps. */
export function pullSlotAt(instant: Date, timeZone: string): PullSlot | undefined {
  const { hour, minute } = timeInZone(instant, timeZone);
  const slotHour = minute >= slotMinute ? hour : hour - 1;
  if (slotHour < firstHour) return undefined;
  const slot = `${dayInZone(instant, timeZone)}T${String(slotHour).padStart(2, '0')}:${slotMinute}`;
  return { slot, isLate: hour !== slotHour || minute > slotMinute + 1 };
}
