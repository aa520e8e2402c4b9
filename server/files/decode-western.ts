import iconv from 'iconv-lite';
import { decodeBytes } from './decode-bytes.ts';

/** The bytes of accented letters of Spanish, small and capital, as two systems write them. */
const lettersOf = {
  'windows-1252': {
    small: [0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xf1, 0xfc],
    large: [0xc1, 0xc9, 0xcd, 0xd3, 0xda, 0xd1],
  },
  cp850: {
    small: [0xa0, 0x82, 0xa1, 0xa2, 0xa3, 0xa4, 0x81],
    large: [0xb5, 0x90, 0xd6, 0xe0, 0xa5],
  },
} as const;

const isSmall = (byte: number) => byte >= 0x61 && byte <= 0x7a;
const isLarge = (byte: number) => byte >= 0x41 && byte <= 0x5a;

/** How many letters of Spanish stand inside words where the bytes are of a system. */
function spanishLetters(
  bytes: Uint8Array,
  { small, large }: { small: readonly number[]; large: readonly number[] },
) {
  let letters = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    const [before = 0, byte = 0] = [bytes[at - 1], bytes[at]];
    if (byte < 0x80) continue;
    if ((isSmall(before) || isLarge(before)) && small.includes(byte)) letters += 1;
    else if (isLarge(before) && large.includes(byte)) letters += 1;
  }
  return letters;
}

/** What is not UTF-8 was saved by a spreadsheet of Western Windows, or by a program of its console. */
export function decodeWestern(bytes: Uint8Array): string {
  const [windows, console] = [
    spanishLetters(bytes, lettersOf['windows-1252']),
    spanishLetters(bytes, lettersOf.cp850),
  ];
  if (console > windows) return iconv.decode(Buffer.from(bytes), 'cp850');
  return decodeBytes('windows-1252', bytes);
}
