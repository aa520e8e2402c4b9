import { addWords } from './add-words.ts';
import { grid as english } from './en/grid.ts';
import { grid as spanish } from './es/grid.ts';

addWords('grid', spanish, english);
