import type { Kysely } from 'kysely';
import { foldHeading } from '../../../shared/files/table.ts';
import type { Directory } from '../../../shared/imports/sheets/target.ts';
import type { KindRow } from '../../../shared/output/rows.ts';
import type { Tables } from '../../database/schema.ts';

/** Names that people give to kinds besides their own. */
const otherKindNames: Record<string, readonly string[]> = {
  event: ['eventos virtuales y presenciales', 'eventos realizados', 'cubrimiento de eventos'],
  community_meeting: [
    'encuentros comunitarios',
    'encuentros ciudadanos',
    'reuniones con la comunidad',
  ],
  photo_coverage: ['reporteria grafica', 'reporterias', 'registro fotografico', 'fotografia'],
  graphic_piece: ['piezas', 'diseno grafico', 'disenos', 'piezas publicitarias'],
  institutional_video: ['videos', 'video', 'piezas audiovisuales', 'audiovisuales'],
  programme_episode: ['programas', 'programa', 'programa de television', 'emisiones'],
  print_run: ['impresos', 'periodico', 'informativo'],
};

function kindNames(kinds: readonly KindRow[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, label, isActive } of kinds) {
    if (!isActive) continue;
    const own = [label.one.es, label.many.es, label.one.en, label.many.en, id];
    for (const name of [...own, ...(otherKindNames[id] ?? [])]) names.set(foldHeading(name), id);
  }
  return names;
}

const byName = (rows: readonly { id: string; name: string }[]) =>
  new Map(rows.map(({ id, name }) => [foldHeading(name), id]));

/** The names by which the cells of a sheet may call the office's records. */
export async function selectDirectory(
  db: Kysely<Tables>,
  kinds: readonly KindRow[],
): Promise<Directory> {
  const named = (table: 'department' | 'outlet' | 'place') =>
    db
      .selectFrom(table as 'department')
      .select(['id', 'name'])
      .where('deletedAt', 'is', null)
      .execute();
  const pages = await db
    .selectFrom('page')
    .select(['id', 'title', 'handle'])
    .where('deletedAt', 'is', null)
    .execute();
  return {
    kind: kindNames(kinds),
    department: byName(await named('department')),
    outlet: byName(await named('outlet')),
    place: byName(await named('place')),
    page: byName(
      pages.flatMap(({ id, title, handle }) => [
        { id, name: handle },
        { id, name: title },
      ]),
    ),
  };
}
