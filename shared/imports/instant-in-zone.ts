const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** How far the clocks of a zone are from UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const shown = formatterOf(timeZone).format(new Date(instant)).replace(', ', 'T');
  return Date.parse(`${shown}Z`) - instant;
}

/** The instant, ISO UTC, at which the clocks of a zone show a day and time (`HH:mm:ss`). */
export function instantInZone(day: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}Z`);
  const near = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(near, timeZone)).toISOString();
}
