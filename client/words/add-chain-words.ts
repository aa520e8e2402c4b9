import { addWords } from './add-words.ts';
import { chain as english } from './en/chain.ts';
import { chain as spanish } from './es/chain.ts';

addWords('chain', spanish, english);
