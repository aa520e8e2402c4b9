import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { dayInZone } from '../../../shared/calendar/day.ts';
import { checkLedger } from './check-ledger.ts';
import { fillTheOffice } from './fill-the-office.ts';
import { keepServer } from './kept-server.ts';
import { killAtTimes } from './kill-at-times.ts';
import { openLedger } from './ledger.ts';
import { openSoakHouse, type SoakDatabase, type SoakHouse } from './open-soak-house.ts';
import type { HostileCall } from './people/bring-hostile.ts';
import { checkBackUp, runAltavoz } from './people/type-commands.ts';
import { type Answers, isRefused, watchAnswers } from './watch-answers.ts';
import { type MemoryKept, watchMemory } from './watch-memory.ts';

/** What a soak of one database found. */
export interface Soaked {
  database: SoakDatabase;
  answers: Map<string, Answers>;
  /** In the first third, in which nobody is killed. */
  memory: MemoryKept;
  kills: number;
  endedByItself: string[];
  starts: number[];
  acknowledged: number;
  /** Acknowledged, and not as it was; or there in part. */
  lost: string[];
  check: { code: number; said: string };
  backUpCheck: { code: number; said: string };
  /** What back-ups left behind that are none. */
  left: string[];
  /** The longest that the bench itself made an answer wait, in milliseconds. */
  ownDelay: number;
  faults: string[];
}

export interface SoakSetting {
  folder: string;
  minutes: number;
  kills: number;
  hostile: readonly HostileCall[];
  say(what: string): void;
}

async function soakHouse(
  house: SoakHouse,
  folder: string,
  database: SoakDatabase,
  { minutes, kills, hostile, say }: SoakSetting,
): Promise<Soaked> {
  const backUps = join(folder, 'back-ups');
  mkdirSync(backUps);
  const day = dayInZone(new Date(), 'America/Bogota');
  const ledger = openLedger(join(folder, 'ledger.jsonl'), isRefused);
  const server = await keepServer('dist/server/start.js', house.environment);
  const delay = monitorEventLoopDelay({ resolution: 20 });
  try {
    await server.untilUp();
    const watch = watchAnswers(server);
    const setting = { server, watch, ledger, house, hostile, folder: backUps, day };
    const office = await fillTheOffice(setting);
    delay.enable();
    const third = (minutes * 60_000) / 3;
    say(`${database}: ${(third / 60_000).toFixed(1)} min in peace`);
    const watching = watchMemory(server);
    await wait(third);
    const memory = await watching.stop();
    say(`${database}: ${((third * 2) / 60_000).toFixed(1)} min with ${kills} kills`);
    const killed = await killAtTimes(server, kills, third * 2);
    delay.disable();
    await server.untilUp();
    say(`${database}: everybody goes home`);
    await office.close();
    await server.untilUp();
    say(`${database}: looking for ${ledger.acknowledged()} acknowledged writes`);
    const lost = await checkLedger(ledger, office.desk, day);
    await server.stop();
    return {
      database,
      answers: watch.byName,
      memory,
      kills: killed,
      endedByItself: server.endedByItself,
      starts: server.starts,
      acknowledged: ledger.acknowledged(),
      lost,
      check: await runAltavoz(['check'], house.environment),
      backUpCheck: await checkBackUp(house.environment, backUps),
      left: readdirSync(backUps).filter((name) => !['back-up', 'restored'].includes(name)),
      ownDelay: delay.max / 1e6,
      faults: office.faults,
    };
  } finally {
    await server.stop();
  }
}

/** Soaks one database: a third of the time in peace, two with kills, and then everything is looked for. */
export async function soakDatabase(database: SoakDatabase, setting: SoakSetting): Promise<Soaked> {
  const folder = join(setting.folder, database);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  setting.say(`${database}: filling an office of ten years`);
  const house = await openSoakHouse(folder, database);
  try {
    return await soakHouse(house, folder, database, setting);
  } finally {
    await house.close();
  }
}
