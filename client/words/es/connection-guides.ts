import type { NetworkId } from '../../../shared/social/networks.ts';

/** How a network's key is got: what one needs, what one does, and how long it lasts. */
export interface ConnectionGuide {
  needs: string;
  steps: string[];
  lasts: string;
}

/** How to get what each network is connected with; names in quotes are those of its own screens. */
export const connectionGuides: Record<NetworkId, ConnectionGuide> = {
  facebook: {
    needs: 'una cuenta de Facebook que administre las páginas de la entidad.',
    steps: [
      'Entre a developers.facebook.com con esa cuenta y cree una aplicación de la entidad (una sola vez).',
      'Abra «Herramientas» → «Explorador de la API Graph» y elija la aplicación.',
      'Agregue los permisos pages_show_list, pages_read_engagement y read_insights.',
      'Oprima «Generar token de acceso» y, en la ventana que se abre, marque todas las páginas.',
      'Lleve ese token al «Depurador de tokens de acceso» y oprima «Ampliar token de acceso»: el primero dura una hora; el ampliado, unos 60 días.',
      'Copie el token ampliado y péguelo aquí. Altavoz obtiene con él el de cada página.',
    ],
    lasts:
      'unos 60 días. Altavoz avisa 14, 7 y 1 días antes. También deja de servir si esa persona cambia su contraseña o deja de administrar las páginas.',
  },
  instagram: {
    needs:
      'una cuenta de Instagram profesional (de empresa o de creador) enlazada a una página de Facebook de la entidad.',
    steps: [
      'En Instagram, revise en «Configuración» que la cuenta sea profesional y esté enlazada a la página de Facebook.',
      'Entre a developers.facebook.com con quien administra esa página y abra la aplicación de la entidad.',
      'En el «Explorador de la API Graph», agregue los permisos instagram_basic, instagram_manage_insights, pages_show_list y pages_read_engagement.',
      'Oprima «Generar token de acceso» y marque la página y la cuenta de Instagram.',
      'Amplíe el token en el «Depurador de tokens de acceso» y péguelo aquí.',
      'Sin página enlazada también se puede, una cuenta por conexión: en la aplicación, en «API de Instagram con inicio de sesión de Instagram», agregue los permisos instagram_business_basic e instagram_business_manage_insights, genere el token (empieza por IG) y péguelo aquí con su vencimiento.',
    ],
    lasts:
      'unos 60 días. Altavoz avisa 14, 7 y 1 días antes. El que empieza por IG lo renueva Altavoz solo, si conoce su vencimiento.',
  },
  x: {
    needs:
      'una cuenta de desarrollo en X con créditos: X cobra por cada perfil y cada publicación que se lee. Abajo hay un estimado.',
    steps: [
      'Entre a la consola de desarrollo de X (console.x.com) con la cuenta de la entidad.',
      'Compre créditos y fije un límite de gasto mensual.',
      'Cree una aplicación y abra «Keys and tokens».',
      'Genere el «Bearer Token» de la aplicación y cópielo completo: X lo muestra una sola vez.',
      'Péguelo aquí. Con él se leen las cifras públicas de cualquier cuenta.',
    ],
    lasts: 'no vence; sirve hasta que se genere otro o se agoten los créditos.',
  },
  youtube: {
    needs: 'una cuenta de Google. Para las cifras diarias, además, la que administra el canal.',
    steps: [
      'Entre a console.cloud.google.com y cree un proyecto de la entidad.',
      'En «API y servicios» → «Biblioteca», habilite «YouTube Data API v3» y, para las cifras diarias, «YouTube Analytics API».',
      'En «Credenciales», oprima «Crear credenciales» → «Clave de API», restrínjala a YouTube Data API v3 y péguela aquí. Con ella bastan suscriptores y videos.',
      'Para visualizaciones y suscriptores por día: cree un «ID de cliente de OAuth» y publique la aplicación (en modo de prueba, el acceso vence a los 7 días).',
      'Autorice con la cuenta del canal los permisos youtube.readonly y yt-analytics.readonly, por ejemplo en developers.google.com/oauthplayground usando ese ID de cliente.',
      'Pegue el token de acceso, el de renovación y el identificador y el secreto del cliente.',
    ],
    lasts:
      'la clave de API no vence. El token de acceso dura una hora y Altavoz lo renueva con el de renovación.',
  },
  threads: {
    needs: 'la cuenta de Threads de la entidad.',
    steps: [
      'Entre a developers.facebook.com y cree una aplicación con el caso de uso «Acceder a la API de Threads».',
      'Agregue los permisos threads_basic y threads_manage_insights.',
      'En los roles de la aplicación, invite a la cuenta de la entidad como «Evaluador de Threads» y acepte la invitación en Threads, en «Permisos de sitios web».',
      'En la configuración del caso de uso, oprima «Generar token de acceso» junto a la cuenta y péguelo aquí.',
    ],
    lasts: '60 días, y Altavoz lo renueva por sí mismo. Cada clave lee solo su propia cuenta.',
  },
  tiktok: {
    needs: 'la cuenta de TikTok de la entidad y una aplicación aprobada por TikTok.',
    steps: [
      'Entre a developers.tiktok.com y registre una aplicación de la entidad con «Login Kit».',
      'Pida los permisos user.info.basic, user.info.profile, user.info.stats y video.list, y espere la aprobación.',
      'Autorice la aplicación con la cuenta de la entidad. TikTok entrega un token de acceso y uno de renovación.',
      'Pegue los dos y, para que se renueven solos, el «Client key» (identificador) y el «Client secret» de la aplicación.',
    ],
    lasts:
      'el de acceso, 24 horas: sin el de renovación hay que pegarlo cada día. El de renovación, un año. Cada clave lee solo su propia cuenta.',
  },
  linkedin: {
    needs: 'ser administrador de la página en LinkedIn y una aplicación con acceso aprobado.',
    steps: [
      'Entre a developer.linkedin.com, cree una aplicación y asóciela a la página de la entidad.',
      'En «Products», pida «Community Management API» y espere la aprobación.',
      'En «Docs and tools» → «OAuth token tools», cree un token con los permisos r_organization_social y rw_organization_admin.',
      'Pegue el token de acceso y, si LinkedIn lo entrega, el de renovación con el «Client ID» y el «Client secret».',
    ],
    lasts:
      'el de acceso, 60 días. El de renovación, un año contado desde la primera vez: después hay que autorizar de nuevo.',
  },
  mastodon: {
    needs: 'nada más que la dirección del servidor: sus cifras son públicas.',
    steps: [
      'Mire el nombre completo de la cuenta: en @entidad@mastodon.social, el servidor es mastodon.social.',
      'Escriba abajo la dirección del servidor, con https://.',
      'Guarde y pruebe; luego agregue la cuenta en Páginas.',
    ],
    lasts: 'no hay clave que venza.',
  },
  bluesky: {
    needs: 'nada: sus cifras son públicas.',
    steps: [
      'Deje la dirección en blanco, salvo que su entidad tenga un servidor propio.',
      'Guarde y pruebe; luego agregue la cuenta en Páginas con su nombre completo, por ejemplo entidad.bsky.social.',
    ],
    lasts: 'no hay clave que venza.',
  },
};
