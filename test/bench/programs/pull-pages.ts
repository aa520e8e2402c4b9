import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import { openBenchHouse } from '../open-bench-house.ts';
import { peakResidentMegabytes } from './peak-resident.ts';

/** What one pull took; the parent process is told. */
export interface PullTaken {
  seconds: number;
  pagesRead: number;
  /** The most memory that was resident, in megabytes of 1,000,000 bytes. */
  residentMegabytes: number;
}

const house = await openBenchHouse(process.env.DATA_DIR ?? '');
const from = process.hrtime.bigint();
const { pagesRead } = await pullNetworks(house, { reason: 'schedule' });
const seconds = Number(process.hrtime.bigint() - from) / 1e9;
const residentMegabytes = peakResidentMegabytes();
await house.database.close();
process.send?.({ seconds, pagesRead, residentMegabytes } satisfies PullTaken);
process.disconnect();
