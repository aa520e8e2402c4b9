import i18next from 'i18next';
import { places as english } from './en/places.ts';
import { places as spanish } from './es/places.ts';

function add(): void {
  i18next.addResourceBundle('es', 'places', spanish);
  i18next.addResourceBundle('en', 'places', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
