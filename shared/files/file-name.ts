/** A file's name from what it holds: `Páginas por red`, 2026 is `paginas-por-red-2026.csv`. */
export function fileName(parts: readonly (string | null)[], extension: string): string {
  const words = parts
    .filter((part) => part !== null)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${(words ?? ['altavoz']).join('-').slice(0, 120)}.${extension}`;
}
