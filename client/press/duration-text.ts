/**
 * Seconds as decimal text with a point, of a time typed as `1:30`, `1:02:05` or plain seconds, with
 * a comma or a point for tenths. Anything else is left for the server to refuse.
 */
export function toSecondsText(typed: string): string {
  const text = typed.trim().replace(',', '.');
  const [, hours = '0', minutes, seconds, rest = ''] =
    /^(?:(\d{1,2}):)?(\d{1,4}):([0-5]\d)(\.\d{1,2})?$/.exec(text) ?? [];
  if (minutes === undefined) return text;
  return `${Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)}${rest}`;
}

/** Seconds as they stand in a form: `90` is `1:30`; tenths keep their mark. */
export function typeDuration(seconds: string, mark: ',' | '.' = ','): string {
  const [whole = '0', tenths] = seconds.split('.');
  const total = Number(whole);
  const rest = String(total % 60).padStart(2, '0');
  return `${Math.floor(total / 60)}:${rest}${tenths ? `${mark}${tenths}` : ''}`;
}
