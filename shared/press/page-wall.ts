import type { AddressRefusal } from '../failure.ts';
import { titleKey } from './address-key.ts';

/** What stands in front of a page: a check of who reads, a choice of cookies, a sign-in or a payment. */
export type PageWall = Extract<
  AddressRefusal,
  'wall' | 'consent_wall' | 'sign_in_wall' | 'pay_wall'
>;

/** What came instead of a page, or is it. */
export interface MaybeWall {
  /** The beginning of the page, as text. */
  html: string;
  title: string | null;
  /** Whether the page says of itself what only a piece says: its day, its author, that it is an article. */
  isPiece: boolean;
  /** The address that was asked for, and the one that answered. */
  asked: string;
  answered: string;
}

/** What those who guard sites leave in the pages by which they check who reads. */
const checkMarks = [
  ...['_cf_chl_opt', 'cf-challenge', 'cf-browser-verification', 'cf-error-details'],
  ...['_Incapsula_Resource', 'captcha-delivery.com', 'px-captcha', 'gokuProps', 'awsWafCookie'],
  ...['sucuri_cloudproxy', 'sgcaptcha', 'ddos-guard', 'imunify360', 'distil_r_captcha'],
];

/** Titles of what stands before a page, as `titleKey` folds them. */
const titles: Readonly<Record<PageWall, readonly string[]>> = {
  wall: [
    ...['just a moment', 'one moment please', 'un momento', 'un momento por favor', 'please wait'],
    ...['attention required', 'access denied', 'acceso denegado', 'forbidden', '403 forbidden'],
    ...['checking your browser', 'comprobando su navegador', 'comprobando tu navegador'],
    ...['verifying you are human', 'verify you are human', 'verifique que es humano'],
    ...['verificando que usted es un ser humano', 'are you a robot', 'robot or human', 'captcha'],
    ...['pardon our interruption', 'human verification', 'bot verification', 'security check'],
    ...['verificacion de seguridad', 'ddos guard', 'request rejected', 'sucuri website firewall'],
    ...['error the request could not be satisfied', 'you have been blocked'],
  ],
  consent_wall: [
    ...['before you continue', 'antes de continuar', 'cookies', 'aviso de cookies'],
    ...[
      'configuracion de cookies',
      'cookie consent',
      'consentimiento',
      'tus opciones de privacidad',
    ],
    ...['sus opciones de privacidad', 'your privacy choices', 'privacidad'],
  ],
  sign_in_wall: [
    ...[
      'iniciar sesion',
      'inicia sesion',
      'inicie sesion',
      'inicio de sesion',
      'ingresar',
      'acceder',
    ],
    ...['log in', 'login', 'sign in', 'log in or sign up', 'registrate', 'registrese', 'registro'],
    ...['entrar', 'crea tu cuenta', 'crear cuenta'],
  ],
  pay_wall: [
    ...[
      'suscribete',
      'suscribase',
      'suscripcion',
      'suscripciones',
      'subscribe',
      'subscribers only',
    ],
    ...['contenido exclusivo para suscriptores', 'solo para suscriptores', 'planes de suscripcion'],
    ...['contenido para suscriptores', 'hazte suscriptor'],
  ],
};
const wallByTitle = new Map(
  (Object.keys(titles) as PageWall[]).flatMap((wall) =>
    titles[wall].map((title) => [title, wall] as const),
  ),
);

/** What a title says that it is of: a piece of news is hardly ever called just so. */
function wallOfTitle(title: string): PageWall | undefined {
  const parts = title.split(/ [-|•·–—] /).map(titleKey);
  const all = parts.flatMap((part) => [
    part,
    part.replace(/^(\S+ .+) (?:en|a|to|into|on) \S+$/, '$1'),
  ]);
  return [titleKey(title), ...all].map((part) => wallByTitle.get(part)).find(Boolean);
}

/** Places to which a site leads whoever it does not show its page. */
const places: readonly (readonly [RegExp, PageWall])[] = [
  [/^(?:consent|guce|cmp)\.|\/(?:consent|cookie-?wall|consentimiento)(?:[/.?]|$)/i, 'consent_wall'],
  [
    /^(?:accounts?|login|auth|sso|ingreso)\.|\/(?:login|log-in|signin|sign-in|wp-login\.php|iniciar-?sesion|inicio-?sesion|ingresar|acceder|registrarse|registro|checkpoint)(?:[/.?]|$)/i,
    'sign_in_wall',
  ],
  [
    /\/(?:suscripcion(?:es)?|suscribe(?:te|rse)|subscribe|subscription|paywall|planes)(?:[/.?]|$)/i,
    'pay_wall',
  ],
  [/\/(?:captcha|challenge|cdn-cgi\/l|blocked)(?:[/.?]|$)/i, 'wall'],
];

const placeOf = (address: string) => {
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`;
};

/**
 * What stands in front of a page and answered in its place, or nothing. A piece of which only the
 * beginning is free says its title and its day, and is no wall.
 */
export function findWall({ html, title, isPiece, asked, answered }: MaybeWall): PageWall | null {
  if (isPiece) return null;
  if (checkMarks.some((mark) => html.includes(mark))) return 'wall';
  const place = placeOf(answered);
  const led = place === placeOf(asked) ? undefined : places.find(([mark]) => mark.test(place));
  return led?.[1] ?? wallOfTitle(title ?? '') ?? null;
}
