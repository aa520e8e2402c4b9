import i18next from 'i18next';
import { review as english } from './en/review.ts';
import { review as spanish } from './es/review.ts';

function add(): void {
  i18next.addResourceBundle('es', 'review', spanish);
  i18next.addResourceBundle('en', 'review', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
