import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secret } from '../../shared/social/credentials.ts';

const nonceBytes = 12;
const tagBytes = 16;

function sealingKey(secretKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'altavoz', 'network tokens', 32));
}

/** Encrypts a token for storage (AES-256-GCM, base64url of nonce, tag and text). */
function sealSecret(secretKey: string, token: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secretKey), nonce);
  const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Decrypts a stored token; nothing when it was sealed with another key or was altered. */
function openSecret(secretKey: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv(
    'aes-256-gcm',
    sealingKey(secretKey),
    bytes.subarray(0, nonceBytes),
  );
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const opened = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    // GCM's only failure: the tag does not fit the key and the bytes.
    return null;
  }
}

/** Encrypts what a connection holds of its network. */
export function sealFields(secretKey: string, secret: Secret): string {
  return sealSecret(secretKey, JSON.stringify(secret));
}

function isSecret(value: unknown): value is Secret {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((part) => typeof part === 'string')
  );
}

/**
 * Decrypts what a connection holds; null when another key sealed it. Databases of the first version
 * hold the token alone, without the name of its field.
 */
export function openFields(secretKey: string, sealed: string | null): Secret | null {
  const opened = sealed === null ? null : openSecret(secretKey, sealed);
  if (opened === null) return null;
  if (!opened.startsWith('{')) return { accessToken: opened };
  const secret: unknown = JSON.parse(opened);
  return isSecret(secret) ? secret : null;
}
