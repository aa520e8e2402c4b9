/** Words of the connections with the networks. */
export const connections = {
  title: 'Conexiones',
  network: 'Red social',
  status: 'Estado',
  statuses: {
    not_tried: 'Sin probar',
    working: 'Funciona',
    needs_token: 'Necesita otra clave',
    failing: 'Con problemas',
  },
};
