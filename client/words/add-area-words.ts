import i18next from 'i18next';
import { admin as adminEn } from './en/admin.ts';
import { app as appEn } from './en/app.ts';
import { output as outputEn } from './en/output.ts';
import { press as pressEn } from './en/press.ts';
import { social as socialEn } from './en/social.ts';
import { summary as summaryEn } from './en/summary.ts';
import { ui as uiEn } from './en/ui.ts';
import { admin as adminEs } from './es/admin.ts';
import { app as appEs } from './es/app.ts';
import { output as outputEs } from './es/output.ts';
import { press as pressEs } from './es/press.ts';
import { social as socialEs } from './es/social.ts';
import { summary as summaryEs } from './es/summary.ts';
import { ui as uiEs } from './es/ui.ts';

/** Adds the words of every area, which only somebody signed in needs. */
export function addAreaWords(): void {
  const es = {
    admin: adminEs,
    app: appEs,
    output: outputEs,
    press: pressEs,
    social: socialEs,
    summary: summaryEs,
    ui: uiEs,
  };
  const en = {
    admin: adminEn,
    app: appEn,
    output: outputEn,
    press: pressEn,
    social: socialEn,
    summary: summaryEn,
    ui: uiEn,
  };
  for (const [area, words] of Object.entries(es)) i18next.addResourceBundle('es', area, words);
  for (const [area, words] of Object.entries(en)) i18next.addResourceBundle('en', area, words);
}
