/** 0 or 1: SQLite's STRICT tables have no boolean. */
export type Flag = 0 | 1;

/** The columns of every record that people edit. */
export interface RecordColumns {
  id: string;
  version: number;
  /** What search looks through: folded by `foldForSearch`. */
  searchText: string;
  createdAt: string;
  updatedAt: string;
  updatedBy: string | null;
  /** Set when removed; cleared when the removal is undone. */
  deletedAt: string | null;
}
