import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { usePartialValue } from '../../../client/press/use-partial-value.ts';
import { Figure } from '../../../client/ui/figure.tsx';
import { renderInTheOffice } from '../../support/in-the-office.tsx';

function Value({ count, unvalued }: { count: number; unvalued: number }) {
  const partialOf = usePartialValue();
  return <Figure label="Valor" value={1_350_000} partial={partialOf({ count, unvalued })} />;
}

describe('the value of some appearances', () => {
  afterEach(cleanup);

  test('of which some have none is marked, and says how many have one', async () => {
    await renderInTheOffice(() => <Value count={1_204} unvalued={4} />);
    expect(await screen.findByText('1.350.000*')).toBeTruthy();
    expect(screen.getByText('* con valor, 1.200 de 1.204 apariciones')).toBeTruthy();
  });

  test('that all have one is the figure alone', async () => {
    await renderInTheOffice(() => <Value count={12} unvalued={0} />);
    expect(await screen.findByText('1.350.000')).toBeTruthy();
    expect(screen.queryByText(/con valor/)).toBeNull();
  });
});
