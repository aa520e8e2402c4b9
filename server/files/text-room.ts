import { longestCell } from '../../shared/imports/limits.ts';
import { refuseFile } from './decode-text.ts';

/**
 * How much text the cells of a workbook may come to: it is stored once, and cells without number may
 * say it.
 */
export class TextRoom {
  #left: number;

  constructor(mostCharacters: number) {
    this.#left = mostCharacters;
  }

  /**
   * The text of one more cell, its lines ended as those of text are.
   * @throws {AltavozFailure} `file_refused` once all come to too much.
   */
  take(text: string): string {
    // No table says so much in a cell: it is text of another kind.
    if (text.length > longestCell) throw refuseFile('not_a_table');
    this.#left -= text.length;
    if (this.#left < 0) throw refuseFile('swollen_archive');
    return text.replace(/\r\n?/g, '\n');
  }
}
