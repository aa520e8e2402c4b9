import type { NetworkFailure } from '../../../shared/social/network-failure.ts';
import type { Act } from '../../../shared/social/remedy.ts';

/** What happened with something of a network. */
const reasons: Record<NetworkFailure['reason'], string> = {
  throttled: 'La red pidió esperar.',
  timed_out: 'La red tardó demasiado en responder.',
  connection_lost: 'No se pudo llegar a la red.',
  address_not_public: 'La dirección no lleva a un servidor público de internet.',
  network_unavailable: 'La red no está disponible.',
  answer_too_heavy: 'La red no quiso dar tantos datos juntos.',
  stopped: 'La lectura se detuvo antes de terminar.',
  token_sealed: 'La clave se guardó con otra clave secreta del servidor y no se puede abrir.',
  token_missing: 'Falta la clave de acceso.',
  token_expired: 'La clave de acceso venció.',
  token_invalid: 'La red no reconoce la clave de acceso.',
  page_unknown: 'La red no encuentra esta página.',
  page_suspended: 'La red suspendió esta página. Sus cifras quedan sin dato, no en cero.',
  page_deactivated: 'Quien tiene la cuenta la desactivó. Sus cifras quedan sin dato, no en cero.',
  page_deleted:
    'La red ya no tiene esta página: la eliminaron. Lo que se leyó de ella se conserva.',
  page_replaced: 'El nombre de usuario ahora es de otra cuenta.',
  handle_malformed: 'El nombre de usuario no tiene la forma que pide la red.',
  permission_missing: 'A la clave de acceso le falta un permiso.',
  usage_capped: 'Se agotó el cupo contratado con la red.',
  metric_retired: 'La red ya no ofrece este dato.',
  value_not_given: 'La red no dio este dato. Queda sin dato, no en cero.',
  value_negative:
    'La red dio una cifra menor que cero. Ese día queda sin dato; los demás se guardan.',
  post_dated_ahead:
    'Una publicación tiene fecha de un día que no ha llegado. Se contará cuando llegue.',
  version_retired: 'La red ya no habla esta versión.',
  request_refused: 'La red rechazó la consulta.',
  not_json: 'Lo que respondió no es la red, o un cortafuegos se interpone. No se guardó nada.',
  answer_too_large: 'La respuesta de la red fue demasiado grande.',
  redirected: 'La dirección envía a otra parte.',
  field_malformed: 'La red cambió la forma de su respuesta. De eso no se guardó nada.',
  page_missing: 'La red no habló de esta página en su respuesta.',
  paging_endless: 'La red repite sus respuestas sin fin.',
};

/** Who must do what about it. */
const acts: Record<Act, string> = {
  wait: 'Se intentará de nuevo en el próximo turno; no hay que hacer nada.',
  reconnect: 'Quien administra debe pegar otra clave en Conexiones, con los pasos de la guía.',
  permit:
    'Quien administra debe crear la clave de nuevo, en Conexiones, con los permisos que pide la guía.',
  pay: 'Quien administra debe ampliar el cupo con la red; conectar de nuevo no sirve.',
  update:
    'Quien instaló Altavoz debe actualizarlo; conectar de nuevo no sirve. Si ya es la última versión, debe informarlo.',
  check_address:
    'Quien administra debe revisar la dirección. Si es de la red de la entidad, quien instaló Altavoz debe nombrarla en INTERNAL_HOSTS.',
  correct_page: 'Corrija el nombre de usuario de la página.',
  ask_network: 'Quien maneja la cuenta debe consultarlo en la propia red.',
  none: '',
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
    handleHelp:
      'Como aparece en la dirección de la página. También puede pegar la dirección completa, de cualquier red.',
    renamed: 'En la red ahora se llama @{{handle}}. Si es la misma cuenta, cámbielo aquí.',
    moved: 'La cuenta dice que se mudó a {{address}}. Sus cifras de ahora son las de la vieja.',
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
    until: 'Se intentará de nuevo después del {{at}}; no hay que hacer nada.',
    permissions: 'Le faltan: {{permissions}}.',
    reasons,
    acts,
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
    facebook_views_2025: {
      before: 'impresiones, las veces que el contenido entró en una pantalla',
      since: 'visualizaciones, las veces que se reprodujo o se mostró, también las repetidas',
    },
    facebook_reach_2026: {
      before: 'alcance, las personas en cuya pantalla entró algo de la página',
      since: 'espectadores, las personas que reprodujeron o vieron su contenido al menos una vez',
    },
    instagram_views_2025: {
      before: 'impresiones, y reproducciones en los reels',
      since: 'visualizaciones, una sola cuenta para todos los formatos, también las repetidas',
    },
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
