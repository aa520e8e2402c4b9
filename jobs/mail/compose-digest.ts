import type { AlertDigest } from '../../server/social/alert-digests.ts';
import { type AlertKind, alertKinds } from '../../shared/social/alert-kinds.ts';
import { alertSentence } from './alert-sentence.ts';

const headings: Record<AlertKind, string> = {
  followers_fall: 'Caída de seguidores',
  no_post: 'Páginas sin publicar',
  pull_failing: 'Páginas que no se pueden leer',
  token_expiring: 'Claves de acceso por vencer',
};

/** More alerts of a kind than anybody reads in a message are counted. */
const mostOfKind = 50;

function composeKind(kind: AlertKind, { alerts }: AlertDigest, timeZone: string): string[] {
  const sentences = alerts
    .filter(({ facts }) => facts.kind === kind)
    .map((alert) => `- ${alertSentence(alert, timeZone)}`);
  if (sentences.length === 0) return [];
  const more = sentences.length - mostOfKind;
  const rest = more > 0 ? [`- … y ${more} más.`] : [];
  return [headings[kind], ...sentences.slice(0, mostOfKind), ...rest, ''];
}

/** The message that tells of alerts, in the office's language, by kind. */
export function composeDigest(
  digest: AlertDigest,
  { publicUrl, timeZone }: { publicUrl: string | undefined; timeZone: string },
): { subject: string; text: string } {
  const count = digest.alerts.length;
  const place = publicUrl ? `${publicUrl.replace(/\/$/, '')}/redes?view=alerts` : 'Redes › Alertas';
  const lines = [
    count === 1 ? 'Hay una alerta nueva de redes.' : `Hay ${count} alertas nuevas de redes.`,
    '',
    ...alertKinds.flatMap((kind) => composeKind(kind, digest, timeZone)),
    `Para verlas, dejarlas de lado o cambiar sus reglas: ${place}`,
  ];
  const subject =
    count === 1 ? 'Altavoz: una alerta de redes' : `Altavoz: ${count} alertas de redes`;
  return { subject, text: `${lines.join('\n')}\n` };
}
