import i18next from 'i18next';
import { table as english } from './en/table.ts';
import { table as spanish } from './es/table.ts';

function add(): void {
  i18next.addResourceBundle('es', 'table', spanish);
  i18next.addResourceBundle('en', 'table', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
