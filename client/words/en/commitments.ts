import type { commitments as spanish } from '../es/commitments.ts';

/** The same words in English. */
export const commitments: typeof spanish = {
  title: 'Commitments',
  note: 'What was promised at community meetings; what falls due first comes first.',
  add: 'Add commitment',
  edit: 'Change commitment',
  text: 'Commitment',
  department: 'Department that answers for it',
  dueDay: 'Due',
  late: 'overdue',
  state: 'State',
  states: {
    pending: 'Pending',
    in_progress: 'In progress',
    done: 'Done',
    dropped: 'Dropped',
  },
  filters: {
    open: 'Not done yet',
    overdue: 'Overdue',
    pending: 'Pending',
    in_progress: 'In progress',
    done: 'Done',
    dropped: 'Dropped',
    all: 'All',
  },
  meetingDay: 'Meeting day',
  yes: 'yes',
  meeting: 'Meeting',
  notes: 'Notes',
  saved: 'The commitment was saved.',
  removed: 'The commitment was removed.',
  empty: 'Open a community meeting and add there what was promised.',
};
