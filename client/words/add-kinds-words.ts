import i18next from 'i18next';
import { kinds as english } from './en/kinds.ts';
import { kinds as spanish } from './es/kinds.ts';

function add(): void {
  i18next.addResourceBundle('es', 'kinds', spanish);
  i18next.addResourceBundle('en', 'kinds', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
