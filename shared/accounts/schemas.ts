import { z } from 'zod';
import { ListPage, optionalLine, RecordId, requiredLine } from '../records.ts';
import { findPasswordRefusal, longestPassword, shortestPassword } from './password-rule.ts';
import { Role } from './roles.ts';

/** The e-mail of an account, in small letters. */
export const Email = z
  .email({ error: 'email' })
  .max(200)
  .transform((email) => email.toLowerCase());

const Password = z
  .string()
  .min(shortestPassword, { error: 'password_short', abort: true })
  .max(longestPassword)
  .superRefine((password, context) => {
    const rule = findPasswordRefusal(password);
    if (rule) context.addIssue({ code: 'custom', message: rule });
  });

function isNotEmail({ email, password }: { email: string; password: string }): boolean {
  return findPasswordRefusal(password, email) !== 'password_email';
}

/** A new account; the person changes the password afterwards. */
export const NewAccount = z
  .object({ name: requiredLine(120), email: Email, password: Password, role: Role })
  .refine(isNotEmail, { error: 'password_email', path: ['password'] });
export type NewAccount = z.infer<typeof NewAccount>;

/** What an administrator may change of an account; a new password closes its sessions. */
export const AccountChange = z.object({
  id: RecordId,
  name: requiredLine(120),
  role: Role,
  active: z.boolean(),
  password: Password.optional(),
});
export type AccountChange = z.infer<typeof AccountChange>;

/** A new password for oneself, with the present one as proof. */
export const OwnPasswordChange = z.object({
  currentPassword: z.string().min(1).max(longestPassword),
  newPassword: Password,
});
export type OwnPasswordChange = z.infer<typeof OwnPasswordChange>;

/** The first administrator, proved by the one-time code that the terminal printed. */
export const FirstAdministrator = z
  .object({ code: requiredLine(40), name: requiredLine(120), email: Email, password: Password })
  .refine(isNotEmail, { error: 'password_email', path: ['password'] });
export type FirstAdministrator = z.infer<typeof FirstAdministrator>;

/** Whose office it is, as its files say. */
export const EntityFields = z.object({ name: optionalLine(160) });
export type EntityFields = z.infer<typeof EntityFields>;

/** One account as an administrator sees it. */
export interface AccountRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  createdAt: string;
}

/** An office of the entity: *dependencia* or *secretaría*. */
export const DepartmentFields = z.object({ name: requiredLine(160) });
export type DepartmentFields = z.infer<typeof DepartmentFields>;

/** Which departments to list; `removed` lists the ones that can be brought back. */
export const DepartmentList = ListPage.extend({ removed: z.boolean().default(false) });
export type DepartmentList = z.infer<typeof DepartmentList>;

export interface DepartmentRow extends DepartmentFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}
