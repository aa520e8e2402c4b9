import { addWords } from './add-words.ts';
import { coverage as english } from './en/coverage.ts';
import { coverage as spanish } from './es/coverage.ts';

addWords('coverage', spanish, english);
