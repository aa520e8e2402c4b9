import i18next from 'i18next';
import { requests as english } from './en/requests.ts';
import { requests as spanish } from './es/requests.ts';

function add(): void {
  i18next.addResourceBundle('es', 'requests', spanish);
  i18next.addResourceBundle('en', 'requests', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
