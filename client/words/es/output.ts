/** Words of the area on screen; the keys are the area's own. */
export const output = {
  title: 'Producción',
};
