/** Where something was: the place of the office's list, and more exactly where in it, said once. */
export function placeText(item: { placeName: string | null; place: string | null }): string | null {
  const { placeName, place } = item;
  const parts = placeName === place ? [place] : [placeName, place];
  return parts.filter((part) => part !== null).join(', ') || null;
}
