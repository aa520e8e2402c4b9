import type { FileKindId } from '../../../shared/imports/file-kinds.ts';
import type { FileNote, RowRefusal } from '../../../shared/imports/read-items.ts';
import type { ImportStatus, Standing } from '../../../shared/imports/schemas.ts';
import type { PostMetric } from '../../../shared/social/post-metrics.ts';

/** What each file is that people download. */
const kinds: Record<FileKindId, string> = {
  meta_facebook_posts: 'Publicaciones de Facebook (Meta Business Suite)',
  meta_instagram_posts: 'Publicaciones de Instagram (Meta Business Suite)',
  meta_instagram_stories: 'Historias de Instagram (Meta Business Suite)',
  meta_series: 'Serie diaria (Meta Business Suite)',
  x_overview: 'Resumen diario de la cuenta (X)',
  x_content: 'Publicaciones (X)',
  youtube_content: 'Videos (YouTube Studio)',
  youtube_totals: 'Totales diarios (YouTube Studio)',
  tiktok_overview: 'Resumen diario (TikTok)',
  tiktok_content: 'Videos (TikTok)',
  linkedin_posts: 'Publicaciones (LinkedIn)',
  linkedin_days: 'Métricas diarias (LinkedIn)',
  linkedin_follows: 'Nuevos seguidores (LinkedIn)',
  tiktok_followers: 'Historial de seguidores (TikTok)',
  template: 'Plantilla de Altavoz',
};

const standings: Record<Standing, string> = {
  new: 'Nueva',
  changed: 'Cambia',
  conflict: 'En conflicto',
  same: 'Igual',
  refused: 'No entra',
};

const statuses: Record<ImportStatus, string> = {
  pending: 'Por confirmar',
  written: 'Importado',
  undone: 'Deshecho',
  discarded: 'Descartado',
};

/** Why a row is left out. */
const reasons: Record<RowRefusal, string> = {
  negative: 'La cifra es negativa.',
  not_a_number: 'No es un número.',
  not_whole: 'No es un número entero; no se redondea.',
  too_large: 'El número es demasiado grande.',
  no_day: 'No se entiende la fecha.',
  day_to_come: 'La fecha todavía no ha llegado.',
  no_identifier: 'La publicación no trae identificador ni enlace con qué reconocerla.',
  unknown_metric: 'No se conoce esa métrica.',
  page_unknown: 'Esa página no está en Redes. Agréguela y suba el archivo de nuevo.',
  page_ambiguous: 'Varias páginas se llaman así. Escriba la red y el usuario: facebook/usuario.',
  repeated: 'El archivo dice dos cifras distintas de lo mismo.',
  days_of_post: 'El archivo trae la publicación día por día y no su total.',
  nothing_counted: 'La fila no trae ninguna cifra.',
  table_left_out: 'Esta tabla del archivo no trae publicaciones ni cifras por día que se guarden.',
};

/** What the person is to know of how a file was understood. */
const notes: Record<FileNote, string> = {
  year_inferred:
    'Las fechas no traen año: se tomó el más reciente hasta el día de la descarga. Revíselo antes de importar.',
  order_assumed:
    'Las fechas pueden leerse en dos órdenes y se leyeron como las escribe la red (mes/día/año en las de Meta y LinkedIn; día/mes/año en la plantilla). Revíselas antes de importar.',
  hour_unknown: 'El archivo no trae la hora de las publicaciones: quedan a las 0:00.',
  views_of_period:
    'Las visualizaciones de este archivo son las del período descargado. Descargue el período completo del canal.',
  read_before: 'Este mismo archivo ya se importó.',
};

const counts: Record<PostMetric, string> = {
  views: 'visualizaciones',
  reach: 'alcance',
  reactions: 'reacciones',
  comments: 'comentarios',
  shares: 'compartidos',
  quotes: 'citas',
  saves: 'guardados',
  clicks: 'clics',
};

/** Words of the area on screen; the keys are the area's own. */
export const imports = {
  kinds,
  standings,
  statuses,
  reasons,
  notes,
  counts,
  file: {
    title: 'Importar un archivo',
    note: 'Las exportaciones de Meta Business Suite, Instagram, X, YouTube Studio, LinkedIn y TikTok, tal como se descargan, en español o inglés; o la plantilla.',
    drop: 'Suelte aquí el archivo, o elíjalo',
    choose: 'Elegir archivo',
    formats: 'CSV, XLS, XLSX o ZIP, hasta 32 MB. No se guarda nada hasta que usted lo confirme.',
    reading: 'Leyendo {{name}}…',
    template: 'Descargar plantilla',
    templateName: 'plantilla-de-cifras.csv',
    templateHead: { page: 'Página', metric: 'Métrica', day: 'Día', value: 'Valor' },
  },
  needs: {
    title: 'Falta un dato de {{name}}',
    recognised: 'Se reconoció: {{kind}}.',
    says: 'El archivo dice «{{says}}».',
    page: '¿De qué página es?',
    noPage: 'No hay páginas de esa red. Agregue la página en Redes y vuelva a subir el archivo.',
    metric: '¿Qué se mide?',
    choose: 'Elija…',
    day: 'Día de la descarga',
    dayHelp: 'Con él se deduce el año cuando las fechas no lo traen.',
    continue: 'Continuar',
  },
  preview: {
    title: 'Vista previa de {{name}}',
    written: 'Importación de {{name}}',
    kind: 'Qué es',
    pages: 'Páginas',
    days: 'Fechas',
    by: '{{who}}, {{at}}',
    zone: 'Zona de las horas',
    readBy: 'Leído por',
    writtenBy: 'Importado por',
    undoneBy: 'Deshecho por',
    kept_one: 'Una cifra que otra importación cambió después se dejó como estaba.',
    kept_other: '{{count}} cifras que otra importación cambió después se dejaron como estaban.',
    standing: 'Cuáles filas',
    standings: {
      new: 'Nuevas',
      changed: 'Cambian',
      conflict: 'En conflicto',
      same: 'Iguales',
      refused: 'No entran',
    },
    all: 'Todas ({{rows}})',
    some: '{{standing}} ({{rows}})',
    conflictHelp:
      'En conflicto: la red dice otra cifra. Se guardan las dos y se muestra la de la red.',
    write_one: 'Importar {{rows}} fila',
    write_other: 'Importar {{rows}} filas',
    nothing: 'No hay nada nuevo que importar.',
    discard: 'Descartar',
    discarded: 'Se descartó la vista previa. No se guardó nada.',
    writing: 'Importando: {{done}} de {{total}}',
    progress: 'Avance de la importación',
    done: 'Se importó {{name}}.',
    undo: 'Deshacer la importación',
    undoTitle: '¿Deshacer toda la importación?',
    undoText:
      'Cada cifra y publicación vuelve a como estaba antes de importar {{name}}. Lo que otra importación haya cambiado después se deja como está.',
    undone: 'Se deshizo la importación de {{name}}.',
    close: 'Cerrar',
  },
  rows: {
    label: 'Filas del archivo',
    line: 'Línea',
    standing: 'Estado',
    page: 'Página',
    what: 'Qué',
    before: 'Antes',
    after: 'En el archivo',
    others: 'Otra fuente',
    figure: '{{metric}}, {{day}}',
    noText: 'Sin texto',
    count: '{{value}} {{name}}',
    other: '{{source}}: {{value}}',
    said: 'Dice «{{said}}».',
    empty: 'No hay filas así.',
  },
  list: {
    title: 'Importaciones',
    file: 'Archivo',
    kind: 'Qué es',
    pages: 'Páginas',
    days: 'Fechas',
    rows: 'Filas',
    status: 'Estado',
    when: 'Cuándo',
    by: '{{at}}, {{who}}',
    several_one: '{{first}} y una más',
    several_other: '{{first}} y {{count}} más',
    period: '{{from}} a {{to}}',
    empty: 'Aquí queda cada archivo importado, con quién lo trajo y cómo deshacerlo.',
    search: 'Buscar importación',
  },
};
