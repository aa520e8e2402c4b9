import type { likeness as spanish } from '../es/likeness.ts';

/** Words of the appearances that look alike, in English. */
export const likeness: typeof spanish = {
  reasons: {
    same_address: 'The same web address',
    same_evidence: 'The same file of evidence',
    same_piece: 'The same outlet, day and headline',
    same_text_elsewhere: 'The same headline in another outlet',
    dismissed: 'It was dismissed in the inbox',
    waiting: 'It waits in the inbox, and leaves it once this is saved',
  },
  notice: {
    title: 'There is an appearance like this one',
    duplicate: 'If it is the same, do not save it again: open it and complete it.',
    open: 'Open in another tab',
    apart: 'It is another one: log it apart',
    anyway: 'Log it all the same',
    inInbox: 'It is in the inbox',
    inList: 'Piece {{number}} of this list. ',
    syndicate: 'It is the same piece in another outlet: mark both as syndicated on saving',
  },
  view: {
    title: 'Appearances that look repeated',
    note: 'Each pair is resolved once: the one too many is removed, both are marked as one piece in several outlets, or it is remembered that they are two.',
    search: 'Search by headline or outlet',
    reason: 'Why they look alike',
    any: 'Every reason',
    later: 'Appearance',
    earlier: 'Looks like',
    place: '{{outlet}}, {{day}}',
    empty: 'In this period no appearances that look alike wait to be resolved.',
  },
  pair: {
    title: 'Two appearances that look alike',
    remove: 'Remove this one',
    removed: '“{{title}}” was removed.',
    syndicate: 'It is one piece in two outlets',
    syndicateHelp: 'Each outlet counts one appearance.',
    syndicated: 'They are marked as the same piece in two outlets.',
    apart: 'They are two',
    apartDone: 'It will be remembered that they are two.',
    value: 'Reference value',
    format: 'Format',
    link: 'Link',
    open: 'Open the appearance',
  },
};
