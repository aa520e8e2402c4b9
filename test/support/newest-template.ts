/** The database on the PostgreSQL of a run with every migration applied, from which tests make theirs. */
export const newestTemplate = 'altavoz_newest';
