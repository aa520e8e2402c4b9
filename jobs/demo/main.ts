import { demoAccounts } from '../../server/accounts/demo-accounts.ts';
import { asSystem, today } from '../../server/context.ts';
import { openLastingHouse, orExit } from '../../server/house.ts';
import { startWeb } from '../../server/web.ts';
import { addDays } from '../../shared/calendar/day.ts';
import { addBelievableNotes } from '../seed/believable-notes.ts';
import { startScheduleOrExit } from '../start-schedule.ts';
import { pullFeeds } from '../tasks/pull-feeds.ts';
import { pullNetworks } from '../tasks/pull-networks.ts';
import { prepareDemoConfig } from './demo-config.ts';
import { connectSandbox, fillDemo } from './fill-demo.ts';
import { openNewspaper } from './open-newspaper.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const config = await orExit(prepareDemoConfig(process.env));
const house = await orExit(openLastingHouse(config, true));
say('Loading the figures of 2020 and a believable year…');
await fillDemo(house);
say('Pulling from the sandbox networks…');
const sandbox = await connectSandbox(house);
await pullNetworks(house, { reason: 'schedule' });
await pullNetworks(house, { reason: 'request', kind: 'history' });
await addBelievableNotes(asSystem(house), {
  from: addDays(today(house), -365),
  to: today(house),
});
const newspaper = await openNewspaper(house);
await pullFeeds(house, 'demo', new AbortController().signal);
const schedule = await startScheduleOrExit(house);
const app = await orExit(startWeb(config, house, { isScheduleRunning: schedule.isRunning }));

const address = app.server.address();
const port = typeof address === 'object' && address ? address.port : config.port;
say(`
Altavoz, datos de demostración: http://127.0.0.1:${port}

Pages of news to capture:
${newspaper.papers.map(({ front }) => `  ${front}`).join('\n')}

${demoAccounts.map(({ email, password }) => `  ${email.padEnd(24)} ${password}`).join('\n')}

Ctrl+C stops it; the next start begins again.`);

async function stop(): Promise<void> {
  await schedule.stop();
  await app.close();
  await sandbox.close();
  await newspaper.close();
  await house.database.close();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
