// @vitest-environment jsdom
import type { KeyboardEvent } from 'react';
import { expect, test } from 'vitest';
import { moveInTable } from '../../../client/output/move-in-table.ts';

function press(key: string): string | undefined {
  const target = document.activeElement;
  const event = { key, target, preventDefault: () => undefined };
  moveInTable(event as unknown as KeyboardEvent);
  return document.activeElement?.textContent ?? undefined;
}

test('the arrow keys go from cell to cell and stop at the edges of the matrix', () => {
  document.body.innerHTML = `<table>
    <thead><tr><th>Mes</th><th>Eventos</th><th>Piezas</th></tr></thead>
    <tbody>
      <tr><th>ene</th><td><button>a</button></td><td><button>b</button></td></tr>
      <tr><th>feb</th><td><button>c</button></td><td><button>d</button></td></tr>
    </tbody></table>`;
  document.querySelector('button')?.focus();
  const path = [
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'ArrowLeft',
    'ArrowLeft',
    'ArrowUp',
    'Tab',
  ];
  expect(path.map(press)).toEqual(['b', 'b', 'd', 'c', 'c', 'a', 'a']);
});
