import { isBuiltin } from 'node:module';
import ts from 'typescript';

/** Parts of Node that connect, ask names, or start what could. */
const waysOut =
  /^(?:node:)?(?:https?|http2|net|tls|dgram|dns(?:\/promises)?|child_process|cluster|inspector)$/;

/** Of those parts: what only listens, or looks at a text. */
const harmless = new Set(['createServer', 'isIP', 'isIPv4', 'isIPv6', 'STATUS_CODES', 'BlockList']);

/** What a program finds without importing it. */
const globalWays = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);

/** Packages that connect to nobody, in the way the product uses them. */
const quiet = new Set([
  ...['@e965/xlsx', '@fastify/helmet', '@fastify/static', '@trpc/server', 'better-sqlite3'],
  '@zxcvbn-ts/language-common',
  ...['decimal.js', 'fastify', 'feedsmith', 'file-type', 'ical.js', 'ipaddr.js', 'kysely'],
  ...['iconv-lite', 'node-cron', 'papaparse', 'pino', 'prom-client', 'windows-iana', 'zod'],
]);

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Why a module may lead out, by the names that are taken of it; null where it does not. */
function wayOut(specifier: string, names: readonly string[] | null): string | null {
  if (/^[./]/.test(specifier)) return null;
  if (isBuiltin(specifier)) {
    if (!waysOut.test(specifier)) return null;
    const taken = names?.filter((name) => !harmless.has(name)) ?? ['*'];
    return taken.length > 0 ? `${specifier}: ${taken.join(', ')}` : null;
  }
  return quiet.has(packageOf(specifier)) ? null : packageOf(specifier);
}

function namesOf(clause: ts.ImportClause | undefined): string[] | null {
  if (!clause) return null;
  const { name, namedBindings } = clause;
  if (name || (namedBindings && ts.isNamespaceImport(namedBindings))) return null;
  const elements = namedBindings?.elements ?? [];
  return elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text);
}

function ofImport(node: ts.ImportDeclaration): string | null {
  if (node.importClause?.isTypeOnly) return null;
  const names = namesOf(node.importClause);
  // Only types are taken: nothing is loaded.
  if (names?.length === 0) return null;
  return wayOut((node.moduleSpecifier as ts.StringLiteral).text, names);
}

function ofCall(node: ts.CallExpression): string | null {
  const called = node.expression;
  const isLoading =
    called.kind === ts.SyntaxKind.ImportKeyword ||
    ['require', 'createRequire', 'process.getBuiltinModule'].includes(called.getText());
  const [argument] = node.arguments;
  if (!isLoading || !argument) return null;
  if (!ts.isStringLiteralLike(argument)) return `${called.getText()} of ${argument.getText()}`;
  return wayOut(argument.text, null);
}

/** Whether a word stands for the global of that name, and is no name of a field or of something else. */
function isGlobal(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return ['globalThis', 'global', 'self'].includes(parent.expression.getText());
  }
  return !(
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isMethodDeclaration(parent) && parent.name === node) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isTypeReferenceNode(parent)
  );
}

function wayAt(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node)) return ofImport(node);
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.isTypeOnly) {
    return wayOut((node.moduleSpecifier as ts.StringLiteral).text, null);
  }
  if (ts.isCallExpression(node)) return ofCall(node);
  if (ts.isIdentifier(node) && globalWays.has(node.text) && isGlobal(node)) return node.text;
  return null;
}

/** What of a source could connect to somewhere, each way once. */
export function findWaysOut(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const way = wayAt(node);
    if (way !== null) found.add(way);
    node.forEachChild(visit);
  };
  visit(source);
  return [...found];
}
