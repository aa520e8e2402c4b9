import i18next from 'i18next';
import { coverage as english } from './en/coverage.ts';
import { coverage as spanish } from './es/coverage.ts';

function add(): void {
  i18next.addResourceBundle('es', 'coverage', spanish);
  i18next.addResourceBundle('en', 'coverage', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
