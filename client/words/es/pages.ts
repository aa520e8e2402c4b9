/** Words of the screens of figures: all the pages, one page, posts, audience, notes on charts. */
export const pages = {
  extras: {
    day: 'día',
    precision: 'exactitud',
    source: 'fuente',
    capturedAt: 'capturada (UTC)',
  },
};
