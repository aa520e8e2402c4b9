import type { chain as spanish } from '../es/chain.ts';

/** The same words in English. */
export const chain: typeof spanish = {
  title: 'Where it comes from and what came of it',
  alone: 'It is not joined to other records yet.',
  join: 'Join a record that came of this one',
  joinHelp: 'Search by words of the title',
  nothing: 'Nothing was found.',
  unlink: 'Take {{title}} off',
  posts: 'Posts that tell of it',
  joinPost: 'Join a post of the networks',
  joinPostHelp: 'Search by words of the post',
  noText: '(no text)',
};
