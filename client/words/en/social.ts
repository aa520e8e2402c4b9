import type { social as es } from '../es/social.ts';

export const social: typeof es = {
  title: 'Networks',
};
