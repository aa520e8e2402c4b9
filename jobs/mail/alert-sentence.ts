import type { MailedAlert } from '../../server/social/alert-digests.ts';
import type { AlertFacts } from '../../shared/social/alerts.ts';
import { networkNames } from '../../shared/social/networks.ts';
import type { PullPart } from '../../shared/social/pull.ts';

const dayFormat = new Intl.DateTimeFormat('es-CO', { dateStyle: 'long', timeZone: 'UTC' });
const numberFormat = new Intl.NumberFormat('es-CO');
const percentFormat = new Intl.NumberFormat('es-CO', { maximumFractionDigits: 1 });

const dayWords = (day: string) => dayFormat.format(new Date(`${day}T00:00:00Z`));

const partNames: Record<PullPart, string> = {
  counts: 'seguidores y publicaciones',
  days: 'cifras por día',
  posts: 'publicaciones',
  audience: 'audiencia',
};

type Figure = Extract<AlertFacts, { kind: 'followers_fall' }>['from'];

const figureWords = ({ value, precision }: Figure) =>
  `${precision === 'exact' ? '' : '≈ '}${numberFormat.format(value)}`;

function instantWords(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('es-CO', { dateStyle: 'long', timeZone }).format(
    new Date(instant),
  );
}

function factWords(facts: AlertFacts, timeZone: string): string {
  if (facts.kind === 'followers_fall') {
    const { from, to } = facts;
    const lost = percentFormat.format(((from.value - to.value) / from.value) * 100);
    const figures = `de ${figureWords(from)} (${dayWords(from.day)}) a ${figureWords(to)} (${dayWords(to.day)})`;
    return `perdió ${lost} % de sus seguidores, ${figures}.`;
  }
  if (facts.kind === 'no_post') {
    return facts.lastPostDay === null
      ? 'no tiene publicaciones conocidas.'
      : `no publica desde el ${dayWords(facts.lastPostDay)}.`;
  }
  if (facts.kind === 'pull_failing') {
    const parts = facts.parts.map(({ part, since }) => `${partNames[part]} (${dayWords(since)})`);
    return `no se puede leer desde la fecha indicada: ${parts.join('; ')}.`;
  }
  if (facts.isDead) return 'la clave de acceso ya no sirve: hay que registrar otra.';
  return `la clave de acceso vence el ${instantWords(facts.expiresAt ?? '', timeZone)}.`;
}

/** One alert in a sentence; days of instants are those of the time zone. */
export function alertSentence({ network, title, facts }: MailedAlert, timeZone: string): string {
  const name = title === '' ? networkNames[network] : `${title} (${networkNames[network]})`;
  return `${name}: ${factWords(facts, timeZone)}`;
}
