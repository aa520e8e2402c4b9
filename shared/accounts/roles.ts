import { z } from 'zod';

/** Every role an account can hold; see `docs/architecture.md` for who does what. */
export const roles = ['admin', 'coordinator', 'press', 'secretary', 'viewer'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;
