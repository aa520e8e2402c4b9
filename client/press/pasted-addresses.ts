/** Links that are read at a time. */
export const mostAddresses = 10;

/** The web addresses in a pasted text, each once, in their order. */
export function pastedAddresses(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"']+/gi) ?? [];
  return [...new Set(found.map((address) => address.replace(/(?<![),.;])[),.;]+$/, '')))];
}
