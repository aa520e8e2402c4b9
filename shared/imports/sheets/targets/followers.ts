import type { SheetTarget } from '../target.ts';
import { optionalColumn } from './optional-column.ts';

/** The figures of fan pages by day: a list, or days down and pages along, or the other way. */
export const followersTarget: SheetTarget = {
  id: 'followers',
  columns: [
    {
      id: 'pageId',
      type: 'page',
      isRequired: true,
      goesOn: true,
      synonyms: ['fan page', 'pagina', 'cuenta', 'perfil', 'red social', 'usuario', 'page'],
    },
    {
      id: 'day',
      type: 'day',
      isRequired: true,
      goesOn: true,
      synonyms: ['fecha', 'dia', 'fecha de corte', 'corte', 'date', 'day'],
    },
    {
      id: 'value',
      type: 'count',
      isRequired: true,
      synonyms: ['seguidores', 'numero de seguidores', 'fans', 'suscriptores', 'followers'],
    },
    {
      ...optionalColumn('metric', 'choice', 'cifra', 'medida', 'metrica', 'metric'),
      choices: {
        followers: ['seguidores', 'fans', 'suscriptores', 'followers'],
        posts: ['publicaciones', 'posts', 'videos'],
      },
    },
  ],
  cross: { axes: ['day', 'pageId'], measures: ['value'] },
};
