import i18next from 'i18next';
import { feeds as english } from './en/feeds.ts';
import { feeds as spanish } from './es/feeds.ts';

function add(): void {
  i18next.addResourceBundle('es', 'feeds', spanish);
  i18next.addResourceBundle('en', 'feeds', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
