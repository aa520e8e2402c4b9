import { describe, expect, test } from 'vitest';
import { newContract, outletToSend, outletValues } from '../../../client/press/outlet-values.ts';

const outlet = {
  id: 'uno',
  version: 1,
  updatedAt: '',
  updatedBy: null,
  channel: 'press' as const,
  name: 'El Colombiano',
  medium: 'press' as const,
  town: null,
  scope: null,
  website: null,
  isOwnChannel: false,
  vatRate: '0.19',
  audience: null,
  monthlyVisitors: 8_000_000,
  domains: ['elcolombiano.com'],
  contracts: [{ from: '2026-01-01', to: null, reference: 'Contrato 12' }],
};

describe('the form of an outlet', () => {
  test('sends an outlet that nobody touched back as it is', () => {
    const {
      id: _id,
      version: _version,
      updatedAt: _at,
      updatedBy: _by,
      channel,
      ...fields
    } = outlet;
    expect(channel).toBe('press');
    expect(outletToSend(outletValues(outlet))).toEqual({ ...fields, town: '' });
  });

  test('tells figures that nobody knows from zero, and a contract without end from one of a day', () => {
    const values = outletValues(undefined);
    const contract = { ...newContract(), from: '2026-02-01' };
    expect(outletToSend({ ...values, contracts: [contract] })).toMatchObject({
      audience: null,
      monthlyVisitors: null,
      contracts: [{ from: '2026-02-01', to: null, reference: '' }],
    });
  });

  test('tells two new contracts apart', () => {
    expect(newContract().key).not.toBe(newContract().key);
  });
});
