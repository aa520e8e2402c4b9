import { z } from 'zod';
import {
  AccountChange,
  DepartmentFields,
  DepartmentList,
  EntityFields,
  FirstAdministrator,
  NewAccount,
} from '../../shared/accounts/schemas.ts';
import { ListPage, RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import { allow, allowEveryRole, anyone, router } from '../http/procedures.ts';
import { addAccount } from './add-account.ts';
import { changeAccount } from './change-account.ts';
import { createFirstAdministrator } from './create-first-administrator.ts';
import { demoAccounts } from './demo-accounts.ts';
import { readEntity, updateEntity } from './entity.ts';
import { listPeople } from './known-people.ts';
import { hasAccounts, selectAccounts, selectDepartments } from './queries.ts';
import {
  createDepartment,
  removeDepartment,
  restoreDepartment,
  updateDepartment,
} from './save-department.ts';

const administrators = allow(['admin']);
const hashing = administrators.meta({ allowed: ['admin'], hashes: true });
const offices = allow(['admin', 'coordinator']);

function selfOf({ actor, isDemo, timeZone, now }: ActorContext) {
  return { ...actor, isDemo, timeZone, now: now().toISOString() };
}

export const accountsRouter = router({
  /** What the first screen has to know: who is signed in, or else whether to set up first, and the accounts of the demonstration. */
  readEntrance: anyone.query(async ({ ctx }) => ({
    self: ctx.actor ? selfOf({ ...ctx, actor: ctx.actor }) : null,
    needsSetup: !(await hasAccounts(ctx.database)),
    isDemo: ctx.isDemo,
    demoAccounts: ctx.isDemo ? demoAccounts : [],
    timeZone: ctx.timeZone,
  })),
  createFirstAdministrator: anyone
    .meta({ allowed: 'anyone', hashes: true })
    .input(FirstAdministrator)
    .mutation(({ ctx, input }) => createFirstAdministrator(ctx, input)),
  readSelf: allowEveryRole().query(({ ctx }) => selfOf(ctx)),
  readEntity: allowEveryRole(['accounts']).query(({ ctx }) => readEntity(ctx.database)),
  updateEntity: offices.input(EntityFields).mutation(({ ctx, input }) => updateEntity(ctx, input)),
  listPeople: allowEveryRole()
    .input(ListPage)
    .query(({ ctx, input }) => listPeople(ctx.database, input)),
  listAccounts: administrators.query(({ ctx }) => selectAccounts(ctx.database)),
  addAccount: hashing.input(NewAccount).mutation(({ ctx, input }) => addAccount(ctx, input)),
  changeAccount: hashing
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
