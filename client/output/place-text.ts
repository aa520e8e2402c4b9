/** Where something was: the place of the office's list, and more exactly where in it. */
export function placeText(item: { placeName: string | null; place: string | null }): string | null {
  return [item.placeName, item.place].filter((part) => part !== null).join(', ') || null;
}
