/** Neighbourhoods and rural districts of La Estrella, Antioquia, where the demonstration's year happens. */
export const places = [
  'Parque principal',
  'Coliseo Juan Carlos Mesa',
  'Casa de la Cultura',
  'Vereda La Tablaza',
  'Vereda Pueblo Viejo',
  'Vereda Sagrada Familia',
  'Vereda Tierra Amarilla',
  'Vereda Peñas Blancas',
  'Vereda San José',
  'Vereda Calle Vieja',
  'Vereda La Bermejala',
  'Vereda San Isidro',
  'Barrio Ancón San Martín',
  'Barrio Bellavista',
  'Barrio Caquetá',
  'Barrio Camilo Torres',
  'Barrio Chile',
  'Barrio Horizontes',
  'Barrio Juan XXIII',
  'Barrio La Inmaculada',
  'Barrio Las Brisas',
  'Barrio Monterrey',
  'Barrio Quebrada Grande',
  'Barrio San Agustín',
  'Sector Toledo',
] as const;

/** What each department tells about itself in a year. */
export const themesByDepartment = {
  'Secretaría de Educación y Cultura': [
    'matrículas escolares',
    'la semana de la lectura',
    'el festival de danza',
    'becas de educación superior',
    'la escuela de música',
  ],
  'Secretaría de la Mujer': [
    'la prevención de la violencia contra la mujer',
    'la feria de mujeres emprendedoras',
    'el mes de la mujer',
  ],
  'Secretaría de Tránsito y Transporte': [
    'los cierres viales',
    'la semana de la movilidad sostenible',
    'los controles de velocidad',
  ],
  'Secretaría de Seguridad Social y Familia': [
    'la vacunación',
    'el centro vida de los adultos mayores',
    'la salud mental de los jóvenes',
    'la donación de sangre',
  ],
  'Secretaría de Gobierno': [
    'la convivencia ciudadana',
    'la gestión del riesgo por lluvias',
    'los consejos de seguridad',
  ],
  'Secretaría de Planeación': [
    'el plan de ordenamiento territorial',
    'el presupuesto participativo',
  ],
  'Secretaría de Obras Públicas': ['la pavimentación de vías', 'los parques infantiles'],
  'Secretaría de Hacienda': ['el pronto pago del predial', 'los alivios tributarios'],
  'Secretaría de Medio Ambiente': [
    'el reciclaje en casa',
    'la siembra de árboles',
    'el bienestar animal',
  ],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type DepartmentName = keyof typeof themesByDepartment;
export const departmentNames = Object.keys(themesByDepartment) as [
  DepartmentName,
  ...DepartmentName[],
];
