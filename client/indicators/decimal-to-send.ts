/**
 * A figure as somebody types it (`1.234,5`, `85,3 %`), as the server takes it: without thousands, with
 * a point. What is no figure goes as it is, to be refused by its name.
 */
export function decimalToSend(text: string): string {
  const plain = text.replace(/[\s%$]/g, '');
  if (/^-?\d+\.\d{1,2}$/.test(plain)) return plain;
  return plain.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
}

/** The same where it may be left out. */
export function optionalToSend(text: string): string | null {
  return text.trim() === '' ? null : decimalToSend(text);
}
