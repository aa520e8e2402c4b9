import type { summary as es } from '../es/summary.ts';

export const summary: typeof es = { title: 'Summary' };
