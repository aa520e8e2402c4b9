import type { NetworkId } from '../social/networks.ts';

/** What a column of an export holds; a file has some of them, in any order. */
export const columnNames = [
  'id',
  'asset',
  'page',
  'username',
  'pageName',
  'title',
  'text',
  'published',
  'permalink',
  'type',
  'span',
  'day',
  'metric',
  'value',
  'followers',
  'posts',
  'views',
  'reach',
  'engagements',
  'follows',
  'unfollows',
  'reactions',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
] as const;
export type ColumnName = (typeof columnNames)[number];

export const fileKindIds = [
  'meta_facebook_posts',
  'meta_instagram_posts',
  'meta_instagram_stories',
  'meta_series',
  'x_overview',
  'x_content',
  'youtube_content',
  'youtube_totals',
  'tiktok_overview',
  'tiktok_content',
  'tiktok_followers',
  'linkedin_posts',
  'linkedin_days',
  'linkedin_follows',
  'template',
] as const;
export type FileKindId = (typeof fileKindIds)[number];

/** One export that people download, told apart by its headings. */
export interface FileKind {
  id: FileKindId;
  /** Null: any, as its rows or the person says. */
  network: NetworkId | null;
  makes: 'posts' | 'days' | 'template';
  /** The headings of each column, folded by `foldHeading`, in English and Spanish. */
  headings: Partial<Record<ColumnName, readonly string[]>>;
  /** Without all of these it is another file. */
  required: readonly ColumnName[];
  /** Columns that must be there for the file to be this one and that hold nothing kept. */
  marks?: readonly string[];
  /** Columns with which it is another file. */
  never?: readonly string[];
}

const metaPost = {
  id: ['post id', 'identificador de la publicacion'],
  title: ['title', 'titulo'],
  text: ['description', 'descripcion'],
  published: ['publish time', 'hora de publicacion'],
  permalink: ['permalink', 'enlace permanente'],
  type: ['post type', 'tipo de publicacion'],
  span: ['date', 'fecha'],
  views: ['views', 'visualizaciones', 'vistas'],
  reach: ['reach', 'alcance'],
  comments: ['comments', 'comentarios'],
  shares: ['shares', 'veces que se ha compartido', 'veces que se compartio'],
} as const;

const metaAccount = {
  page: ['account id', 'identificador de la cuenta'],
  username: ['account username', 'nombre de usuario de la cuenta'],
  pageName: ['account name', 'nombre de la cuenta'],
} as const;

/** Every file that is recognised; the one with most of its columns there wins. */
export const fileKinds: readonly FileKind[] = [
  {
    id: 'meta_facebook_posts',
    network: 'facebook',
    makes: 'posts',
    headings: {
      ...metaPost,
      asset: ['video asset id', 'identificador de la pieza de video'],
      page: ['page id', 'identificador de la pagina'],
      pageName: ['page name', 'nombre de la pagina'],
      reactions: ['reactions', 'reacciones'],
      clicks: ['total clicks', 'total de clics'],
    },
    required: ['published', 'reactions'],
  },
  {
    id: 'meta_instagram_posts',
    network: 'instagram',
    makes: 'posts',
    headings: {
      ...metaPost,
      ...metaAccount,
      reactions: ['likes', 'me gusta'],
      saves: ['saves', 'veces guardado', 'veces que se guardo'],
    },
    required: ['id', 'published', 'reactions', 'saves'],
  },
  {
    id: 'meta_instagram_stories',
    network: 'instagram',
    makes: 'posts',
    headings: {
      ...metaPost,
      ...metaAccount,
      reactions: ['likes', 'me gusta'],
      comments: ['replies', 'respuestas'],
      clicks: ['link clicks', 'clics en el enlace'],
    },
    required: ['id', 'comments', 'reach'],
    marks: ['navigation', 'navegacion'],
  },
  {
    id: 'meta_series',
    network: null,
    makes: 'days',
    headings: { day: ['date', 'fecha'], value: ['primary', 'principal'] },
    required: ['day', 'value'],
  },
  {
    id: 'x_overview',
    network: 'x',
    makes: 'days',
    headings: {
      day: ['date', 'fecha'],
      views: ['impressions', 'impresiones'],
      engagements: ['engagements', 'interacciones'],
      follows: ['new follows', 'nuevos seguidores'],
      unfollows: ['unfollows', 'seguidores perdidos'],
    },
    required: ['day', 'views', 'follows', 'unfollows'],
  },
  {
    id: 'x_content',
    network: 'x',
    makes: 'posts',
    headings: {
      id: ['post id'],
      published: ['date', 'fecha'],
      text: ['post text'],
      permalink: ['post link'],
      views: ['impressions', 'impresiones'],
      reactions: ['likes', 'me gusta'],
      comments: ['replies', 'respuestas'],
      shares: ['reposts'],
      saves: ['bookmarks', 'guardados'],
      clicks: ['url clicks'],
    },
    required: ['id', 'published', 'text', 'views'],
  },
  {
    id: 'youtube_content',
    network: 'youtube',
    makes: 'posts',
    headings: {
      id: ['content', 'contenido'],
      title: ['video title', 'titulo del video'],
      published: ['video publish time', 'hora de publicacion del video'],
      views: ['views', 'visualizaciones', 'vistas'],
    },
    required: ['title', 'published', 'views'],
    // The days of each video, of which the table has the sum.
    never: ['date', 'fecha'],
  },
  {
    id: 'youtube_totals',
    network: 'youtube',
    makes: 'days',
    headings: {
      day: ['date', 'fecha'],
      views: ['views', 'visualizaciones', 'vistas'],
    },
    required: ['day', 'views'],
    never: ['content', 'contenido', 'video title', 'titulo del video'],
  },
  {
    id: 'tiktok_overview',
    network: 'tiktok',
    makes: 'days',
    headings: {
      day: ['date', 'fecha'],
      views: ['video views', 'visualizaciones de video', 'visualizaciones de videos'],
      reactions: ['likes', 'me gusta'],
      comments: ['comments', 'comentarios'],
      shares: ['shares', 'veces compartido', 'compartidos'],
    },
    required: ['day', 'views', 'reactions', 'shares'],
    marks: ['profile views', 'visualizaciones del perfil', 'visualizaciones de perfil'],
  },
  {
    id: 'tiktok_content',
    network: 'tiktok',
    makes: 'posts',
    headings: {
      title: ['video title', 'titulo del video'],
      permalink: ['video link', 'enlace del video'],
      published: ['post time', 'hora de publicacion'],
      reactions: ['total likes', 'total de me gusta'],
      comments: ['total comments', 'total de comentarios'],
      shares: ['total shares', 'total de veces compartido'],
      views: ['total views', 'total de visualizaciones'],
    },
    required: ['permalink', 'published', 'views'],
  },
  {
    id: 'tiktok_followers',
    network: 'tiktok',
    makes: 'days',
    headings: { day: ['date', 'fecha'], followers: ['followers', 'seguidores'] },
    required: ['day', 'followers'],
    marks: [
      'difference in followers from previous day',
      'diferencia de seguidores con respecto al dia anterior',
      'diferencia de seguidores respecto al dia anterior',
      'diferencia de seguidores con el dia anterior',
    ],
  },
  {
    id: 'linkedin_posts',
    network: 'linkedin',
    makes: 'posts',
    headings: {
      title: ['post title', 'titulo de la publicacion'],
      permalink: ['post link', 'enlace de la publicacion'],
      published: ['created date', 'fecha de creacion'],
      type: ['content type', 'tipo de contenido'],
      views: ['impressions', 'impresiones'],
      clicks: ['clicks', 'clics'],
      reactions: ['likes', 'recomendaciones', 'reacciones'],
      comments: ['comments', 'comentarios'],
      shares: ['reposts', 'veces compartido', 'publicaciones compartidas'],
    },
    required: ['permalink', 'published', 'views', 'clicks'],
  },
  {
    id: 'linkedin_days',
    network: 'linkedin',
    makes: 'days',
    headings: {
      day: ['date', 'fecha'],
      views: ['impressions total', 'impresiones total', 'impresiones totales'],
      reactions: ['reactions total', 'reacciones total', 'reacciones totales'],
      comments: ['comments total', 'comentarios total', 'comentarios totales'],
      shares: ['reposts total', 'veces compartido total', 'publicaciones compartidas total'],
    },
    required: ['day', 'views'],
  },
  {
    id: 'linkedin_follows',
    network: 'linkedin',
    makes: 'days',
    headings: {
      day: ['date', 'fecha'],
      follows: ['total followers', 'total de seguidores', 'seguidores totales'],
    },
    required: ['day', 'follows'],
    marks: ['organic followers', 'seguidores organicos'],
  },
  {
    id: 'template',
    network: null,
    makes: 'template',
    headings: {
      page: ['page', 'pagina'],
      metric: ['metric', 'metrica'],
      day: ['day', 'dia', 'date', 'fecha'],
      value: ['value', 'valor'],
    },
    required: ['page', 'metric', 'day', 'value'],
  },
];
