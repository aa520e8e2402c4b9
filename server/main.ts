import { openHouseOrExit, orExit } from './house.ts';
import { startWeb } from './web.ts';

const { config, house } = await openHouseOrExit();
const app = await orExit(startWeb(config, house));

async function stop(): Promise<void> {
  await app.close();
  await house.database.close();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
