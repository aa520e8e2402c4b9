import { addWords } from './add-words.ts';
import { countTables as english } from './en/count-tables.ts';
import { countTables as spanish } from './es/count-tables.ts';

addWords('countTables', spanish, english);
