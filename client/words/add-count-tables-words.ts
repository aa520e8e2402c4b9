import i18next from 'i18next';
import { countTables as english } from './en/count-tables.ts';
import { countTables as spanish } from './es/count-tables.ts';

function add(): void {
  i18next.addResourceBundle('es', 'countTables', spanish);
  i18next.addResourceBundle('en', 'countTables', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
