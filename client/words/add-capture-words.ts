import i18next from 'i18next';
import { capture as english } from './en/capture.ts';
import { capture as spanish } from './es/capture.ts';

function add(): void {
  i18next.addResourceBundle('es', 'capture', spanish);
  i18next.addResourceBundle('en', 'capture', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
