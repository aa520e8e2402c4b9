import { addWords } from './add-words.ts';
import { calendar as english } from './en/calendar.ts';
import { calendar as spanish } from './es/calendar.ts';

addWords('calendar', spanish, english);
