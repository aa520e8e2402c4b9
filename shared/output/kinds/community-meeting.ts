import { z } from 'zod';
import { attendance, defineKind, optionalCount, programme } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** A meeting of the mayor with residents. */
export const communityMeeting = defineKind({
  id: 'community_meeting',
  label: kindLabels.community_meeting,
  details: z.object({
    programme: programme.field,
    attendance: attendance.field,
    /** How many were made; each can be kept on its own, with its owner and its day. */
    commitments: optionalCount,
  }),
  words: {
    programme: programme.words,
    attendance: attendance.words,
    commitments: {
      known: 'happened',
      label: { es: 'Compromisos adquiridos', en: 'Commitments made' },
    },
  },
});
