import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { WebAccess } from '../../../server/context.ts';

/** What stands inside: how it greets who connects, and what it answers. */
export type Inside = 'web' | 'other protocol' | 'silent';

const page =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n{"secret":"adentro"}';

const greetings: Record<Inside, (socket: Socket) => void> = {
  web: (socket) => socket.once('data', () => socket.end(page)),
  'other protocol': (socket) => socket.end('220 correo.adentro ESMTP\r\n'),
  silent: () => undefined,
};

/** A listener on every address of this machine, or on one, that counts who connects to it. */
export async function openInside(kind: Inside = 'web', at = { host: '::', port: 0 }) {
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    greetings[kind](socket);
  });
  await new Promise<void>((listening) => server.listen(at, listening));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { port, connections: () => connections };
}

/** Every way to write an address of this machine, of the networks around it, or of nobody's. */
export const insideHosts = [
  ...['127.0.0.1', '127.1', '127.8.8.8', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1'],
  ...['017700000001', '127.0.0.1.', '１２７.0.0.1', '127。0。0。1', '0', '0.0.0.0', '0.0.0.0.'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'ｌocalhost', '[::1]', '[0:0:0:0:0:0:0:1]', '[::]'],
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::7f00:1]', '[::127.0.0.1]', '[::ffff:0:7f00:1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]'],
  ...['169.254.169.254', '[::ffff:169.254.169.254]', '[fd00:ec2::254]', '10.0.0.1', '172.16.0.1'],
  ...['172.31.255.254', '192.168.0.1', '100.64.0.1', '100.127.255.254', '192.0.0.8', '192.0.2.1'],
  ...['192.88.99.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1'],
  ...['255.255.255.255', '[fe80::1]', '[fec0::1]', '[fc00::1]', '[fd12:3456::1]', '[ff02::1]'],
  ...['[100::1]', '[2001:2::1]', '[2001:db8::1]', '[3fff::1]', '[5f00::1]', '[4000::1]'],
  ...['adentro.test', 'adentro.test.', 'mezcla.test', 'mapeado.test', 'nadie.test'],
];

const names: Record<string, string[]> = {
  localhost: ['127.0.0.1', '::1'],
  'adentro.test': ['127.0.0.1'],
  'mezcla.test': ['93.184.216.34', '127.0.0.1'],
  'mapeado.test': ['::7f00:1'],
};

/** A resolver that knows the names above alone; nothing is asked of the network. */
export const insideNames: WebAccess['lookup'] = (host, _options, answer) => {
  const found = names[host.toLowerCase().replace(/\.$/, '')];
  if (!found) return answer(Object.assign(new Error(host), { code: 'ENOTFOUND' }), []);
  const addresses = found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  answer(null, addresses);
};
