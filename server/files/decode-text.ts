import { AltavozFailure, type FileRefusal } from '../../shared/failure.ts';
import { decodeWestern } from './decode-western.ts';

/** The refusal of a whole file, with what it may measure where that is why. */
export function refuseFile(reason: FileRefusal, limit?: number): AltavozFailure {
  return new AltavozFailure({
    code: 'file_refused',
    reason,
    ...(limit === undefined ? {} : { limit }),
  });
}

const looked = 4_000;

/** UTF-16 without its mark: of Western text, every other byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const some = bytes.subarray(0, looked);
  const zeros = [0, 0];
  for (const [at, byte] of some.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = some.length / 4;
  if (odd > many && even < many / 8) return 'utf-16le';
  return even > many && odd < many / 8 ? 'utf-16be' : undefined;
}

/** The encoding that the first bytes of a text are of: UTF-16 of either order, or one of single bytes. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? 'utf-8';
}

function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWestern(bytes);
  }
}

/** Characters that no table of text has. */
const unprintable = /[^\P{Cc}\t\n\v\f]/gu;

/**
 * The text of a file: UTF-8, UTF-16 of either order, Windows-1252 or code page 850; lines end in `\n`.
 * @throws {AltavozFailure} `file_refused` when it is a web page or no text at all.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw refuseFile('empty');
  const head = text.slice(0, looked);
  if (/^\s*(?:<!doctype html|<html|<head|<body|<table|<\?xml)/i.test(head))
    throw refuseFile('web_page');
  const most = Math.max(3, text.length / 2_000);
  let strange = 0;
  for (const _ of text.matchAll(unprintable)) {
    strange += 1;
    if (strange > most) throw refuseFile('not_a_table');
  }
  return text;
}
