import { addWords } from './add-words.ts';
import { prices as english } from './en/prices.ts';
import { prices as spanish } from './es/prices.ts';

addWords('prices', spanish, english);
