import { Exact } from '../money/exact.ts';

/** A formula taken apart. */
export type FormulaTree =
  | { type: 'number'; value: string }
  | { type: 'reference'; code: string }
  | { type: 'negated'; of: FormulaTree }
  | { type: 'operation'; sign: '+' | '-' | '*' | '/'; left: FormulaTree; right: FormulaTree };

/** A formula, or where it cannot be understood: the place of the first sign that does not fit, from 0. */
export type ParsedFormula = { tree: FormulaTree } | { at: number };

interface Token {
  at: number;
  text: string;
}

const tokenPattern = /\s*(?:(\{[^{}]+\})|(\d+(?:[.,]\d+)?)|([-+*/×÷()]))/y;

function tokensOf(text: string): Token[] | { at: number } {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  const end = text.trimEnd().length;
  while (tokenPattern.lastIndex < end) {
    const at = tokenPattern.lastIndex;
    const found = tokenPattern.exec(text);
    if (!found) return { at };
    const sign = found[0].trim();
    tokens.push({ at, text: sign === '×' ? '*' : sign === '÷' ? '/' : sign });
  }
  return tokens;
}

/** So deep may a formula be nested. */
const deepest = 40;

class Reader {
  private next = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly length: number,
  ) {}

  get isAtEnd(): boolean {
    return this.next >= this.tokens.length;
  }

  /** Where reading stands, for whoever says what does not fit. */
  get at(): number {
    return this.tokens[this.next]?.at ?? this.length;
  }

  private take(...signs: string[]): string | undefined {
    const token = this.tokens[this.next];
    if (!token || !signs.includes(token.text)) return undefined;
    this.next += 1;
    return token.text;
  }

  sum(): FormulaTree | undefined {
    let left = this.product();
    while (left) {
      const sign = this.take('+', '-');
      if (!sign) return left;
      const right = this.product();
      left = right && { type: 'operation', sign: sign as '+' | '-', left, right };
    }
    return undefined;
  }

  private product(): FormulaTree | undefined {
    let left = this.factor();
    while (left) {
      const sign = this.take('*', '/');
      if (!sign) return left;
      const right = this.factor();
      left = right && { type: 'operation', sign: sign as '*' | '/', left, right };
    }
    return undefined;
  }

  private factor(): FormulaTree | undefined {
    if (this.depth >= deepest) return undefined;
    this.depth += 1;
    const read = this.readFactor();
    this.depth -= 1;
    return read;
  }

  private readFactor(): FormulaTree | undefined {
    if (this.take('-')) {
      const of = this.factor();
      return of && { type: 'negated', of };
    }
    if (this.take('(')) {
      const inner = this.sum();
      return inner && this.take(')') ? inner : undefined;
    }
    const token = this.tokens[this.next];
    if (!token) return undefined;
    if (token.text.startsWith('{')) {
      this.next += 1;
      return { type: 'reference', code: token.text.slice(1, -1).trim() };
    }
    if (!/^\d/.test(token.text)) return undefined;
    this.next += 1;
    return { type: 'number', value: token.text.replace(',', '.') };
  }
}

/**
 * Takes a formula apart: numbers, references in braces, `+ - × ÷ * /` and parentheses, with the usual
 * order. Everything has to be understood.
 */
export function parseFormula(text: string): ParsedFormula {
  const tokens = tokensOf(text);
  if (!Array.isArray(tokens)) return tokens;
  const reader = new Reader(tokens, text.length);
  const tree = reader.sum();
  return tree && reader.isAtEnd ? { tree } : { at: reader.at };
}

/** The codes that a formula names, each once. */
export function referencesOf(tree: FormulaTree): string[] {
  switch (tree.type) {
    case 'number':
      return [];
    case 'reference':
      return [tree.code];
    case 'negated':
      return referencesOf(tree.of);
    case 'operation':
      return [...new Set([...referencesOf(tree.left), ...referencesOf(tree.right)])];
  }
}

/**
 * Works a formula out, exactly. What is absent makes the whole absent, and so does a division by zero:
 * neither is ever taken for zero.
 */
export function evaluateFormula(
  tree: FormulaTree,
  figureOf: (code: string) => Exact | null,
): Exact | null {
  switch (tree.type) {
    case 'number':
      return new Exact(tree.value);
    case 'reference':
      return figureOf(tree.code);
    case 'negated':
      return evaluateFormula(tree.of, figureOf)?.negated() ?? null;
    case 'operation': {
      const left = evaluateFormula(tree.left, figureOf);
      const right = evaluateFormula(tree.right, figureOf);
      if (left === null || right === null) return null;
      if (tree.sign === '+') return left.plus(right);
      if (tree.sign === '-') return left.minus(right);
      if (tree.sign === '*') return left.times(right);
      return right.isZero() ? null : left.dividedBy(right);
    }
  }
}
