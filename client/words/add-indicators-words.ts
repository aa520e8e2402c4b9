import { addWords } from './add-words.ts';
import { indicators as english } from './en/indicators.ts';
import { indicators as spanish } from './es/indicators.ts';

addWords('indicators', spanish, english);
