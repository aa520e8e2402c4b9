import type { LookupFunction } from 'node:net';
import type { Logger } from 'pino';
import type { Role } from '../shared/accounts/roles.ts';
import { dayInZone } from '../shared/calendar/day.ts';
import type { ReachAnswer } from '../shared/press/outlet-reach.ts';
import type { OpenDatabase } from './database/connection.ts';
import type { Reaching } from './press/outlets/asking-reach.ts';
import type { Write } from './transaction.ts';

/** Who acts: a signed-in person, or the system (schedule, terminal, seed). */
export interface Actor {
  id: string | null;
  name: string;
  role: Role | 'system';
}

/** How e-mail leaves the house. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  smtpUrl: string;
  from: string;
  /** The address people type, which messages lead to. */
  publicUrl: string | undefined;
}

/** How the servers of others are reached. */
export interface WebAccess {
  /** Finds the addresses of a name; the system's resolver when absent. */
  lookup?: LookupFunction;
  /** Whether an address that is not public may be reached all the same, asked for by `host`; none when absent. */
  mayReach?(ip: string, port: number, host: string): boolean;
}

/** By network, the versions of its API to ask for, the preferred first. */
export type NetworkVersions = Readonly<Record<string, readonly string[]>>;

/** Everything that outlives a call: the database, the clock, and where the office is. */
export interface House {
  database: OpenDatabase;
  log: Logger;
  /** The only clock of the server; tests set their own. */
  now(): Date;
  timeZone: string;
  secretKey: string;
  /** True only in the demonstration, which offers its accounts on the sign-in screen. */
  isDemo: boolean;
  /** Absent: nothing is sent by e-mail. */
  mail?: MailSettings;
  /** Absent: the internet's public addresses, as the system finds them. */
  web?: WebAccess;
  /** Absent: the versions that the connectors themselves name. */
  networkVersions?: NetworkVersions | undefined;
}

/** One call: the house and who makes it; `actor` is absent without a session. */
export interface Context extends House {
  actor: Actor | null;
  /** Where the call comes from; absent where it came by no network. */
  address?: string;
  /** Set by what answers: whether a part of the answer broke and the rest was given. */
  outcome?: { isPartial: boolean };
}

/** A call whose actor is known. */
export interface ActorContext extends House {
  actor: Actor;
  /** Where the call comes from; absent where it came by no network. */
  address?: string;
  /** The write that this call is part of: an import that goes through the verbs of people. */
  within?: Write;
  /** That who calls was told that a month's records and its total are both counted, and chose so. */
  countsBoth?: boolean;
  /** What was chosen by who calls, who was shown what outlets would do to their appearances. */
  reach?: ReachAnswer;
  /** Where the verbs of one write say what outlets would do, which is asked of all of them at once. */
  reaching?: Reaching;
}

/** The actor of what nobody in particular does. */
const systemActor: Actor = { id: null, name: 'Altavoz', role: 'system' };

/** Lets the schedule, the terminal and seeds use the same verbs as people. */
export function asSystem(house: House): ActorContext {
  return { ...house, actor: systemActor };
}

/** Today in the office's time zone. */
export function today(house: Pick<House, 'now' | 'timeZone'>): string {
  return dayInZone(house.now(), house.timeZone);
}
