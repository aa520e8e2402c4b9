import i18next from 'i18next';
import { prices as english } from './en/prices.ts';
import { prices as spanish } from './es/prices.ts';

function add(): void {
  i18next.addResourceBundle('es', 'prices', spanish);
  i18next.addResourceBundle('en', 'prices', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
