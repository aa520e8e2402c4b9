import type { admin as es } from '../es/admin.ts';

export const admin: typeof es = { title: 'Administration' };
