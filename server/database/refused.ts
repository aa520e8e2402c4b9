/** A database that this version must not touch; the message is one line for the terminal. */
export class DatabaseRefused extends Error {
  readonly reason: 'corrupt' | 'newer' | 'unreachable';

  constructor(where: string, reason: 'corrupt' | 'newer' | 'unreachable', detail: string) {
    const sentence = {
      corrupt: 'is damaged or is not an Altavoz database',
      newer: 'was written by a newer version of Altavoz',
      unreachable: 'cannot be reached',
    }[reason];
    const lines = detail.split('\n').map((line) => line.trim());
    super(`${where} ${sentence}: ${lines.filter((line) => line !== '').join('; ')}`);
    this.name = 'DatabaseRefused';
    this.reason = reason;
  }
}
