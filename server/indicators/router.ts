import { router } from '../http/procedures.ts';
import { indicatorProcedures } from './indicator-procedures.ts';

export const indicatorsRouter = router({ ...indicatorProcedures });
