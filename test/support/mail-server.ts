import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A message as it came over the wire. */
export interface Mail {
  from: string;
  to: string[];
  /** Headers and body, with soft line breaks of its encoding undone. */
  source: string;
}

/** What a mail server does with messages: takes them, refuses them, or breaks the line after them. */
export type MailConduct = 'take' | 'refuse' | 'refuse_person' | 'break';

/** A mail server that asks for a name and password, on a free port. */
export interface MailServer {
  port: number;
  url: string;
  taken: Mail[];
  conduct: MailConduct;
  close(): Promise<void>;
}

export const mailPassword = 'una-clave-de-correo';

const wordsOf = (source: string) =>
  source
    .replaceAll('=\r\n', '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString(),
    );

/** Starts a mail server; it is closed when the test ends. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const state: MailServer = {
    port: 0,
    url: '',
    taken: [],
    conduct: 'take',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, answer) {
      const isKnown = username === 'altavoz' && password === mailPassword;
      answer(isKnown ? null : new Error('who is that?'), { user: username });
    },
    onRcptTo({ address }, _session, answer) {
      const isRefused = state.conduct === 'refuse_person' && address.startsWith('ana');
      answer(isRefused ? Object.assign(new Error('nobody'), { responseCode: 550 }) : null);
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (state.conduct === 'refuse') {
          answer(Object.assign(new Error('come back later'), { responseCode: 451 }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        state.taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source: wordsOf(Buffer.concat(chunks).toString()),
        });
        if (state.conduct === 'break') {
          for (const connection of server.connections) connection.close();
          return;
        }
        answer(null);
      });
    },
  });
  server.on('error', () => {
    // A line that the client breaks is what some tests are about.
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => state.close());
  state.port = (server.server.address() as AddressInfo).port;
  state.url = `smtp://altavoz:${mailPassword}@127.0.0.1:${state.port}`;
  return state;
}
