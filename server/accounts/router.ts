import { z } from 'zod';
import {
  AccountChange,
  DepartmentFields,
  DepartmentList,
  FirstAdministrator,
  NewAccount,
} from '../../shared/accounts/schemas.ts';
import { RecordVersion } from '../../shared/records.ts';
import { allow, allowEveryRole, anyone, router } from '../http/procedures.ts';
import { addAccount } from './add-account.ts';
import { changeAccount } from './change-account.ts';
import { createFirstAdministrator } from './create-first-administrator.ts';
import { demoAccounts } from './demo-accounts.ts';
import { hasAccounts, selectAccounts, selectDepartments } from './queries.ts';
import {
  createDepartment,
  removeDepartment,
  restoreDepartment,
  updateDepartment,
} from './save-department.ts';

const administrators = allow(['admin']);
const offices = allow(['admin', 'coordinator']);

export const accountsRouter = router({
  /** What the sign-in screen has to know: whether to set up first, and the accounts of the demonstration. */
  readEntrance: anyone.query(async ({ ctx }) => ({
    needsSetup: !(await hasAccounts(ctx.database)),
    isDemo: ctx.isDemo,
    demoAccounts: ctx.isDemo ? demoAccounts : [],
    timeZone: ctx.timeZone,
  })),
  createFirstAdministrator: anyone
    .input(FirstAdministrator)
    .mutation(({ ctx, input }) => createFirstAdministrator(ctx, input)),
  readSelf: allowEveryRole().query(({ ctx }) => ({
    id: ctx.actor.id,
    name: ctx.actor.name,
    role: ctx.actor.role,
    isDemo: ctx.isDemo,
    timeZone: ctx.timeZone,
    now: ctx.now().toISOString(),
  })),
  listAccounts: administrators.query(({ ctx }) => selectAccounts(ctx.database)),
  addAccount: administrators.input(NewAccount).mutation(({ ctx, input }) => addAccount(ctx, input)),
  changeAccount: administrators
    .input(AccountChange)
    .mutation(({ ctx, input }) => changeAccount(ctx, input)),
  listDepartments: allowEveryRole(['accounts'])
    .input(DepartmentList)
    .query(({ ctx, input }) => selectDepartments(ctx.database, input)),
  createDepartment: offices
    .input(DepartmentFields)
    .mutation(({ ctx, input }) => createDepartment(ctx, input)),
  updateDepartment: offices
    .input(z.object({ at: RecordVersion, fields: DepartmentFields }))
    .mutation(({ ctx, input }) => updateDepartment(ctx, input.at, input.fields)),
  removeDepartment: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeDepartment(ctx, input)),
  restoreDepartment: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreDepartment(ctx, input)),
});
