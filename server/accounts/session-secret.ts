import { hkdfSync } from 'node:crypto';

/** The key that signs session cookies: derived, so that it differs from the one that encrypts tokens. */
export function sessionSecret(secretKey: string): string {
  const derived = hkdfSync('sha256', secretKey, 'altavoz', 'session cookies', 32);
  return Buffer.from(derived).toString('base64url');
}
