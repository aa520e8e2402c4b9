import i18next from 'i18next';
import { indicators as english } from './en/indicators.ts';
import { indicators as spanish } from './es/indicators.ts';

function add(): void {
  i18next.addResourceBundle('es', 'indicators', spanish);
  i18next.addResourceBundle('en', 'indicators', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
