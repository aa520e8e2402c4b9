import { addWords } from './add-words.ts';
import { matrix as english } from './en/matrix.ts';
import { matrix as spanish } from './es/matrix.ts';

addWords('matrix', spanish, english);
