import { decodeBytes } from '../../files/decode-bytes.ts';

/** Where a page says its own charset. */
const looked = 4_096;

const charsetIn = (text: string) => /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(text)?.[1];

function charsetSaid(body: Buffer, contentType = ''): string | undefined {
  const inHeader = charsetIn(contentType);
  if (inHeader) return inHeader;
  const head = body.subarray(0, looked).toString('latin1');
  const [inTag] = (head.match(/<meta[\s/][^<>]{0,200}/gi) ?? []).map(charsetIn).filter(Boolean);
  return inTag ?? /^\s*<\?xml\b[^<>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1];
}

function decodeAs(charset: string, body: Buffer, fatal = false): string | undefined {
  try {
    return decodeBytes(charset, body, fatal);
  } catch {
    // An unknown name, or bytes that are not of it: the next guess is tried.
    return undefined;
  }
}

const isAscii = (body: Buffer) => body.every((byte) => byte < 128);

/**
 * The text of a page or a feed. Bytes that are whole UTF-8 are read so, whatever the page says of
 * itself: text of another charset is hardly ever UTF-8 by chance. Any other is read as it says,
 * and as Western Windows, of which ISO-8859-1 is a part, where what it says is not so.
 */
export function decodePage(body: Buffer, contentType: string | undefined): string {
  const mark = body.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return decodeAs('utf-16le', body) ?? '';
  if (mark === 'feff') return decodeAs('utf-16be', body) ?? '';
  const said = charsetSaid(body, contentType);
  const asUtf8 = decodeAs('utf-8', body, true);
  if (asUtf8 !== undefined && !(said !== undefined && isAscii(body))) return asUtf8;
  const asSaid = said === undefined ? undefined : decodeAs(said, body, true);
  return asSaid ?? asUtf8 ?? decodeAs('windows-1252', body) ?? '';
}
