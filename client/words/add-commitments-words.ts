import i18next from 'i18next';
import { commitments as english } from './en/commitments.ts';
import { commitments as spanish } from './es/commitments.ts';

function add(): void {
  i18next.addResourceBundle('es', 'commitments', spanish);
  i18next.addResourceBundle('en', 'commitments', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
