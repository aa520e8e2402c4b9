import { addWords } from './add-words.ts';
import { places as english } from './en/places.ts';
import { places as spanish } from './es/places.ts';

addWords('places', spanish, english);
