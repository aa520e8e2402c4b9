import { addAccount } from '../../server/accounts/add-account.ts';
import { asSystem } from '../../server/context.ts';
import {
  longestPassword,
  type PasswordRefusal,
  shortestPassword,
} from '../../shared/accounts/password-rule.ts';
import { roles } from '../../shared/accounts/roles.ts';
import { NewAccount } from '../../shared/accounts/schemas.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { type Command, readOptions, UsageError } from './command.ts';
import { readPassword } from './read-password.ts';

const fieldRules: Record<string, string> = {
  name: '--name must be a line of 1 to 120 characters',
  email: '--email must be an e-mail address',
  role: `--role must be one of ${roles.join(', ')}`,
  password: `the password must have ${shortestPassword} to ${longestPassword} characters`,
};

const passwordRules: Partial<Record<string, string>> = {
  password_spaces: 'the password must not be of spaces alone',
  password_repeated: 'the password must not be one character repeated',
  password_common: 'the password is among those that are tried first: choose another',
  password_email: 'the password must not be the e-mail',
} satisfies Partial<Record<PasswordRefusal, string>>;

/** `user add`: an account that can sign in at once. */
export const addUser: Command = {
  words: 'user add',
  usage: 'user add --name NAME --email ADDRESS --role ROLE',
  summary: 'adds an account; the password is asked for, or read from what is piped in',
  async run(terminal, words) {
    const options = readOptions(words, ['name', 'email', 'role']);
    for (const name of ['name', 'email', 'role'] as const) {
      if (options[name] === undefined) throw new UsageError(`--${name} is missing`);
    }
    const house = await terminal.openHouse();
    const password = await readPassword(`Password of ${options.email}: `);
    const account = NewAccount.safeParse({ ...options, password });
    if (!account.success) {
      const [issue] = account.error.issues;
      const field = String(issue?.path[0]);
      throw new Error(
        passwordRules[String(issue?.message)] ?? fieldRules[field] ?? `${field} is not valid`,
      );
    }
    try {
      await addAccount(asSystem(house), account.data);
    } catch (error) {
      if (!(error instanceof AltavozFailure)) throw error;
      const { failure } = error;
      if (failure.code === 'value_taken')
        throw new Error(`${account.data.email} has an account already`);
      if (failure.code !== 'invalid_input') throw error;
      throw new Error(passwordRules[String(failure.fields[0]?.rule)] ?? fieldRules.password);
    }
    terminal.say(`${account.data.email} can sign in as ${account.data.role}.`);
    return 0;
  },
};
