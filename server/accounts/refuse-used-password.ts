import { isAmong } from '../../shared/accounts/password-rule.ts';
import { AltavozFailure } from '../../shared/failure.ts';

let loading: Promise<ReadonlySet<string>> | undefined;

/** What people used most in the accounts that were stolen elsewhere: too much for a form to load. */
function loadUsed(): Promise<ReadonlySet<string>> {
  loading ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'] as string[]),
  );
  return loading;
}

/**
 * Refuses a password that is among the 49,000 that are used most, with figures before or after it too.
 * @throws {AltavozFailure} `invalid_input`, of the field at `path`.
 */
export async function refuseUsedPassword(password: string, path: string): Promise<void> {
  if (!isAmong(await loadUsed(), password)) return;
  const fields = [{ path, rule: 'password_common', facts: {} }];
  throw new AltavozFailure({ code: 'invalid_input', fields });
}
