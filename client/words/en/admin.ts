import type { admin as es } from '../es/admin.ts';

export const admin: typeof es = {
  title: 'Administration',
  views: {
    label: 'Parts of Administration',
    departments: 'Departments',
    accounts: 'Accounts',
    imports: 'Import from networks',
    sheets: 'Import spreadsheets',
  },
  entity: {
    title: 'Entity',
    name: 'Name of the entity',
    nameHelp:
      'As it stands in documents, for example “Alcaldía de La Estrella”. The files that are saved carry it.',
    saved: 'The name of the entity was saved.',
  },
  departments: {
    title: 'Departments',
    one: 'Department',
    name: 'Name',
    nameHelp: 'As in the entity’s chart, for example “Secretaría de Educación y Cultura”.',
    updated: 'Last change',
    by: '{{at}}, {{by}}',
    add: 'Add department',
    edit: 'Change department',
    saved: 'The department was saved.',
    removed: '{{name}} was removed.',
    restored: '{{name}} was brought back.',
    restore: 'Bring back',
    showRemoved: 'Show removed ones',
    empty: 'Add the departments that ask for pieces or own pages on networks.',
    emptyRemoved: 'None has been removed.',
  },
  accounts: {
    title: 'Accounts',
    one: 'Account',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    active: 'May sign in',
    yes: 'Yes',
    no: 'No',
    since: 'Since',
    add: 'Add account',
    edit: 'Change account',
    password: 'First password',
    passwordHelp:
      'Ten characters or more; not a common one, nor the e-mail. Hand it over in person; its owner can change it.',
    newPassword: 'New password',
    newPasswordHelp:
      'Leave it empty to keep the present one. A new one closes its sessions and revokes the address of its calendar.',
    activeHelp:
      'Unmarked, the account cannot sign in and its sessions are closed; its records stay.',
    calendar: 'Has since {{at}} a secret address at which another program reads the calendar.',
    revokeCalendar: 'Revoke the address of the calendar',
    calendarRevoked: 'The address of the calendar of {{name}} no longer works.',
    added: 'The account of {{name}} was added.',
    saved: 'The account was saved.',
    empty: 'Add the people who will use Altavoz.',
  },
};
