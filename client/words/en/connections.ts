import type { connections as es } from '../es/connections.ts';

/** Words of the connections with the networks. */
export const connections: typeof es = {
  title: 'Connections',
  network: 'Network',
  status: 'State',
  statuses: {
    not_tried: 'Not tried',
    working: 'Works',
    needs_token: 'Needs another key',
    failing: 'In trouble',
  },
};
