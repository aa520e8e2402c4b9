import i18next from 'i18next';
import { chain as english } from './en/chain.ts';
import { chain as spanish } from './es/chain.ts';

function add(): void {
  i18next.addResourceBundle('es', 'chain', spanish);
  i18next.addResourceBundle('en', 'chain', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
