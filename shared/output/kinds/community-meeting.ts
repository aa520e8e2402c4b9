import { z } from 'zod';
import { attendance, defineKind, optionalCount, programme } from '../kind.ts';

/** A meeting of the mayor with residents. */
export const communityMeeting = defineKind({
  id: 'community_meeting',
  label: {
    one: { es: 'Encuentro con la comunidad', en: 'Community meeting' },
    many: { es: 'Encuentros con la comunidad', en: 'Community meetings' },
  },
  details: z.object({
    programme: programme.field,
    attendance: attendance.field,
    commitments: optionalCount,
  }),
  words: {
    programme: programme.words,
    attendance: attendance.words,
    commitments: { label: { es: 'Compromisos adquiridos', en: 'Commitments made' } },
  },
});
