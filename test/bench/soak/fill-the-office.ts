import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { roles } from '../../../shared/accounts/roles.ts';
import { type SeededRandom, seededRandom } from '../generate/seeded-random.ts';
import { type Desk, openDesk } from './desk.ts';
import type { KeptServer } from './kept-server.ts';
import type { Ledger } from './ledger.ts';
import { type SoakHouse, soakAccount } from './open-soak-house.ts';
import { bringHostile, type HostileCall, hostileInTurn } from './people/bring-hostile.ts';
import { importSheet } from './people/import-sheet.ts';
import {
  keepManyItems,
  keepRecord,
  writingClippings,
  writingItems,
} from './people/keep-records.ts';
import { readAbout } from './people/read-about.ts';
import { takeFile } from './people/take-files.ts';
import { backUp, pullPages } from './people/type-commands.ts';
import { type AnswerWatch, Broken, CutOff, isRefused } from './watch-answers.ts';

/** Everybody at work until told to go home. */
export interface Office {
  /** The desk from which the ledger is looked through afterwards. */
  desk: Desk;
  /** What went wrong in the bench itself: nothing of it may. */
  faults: string[];
  close(): Promise<void>;
}

/** What somebody does again and again, with at most so many milliseconds between. */
interface Habit {
  act: (random: SeededRandom) => Promise<void>;
  pause: number;
}

interface OfficeSetting {
  server: KeptServer;
  watch: AnswerWatch;
  ledger: Ledger;
  house: SoakHouse;
  hostile: readonly HostileCall[];
  folder: string;
  day: string;
}

function habitsOf(setting: OfficeSetting, desks: Record<string, Desk>): Habit[] {
  const { watch, ledger, house, hostile, folder, day } = setting;
  const { admin, coordinator, press, secretary } = desks as Record<string, Desk>;
  if (!admin || !coordinator || !press || !secretary) throw new Error('a desk is empty');
  const items = writingItems(day);
  const clippings = writingClippings(day, house.outletId);
  const nextHostile = hostileInTurn(hostile);
  const readers = Object.values(desks).map((desk): Habit => {
    return { act: (random) => readAbout(desk, random), pause: 300 };
  });
  return [
    ...readers,
    ...[admin, coordinator].map((desk): Habit => {
      return { act: (random) => keepRecord(desk, ledger, items, random), pause: 400 };
    }),
    ...[press, coordinator].map((desk): Habit => {
      return { act: (random) => keepRecord(desk, ledger, clippings, random), pause: 400 };
    }),
    { act: () => keepManyItems(coordinator, ledger, day), pause: 6_000 },
    { act: (random) => importSheet(coordinator, ledger, day, random), pause: 6_000 },
    { act: (random) => takeFile(secretary, random), pause: 8_000 },
    { act: () => bringHostile(coordinator, nextHostile()), pause: 2_000 },
    { act: () => pullPages(watch, house.environment), pause: 40_000 },
    { act: () => backUp(watch, house.environment, folder), pause: 40_000 },
  ];
}

/** Whether something went wrong in what is soaked, which the watch has noted. */
function isNoted(error: unknown): boolean {
  if (error instanceof CutOff || error instanceof Broken || isRefused(error)) return true;
  const name = error instanceof Error ? error.name : '';
  const isOfFetch = error instanceof TypeError && /fetch failed|terminated/.test(error.message);
  return name === 'TRPCClientError' || name === 'TimeoutError' || isOfFetch;
}

/** Lets people of every role in, with imports, pulls, back-ups and hostile files among them. */
export async function fillTheOffice(setting: OfficeSetting): Promise<Office> {
  const { server, watch } = setting;
  const desks: Record<string, Desk> = {};
  for (const role of roles) desks[role] = await openDesk(server, watch, role, soakAccount(role));
  const { coordinator } = desks;
  if (!coordinator) throw new Error('nobody coordinates');
  const goingHome = new AbortController();
  setMaxListeners(0, goingHome.signal);
  const faults: string[] = [];
  const live = async ({ act, pause }: Habit, seed: number): Promise<void> => {
    const random = seededRandom(seed);
    while (!goingHome.signal.aborted) {
      try {
        await act(random);
      } catch (error) {
        if (!isNoted(error)) faults.push(String((error as Error).stack ?? error).slice(0, 600));
        await server.untilUp();
      }
      const resting = wait(random.whole(0, pause), undefined, { signal: goingHome.signal });
      await resting.catch(() => undefined);
    }
  };
  const living = habitsOf(setting, desks).map((habit, seed) => live(habit, seed + 1));
  return {
    desk: coordinator,
    faults,
    async close() {
      goingHome.abort();
      await Promise.all(living);
    },
  };
}
