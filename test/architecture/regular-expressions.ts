import ts from 'typescript';

/** A regular expression of a source, and where it stands. */
export interface FoundExpression {
  where: string;
  source: string;
  flags: string;
}

/** What `const`s of a source hold, where it is a text or a number that stands there. */
function constantsOf(source: ts.SourceFile): Map<string, string> {
  const constants = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const { initializer } = node;
      if (ts.isStringLiteralLike(initializer) || ts.isNumericLiteral(initializer)) {
        constants.set(node.name.text, initializer.text);
      }
    }
    node.forEachChild(visit);
  };
  visit(source);
  return constants;
}

/** The text of an argument; what is only known when it runs stands in it as a digit. */
function textOf(node: ts.Expression | undefined, constants: Map<string, string>): string {
  if (!node) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return constants.get(node.text) ?? '7';
  if (!ts.isTemplateExpression(node)) return '7';
  const spans = node.templateSpans.map(
    ({ expression, literal }) => textOf(expression, constants) + literal.text,
  );
  return node.head.text + spans.join('');
}

function expressionAt(
  node: ts.Node,
  constants: Map<string, string>,
): { source: string; flags: string } | null {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (!isMade || node.expression.getText() !== 'RegExp') return null;
  const [pattern, flags] = node.arguments ?? [];
  return { source: textOf(pattern, constants), flags: textOf(flags, constants) };
}

/** Every regular expression of a source: literals, and those that are made of texts. */
export function listExpressions(path: string, text: string): FoundExpression[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const constants = constantsOf(source);
  const found: FoundExpression[] = [];
  const visit = (node: ts.Node): void => {
    const expression = expressionAt(node, constants);
    if (expression) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${path}:${line + 1}`, ...expression });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** Groups and classes without what only they mean, so that what is repeated can be counted. */
function bareOf(source: string): string {
  return source
    .replace(/\\[pP]\{[^{}]{0,40}\}|\\u\{?[\da-fA-F]{4,6}\}?|\\./g, 'x')
    .replace(/\[[^\]]{0,400}\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[=!])/g, '(');
}

/** In how many ways one place of the text can be tried, but for what repeats without end. */
function waysOf(bare: string): number {
  let ways = bare.split('|').length;
  for (const [, least = '', most] of bare.matchAll(/\{(\d+)(?:,(\d*))?\}|\?/g)) {
    ways *= least === '' ? 2 : Math.max(1, Number(most || least) - Number(least) + 1);
  }
  return ways;
}

const mostWays = 500;
const mostCounted = 10_000;

/** One thing repeated, looked for only where it begins: `(?<!0)0+$`. */
const fromItsStart = /^\(\?<!(\[(?:\\.|[^\]\\])+\]|\\[pP]\{\w+\}|\\?.)\)\1\+\$$/;

/** Whether all of an expression holds from the start of the text alone. */
function isAnchored(bare: string, flags: string): boolean {
  let within = bare;
  while (/\([^()]*\)/.test(within)) within = within.replace(/\([^()]*\)/g, 'x');
  return within.startsWith('^') && !within.includes('|') && !flags.includes('m');
}

/**
 * Whether an expression takes some steps for each letter and no more, as anybody sees: nothing in
 * it repeats without end; or one letter does, which is looked for once or followed by nothing that
 * could fail.
 */
export function isPlainlyLinear({ source, flags }: Pick<FoundExpression, 'source' | 'flags'>) {
  if (fromItsStart.test(source)) return true;
  const bare = bareOf(source);
  // A group that repeats does so with all that it holds: that is for the checker.
  if (/\)[*+{]/.test(bare) || waysOf(bare) > mostWays) return false;
  const endless = bare.match(/[*+]|\{\d+,\}/g) ?? [];
  if (endless.length > 1) return false;
  if (endless.length === 0 || isAnchored(bare, flags)) return true;
  return /[*+]\)*$/.test(bare);
}

/**
 * An expression as the checker is asked of it: what repeats up to a number of times stands for
 * fewer, since from more of them no loop arises. Where all of them together are very many, and
 * where a group repeats so, the number stays.
 */
export function withFewRepeats(source: string): string {
  if (waysOf(bareOf(source)) > mostCounted) return source;
  return source.replace(
    /(?<![)\\pPu])\{(\d+)(,?)(\d*)\}/g,
    (_, least: string, comma: string, most: string) =>
      `{${Math.min(2, Number(least))}${comma}${most === '' ? '' : Math.min(3, Number(most))}}`,
  );
}
