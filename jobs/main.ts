import { openHouseOrExit } from '../server/house.ts';
import { startScheduleOrExit } from './start-schedule.ts';

const { house } = await openHouseOrExit();
const schedule = await startScheduleOrExit(house);
house.log.info('the schedule runs');

async function stop(): Promise<void> {
  await schedule.stop();
  await house.database.close();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
