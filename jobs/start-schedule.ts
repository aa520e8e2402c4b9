import type { House } from '../server/context.ts';
import { ConnectorRefused } from './network-contract.ts';
import { type Schedule, startSchedule } from './schedule.ts';

/** Starts the schedule of a program; a network's file that does not fit ends it with one line. */
export async function startScheduleOrExit(house: House): Promise<Schedule> {
  try {
    return await startSchedule(house);
  } catch (error) {
    if (!(error instanceof ConnectorRefused)) throw error;
    process.stderr.write(`altavoz: ${error.message}\n`);
    process.exit(1);
  }
}
