/** What is kept in this browser under a name; nothing where storage is closed to the page. */
export function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text in this browser under a name; returns whether it could be kept. */
export function store(key: string, value: string): boolean {
  try {
    window.localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was kept in this browser. */
export function forget(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Storage that is closed to the page keeps nothing to forget.
  }
}

/** What is kept in this browser as JSON under a name; nothing where it is not, or is no JSON. */
export function readStoredJson(key: string): unknown {
  const text = readStored(key);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
