import { addWords } from './add-words.ts';
import { capture as english } from './en/capture.ts';
import { capture as spanish } from './es/capture.ts';

addWords('capture', spanish, english);
