const named: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»' },
  ...{ iexcl: '¡', iquest: '¿', ndash: '–', mdash: '—', hellip: '…' },
};

const marks = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['cedil', '\u0327'],
]);

function decodeNumber(code: number, given: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : given;
}

/** A letter with its mark, as `iacute` or `Ntilde`. */
function decodeLetter(name: string): string | undefined {
  const mark = marks.get(name.slice(1));
  return mark === undefined ? undefined : `${name.charAt(0)}${mark}`.normalize('NFC');
}

function decodeEntity(given: string, name: string): string {
  if (/^#x[\da-f]{1,6}$/i.test(name))
    return decodeNumber(Number.parseInt(name.slice(2), 16), given);
  if (/^#\d{1,7}$/.test(name)) return decodeNumber(Number(name.slice(1)), given);
  return named[name.toLowerCase()] ?? decodeLetter(name) ?? given;
}

/** Text with what HTML names by number or by word (`&#8220;`, `&iacute;`) written out; what is unknown stays. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#?\w{1,8});/g, decodeEntity);
}
