import { createTRPCClient, httpBatchStreamLink } from '@trpc/client';
import { describe, expect, test } from 'vitest';
import type { AppRouter } from '../../../server/http/router.ts';
import { csv } from '../../support/export-files.ts';
import { serveHouse } from '../../support/served-house.ts';

const template = (rows: number) =>
  Buffer.from(
    csv([
      ['Página', 'Métrica', 'Día', 'Valor'],
      ...Array.from({ length: rows }, (_, at) => [
        'facebook/AlcaldiaDePrueba',
        'Visualizaciones',
        new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10),
        at,
      ]),
    ]),
  );

const fileOf = (bytes: Buffer) => ({ name: 'cifras.csv', content: bytes.toString('base64') });

describe('a file over HTTP', () => {
  test('may be larger than other calls, but not without end, and not from a stranger', async () => {
    const served = await serveHouse();
    const large = Buffer.concat([template(2), Buffer.alloc(3 * 1024 * 1024, ' ')]);
    const stranger = await served.visitor().mutate('imports.previewFile', fileOf(large));
    expect(stranger).toMatchObject({ status: 401, failure: { code: 'not_signed_in' } });
    const coordinator = await served.signedIn('coordinator');
    const asked = await coordinator.mutate('imports.previewFile', fileOf(large));
    expect(asked).toMatchObject({ status: 200, data: { kind: 'template' } });
    const other = await coordinator.mutate('imports.discardImport', fileOf(large));
    expect(other).toMatchObject({ status: 413, failure: { code: 'body_too_large' } });
    const endless = Buffer.alloc(33 * 1024 * 1024, 'a');
    const refused = await coordinator.mutate('imports.previewFile', fileOf(endless));
    expect(refused).toMatchObject({ status: 413, failure: { code: 'body_too_large' } });
  });

  test('of the office may be as large to be looked at and to be previewed', async () => {
    const served = await serveHouse();
    const coordinator = await served.signedIn('coordinator');
    const rows = Buffer.from('Fecha;Tipo;Título\n25/11/2026;Evento;Feria\n');
    const file = fileOf(Buffer.concat([rows, Buffer.alloc(2 * 1024 * 1024, ' ')]));
    const plan = await coordinator.mutate('imports.planSheet', { file });
    expect(plan).toMatchObject({ status: 200, data: { targetId: 'output_items' } });
    const { layout, targetId: target } = plan.data as { layout: unknown; targetId: string };
    const settled = { file, sheet: 0, target, layout };
    const previewed = await coordinator.mutate('imports.previewSheet', settled);
    expect(previewed).toMatchObject({ status: 200, data: { import: { added: 1 } } });
    const stranger = await served.visitor().mutate('imports.planSheet', { file });
    expect(stranger).toMatchObject({ status: 401, failure: { code: 'not_signed_in' } });
    const endless = { file: fileOf(Buffer.alloc(50 * 1024 * 1024, 'a')) };
    const refused = await coordinator.mutate('imports.planSheet', endless);
    expect(refused).toMatchObject({ status: 413, failure: { code: 'body_too_large' } });
  });

  test('is written while its progress is told', async () => {
    const served = await serveHouse();
    const coordinator = await served.signedIn('coordinator');
    await coordinator.mutate('social.createPage', {
      network: 'facebook',
      handle: 'AlcaldiaDePrueba',
      title: 'Alcaldía de prueba',
    });
    const client = createTRPCClient<AppRouter>({
      links: [
        httpBatchStreamLink({
          url: `${served.url}/trpc`,
          headers: { cookie: coordinator.cookie ?? '', origin: served.url },
        }),
      ],
    });
    const preview = await client.imports.previewFile.mutate(fileOf(template(2_400)));
    expect(preview.import).toMatchObject({ added: 2_400 });
    const told: unknown[] = [];
    const id = preview.import?.id ?? '';
    for await (const progress of await client.imports.writeImport.mutate({ id })) {
      told.push(progress.finished ? progress.import.status : progress.done);
    }
    expect(told.at(-1)).toBe('written');
    expect(told.length).toBeGreaterThan(2);
    const again = async () => {
      for await (const progress of await client.imports.writeImport.mutate({ id })) {
        told.push(progress);
      }
    };
    await expect(again()).rejects.toMatchObject({ data: { failure: { code: 'import_expired' } } });
  });
});
