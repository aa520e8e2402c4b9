import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { WebAccess } from '../../../server/context.ts';

/** A site on this machine that answers as a test says, and remembers what it was asked. */
export interface HostileSite {
  port: number;
  url: string;
  asked: IncomingMessage[];
  /** Lets this site alone be reached, of everything that is not public. */
  web: WebAccess;
}

/** Opens a site that ends with the test. */
export async function openSite(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HostileSite> {
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const web = { mayReach: (ip: string, at: number) => ip === '127.0.0.1' && at === port };
  return { port, url: `http://127.0.0.1:${port}`, asked, web };
}
