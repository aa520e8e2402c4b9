/**
 * The text of bytes of a charset, by its name as the web has it (Encoding Standard).
 * @param isStrict whether bytes that are not of that charset fail.
 * @throws {RangeError} for a name that is none. @throws {TypeError} for bytes that are not of it.
 */
export function decodeBytes(charset: string, bytes: Uint8Array, isStrict = false): string {
  const decoder = new TextDecoder(charset, { fatal: isStrict });
  // Read in one step, Node takes Windows-1252 for ISO-8859-1, and its quotes and dashes for marks of
  // control (nodejs/node#56542); read as a stream, it does not.
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
