import { addAreas } from './add-words.ts';
import { admin } from './en/admin.ts';
import { alerts } from './en/alerts.ts';
import { app } from './en/app.ts';
import { connections } from './en/connections.ts';
import { entrance } from './en/entrance.ts';
import { failures } from './en/failures.ts';
import { imports } from './en/imports.ts';
import { output } from './en/output.ts';
import { pages } from './en/pages.ts';
import { press } from './en/press.ts';
import { pulls } from './en/pulls.ts';
import { social } from './en/social.ts';
import { summary } from './en/summary.ts';
import { typing } from './en/typing.ts';
import { ui } from './en/ui.ts';

/** Adds every word in English, which only those who choose it need. */
export function addEnglishWords(): void {
  addAreas('en', {
    admin,
    alerts,
    app,
    connections,
    entrance,
    failures,
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
