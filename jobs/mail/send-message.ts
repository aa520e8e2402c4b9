import { createTransport } from 'nodemailer';
import type { MailSettings } from '../../server/context.ts';
import type { DigestEnd } from '../../server/social/alert-digests.ts';

/** A message in plain text. */
export interface Message {
  /** Names it among all messages, for servers that know it already. */
  id: string;
  to: readonly string[];
  subject: string;
  text: string;
}

/** How a message ended; `failure` is the server's code, without what it said. */
export interface MessageEnd {
  end: DigestEnd;
  failure: string | null;
  /** Recipients that the server did not take. */
  rejected: number;
}

const timeoutMs = 10_000;

/** The code of a failure: its reply code where the server gave one. */
function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return String(responseCode ?? code ?? 'unknown');
}

/** Whether the server answered that it does not take the message. */
const isRefused = (error: unknown) =>
  (error as { responseCode?: number }).responseCode !== undefined;

/**
 * Sends a message once. The server is tried first, so that one that is out of reach, or refuses
 * the name and password, certainly has nothing; when the line breaks later nobody can tell.
 */
export async function sendMessage(
  { smtpUrl, from }: MailSettings,
  { id, to, subject, text }: Message,
): Promise<MessageEnd> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  try {
    await transport.verify();
  } catch (error) {
    return { end: 'failed', failure: codeOf(error), rejected: 0 };
  }
  try {
    const messageId = `<${id}@altavoz>`;
    const sent = await transport.sendMail({ from, to: [...to], subject, text, messageId });
    return { end: 'sent', failure: null, rejected: sent.rejected.length };
  } catch (error) {
    const end = isRefused(error) ? 'failed' : 'uncertain';
    return { end, failure: codeOf(error), rejected: 0 };
  } finally {
    transport.close();
  }
}
