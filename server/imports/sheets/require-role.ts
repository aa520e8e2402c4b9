import { AltavozFailure } from '../../../shared/failure.ts';
import type { Actor } from '../../context.ts';
import type { Destination } from './destination.ts';

/** Refuses those who may not import what a destination takes. @throws {AltavozFailure} `role_not_allowed`. */
export function requireRole({ role }: Actor, { roles }: Destination): void {
  const may = ['admin', 'coordinator', 'system', ...roles];
  if (!may.includes(role)) {
    const allowed = may.filter((one) => one !== 'system');
    throw new AltavozFailure({ code: 'role_not_allowed', role, allowed });
  }
}
