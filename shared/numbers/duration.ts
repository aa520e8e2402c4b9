import { markOf, type NumberLocale } from './locale.ts';
import type { NumberReading } from './read-number.ts';
import { readNumber } from './read-number.ts';

const clock = /^(?:(\d{1,2}):)?(\d{1,4}):([0-5]\d)(?:[.,](\d{1,2}))?(?: ?min)?$/;
const units =
  /^(?:(\d{1,2}) ?(?:h|horas?|hours?)\b ?)?(?:(\d{1,4}) ?(?:min(?:utos?|utes?)?\b|m\b|['’´′]) ?)?(?:(\d{1,5})(?:[.,](\d{1,2}))? ?(?:s|seg|segundos?|sec|seconds?)?(?:\b|["”″]|''|$))?\.?$/i;

function secondsOf(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  part: string | undefined,
): string {
  const whole = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  const kept = (part ?? '').replace(/(?<!0)0+$/, '');
  return kept === '' ? String(whole) : `${whole}.${kept}`;
}

const heard = (value: string): NumberReading => ({
  number: { value, isPercent: false, isRounded: false },
});

/**
 * Reads how long something took, in seconds: `1:30`, `1:02:05`, `0:12,5`, `90`, `1 min 30 s`.
 * `1.30` may be minutes and seconds or a second and tenths: both are answered.
 */
export function readDuration(text: string): NumberReading {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length > 40) return { refused: 'not_a_number' };
  const timed = clock.exec(plain);
  if (timed) return heard(secondsOf(timed[1], timed[2], timed[3], timed[4]));
  const open = /^(\d{1,4})[.,]([0-5]\d)$/.exec(plain);
  if (open) {
    const [, whole, part] = open;
    return {
      ambiguous: [
        secondsOf(undefined, whole, part, undefined),
        secondsOf(undefined, undefined, whole, part),
      ],
    };
  }
  const said = /\d/.test(plain) ? units.exec(plain) : null;
  if (said) return heard(secondsOf(said[1], said[2], said[3], said[4]));
  const other = readNumber(plain, { isSigned: false });
  return 'absent' in other ? other : { refused: 'not_a_number' };
}

/** Seconds as they stand in a form: `90` is `1:30`, `5430.5` is `1:30:30,5`. */
export function writeDuration(seconds: string, locale: NumberLocale): string {
  const [whole = '0', tenths] = seconds.split('.');
  const total = Number(whole);
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60];
  const time = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  const mark = markOf(locale) === 'comma' ? ',' : '.';
  return `${time}:${two(total % 60)}${tenths ? mark + tenths : ''}`;
}
