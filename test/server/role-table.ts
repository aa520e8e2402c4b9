import type { Role } from '../../shared/accounts/roles.ts';

const everyRole: readonly Role[] = ['admin', 'coordinator', 'press', 'secretary', 'viewer'];
const administrators: readonly Role[] = ['admin'];
const offices: readonly Role[] = ['admin', 'coordinator'];
const pressTeam: readonly Role[] = ['admin', 'coordinator', 'press'];

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
  'press.readMonthlyValue': everyRole,
  'press.listOutlets': everyRole,
  'press.listRates': everyRole,
  'press.listClippings': everyRole,
  'press.listPressTallies': everyRole,
  'press.readClipping': everyRole,
  'press.previewValue': everyRole,
  'press.createOutlet': pressTeam,
  'press.updateOutlet': pressTeam,
  'press.removeOutlet': pressTeam,
  'press.restoreOutlet': pressTeam,
  'press.createRate': pressTeam,
  'press.updateRate': pressTeam,
  'press.removeRate': pressTeam,
  'press.restoreRate': pressTeam,
  'press.createClipping': pressTeam,
  'press.updateClipping': pressTeam,
  'press.removeClipping': pressTeam,
  'press.restoreClipping': pressTeam,
  'press.createPressTally': pressTeam,
  'press.updatePressTally': pressTeam,
  'press.removePressTally': pressTeam,
  'press.restorePressTally': pressTeam,
};
