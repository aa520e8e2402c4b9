import { type AddressRefusal, AltavozFailure } from '../../shared/failure.ts';

/** An address whose page was not read; where an answer refused it, with its HTTP status. */
export class AddressRefused extends AltavozFailure {
  constructor(reason: AddressRefusal, status?: number) {
    super({ code: 'address_refused', reason, ...(status === undefined ? {} : { status }) });
  }
}
