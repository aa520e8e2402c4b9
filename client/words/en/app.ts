import type { app as es } from '../es/app.ts';

export const app: typeof es = {
  skip: 'Skip to content',
  navigation: 'Main navigation',
  pages: {
    summary: 'Summary',
    output: 'Output',
    press: 'Free press',
    social: 'Networks',
    indicators: 'Indicators',
    admin: 'Administration',
  },
  shortPages: {
    summary: 'Summary',
    output: 'Output',
    press: 'Free press',
    social: 'Networks',
    indicators: 'Indicators',
    admin: 'Admin',
  },
  collapse: 'Collapse the menu',
  expand: 'Expand the menu',
  demo: 'Demonstration data: nothing shown here is real.',
  account: 'Account of {{name}}',
  changePassword: 'Change password',
  signOut: 'Sign out',
  shortcuts: 'Keyboard shortcuts',
  shortcutHelp: {
    open: 'See the shortcuts',
    search: 'Go to the page’s search',
    create: 'Main action of the page',
    go: 'Go to each page',
  },
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address does not match any page of Altavoz.',
  goHome: 'Go to the Summary',
  brokenTitle: 'This page failed',
  brokenText:
    'What was saved is safe. Reload the page; if it repeats, tell whoever administers Altavoz.',
  reload: 'Reload',
  password: {
    current: 'Current password',
    next: 'New password',
    ends: 'Your other sessions are closed and, if you have one, the secret address of your calendar stops working.',
    changed: 'Password changed. Other sessions were closed.',
  },
};
