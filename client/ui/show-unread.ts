/**
 * Shows beside each figure of a form that cannot be read what is wrong with it, and puts the
 * keyboard in the first. Tells whether there is one: nothing is sent then.
 */
export function showUnread(form: HTMLFormElement): boolean {
  const unread = [...form.elements].filter(
    (field): field is HTMLInputElement =>
      field instanceof HTMLInputElement && field.validity.customError,
  );
  for (const field of unread) field.checkValidity();
  unread[0]?.focus();
  return unread.length > 0;
}
