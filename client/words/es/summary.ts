export const summary = { title: 'Resumen' };
