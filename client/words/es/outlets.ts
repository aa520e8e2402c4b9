/** Words of outlets, among those of what they charge. */
export const outlets = {
  audience: 'Audiencia (personas)',
  audienceHelp: 'Las que dice el medio o un estudio. Vacío si no se sabe.',
  visitors: 'Visitas del sitio al mes',
  visitorsHelp: 'Sirven para estimar visualizaciones que nadie conoce.',
  domains: 'Dominios',
  domainsHelp: 'Por ellos se reconoce el medio de un enlace. Escriba uno y pulse Enter.',
  contracts: 'Contratos de publicidad',
  contractsHelp:
    'Las apariciones de esas fechas se marcan, y los totales se muestran con ellas y sin ellas.',
  contractFrom: 'Desde',
  contractTo: 'Hasta',
  contractReference: 'Número o referencia',
  addContract: 'Agregar contrato',
  removeContract: 'Quitar el contrato {{number}}',
  contract: 'Contrato {{number}}',
  underContract: 'Con contrato',
  contractColumn: 'Contrato',
  mediumMoved:
    'En filtros y análisis por tipo de medio, los meses abiertos muestran el tipo nuevo; los cerrados, el que tenían.',
  savedAlone_one:
    'El medio quedó guardado. {{count}} aparición de meses abiertos sigue contando como antes.',
  savedAlone_other:
    'El medio quedó guardado. {{count}} apariciones de meses abiertos siguen contando como antes.',
  savedWith_one: 'El medio quedó guardado y cambió {{count}} aparición de meses abiertos.',
  savedWith_other: 'El medio quedó guardado y cambiaron {{count}} apariciones de meses abiertos.',
};

/** Words of what a change of an outlet would move. */
export const reach = {
  title: '¿Cambian también las apariciones de {{name}}?',
  titleOfMany: '¿Cambian también las apariciones de {{count}} medios?',
  moves_one: 'Hay {{count}} aparición de meses abiertos que contaría de otra manera: {{months}}.',
  moves_other:
    'Hay {{count}} apariciones de meses abiertos que contarían de otra manera: {{months}}.',
  months: '{{count}} meses, de {{from}} a {{to}}',
  others: 'y {{count}} más',
  caption: 'Cómo cuentan esas apariciones',
  before: 'Hoy',
  after: 'Si cambian',
  sum_one: '{{count}} aparición, {{value}}',
  sum_other: '{{count}} apariciones, {{value}}',
  uncounted: '{{channel}}, sin contar',
  closed_one:
    'En meses cerrados ({{months}}) hay {{count}} aparición más, que queda como se aprobó.',
  closed_other:
    'En meses cerrados ({{months}}) hay {{count}} apariciones más, que quedan como se aprobaron.',
  ifFollow:
    'Si cambian, las que estaban aprobadas vuelven a quedar por revisar, y todo se puede deshacer en «Tarifas», «Revaluación».',
  ifStay:
    'Si las deja, siguen contando como hoy aunque se corrija su texto, y el cambio vale para lo que se registre desde ahora. Después puede cambiarlas por períodos en «Revaluación».',
  tooMany:
    'Son más de {{most}} y no se cambian todas a la vez. Déjelas como están y cámbielas por períodos en «Tarifas», «Revaluación».',
  cancel: 'Volver sin cambiar nada',
  stay: 'Dejarlas como están',
  follow_one: 'Cambiar {{count}} aparición',
  follow_other: 'Cambiar {{count}} apariciones',
  became: '{{name}} {{moves}}',
  becameMedium: 'pasó de «{{was}}» a «{{is}}»',
  becameOwn: 'pasó a ser canal propio',
  becameEarned: 'dejó de ser canal propio',
  undoText: '{{name}} también vuelve a ser lo que era.',
  outlet: {
    back: 'El medio también volvió a ser lo que era.',
    stays: 'El medio queda como está, porque alguien lo cambió después.',
  },
};
