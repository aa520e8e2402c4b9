import i18next from 'i18next';
import { likeness as english } from './en/likeness.ts';
import { likeness as spanish } from './es/likeness.ts';

function add(): void {
  i18next.addResourceBundle('es', 'likeness', spanish);
  i18next.addResourceBundle('en', 'likeness', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
