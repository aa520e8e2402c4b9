import { accountsRouter } from '../accounts/router.ts';
import { importsRouter } from '../imports/router.ts';
import { indicatorsRouter } from '../indicators/router.ts';
import { outputRouter } from '../output/router.ts';
import { pressRouter } from '../press/router.ts';
import { reportsRouter } from '../reports/router.ts';
import { socialRouter } from '../social/router.ts';
import { createCallerFactory, router } from './procedures.ts';

/** Every procedure of the product, one router an area. */
export const appRouter = router({
  accounts: accountsRouter,
  output: outputRouter,
  press: pressRouter,
  social: socialRouter,
  indicators: indicatorsRouter,
  imports: importsRouter,
  reports: reportsRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP: `createCaller(context).output.readMonthMatrix(…)`. */
export const createCaller = createCallerFactory(appRouter);
