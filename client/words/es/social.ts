import type { NetworkFailure } from '../../../shared/social/network-failure.ts';

/** What happened with a page in its last pull, and what to do about it. */
const reasons: Record<NetworkFailure['reason'], string> = {
  throttled:
    'La red pidió esperar. Se intentará de nuevo en el próximo turno; no hay que hacer nada.',
  timed_out: 'La red tardó demasiado en responder. Se intentará de nuevo en el próximo turno.',
  connection_lost: 'Se perdió la conexión con la red. Se intentará de nuevo en el próximo turno.',
  address_not_public:
    'No se puede: la dirección no lleva a un servidor público de internet. Revísela; si es de la red de la entidad, quien administra el servidor debe permitirla.',
  network_unavailable: 'La red no está disponible. Se intentará de nuevo en el próximo turno.',
  answer_too_heavy:
    'La red no quiso dar tantos datos juntos. Se intentará de nuevo en el próximo turno.',
  stopped: 'La captura se detuvo antes de terminar. Se completará en el próximo turno.',
  token_sealed:
    'La clave de acceso se guardó con otra clave secreta del servidor. Quien administra debe devolver esa clave secreta o registrar la de acceso de nuevo en Conexiones.',
  token_missing: 'Falta la clave de acceso. Quien administra debe registrarla en Conexiones.',
  token_expired: 'La clave de acceso venció. Quien administra debe renovarla en Conexiones.',
  token_invalid:
    'La red no reconoce la clave de acceso. Quien administra debe revisarla en Conexiones.',
  page_unknown: 'La red no encuentra esta página. Revise el nombre de usuario.',
  page_suspended: 'La red suspendió esta página. Consúltelo en la propia red.',
  page_replaced: 'El nombre de usuario ahora es de otra cuenta. Revise a quién pertenece.',
  handle_malformed: 'El nombre de usuario no tiene la forma que pide la red. Corríjalo.',
  permission_missing:
    'La clave de acceso no tiene permiso para leer esta página. Quien administra debe ampliarlo.',
  usage_capped: 'Se agotó el cupo contratado con la red. Quien administra debe ampliarlo.',
  metric_retired: 'La red ya no ofrece este dato.',
  version_retired:
    'LinkedIn ya no habla esta versión: actualice Altavoz. Le toca a quien administra el servidor; no hace falta conectar de nuevo.',
  value_negative:
    'La red dio una cifra negativa, que no es un conteo: ese dato queda sin cifra y los demás se conservan.',
  value_not_given: 'La red no dio este dato. Queda sin dato, no en cero.',
  request_refused: 'La red rechazó la consulta. Avise a quien administra.',
  not_json:
    'La red respondió algo que no se entiende. No se guardó nada; avise a quien administra.',
  answer_too_large: 'La respuesta de la red fue demasiado grande. Avise a quien administra.',
  redirected: 'La red envió a otra dirección. Quien administra debe revisar la conexión.',
  field_malformed:
    'La red cambió la forma de su respuesta. No se guardó nada; avise a quien administra.',
  page_missing: 'La red no habló de esta página en su respuesta. Avise a quien administra.',
  paging_endless: 'La red repite sus respuestas sin fin. Avise a quien administra.',
};

/** Words of the area on screen; the keys are the area's own. */
export const social = {
  title: 'Redes',
  description: 'Seguidores y publicaciones de cada página, día a día.',
  views: {
    label: 'Partes de Redes',
    overview: 'Panorama',
    compare: 'Comparar',
    posts: 'Publicaciones',
    pages: 'Páginas',
    pulls: 'Capturas',
    connections: 'Conexiones',
    alerts: 'Alertas',
  },
  metrics: {
    followers: 'Seguidores',
    posts: 'Publicaciones',
    reach: 'Alcance',
    views: 'Visualizaciones',
    engagements: 'Interacciones',
    follows: 'Seguidores nuevos',
    unfollows: 'Seguidores perdidos',
  },
  page: {
    network: 'Red social',
    title: 'Nombre',
    handle: 'Nombre de usuario',
    handleHelp: 'Como aparece en la dirección de la página, sin @.',
    department: 'Dependencia',
    noDepartment: 'Ninguna',
    main: 'Página principal',
    isMain: 'Es la página principal de la entidad en esta red',
    isPulled: 'Leer cada día de la red',
    isPulledHelp: 'Sin marcar, sus cifras se registran a mano.',
    changed: '{{change}} en 30 días',
    changeSince: 'Desde {{day}}, cuando tenía {{value}}',
    posts: 'Publicaciones',
    followers: 'Seguidores',
    health: 'Última captura',
    byHand: 'A mano',
    add: 'Agregar página',
    edit: 'Editar página',
    saved: 'Se guardó la página.',
    added: 'Se agregó {{title}}.',
    removed: 'Se quitó {{title}}.',
    empty: 'Agregue la primera página para empezar a seguir su crecimiento.',
    server: 'Servidor de la página',
    serverHelp: {
      mastodon:
        'La dirección de la instancia, como https://mastodon.social. Vacío: mastodon.social.',
      bluesky: 'Solo si la página vive en un servidor propio. Vacío: el de Bluesky.',
    },
    connection: 'Conexión con la que se lee',
    firstConnection: 'La primera de la red',
    connectionNumber: 'Conexión {{number}}',
    listTitle: 'Páginas',
    allNetworks: 'Todas las redes',
    allDepartments: 'Todas las dependencias',
    search: 'Buscar página',
    searchFilter: 'contiene «{{search}}»',
  },
  reading: {
    seen: '{{source}}, {{at}}',
    ofDay: 'Cifra del {{day}}',
  },
  health: {
    ok: 'Al día',
    partial: 'Incompleta',
    retry_later: 'Se reintentará',
    reauthorise: 'Falta acceso',
    refused: 'Rechazada',
    changed_shape: 'No se entendió',
    never: 'Sin capturas',
    byHand: 'A mano',
    neverWhy:
      'Todavía no se ha leído de la red. Se leerá en el próximo turno, o con «Capturar ahora».',
    byHandWhy: 'Sus cifras las registra una persona.',
    okWhy: 'Se leyó todo.',
    at: 'Captura del {{at}}.',
    only: '{{metric}}: {{reason}}',
    until: 'La red pidió esperar hasta el {{at}}.',
    reasons,
  },
  capture: {
    now: 'Capturar ahora',
    waiting: 'Esperando a que empiece la captura…',
    slow: 'La captura no ha empezado. Revise que el programa de capturas esté en marcha.',
    cancelled: 'Se canceló la captura. Lo que alcanzó a leer está guardado.',
    done_one: 'Se leyó {{count}} página.',
    done_other: 'Se leyeron {{count}} páginas.',
    doneFailed_one: 'Captura terminada: {{count}} página con problemas. Vea «Capturas».',
    doneFailed_other: 'Captura terminada: {{count}} páginas con problemas. Vea «Capturas».',
  },
  figure: {
    add: 'Registrar cifra de {{title}}',
    title: 'Registrar cifra',
    metric: 'Qué se mide',
    day: 'Día',
    value: 'Cifra',
    precision: 'Exactitud',
    precisionHelp: 'Si la red muestra «24,5 mil», la cifra es redondeada.',
    precisions: { exact: 'Exacta', rounded: 'Redondeada', estimated: 'Estimada' },
    saved: 'Se registró la cifra.',
    help: 'Queda como registro manual. Si la red da otra cifra para ese día, se muestra la de la red.',
  },
  redefinitions: {
    youtube_shorts_views_2025: {
      before: 'en los Shorts, una visualización contaba tras un tiempo mínimo de reproducción',
      since: 'en los Shorts, cuenta cada vez que empieza o se repite',
    },
    youtube_views_2026: {
      before:
        'en los videos largos y en vivo, una visualización contaba tras un tiempo mínimo de reproducción',
      since: 'en todos los formatos, cuenta en cuanto el video empieza',
    },
  },
};
