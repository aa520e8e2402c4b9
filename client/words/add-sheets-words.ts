import { addWords } from './add-words.ts';
import { sheets as english } from './en/sheets.ts';
import { sheets as spanish } from './es/sheets.ts';

addWords('sheets', spanish, english);
