import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Logger, type ScheduledTask, schedule } from 'node-cron';
import type { House } from '../server/context.ts';
import { listConnectors } from './list-connectors.ts';
import { unhurried } from './pull/open-credential.ts';
import { pullPattern, pullSlotAt } from './pull-slots.ts';
import { runTask } from './run-task.ts';
import { answerRequests } from './tasks/answer-requests.ts';
import { answerChecks, checkDaily } from './tasks/check-connections.ts';
import { clearAway } from './tasks/clear-away.ts';
import { pullFeeds } from './tasks/pull-feeds.ts';
import { pullNetworks } from './tasks/pull-networks.ts';
import { sendAlerts } from './tasks/send-alerts.ts';
import { warnOfExpiry } from './tasks/warn-of-expiry.ts';

/** A schedule that fires until it is stopped. */
export interface Schedule {
  isRunning(): boolean;
  /** Fires no more, tells what runs to stop, and waits until it has. */
  stop(): Promise<void>;
}

/** How often turns that were missed or lost are looked for, and requests of people. */
const lookForLostTurns = '*/20 * * * * *';
const lookForRequests = '*/2 * * * * *';
/** How often tokens that are about to end are looked for. */
const lookForExpiry = '7 * * * *';
/** How often feeds that are due, or that somebody asked for, are looked for. */
const lookForFeeds = '*/5 * * * * *';
/** How often files that no form kept, and turns long past, are looked for. */
const lookForLeftThings = '23 * * * *';

/** Does the newest turn of today's pull, unless it is done or another process does it. */
async function pullWhenDue(house: House, holder: string, stopping: AbortSignal): Promise<void> {
  const due = pullSlotAt(house.now(), house.timeZone);
  if (!due) return;
  const slot = { task: 'pull-networks', slot: due.slot };
  await runTask(house, slot, holder, stopping, async (signal) => {
    const reason = due.isLate ? 'catch_up' : 'schedule';
    await pullNetworks(house, { reason, pace: unhurried }, signal);
  });
}

/** What node-cron has to say goes where the rest of the process says it. */
function cronLog({ log }: House): Logger {
  const withCause = (level: 'debug' | 'error') => (message: string | Error, cause?: Error) =>
    log[level]({ err: message instanceof Error ? message : cause }, String(message));
  return {
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    error: withCause('error'),
    debug: withCause('debug'),
  };
}

/** Names a process among all that share the database. */
function nameHolder(): string {
  return `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
}

/**
 * Starts what the product does by itself: the daily pull in the office's time zone, its turns
 * that were missed today, the pulls and trials of connections that people ask for, warnings of
 * tokens that end, alerts, feeds of outlets, and files of forms that were left. Any number of processes may run it on one database.
 * @throws {ConnectorRefused} when a file of `jobs/networks` is not a connector.
 */
export async function startSchedule(house: House): Promise<Schedule> {
  await listConnectors();
  const stopping = new AbortController();
  const holder = nameHolder();
  const running = new Set<Promise<void>>();

  /** Makes a job that never overlaps itself here, never ends the process, and can be waited for. */
  function job(
    name: string,
    act: (house: House, holder: string, signal: AbortSignal) => Promise<void>,
  ) {
    let turn: Promise<void> | undefined;
    return async () => {
      if (turn || stopping.signal.aborted) return;
      turn = act(house, holder, stopping.signal).catch((error: unknown) => {
        house.log.error({ err: error, job: name }, 'a scheduled job failed');
      });
      running.add(turn);
      await turn;
      running.delete(turn);
      turn = undefined;
    };
  }

  const pull = job('pull', pullWhenDue);
  const answer = job('requests', answerRequests);
  const warn = job('expiry', warnOfExpiry);
  const plan = (pattern: string, name: string, act: () => Promise<void>): ScheduledTask =>
    schedule(pattern, act, {
      name,
      timezone: house.timeZone,
      noOverlap: true,
      suppressMissedWarning: true,
      logger: cronLog(house),
    });
  const tasks = [
    plan(pullPattern, 'pull', pull),
    plan(lookForLostTurns, 'lost turns', pull),
    plan(lookForRequests, 'requests', answer),
    plan(lookForRequests, 'checks', job('checks', answerChecks)),
    plan(lookForLostTurns, 'daily checks', job('daily checks', checkDaily)),
    plan(lookForExpiry, 'expiry', warn),
    plan(lookForLostTurns, 'alerts', job('alerts', sendAlerts)),
    plan(lookForFeeds, 'feeds', job('feeds', pullFeeds)),
    plan(lookForLeftThings, 'left things', job('left things', clearAway)),
  ];
  // A turn that today's process was too late for is done now, not at the next tick.
  void pull();
  void warn();
  return {
    isRunning: () =>
      !stopping.signal.aborted && tasks.every((task) => task.getStatus() !== 'stopped'),
    async stop() {
      stopping.abort();
      for (const task of tasks) await task.destroy();
      await Promise.all(running);
    },
  };
}
