import type { Medium } from '../../shared/press/channels.ts';
import type { Inputs } from '../app/api.ts';
import type { Outlet } from './use-outlet-options.ts';

type Fields = Inputs['press']['createOutlet'];

/** A contract as it stands in the form; `key` tells it from the others. */
export interface ContractValues {
  key: string;
  from: string;
  to: string;
  reference: string;
}

/** What stands in the form of an outlet: text as typed, nothing chosen as null. */
export type OutletValues = {
  name: string;
  medium: Medium;
  town: string;
  scope: string | null;
  website: string;
  isOwnChannel: boolean;
  vatRate: string;
  audience: number | null;
  monthlyVisitors: number | null;
  domains: string[];
  contracts: ContractValues[];
};

let made = 0;

/** A contract to fill in. */
export function newContract(known?: NonNullable<Fields['contracts']>[number]): ContractValues {
  made += 1;
  const { from = '', to, reference } = known ?? {};
  return { key: `contract-${made}`, from, to: to ?? '', reference: reference ?? '' };
}

/** The form of an outlet on record, or of a new one. */
export function outletValues(outlet: Outlet | undefined): OutletValues {
  return {
    name: outlet?.name ?? '',
    medium: outlet?.medium ?? 'press',
    town: outlet?.town ?? '',
    scope: outlet?.scope ?? null,
    website: outlet?.website ?? '',
    isOwnChannel: outlet?.isOwnChannel ?? false,
    vatRate: outlet?.vatRate ?? '0.19',
    audience: outlet?.audience ?? null,
    monthlyVisitors: outlet?.monthlyVisitors ?? null,
    domains: outlet?.domains ?? [],
    contracts: (outlet?.contracts ?? []).map(newContract),
  };
}

/** The fields to send; the server refuses what is wrong, by name. */
export function outletToSend(values: OutletValues): Fields {
  return {
    ...values,
    website: values.website.trim() || null,
    scope: values.scope as Fields['scope'],
    contracts: values.contracts.map(({ key: _key, to, ...contract }) => ({
      ...contract,
      to: to === '' ? null : to,
    })),
  };
}
