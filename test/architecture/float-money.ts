import ts from 'typescript';

/** Names that hold pesos, prices or what they are multiplied by. */
const moneyName = /(cop|price|pesos|money|amount|vat|net|gross)$/i;

/** Operators that may leave a fraction of a peso behind; adding and taking away whole pesos do not. */
const fractional = new Set([
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
]);

/** Averages, products and quotients of pesos within a query. */
const fractionalSql =
  /\bavg\s*\(|(_cop|\bvalue|\bwith_vat)\)?\s*[*/%]|[*/%]\s*\(?\s*\w*(_cop|\bwith_vat)\b/i;

/** Calls that make or round a binary fraction. */
const fractionCalls =
  /^(Number\.)?(parseFloat|toFixed|toPrecision)$|^Math\.(round|floor|ceil|trunc)$/;

function namesMoney(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return moneyName.test(node.text);
  let found = false;
  node.forEachChild((child) => {
    found ||= namesMoney(child);
  });
  return found;
}

function isSuspect(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return fractionalSql.test(node.template.getText());
  if (ts.isBinaryExpression(node) && fractional.has(node.operatorToken.kind)) {
    return namesMoney(node.left) || namesMoney(node.right);
  }
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression.getText();
  const last = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : called;
  if (!fractionCalls.test(called) && !fractionCalls.test(last)) return false;
  return node.arguments.some(namesMoney) || namesMoney(node.expression);
}

/** Where a source computes with money in binary fractions: `line: text`. */
export function findFloatMoney(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isSuspect(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1}: ${node.getText()}`);
      return;
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}
