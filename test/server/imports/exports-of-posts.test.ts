import { describe, expect, test } from 'vitest';
import {
  csv,
  facebookHeadings,
  facebookRow,
  instagramHeadings,
  marked,
} from '../../support/export-files.ts';
import { postsOf, readExport } from '../../support/read-export.ts';

describe('the exports of posts that people download', () => {
  test("Meta's Facebook posts, with their mark, captions of many lines and a row of totals", async () => {
    const file = csv([
      facebookHeadings,
      facebookRow({
        'Post ID': '122101',
        Description: 'Feria del libro\ny del "café", hoy',
        'Publish time': '11/03/2026 08:05',
        Permalink: 'https://www.facebook.com/161803398874989/posts/122101',
        Views: '1,204',
        Reach: 980,
        Reactions: 31,
        Comments: 4,
        Shares: '',
        'Total clicks': 12,
      }),
      facebookRow({ 'Publish time': '', 'Page ID': '', 'Page name': '', Views: 1_204 }),
    ]);
    const { kind, items, skipped } = await readExport(marked(file));
    expect(kind).toBe('meta_facebook_posts');
    expect(skipped).toBe(1);
    expect(items).toEqual([
      {
        makes: 'post',
        line: 2,
        page: {
          externalId: '161803398874989',
          handle: null,
          title: 'Alcaldía de La Estrella',
        },
        post: {
          externalId: '122101',
          publishedAt: '2026-11-03T13:05:00.000Z',
          kind: 'photo',
          text: 'Feria del libro\ny del "café", hoy',
          permalink: 'https://www.facebook.com/161803398874989/posts/122101',
          counts: { views: 1_204, reach: 980, reactions: 31, comments: 4, clicks: 12 },
        },
      },
    ]);
  });

  test('the same in Spanish, where a post is known by its address', async () => {
    const file = csv([
      [
        'Título',
        'Descripción',
        'Hora de publicación',
        'Enlace permanente',
        'Tipo de publicación',
        'Fecha',
        'Visualizaciones',
        'Alcance',
        'Reacciones',
        'Comentarios',
        'Veces que se compartió',
        'Total de clics',
      ],
      [
        'Jornada de salud',
        '',
        '10/14/2026 09:00',
        'https://www.facebook.com/reel/998877665',
        'Reels',
        'Total',
        '2.310',
        '1.900',
        '88',
        '7',
        '15',
        '40',
      ],
    ]);
    const { kind, posts } = await postsOf(marked(file));
    expect(kind).toBe('meta_facebook_posts');
    expect(posts).toMatchObject([
      {
        externalId: '998877665',
        kind: 'short_video',
        text: 'Jornada de salud',
        counts: { views: 2_310, reach: 1_900, reactions: 88, comments: 7, shares: 15, clicks: 40 },
      },
    ]);
  });

  test("Instagram's posts in English and Spanish, and its stories", async () => {
    const english = csv([
      instagramHeadings,
      [
        '17900000000000001',
        '178414',
        'alcaldialaestrella',
        'Alcaldía',
        'Parque principal',
        0,
        '11/20/2026 18:30',
        'https://www.instagram.com/p/C1aBcD2/',
        'IG carousel',
        '',
        'Lifetime',
        900,
        700,
        55,
        3,
        1,
        2,
        6,
      ],
    ]);
    expect((await postsOf(marked(english))).posts).toMatchObject([
      {
        externalId: '17900000000000001',
        kind: 'album',
        counts: { views: 900, reach: 700, reactions: 55, shares: 3, comments: 2, saves: 6 },
      },
    ]);
    const spanish = csv([
      [
        'identificador de la publicación',
        'Hora de publicación',
        'Fecha',
        'Alcance',
        'Me gusta',
        'Comentarios',
        'Veces guardado',
      ],
      ['17900000000000002', '11/20/2026 18:30', 'Total', '70', '5', '', '0'],
    ]);
    expect(await postsOf(marked(spanish))).toMatchObject({
      kind: 'meta_instagram_posts',
      posts: [{ counts: { reach: 70, reactions: 5, saves: 0 } }],
    });
    const stories = csv([
      [
        'identificador de la publicación',
        'Descripción',
        'Hora de publicación',
        'Visualizaciones',
        'Alcance',
        'Me gusta',
        'Clics en el enlace',
        'Respuestas',
        'Navegación',
      ],
      ['17900000000000003', '', '11/21/2026 07:00', '90', '80', '1', '4', '2', '30'],
    ]);
    expect(await postsOf(marked(stories))).toMatchObject({
      kind: 'meta_instagram_stories',
      posts: [{ kind: 'story', counts: { views: 90, reach: 80, comments: 2, clicks: 4 } }],
    });
  });

  test("YouTube's table with a row of totals, semicolons and Spanish headings", async () => {
    const file = csv(
      [
        [
          'Contenido',
          'Título del vídeo',
          'Hora de publicación del vídeo',
          'Duración',
          'Visualizaciones',
          'Tiempo de visualización (horas)',
          'Suscriptores',
        ],
        ['Total', '', '', '', '5.120', '300,5', '12'],
        ['dQw4w9WgXcQ', 'Aquí estamos', '3 nov 2026', '95', '5.120', '300,5', '12'],
      ],
      ';',
    );
    const { kind, items, skipped, notes } = await readExport(Buffer.from(file));
    expect([kind, skipped, notes]).toEqual([
      'youtube_content',
      1,
      ['hour_unknown', 'views_of_period'],
    ]);
    expect(items).toMatchObject([
      {
        makes: 'post',
        post: { externalId: 'dQw4w9WgXcQ', kind: 'video', counts: { views: 5_120 } },
      },
    ]);
  });
});
