import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault, type FaultBoard } from './faults.ts';

async function readBody(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of message) text += chunk;
  return text;
}

function parseFault(text: string) {
  try {
    return Fault.safeParse(JSON.parse(text));
  } catch {
    return Fault.safeParse(null);
  }
}

/** `POST /_faults` with a fault as JSON switches it on; `DELETE /_faults` clears them all. */
export async function answerControl(
  faults: FaultBoard,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (message.method === 'DELETE') {
    faults.clear();
    response.writeHead(204).end();
    return;
  }
  const fault = parseFault(await readBody(message));
  if (message.method !== 'POST' || !fault.success) {
    response.writeHead(400, { 'content-type': 'text/plain' });
    response.end(fault.error?.issues.map((issue) => `${issue.path}: ${issue.message}`).join('\n'));
    return;
  }
  faults.set(fault.data);
  response.writeHead(204).end();
}
