export const shortestPassword = 10;
export const longestPassword = 128;

/** Why a password is not taken. */
export const passwordRefusals = [
  'password_short',
  'password_spaces',
  'password_repeated',
  'password_common',
  'password_email',
] as const;
export type PasswordRefusal = (typeof passwordRefusals)[number];

/** What is tried first; with figures before or after it as well. */
const common = new Set([
  ...['password', 'passw0rd', 'p4ssword', 'contrasena', 'micontrasena', 'clave', 'miclave'],
  ...['qwerty', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc'],
  ...['1q2w3e4r', '1q2w3e4r5t', '1qaz2wsx', '1qaz2wsx3edc', 'q1w2e3r4t5', 'abcdefghij', 'abc', 'a'],
  ...['admin', 'adminadmin', 'administrador', 'administradora', 'administrator', 'usuario'],
  ...['bienvenido', 'bienvenida', 'bienvenidos', 'welcome', 'letmein', 'iloveyou', 'teamo'],
  ...['tequiero', 'tequieromucho', 'teamomucho', 'princesa', 'superman', 'batman', 'pokemon'],
  ...['football', 'futbol', 'nacional', 'millonarios', 'sunshine', 'princess', 'dragon', 'monkey'],
  ...['colombia', 'micolombia', 'medellin', 'bogota', 'antioquia', 'laestrella', 'alcaldia'],
  ...['secretaria', 'comunicaciones', 'comunicacion', 'prensa', 'altavoz', 'temporal', 'cambiame'],
  ...['12345678910', '1212121212', '1122334455', '1231231231', '1231231234', '0000000001'],
  ...['changeme', 'secret', 'secreto', 'prueba', 'pruebas', 'testtest', 'master', 'default'],
]);

const rows = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', '!@#$%^&*()_+', '!"#$%&/()=?'];
const inOrder = [...rows, ...rows.map((row) => [...row].reverse().join(''))];

/** Letters and figures alone, without accents or capitals: how a guess is compared. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function withoutFigures(text: string): string {
  return text.replace(/^\p{N}+/u, '').replace(/(?<!\p{N})\p{N}+$/u, '');
}

/** Whether a password is one of some words in small letters, or one with figures before or after it. */
export function isAmong(words: ReadonlySet<string>, password: string): boolean {
  const bare = plain(password);
  return words.has(bare) || words.has(withoutFigures(bare)) || words.has(password.toLowerCase());
}

function isCommon(password: string): boolean {
  const bare = plain(password);
  const isRun = [password.trim(), bare].some(
    (text) => text !== '' && inOrder.some((row) => row.includes(text)),
  );
  return isRun || isAmong(common, password);
}

function isOfEmail(password: string, email: string): boolean {
  const bare = plain(password);
  const local = plain(email.split('@')[0] ?? '');
  if (bare === '') return false;
  const word = withoutFigures(bare);
  return bare === plain(email) || bare === local || (word !== '' && word === withoutFigures(local));
}

/**
 * Why a password cannot be taken, the one rule for all who set one; nothing when it can. `email` is
 * that of its account, where it is known.
 */
export function findPasswordRefusal(password: string, email?: string): PasswordRefusal | undefined {
  if (password.length < shortestPassword) return 'password_short';
  if (/^[\p{Z}\p{C}]*$/u.test(password)) return 'password_spaces';
  if (new Set(password.trim().toLowerCase()).size === 1) return 'password_repeated';
  if (isCommon(password)) return 'password_common';
  return email !== undefined && isOfEmail(password, email) ? 'password_email' : undefined;
}
