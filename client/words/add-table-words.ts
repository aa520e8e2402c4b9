import { addWords } from './add-words.ts';
import { table as english } from './en/table.ts';
import { table as spanish } from './es/table.ts';

addWords('table', spanish, english);
