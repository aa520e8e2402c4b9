import type { output as es } from '../es/output.ts';

export const output: typeof es = {
  title: 'Output',
};
