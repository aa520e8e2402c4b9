import type { ActorContext } from '../../server/context.ts';
import { listPosts } from '../../server/social/list-posts.ts';
import { createAnnotation } from '../../server/social/save-annotation.ts';
import { setPostTopics } from '../../server/social/set-post-topics.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { PostList } from '../../shared/social/figure-schemas.ts';

/** What the office calls the posts that hold these words. */
const topicOf: [words: RegExp, topic: string][] = [
  [/predial/i, 'Impuesto predial'],
  [/vacunación|bienestar/i, 'Salud'],
  [/tránsito|cierre vial|pavimentación/i, 'Movilidad'],
  [/seguridad|Policía|línea 155/i, 'Seguridad'],
  [/música|lectura|formación artística/i, 'Cultura'],
  [/becas/i, 'Educación'],
  [/árboles|reciclaje|adopción/i, 'Ambiente'],
  [/comunidad|Parchados|Rendimos cuentas/i, 'Participación'],
];
const mostPosts = 200;

/** Topics on the most relevant posts of a period, and a note on what happened in it. */
export async function addBelievableNotes(
  context: ActorContext,
  { from, to }: { from: Day; to: Day },
): Promise<void> {
  const list = PostList.parse({ from, to, rankBy: 'engagements', pageSize: mostPosts });
  for (const { pageId, externalId, text } of (await listPosts(context, list)).rows) {
    const topics = topicOf.flatMap(([words, topic]) => (words.test(text) ? [topic] : []));
    if (topics.length > 0) await setPostTopics(context, { pageId, externalId, topics });
  }
  await createAnnotation(context, {
    pageId: null,
    fromDay: addDays(to, -60),
    toDay: addDays(to, -46),
    kind: 'campaign',
    text: 'Campaña de pronto pago del predial',
  });
}
