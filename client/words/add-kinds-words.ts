import { addWords } from './add-words.ts';
import { kinds as english } from './en/kinds.ts';
import { kinds as spanish } from './es/kinds.ts';

addWords('kinds', spanish, english);
