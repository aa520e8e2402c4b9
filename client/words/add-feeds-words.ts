import { addWords } from './add-words.ts';
import { feeds as english } from './en/feeds.ts';
import { feeds as spanish } from './es/feeds.ts';

addWords('feeds', spanish, english);
