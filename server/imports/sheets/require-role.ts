import type { Role } from '../../../shared/accounts/roles.ts';
import { AltavozFailure } from '../../../shared/failure.ts';
import { fixedTargetIds } from '../../../shared/imports/sheets/targets/list-targets.ts';
import type { Actor } from '../../context.ts';
import { importersOf } from './list-destinations.ts';

const offices: readonly string[] = ['admin', 'coordinator', 'system'];

/** The targets whose imports are of a role that imports a part of them; absent for who imports all. */
export function ownTargets({ role }: Actor): string[] | undefined {
  if (offices.includes(role)) return undefined;
  return fixedTargetIds.filter((target) => importersOf(target).includes(role as Role));
}

/**
 * Refuses those who may not import what a target takes, and so have no business with what a file of it
 * says.
 * @throws {AltavozFailure} `role_not_allowed`.
 */
export function requireRole(actor: Actor, target: string): void {
  if (ownTargets(actor)?.includes(target) ?? true) return;
  const allowed: Role[] = ['admin', 'coordinator', ...importersOf(target)];
  throw new AltavozFailure({ code: 'role_not_allowed', role: actor.role, allowed });
}
