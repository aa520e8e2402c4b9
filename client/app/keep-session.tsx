import { useEffect } from 'react';

const halfADay = 12 * 60 * 60_000;

/** A session that has ended, or a server out of reach, shows itself at the next call of a page. */
function lengthenSession(): void {
  // An answer that nobody reads would keep its connection busy.
  fetch('/api/auth/get-session')
    .then((response) => response.text())
    .catch(() => undefined);
}

/**
 * Shows nothing; asks for the session now and then, which is what lengthens it: it ends after a
 * week without use, never in the middle of one.
 */
export function KeepSession() {
  useEffect(() => {
    lengthenSession();
    const timer = setInterval(lengthenSession, halfADay);
    return () => clearInterval(timer);
  }, []);
  return null;
}
