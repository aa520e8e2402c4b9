import type { SandboxPage } from '../../jobs/sandbox/sandbox-pages.ts';
import { sandboxSecret } from '../../jobs/sandbox/sandbox-secret.ts';
import type { Sandbox } from '../../jobs/sandbox/serve-sandbox.ts';
import { asSystem, type House } from '../../server/context.ts';
import { createConnection } from '../../server/social/save-connection.ts';
import { createPage } from '../../server/social/save-page.ts';
import { networks } from '../../shared/social/networks.ts';

/** Connects a house to a sandbox and gives it these pages. */
export async function connectTo(
  house: House,
  sandbox: Sandbox,
  pages: readonly SandboxPage[],
): Promise<void> {
  const context = asSystem(house);
  for (const network of networks) {
    await createConnection(context, {
      network,
      label: '',
      secret: sandboxSecret(network),
      baseUrl: sandbox.baseUrls[network],
    });
  }
  for (const { network, handle, title } of pages) {
    await createPage(context, {
      network,
      handle,
      title,
      externalId: null,
      departmentId: null,
      isMain: false,
      isPulled: true,
      connectionId: null,
      baseUrl: null,
    });
  }
}
