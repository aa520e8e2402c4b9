import type { GuideStep } from '../../../shared/social/connection-commands.ts';
import type { NetworkId } from '../../../shared/social/networks.ts';

/** How a network's key is got: what one needs, what one does, and how long it lasts. */
export interface ConnectionGuide {
  needs: string;
  steps: GuideStep[];
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
    needs:
      'una cuenta de Google. Para las cifras diarias, además, la que es propietaria del canal o lo administra.',
    steps: [
      'Entre a console.cloud.google.com y cree un proyecto de la entidad.',
      'En «APIs y servicios» → «Biblioteca», habilite «YouTube Data API v3» y, para las cifras diarias, «YouTube Analytics API».',
      'En «Credenciales», oprima «Crear credenciales» → «Clave de API», restrínjala a YouTube Data API v3 y péguela aquí. Con ella bastan suscriptores y videos: lo que sigue es para las cifras diarias y la audiencia.',
      'En «Pantalla de consentimiento de OAuth», escriba el nombre de la entidad y un correo, elija «Externo» y, en «Público», oprima «Publicar aplicación»: en modo de prueba, el acceso vence a los 7 días.',
      {
        say: 'En «Credenciales», oprima «Crear credenciales» → «ID de cliente de OAuth», elija «Aplicación web» y, en «URI de redireccionamiento autorizados», agregue esta dirección. Copie el ID y el secreto que aparecen.',
        copy: 'youtubeRedirect',
      },
      'Abra esa misma dirección en el navegador. En el engranaje de arriba, marque «Use your own OAuth credentials», deje «Access type» en «Offline» y pegue el ID y el secreto. Sin ellos, el acceso vence en un día.',
      {
        say: 'En «Input your own scopes», pegue estos dos permisos y oprima «Authorize APIs».',
        copy: 'youtubeScopes',
      },
      'Elija la cuenta de Google y después el canal de la entidad. Google avisa que no verificó la aplicación: es la de la entidad, así que oprima «Configuración avanzada» → «Ir a…», marque los dos permisos y «Continuar».',
      'De vuelta, oprima «Exchange authorization code for tokens» y copie «Access token» y «Refresh token».',
      'Pegue aquí los dos, con el ID (identificador) y el secreto del cliente, guarde y pruebe.',
    ],
    lasts:
      'la clave de API no vence. El token de acceso dura una hora y Altavoz lo renueva con el de renovación, que sirve hasta que alguien retire el permiso, o pasen seis meses sin usarlo.',
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
    needs:
      'la cuenta de TikTok de la entidad, una aplicación registrada en TikTok y una dirección https de la entidad, por ejemplo la portada de su sitio.',
    steps: [
      'Entre a developers.tiktok.com, abra «Manage apps» y oprima «Connect an app». Ponga el nombre de la entidad, su ícono y las direcciones de su sitio, sus términos y su política de datos.',
      'En «Products», agregue «Login Kit»; en su configuración, para «Web», escriba en «Redirect URI» una dirección https de la entidad, sin «?» ni «#». Ahí vuelve el navegador después de autorizar.',
      'En «Scopes», agregue user.info.basic, user.info.profile, user.info.stats y video.list.',
      'Envíe la aplicación a revisión («Submit for review»); tarda hasta dos semanas. Mientras tanto sirve «Sandbox», arriba, junto al nombre: cree uno con el mismo producto, los mismos permisos y la misma dirección, agregue la cuenta de la entidad en «Target users» y oprima «Apply changes».',
      'Copie el «Client key» y el «Client secret» de la aplicación, o del «Sandbox» si es el que usa.',
      {
        say: 'Cambie CLIENT_KEY por el suyo y REDIRECT_URI por la dirección que registró, tal cual, y abra esta dirección en un navegador donde haya entrado con la cuenta de la entidad. Oprima «Continuar» sin quitar permisos.',
        copy: 'tiktokConsent',
      },
      'El navegador llega a la dirección de la entidad. De la barra de direcciones, copie lo que va entre «code=» y el «&» que sigue, con sus signos «%». Sirve una sola vez y por poco tiempo.',
      {
        say: 'Abra una consola (en Windows, «Símbolo del sistema»), y escriba esta orden en una línea con lo suyo en lugar de las palabras en mayúsculas.',
        copy: 'tiktokExchange',
      },
      'De la respuesta, copie «access_token» y «refresh_token». Si dice «error», el código ya se usó o venció: abra de nuevo la dirección de arriba.',
      'Pegue aquí los dos, con el «Client key» (identificador) y el «Client secret» de la aplicación para que se renueven solos, guarde y pruebe.',
    ],
    lasts:
      'el de acceso, pocas horas: sin el de renovación hay que pegarlo cada vez. El de renovación, de seis meses a un año; TikTok da otro en cada renovación y Altavoz lo guarda, así que no lo use en otro programa. Cada clave lee solo su propia cuenta.',
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
