import { addAccount } from '../../server/accounts/add-account.ts';
import { demoAccounts } from '../../server/accounts/demo-accounts.ts';
import { updateEntity } from '../../server/accounts/entity.ts';
import { type ActorContext, asSystem, type House, today } from '../../server/context.ts';
import { eitherAccess } from '../../server/reach/internal-hosts.ts';
import { findPage } from '../../server/social/find-page.ts';
import { createConnection } from '../../server/social/save-connection.ts';
import { createPage } from '../../server/social/save-page.ts';
import { networks } from '../../shared/social/networks.ts';
import { PageFields } from '../../shared/social/schemas.ts';
import { sandboxPages } from '../sandbox/sandbox-pages.ts';
import { sandboxSecret } from '../sandbox/sandbox-secret.ts';
import { startSandbox } from '../sandbox/serve-sandbox.ts';
import { loadBelievableYear } from '../seed/believable-year.ts';
import { seedLaEstrella2020 } from '../seed/la-estrella-2020.ts';

/** Pages on the networks that the office opened after 2020. */
async function addNewerPages(context: ActorContext): Promise<void> {
  for (const { network, handle, title } of sandboxPages) {
    if (await findPage(context.database, { network, handle })) continue;
    await createPage(context, PageFields.parse({ network, handle, title }));
  }
}

/** The figures of 2020, a believable current year, and one account for each role. */
export async function fillDemo(house: House): Promise<void> {
  const context = asSystem(house);
  await seedLaEstrella2020(house);
  await addNewerPages(context);
  await loadBelievableYear(context, today(house));
  await updateEntity(context, { name: 'Alcaldía de La Estrella' });
  for (const account of demoAccounts) await addAccount(context, account);
}

/** Starts the sandbox networks, lets the house reach them and points the connections at them; the caller closes. */
export async function connectSandbox(house: House): Promise<{ close(): Promise<void> }> {
  const sandbox = await startSandbox({ clock: () => house.now(), timeZone: house.timeZone });
  house.web = eitherAccess(house.web, sandbox.web);
  for (const network of networks) {
    await createConnection(asSystem(house), {
      network,
      label: '',
      secret: sandboxSecret(network),
      baseUrl: sandbox.baseUrls[network],
    });
  }
  return sandbox;
}
