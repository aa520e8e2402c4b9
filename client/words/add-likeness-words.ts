import { addWords } from './add-words.ts';
import { likeness as english } from './en/likeness.ts';
import { likeness as spanish } from './es/likeness.ts';

addWords('likeness', spanish, english);
