import i18next from 'i18next';
import { sheets as english } from './en/sheets.ts';
import { sheets as spanish } from './es/sheets.ts';

function add(): void {
  i18next.addResourceBundle('es', 'sheets', spanish);
  i18next.addResourceBundle('en', 'sheets', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
