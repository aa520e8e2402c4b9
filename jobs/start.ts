import { openHouseOrExit, orExit } from '../server/house.ts';
import { startWeb } from '../server/web.ts';
import { startScheduleOrExit } from './start-schedule.ts';

const { config, house } = await openHouseOrExit();
const schedule = await startScheduleOrExit(house);
const app = await orExit(startWeb(config, house, { isScheduleRunning: schedule.isRunning }));

async function stop(): Promise<void> {
  await Promise.all([app.close(), schedule.stop()]);
  await house.database.close();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
