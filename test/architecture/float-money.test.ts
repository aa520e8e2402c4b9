import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layers } from './cruise.ts';
import { findFloatMoney } from './float-money.ts';

const sources = layers
  .filter((layer) => layer !== 'test')
  .flatMap((layer) =>
    readdirSync(layer, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );

describe('money', () => {
  test('is never computed in binary fractions, anywhere in the product', () => {
    expect(sources.length).toBeGreaterThan(500);
    const found = sources.flatMap((path) => findFloatMoney(path, readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
  });

  test.each([
    'const valueWithVat = valueCop * 1.19;',
    'const half = row.netPriceCop / 2;',
    'const rounded = Math.round(priceCop);',
    'const text = valueCop.toFixed(2);',
    'const price = Number.parseFloat(typed.price);',
    'let pesos = 3; pesos *= share;',
    'const part = total.valueCop % 3;',
    'const mean = sql`avg(value_cop)`;',
    'const gross = sql`sum(value_cop) * 1.19`;',
  ])('the check catches %s', (line) => {
    expect(findFloatMoney('planted.ts', line)).toHaveLength(1);
  });

  test.each([
    'const total = valueCop + vatCop;',
    'const value = divideHalfUp(product(netCop, vatRate), one);',
    'const sum = sql`coalesce(sum(value_cop), 0)`;',
    'const page = (list.page - 1) * pageSize;',
  ])('the check lets %s pass', (line) => {
    expect(findFloatMoney('planted.ts', line)).toEqual([]);
  });
});
