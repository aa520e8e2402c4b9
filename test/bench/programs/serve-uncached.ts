// The product's server as it is but for its cache of answers, which keeps none.
import { openHouseOrExit } from '../../../server/house.ts';
import { makeApp } from '../../../server/http/app.ts';

const { config, house } = await openHouseOrExit();
const app = await makeApp(house, { clientFolder: 'none', cacheCapacity: 0 });
const address = await app.listen({ host: config.host, port: config.port });
process.stdout.write(`listening at ${address}\n`);
