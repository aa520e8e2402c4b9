import {
  IconBroadcast,
  IconClipboardList,
  IconGauge,
  IconLayoutDashboard,
  IconNews,
  IconSettings,
} from '@tabler/icons-react';
import type { Role } from '../../shared/accounts/roles.ts';

/** The pages of the navigation, in order; `roles` limits who is offered one. */
const destinations = [
  { page: 'summary', to: '/', icon: IconLayoutDashboard },
  { page: 'output', to: '/produccion', icon: IconClipboardList },
  { page: 'press', to: '/free-press', icon: IconNews },
  { page: 'social', to: '/redes', icon: IconBroadcast },
  { page: 'indicators', to: '/indicadores', icon: IconGauge },
  {
    page: 'admin',
    to: '/administracion',
    icon: IconSettings,
    // The press team brings in its spreadsheets there.
    roles: ['admin', 'coordinator', 'press'],
  },
] as const satisfies readonly {
  page: string;
  to: string;
  icon: typeof IconNews;
  roles?: readonly Role[];
}[];

/** The pages that a role is offered. */
export function destinationsFor(role: string) {
  return destinations.filter(
    (destination) =>
      !('roles' in destination) || (destination.roles as readonly string[]).includes(role),
  );
}
