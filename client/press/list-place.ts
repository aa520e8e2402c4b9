/** The place on the page of what a value is made of. */
export const listPlace = 'press-clippings';

/** Brings what a value is made of into sight. */
export function goToList(): void {
  document.getElementById(listPlace)?.scrollIntoView({ block: 'start' });
}
