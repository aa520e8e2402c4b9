import { addDays } from '../../shared/calendar/day.ts';
import { pageFigureOn, steadyFraction } from './figures.ts';
import type { SandboxRequest } from './protocol.ts';
import type { SandboxPage } from './sandbox-pages.ts';

const subjects = [
  'Jornada de vacunación en el parque principal',
  'Avanza la pavimentación de la vía a Pueblo Viejo',
  'Inscripciones abiertas en las escuelas de formación artística',
  'Así fue el encuentro con la comunidad de La Tablaza',
  'Recomendaciones de tránsito para este puente festivo',
  'Rendimos cuentas: estos son los resultados del trimestre',
  'Feria de emprendimiento de las mujeres siderenses',
  'Atención: suspensión programada del servicio de agua',
];

/** A post of a page: the number that it has among them, and when it came out. */
interface SandboxPost {
  number: number;
  createdAt: Date;
}

/** Every post of each page until the day it was last asked for, oldest first. */
const postsByPage = new Map<string, { until: string; posts: SandboxPost[] }>();

/** Some time from eight in the morning to eight at night, in Bogotá. */
function timeOf(page: SandboxPage, day: string, number: number): Date {
  const minute = Math.floor(steadyFraction(page.id, number) * 720);
  return new Date(Date.parse(`${day}T13:00:00Z`) + minute * 60_000);
}

/** The posts of a page until today, oldest first; as many as its figure of posts says. */
function listPosts(page: SandboxPage, request: SandboxRequest): SandboxPost[] {
  const kept = postsByPage.get(page.id);
  if (kept?.until === request.day) return kept.posts;
  const posts: SandboxPost[] = [];
  for (let day = page.openedOn; day <= request.day; day = addDays(day, 1)) {
    const total = pageFigureOn(page, 'posts', day) ?? 0;
    while (posts.length < total) {
      const number = posts.length + 1;
      posts.push({ number, createdAt: timeOf(page, day, number) });
    }
  }
  postsByPage.set(page.id, { until: request.day, posts });
  return posts;
}

/** Meta writes instants with seconds and a zone without a colon. */
function graphInstant(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, '+0000');
}

type PostField = (page: SandboxPage, id: string) => unknown;

const postFields: Record<string, PostField> = {
  message: (_, id) => subjects[Math.floor(steadyFraction(id) * subjects.length)],
  permalink_url: (page, id) => `https://www.facebook.com/${page.handle}/posts/${id}`,
  is_published: () => true,
  status_type: () => 'added_photos',
  shares: (_, id) => ({ count: Math.floor(steadyFraction(id, 'shares') * 40) }),
};

/** Posts carry the fields asked; a field that is not here is left out, as the graph does. */
function composePost(page: SandboxPage, post: SandboxPost, fields: string[], now: Date) {
  const id = `${page.id}_${1_000_000_000 + post.number * 7_919}`;
  const values: Record<string, unknown> = { id };
  for (const field of fields) {
    if (field === 'created_time') {
      values[field] = graphInstant(new Date(Math.min(post.createdAt.getTime(), now.getTime())));
    } else if (postFields[field]) {
      values[field] = postFields[field](page, id);
    }
  }
  return values;
}

function cursorAt(offset: number): string {
  return Buffer.from(`posts:${offset}`).toString('base64url');
}

function offsetOf(cursor: string | null): number {
  const offset = Number(
    Buffer.from(cursor ?? '', 'base64url')
      .toString()
      .replace('posts:', ''),
  );
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}

/** One page of `published_posts`, newest first, with the address of the next while there is one. */
export function composePostsPage(page: SandboxPage, request: SandboxRequest, limit: number) {
  const { query, address, token, path } = request;
  const fields = (query.get('fields') ?? 'created_time,message').split(',');
  const posts = listPosts(page, request);
  const start = offsetOf(query.get('after'));
  const last = Math.max(posts.length - start, 0);
  const shown = posts.slice(Math.max(last - limit, 0), last).toReversed();
  const end = start + shown.length;
  if (shown.length === 0) return { data: [] };
  const next = new URL(`${address}${path}`);
  const carried = { fields: fields.join(','), limit: `${limit}`, after: cursorAt(end) };
  next.search = new URLSearchParams({ access_token: token ?? '', ...carried }).toString();
  return {
    data: shown.map((post) => composePost(page, post, fields, request.now)),
    paging: {
      cursors: { before: cursorAt(start), after: cursorAt(end) },
      ...(end < posts.length ? { next: next.href } : {}),
    },
  };
}
