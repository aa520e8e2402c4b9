import type { NetworkId } from '../../../../shared/social/networks.ts';
import type { Capability } from '../../../support/connector-readings.ts';
import type { CaseName } from './cases.ts';
import type { Subject } from './subjects.ts';

/** Cases that cannot happen, and why not. */
export interface Exemption {
  cases: CaseName[];
  /** Absent: whatever is read. */
  capabilities?: Capability[];
  why: string;
}

/** What no network can answer. */
const ofAll: Exemption[] = [
  {
    cases: ['pagination'],
    capabilities: ['readDays', 'readAudience', 'refreshCredential'],
    why: 'the days asked, a breakdown and a token come whole',
  },
  {
    cases: ['unknown page', 'retired metric'],
    capabilities: ['checkCredential', 'refreshCredential'],
    why: 'a credential is asked about neither pages by name nor metrics',
  },
  {
    cases: ['missing permission', 'empty', 'absent', 'null', 'numbers as text'],
    capabilities: ['refreshCredential'],
    why: 'a token is renewed or not: without a new one the shape has changed',
  },
];

const oneCall = 'one call brings all that is counted of a hundred pages';
const fieldsOnly = 'figures are fields of an object: one that goes is absent';

const oneAccount = 'a token of a person has one account, and has it always';
const oneMetric = 'one metric is asked: without it nothing is left';
const noToken = 'it is read without any token';

/** By network. */
const ofNetwork: Record<NetworkId, Exemption[]> = {
  facebook: [],
  instagram: [
    { cases: ['pagination'], capabilities: ['readPages'], why: oneCall },
    { cases: ['retired metric'], capabilities: ['readAudience'], why: oneMetric },
  ],
  threads: [
    {
      cases: ['pagination', 'empty'],
      capabilities: ['checkCredential'],
      why: 'a token that works has its one profile',
    },
    {
      cases: ['retired metric'],
      capabilities: ['readDays', 'readAudience'],
      why: oneMetric,
    },
    {
      cases: ['absent', 'null', 'numbers as text'],
      capabilities: ['checkCredential'],
      why: 'it is told no figure, only names',
    },
  ],
  x: [
    { cases: ['pagination'], capabilities: ['readPages'], why: oneCall },
    {
      cases: ['pagination', 'empty'],
      capabilities: ['checkCredential'],
      why: oneAccount,
    },
    { cases: ['retired metric'], why: fieldsOnly },
  ],
  youtube: [
    {
      cases: ['pagination'],
      capabilities: ['readPages', 'checkCredential'],
      why: 'fifty channels come in one call',
    },
    {
      cases: ['retired metric'],
      capabilities: ['readPages', 'readPosts', 'readAudience'],
      why: fieldsOnly,
    },
    {
      cases: ['numbers as text'],
      capabilities: ['readDays', 'readAudience'],
      why: 'the cells of a report have no names to be spoiled by; a test of reports holds them',
    },
  ],
  tiktok: [
    {
      cases: ['pagination'],
      capabilities: ['readPages', 'checkCredential'],
      why: 'a token reads one account',
    },
    {
      cases: ['empty'],
      capabilities: ['checkCredential'],
      why: 'a token that works has its account',
    },
    { cases: ['retired metric'], why: fieldsOnly },
  ],
  linkedin: [
    { cases: ['retired metric'], why: fieldsOnly },
    {
      cases: ['pagination'],
      capabilities: ['checkCredential'],
      why: 'a hundred organizations come in one call',
    },
    {
      cases: ['absent', 'null', 'numbers as text'],
      capabilities: ['checkCredential'],
      why: 'it is told no figure, only names',
    },
  ],
  mastodon: [
    { cases: ['dead token'], why: noToken },
    { cases: ['retired metric'], why: fieldsOnly },
    { cases: ['pagination'], capabilities: ['readPages'], why: 'an account is one object' },
  ],
  bluesky: [
    { cases: ['dead token'], why: noToken },
    { cases: ['retired metric'], why: fieldsOnly },
    { cases: ['pagination'], capabilities: ['readPages'], why: oneCall },
  ],
};

/** Why a subject cannot have a case in what it reads; undefined: it can. */
export function exemptionOf(
  { network }: Pick<Subject, 'network'>,
  capability: Capability,
  name: CaseName,
): string | undefined {
  return [...ofAll, ...ofNetwork[network]].find(
    ({ cases, capabilities }) =>
      cases.includes(name) && (capabilities === undefined || capabilities.includes(capability)),
  )?.why;
}
