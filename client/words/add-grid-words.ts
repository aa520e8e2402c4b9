import i18next from 'i18next';
import { grid as english } from './en/grid.ts';
import { grid as spanish } from './es/grid.ts';

function add(): void {
  i18next.addResourceBundle('es', 'grid', spanish);
  i18next.addResourceBundle('en', 'grid', english);
}

// Words of screens that arrive when they are opened arrive with them.
if (i18next.isInitialized) add();
else i18next.on('initialized', add);
