import { addAreas } from './add-words.ts';
import { admin } from './es/admin.ts';
import { alerts } from './es/alerts.ts';
import { app } from './es/app.ts';
import { connections } from './es/connections.ts';
import { imports } from './es/imports.ts';
import { output } from './es/output.ts';
import { pages } from './es/pages.ts';
import { press } from './es/press.ts';
import { pulls } from './es/pulls.ts';
import { social } from './es/social.ts';
import { summary } from './es/summary.ts';
import { typing } from './es/typing.ts';
import { ui } from './es/ui.ts';

/** Adds the words of every area, which only somebody signed in needs. */
export function addAreaWords(): void {
  addAreas('es', {
    admin,
    alerts,
    app,
    connections,
    imports,
    output,
    pages,
    press,
    pulls,
    social,
    summary,
    typing,
    ui,
  });
}
