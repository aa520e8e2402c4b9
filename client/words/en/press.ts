import type { press as es } from '../es/press.ts';

export const press: typeof es = {
  title: 'Free press',
};
