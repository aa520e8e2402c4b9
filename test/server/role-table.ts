import type { Role } from '../../shared/accounts/roles.ts';

const everyRole: readonly Role[] = ['admin', 'coordinator', 'press', 'secretary', 'viewer'];
const administrators: readonly Role[] = ['admin'];
const offices: readonly Role[] = ['admin', 'coordinator'];

/** Who may call each procedure; whoever is not named is refused. `anyone` needs no session. */
export const roleTable: Record<string, readonly Role[] | 'anyone'> = {
  'accounts.readEntrance': 'anyone',
  'accounts.createFirstAdministrator': 'anyone',
  'accounts.readSelf': everyRole,
  'accounts.listAccounts': administrators,
  'accounts.addAccount': administrators,
  'accounts.changeAccount': administrators,
  'accounts.listDepartments': everyRole,
  'accounts.createDepartment': offices,
  'accounts.updateDepartment': offices,
  'accounts.removeDepartment': offices,
  'accounts.restoreDepartment': offices,
};
