import { addWords } from './add-words.ts';
import { commitments as english } from './en/commitments.ts';
import { commitments as spanish } from './es/commitments.ts';

addWords('commitments', spanish, english);
