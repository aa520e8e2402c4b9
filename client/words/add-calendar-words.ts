import i18next from 'i18next';
import { calendar as english } from './en/calendar.ts';
import { calendar as spanish } from './es/calendar.ts';

function add(): void {
  i18next.addResourceBundle('es', 'calendar', spanish);
  i18next.addResourceBundle('en', 'calendar', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
