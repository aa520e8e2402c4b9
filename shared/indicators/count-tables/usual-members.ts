/**
 * How the rows of tables of service to residents begin, by the folded name of what tells them apart:
 * what the reports of Colombian municipalities call the requests, channels and answers that they count.
 */
export const usualMembers: Readonly<Record<string, readonly string[]>> = {
  estado: [
    'Recibida',
    'Respondida',
    'Pendiente',
    'Contestada',
    'En trámite',
    'Radicada',
    'Vencida',
  ],
  'tipo de solicitud': [
    'Correspondencia',
    'Denuncia',
    'Derecho de petición',
    'Exoneración',
    'Fallo',
    'Felicitación',
    'Petición',
    'Queja',
    'Reclamo',
    'Remisión',
    'Solicitud',
    'Sugerencia',
    'Tutela',
  ],
  medio: [
    'Página web',
    'Web',
    'Redes sociales',
    'Otro',
    'Correo',
    'Presencial',
    'Teléfono',
    'Telefónico',
    'Ventanilla',
    'Buzón',
    'Chat',
    'WhatsApp',
  ],
  respuesta: ['Satisfech', 'Insatisfech', 'Muy satisfech', 'Sí', 'No', 'NS', 'Bueno', 'Malo'],
};
