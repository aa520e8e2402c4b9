import { mostCells } from '../../shared/imports/limits.ts';
import { refuseFile } from './decode-text.ts';

/** What a workbook is made of, all its parts together, at the most. */
const mostTags = 12_000_000;
/** The shortest record of a binary workbook: what it is, and how long. */
const bytesOfRecord = 4;
/** Reading a cell of text takes as long as a few tags do. */
const piecesOfCell = 4;

const [lessThan, letterC, newline] = [0x3c, 0x63, 0x0a];
/** What may follow the name of a tag: a blank, the end of a line, a slash, its end. */
const endsName = new Set([0x20, 0x09, 0x0a, 0x0d, 0x2f, 0x3e]);

/**
 * Counts what there is to be read of a file, part by part as they are unpacked, so that what would take
 * too much is refused before anything is made of it.
 */
export class PieceCount {
  pieces = 0;
  #cells = 0;

  /** @throws {AltavozFailure} `file_refused`: too many cells, or tags. */
  addXml(content: Uint8Array): void {
    for (let at = 0; at < content.length; at += 1) {
      if (content[at] !== lessThan) continue;
      this.pieces += 1;
      if (content[at + 1] === letterC && endsName.has(content[at + 2] ?? 0)) this.#addCell();
    }
    if (this.pieces > mostTags) throw refuseFile('swollen_archive');
  }

  addBinary(content: Uint8Array): void {
    this.pieces += Math.floor(content.length / bytesOfRecord);
  }

  /** @throws {AltavozFailure} `file_refused`: too many cells. */
  addText(text: string, delimiter: string): void {
    const parting = delimiter.charCodeAt(0);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === parting || code === newline) this.#addCell();
    }
    this.pieces += this.#cells * piecesOfCell;
  }

  #addCell(): void {
    this.#cells += 1;
    if (this.#cells > mostCells) throw refuseFile('too_many_cells', mostCells);
  }
}
