import { addWords } from './add-words.ts';
import { review as english } from './en/review.ts';
import { review as spanish } from './es/review.ts';

addWords('review', spanish, english);
