import { router } from '../http/procedures.ts';
import { countTableProcedures } from './count-tables/procedures.ts';
import { indicatorProcedures } from './indicator-procedures.ts';

export const indicatorsRouter = router({ ...indicatorProcedures, ...countTableProcedures });
