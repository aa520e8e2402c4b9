import { addWords } from './add-words.ts';
import { requests as english } from './en/requests.ts';
import { requests as spanish } from './es/requests.ts';

addWords('requests', spanish, english);
