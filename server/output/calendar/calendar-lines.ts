import { isUtf8 } from 'node:buffer';
import { decodeBytes } from '../../files/decode-bytes.ts';
import { encodingOf } from '../../files/decode-text.ts';

const fold = /(?:\r\n?|\n)[ \t]/g;
const lineEnd = /\r\n?|\n/;

const beyondAscii = /[\x80-\xff]/;

function decodeLine(bytes: string): string {
  if (!beyondAscii.test(bytes)) return bytes;
  const line = Buffer.from(bytes, 'latin1');
  // What is not UTF-8 was saved by a program of Western Windows.
  return decodeBytes(isUtf8(line) ? 'utf-8' : 'windows-1252', line);
}

/**
 * The lines of a calendar file, unfolded. A line may be folded between the bytes of a letter
 * (RFC 5545 §3.1), so bytes are joined before they are letters; and files of several programs put one
 * after the other are each of their own charset, so each line is read by itself.
 */
export function calendarLines(bytes: Uint8Array): string[] {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') {
    return decodeBytes(encoding, bytes).replace(fold, '').split(lineEnd);
  }
  const lines = Buffer.from(bytes).toString('latin1').replace(fold, '').split(lineEnd);
  return lines.map(decodeLine);
}
