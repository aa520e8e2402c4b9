import type {
  AddressRefusal,
  EvidenceRefusal,
  FailureCode,
  FileRefusal,
} from '../../../shared/failure.ts';

/** A sentence for every failure: what happened, what was kept and what to do. */
const sentences: Record<FailureCode | 'likeness_undecided', string> = {
  not_signed_in: 'La sesión terminó. Inicie sesión de nuevo; lo que escribió sigue en pantalla.',
  role_not_allowed: 'Su rol no permite hacer esto. Pídalo a quien administra Altavoz.',
  invalid_input: 'Hay datos por corregir. Revise los campos señalados; no se guardó nada.',
  record_not_found: 'El registro ya no existe. Actualice la lista.',
  record_changed:
    'Otra persona cambió este registro mientras usted lo editaba. No se guardó nada; lo que escribió sigue aquí.',
  value_taken: 'Ya existe otro registro con «{{value}}». Escriba uno distinto.',
  record_in_use: 'No se puede quitar: {{count}} registros lo usan.',
  rate_overlaps:
    'Las fechas se cruzan con otra tarifa que rige desde {{validFrom}}. Cambie las fechas de una de las dos.',
  month_closed:
    'El mes de {{month}} está cerrado por {{closedBy}} y no se cambió nada. La Secretaría General puede reabrirlo con un motivo.',
  month_confirmed:
    'La producción de {{month}} está confirmada por {{confirmedBy}} y no se cambió nada. La coordinación puede reabrirla con un motivo.',
  month_not_closed: 'El mes de {{month}} ya está abierto. Actualice la página.',
  month_not_ready:
    'El mes de {{month}} tiene apariciones devueltas sin corregir ({{sentBack}}). Espere la corrección o apruébelas, y ciérrelo después.',
  likeness_undecided:
    'Se parece a otra que ya está. No se guardó nada: diga si es otra, o abra la que ya está y complétela.',
  total_and_records:
    'En {{month}} hay un total de {{total}} y {{records}} registros de lo mismo, y se contarían los dos. No se guardó nada; confirme que quiere contar ambos.',
  outlet_reaches_back:
    'El cambio movería {{appearances}} apariciones de meses abiertos. No se guardó nada; hágalo de nuevo y elija si lo siguen.',
  review_moved:
    'Algo cambió en {{month}} mientras usted lo revisaba. No se cerró; mire las cifras de nuevo y ciérrelo.',
  revaluation_moved:
    'Las apariciones o las tarifas cambiaron desde que se hizo la vista previa. No se cambió ningún valor; mírela de nuevo.',
  selection_moved:
    'Ahora los filtros muestran {{found}} apariciones, no las que usted vio. No se cambió ninguna; mire la lista y hágalo de nuevo.',
  selection_too_large:
    'Son más de {{limit}} apariciones. No se cambió ninguna; acote los filtros y hágalo por partes.',
  batch_undone: 'Ese cambio ya se había deshecho. Actualice la lista.',
  own_price:
    'Usted ingresó o cambió de último este precio: lo aprueba otra persona de Coordinación o de Secretaría General.',
  rates_moved:
    'Las tarifas o los medios cambiaron desde que se hizo la vista previa. No se guardó nada; mírela de nuevo.',
  last_administrator:
    'Es la única cuenta de administración activa. Nombre primero a otra persona administradora.',
  setup_already_done: 'La primera cuenta ya fue creada. Inicie sesión.',
  password_wrong: 'La contraseña actual no coincide.',
  setup_code_wrong: 'El código no coincide. Cópielo de la terminal donde se inició Altavoz.',
  too_many_requests:
    'Son demasiadas peticiones seguidas. Espere {{retryAfterSeconds}} segundos e intente de nuevo.',
  body_too_large: 'Lo enviado es demasiado grande. Divídalo en partes.',
  file_refused: 'El archivo no se puede leer. No se guardó nada.',
  address_refused: 'La página no se leyó. Llene el formulario a mano.',
  evidence_refused: 'El archivo no se guardó. Elija otro.',
  import_expired:
    'La vista previa venció o ya se usó. Suba el archivo de nuevo; no se guardó nada.',
  import_moved:
    'Alguien cambió estas cifras desde que se hizo la vista previa. No se guardó nada; suba el archivo de nuevo para ver cómo quedaría.',
  database_busy:
    'La base de datos está ocupada. No se guardó nada; intente de nuevo en unos segundos.',
  database_unreachable:
    'El servidor no alcanza su base de datos. No se guardó nada; lo que escribió sigue aquí. Intente de nuevo en unos minutos; si sigue igual, avise a quien administra Altavoz para que la inicie.',
  database_read_only:
    'La base de datos solo se deja leer. No se guardó nada; lo que escribió sigue aquí. Avise a quien administra Altavoz para que devuelva el permiso de escritura.',
  database_damaged:
    'La base de datos está dañada en ese punto. No se guardó nada; lo que escribió sigue aquí. Avise a quien administra Altavoz para que la revise y restaure una copia.',
  disk_full:
    'El disco del servidor está lleno. No se guardó nada; lo que escribió sigue aquí. Avise a quien administra Altavoz para que libere espacio, e intente de nuevo.',
  not_found: 'Lo que busca no existe en esta versión de Altavoz. Recargue la página.',
  unexpected:
    'Ocurrió algo inesperado y no se guardó nada. Intente de nuevo; si se repite, informe la referencia {{reference}}.',
};

/** Why a file was not read, and what to do about it. */
const files: Record<FileRefusal, string> = {
  empty: 'El archivo está vacío. Descárguelo de nuevo de la red; no se guardó nada.',
  too_large:
    'El archivo pasa de {{limit}} MB. Descargue períodos más cortos y súbalos uno por uno; no se guardó nada.',
  too_many_rows:
    'El archivo tiene más de {{limit}} filas. Descargue períodos más cortos y súbalos uno por uno; no se guardó nada.',
  too_many_cells:
    'El archivo tiene más de {{limit}} celdas. Divídalo en varios con menos filas o menos columnas y súbalos uno por uno; no se guardó nada.',
  too_slow:
    'El archivo tarda más de {{limit}} segundos en leerse y se dejó de leer. Divídalo en varios más pequeños o guárdelo como CSV, y súbalo; no se guardó nada.',
  too_heavy:
    'El archivo pide más de {{limit}} MB de memoria para leerse y se dejó de leer. Divídalo en varios más pequeños o guárdelo como CSV, y súbalo; no se guardó nada.',
  interrupted:
    'La lectura del archivo se interrumpió antes de terminar. Súbalo de nuevo; si se repite, divídalo en varios más pequeños; no se guardó nada.',
  not_a_table:
    'El archivo no es una tabla. Suba el CSV o el XLSX tal como lo descargó de la red; no se guardó nada.',
  not_a_calendar:
    'El archivo no es un calendario. Expórtelo de su programa de calendario como .ics; no se guardó nada.',
  endless_calendar:
    'El calendario pide calcular fechas sin fin, en sus zonas horarias o en sus listas de días, y no se abrió. Expórtelo de nuevo por un período más corto, o desde otro programa; no se guardó nada.',
  web_page:
    'El archivo es una página web y no una tabla: quizá la descarga pidió iniciar sesión. Descárguelo de nuevo; no se guardó nada.',
  old_workbook:
    'El archivo es un libro de Excel con contraseña. Ábralo, guárdelo sin ella y súbalo; no se guardó nada.',
  swollen_archive:
    'El archivo crece demasiado al abrirlo y no se abrió. Guárdelo como CSV y súbalo; no se guardó nada.',
  cut_short:
    'El archivo llegó incompleto: se corta a la mitad. Descárguelo de nuevo; no se guardó nada.',
  not_recognised:
    'No se reconocen las columnas del archivo. Suba una exportación de Meta, X, YouTube o TikTok sin cambiarle los títulos, o use la plantilla; no se guardó nada.',
  not_kept:
    'El archivo trae una cifra que Altavoz no lleva, como las visitas. Descargue alcance, visualizaciones, interacciones o seguidores; no se guardó nada.',
};

/** Why a file was not kept as evidence, and what to do about it. */
const evidence: Record<EvidenceRefusal, string> = {
  empty: 'El archivo está vacío y no se guardó. Elija otro.',
  too_large: 'El archivo pasa de {{limit}} MB y no se guardó. Redúzcalo o divídalo.',
  type: 'Ese tipo de archivo no se guarda como evidencia. Use PDF, imagen, audio o video.',
  lying_name:
    'El contenido del archivo no es lo que dice su nombre y no se guardó. Revíselo o cámbiele la terminación.',
};

/** Why the page of an address was not read, and what to do about it. */
const addresses: Record<AddressRefusal, string> = {
  not_web: 'No es una dirección web. Copie la dirección completa, que empieza por https://.',
  private:
    'La dirección no lleva a un sitio público de internet y no se abrió. Revísela y copie la dirección pública.',
  not_found: 'La página no existe en ese sitio. Revise la dirección o llene el formulario a mano.',
  unreachable: 'El sitio no respondió. Intente más tarde o llene el formulario a mano.',
  too_slow:
    'El sitio tarda demasiado en responder. Intente más tarde o llene el formulario a mano.',
  too_large: 'La página es demasiado grande y no se leyó. Llene el formulario a mano.',
  too_many_redirects:
    'La dirección lleva de una página a otra sin llegar a ninguna. Llene el formulario a mano.',
  other_content: 'La dirección no es de una página que se pueda leer. Llene el formulario a mano.',
  status: 'El sitio no dejó leer la página (respuesta {{status}}). Llene el formulario a mano.',
  wall: 'El medio no mostró su página: antes comprueba quién la lee. La dirección queda; ábrala en su navegador y escriba el titular a mano.',
  consent_wall:
    'El medio no mostró su página: antes pide aceptar cookies. La dirección queda; ábrala en su navegador y escriba el titular a mano.',
  sign_in_wall:
    'El medio no mostró su página: antes pide iniciar sesión. La dirección queda; ábrala en su navegador y escriba el titular a mano.',
  pay_wall:
    'El medio no mostró su página: es solo para suscriptores. La dirección queda; escriba el titular a mano.',
};

export const failures = {
  ...sentences,
  files,
  addresses,
  evidence,
  evidence_gone:
    'Un archivo de evidencia de este borrador ya no se guarda. Quítelo, agréguelo de nuevo y guarde; lo demás sigue aquí.',
  no_connection: 'No hay conexión con el servidor. Lo que escribió sigue aquí; intente de nuevo.',
  unreadable_answer:
    'El servidor respondió algo que no se entiende. Recargue la página e intente de nuevo.',
  title: 'No se pudo completar',
  retry: 'Intentar de nuevo',
  rules: {
    required: 'Este dato es obligatorio.',
    due_before_asked: 'La entrega no puede ser anterior a la solicitud.',
    control_characters: 'El texto tiene caracteres que no se pueden guardar.',
    web_address: 'Escriba una dirección web completa, por ejemplo https://medio.com/nota.',
    email: 'Escriba un correo válido, por ejemplo nombre@entidad.gov.co.',
    password_short: 'La contraseña debe tener al menos 10 caracteres.',
    password_spaces: 'La contraseña no puede ser solo de espacios: escriba otra.',
    password_repeated: 'La contraseña no puede ser un mismo carácter repetido: escriba otra.',
    password_common:
      'Esa contraseña es de las primeras que se prueban para entrar: escriba una menos común.',
    password_email: 'La contraseña no puede ser el correo de la cuenta: escriba otra.',
    day: 'Escriba una fecha que exista.',
    day_to_come: 'Ese día todavía no ha llegado.',
    month_not_over: 'Ese mes todavía no ha terminado.',
    done_to_come: 'Lo que es de un día futuro no se ha realizado: déjelo programado.',
    serial_number: 'Solo un número puede seguir una numeración.',
    month_to_come: 'Ese mes todavía no ha llegado.',
    handle: 'Solo letras, números, puntos, guiones y guiones bajos, sin espacios.',
    address_of_no_page:
      'Esa dirección no es la de una página o cuenta. Abra la página en la red y copie su dirección.',
    address_elsewhere: 'Esa dirección es de otra red: elíjala arriba.',
    month: 'Escriba un mes que exista.',
    period_reversed: 'El final va antes del comienzo.',
    period_too_long: 'El período es demasiado largo.',
    too_small: 'El valor es menor que el permitido ({{minimum}}).',
    too_big: 'El valor es mayor que el permitido ({{maximum}}).',
    too_long: 'El texto supera {{maximum}} caracteres.',
    not_integer: 'Escriba un número entero.',
    invalid_type: 'Falta este dato o no tiene la forma esperada.',
    invalid_value: 'Elija una de las opciones.',
    value_taken: 'Ya existe otro con este valor.',
    page_of_other_network: 'Elija una página de la red de la que viene el archivo.',
    file: 'El archivo no llegó entero. Súbalo de nuevo.',
    decimal: 'Escriba un número mayor que cero, por ejemplo 12,5.',
    positive: 'Debe ser mayor que cero.',
    share: 'Escriba un número mayor que 0 y hasta 1, por ejemplo 0,5.',
    centimetres: 'Escriba como máximo 200 cm.',
    seconds: 'Escriba como máximo un día (86.400 segundos).',
    vat_rate: 'Elija un IVA entre 0 % y 100 %.',
    at_least_one: 'Debe ser 1 o más.',
    manual_needs_evidence: 'Un valor estimado a mano necesita al menos un archivo de evidencia.',
    domain: 'Escriba un dominio, por ejemplo elcolombiano.com.',
    whole: 'Escriba un número entero mayor que cero.',
    increase: 'Escriba un porcentaje entre -90 y 900, por ejemplo 8,5.',
    after_copied: 'Debe ser posterior al día del que se copian.',
    formula: 'Es una fórmula. Péguela como valor y suba el archivo de nuevo.',
    unknown_outlet: 'Ningún medio se llama así. Agréguelo primero o corrija el nombre.',
    overlaps_rate: 'Se cruza con una tarifa que rige desde {{validFrom}}.',
    overlaps_line: 'Se cruza con la fila {{line}} del mismo archivo.',
    price: 'Escriba pesos enteros, por ejemplo 18.400.000.',
    yes_no: 'Escriba sí o no.',
    unit_of_format: 'Ese formato no se valora en esa unidad.',
    quantity_one: 'En esa unidad la cantidad es 1.',
    server_address: 'Escriba solo la dirección del servidor, sin usuario, clave ni parámetros.',
    https_needed: 'Con una clave de acceso, la dirección debe empezar por https://.',
    secret_again:
      'Al cambiar la dirección, pegue otra vez la clave: no se envía a un servidor para el que no fue dada.',
    unknown_field: 'Esta red no usa ese dato.',
    own_server: 'Solo las páginas de Mastodon y Bluesky tienen servidor propio.',
    other_network: 'Esa conexión es de otra red.',
    one_decimal: 'Escriba el porcentaje con un decimal como máximo, por ejemplo 2,5.',
    percent_of_falls: 'Escriba de qué porcentaje de seguidores debe ser la caída.',
    decimal_figure: 'Escriba un número, por ejemplo 12,5.',
    formula_syntax: 'La fórmula no se entiende. Revise llaves, paréntesis y signos.',
    formula_unknown: 'La fórmula nombra {{code}}, que no existe.',
    formula_circle: 'La fórmula se nombra a sí misma por {{code}}.',
    month_of_other_year: 'Ese mes es de otro año.',
    filters_of_output: 'Los filtros son de Producción.',
    filters_of_networks: 'Los filtros son de redes sociales.',
    cell_of_table: 'Elija la tabla de conteos.',
    code: 'Solo letras, números, puntos y guiones, sin espacios.',
    hour: 'Escriba la hora así: 14:30.',
    ends_before: 'La hora final va antes de la inicial.',
    choice: 'Elija una de las opciones.',
    two_choices: 'Escriba al menos dos opciones, una por línea.',
    repeated: 'Hay dos datos con el mismo nombre.',
    not_a_meeting: 'Los compromisos son de encuentros con la comunidad.',
    chain_circle: 'Así un registro vendría de sí mismo.',
    never_adds: 'Los puntajes y los porcentajes no se suman: elija el promedio o ninguno.',
    unknown_measure: 'La tabla no tiene esa columna de cifras, o se calcula.',
    table_has_rows: 'La tabla ya tiene filas: no puede cambiar cuántos nombres las distinguen.',
    count_period: 'Escriba un año, un trimestre o un mes.',
    not_whole: 'Escriba un número entero, sin decimales.',
    negative: 'No puede ser negativo.',
    ends_before_first: 'La última fecha va antes de la primera.',
    too_many_days: 'Son más de {{most}} fechas. Elija una fecha final más cercana.',
    other: 'Este dato no es válido.',
  },
};
