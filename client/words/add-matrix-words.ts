import i18next from 'i18next';
import { matrix as english } from './en/matrix.ts';
import { matrix as spanish } from './es/matrix.ts';

function add(): void {
  i18next.addResourceBundle('es', 'matrix', spanish);
  i18next.addResourceBundle('en', 'matrix', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
