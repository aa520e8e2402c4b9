/** Words of the area on screen; the keys are the area's own. */
export const chain = {
  title: 'De dónde viene y qué salió de ahí',
  alone: 'Todavía no está unido a otros registros.',
  join: 'Unir un registro que salió de este',
  joinHelp: 'Busque por palabras del título',
  nothing: 'No se encontró.',
  unlink: 'Separar {{title}}',
  posts: 'Publicaciones que lo cuentan',
  joinPost: 'Unir una publicación de las redes',
  joinPostHelp: 'Busque por palabras de la publicación',
  noText: '(sin texto)',
};
