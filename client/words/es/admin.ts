/** Words of the area on screen; the keys are the area's own. */
export const admin = {
  title: 'Administración',
  views: {
    label: 'Partes de Administración',
    departments: 'Dependencias',
    accounts: 'Cuentas',
    imports: 'Importar de redes',
    sheets: 'Importar hojas de cálculo',
  },
  entity: {
    title: 'Entidad',
    name: 'Nombre de la entidad',
    nameHelp:
      'Como va en los documentos, por ejemplo «Alcaldía de La Estrella». Lo llevan los archivos que se guardan.',
    saved: 'Se guardó el nombre de la entidad.',
  },
  departments: {
    title: 'Dependencias',
    one: 'Dependencia',
    name: 'Nombre',
    nameHelp: 'Como aparece en el organigrama, por ejemplo «Secretaría de Educación y Cultura».',
    updated: 'Último cambio',
    by: '{{at}}, {{by}}',
    add: 'Agregar dependencia',
    edit: 'Cambiar dependencia',
    saved: 'Se guardó la dependencia.',
    removed: 'Se quitó {{name}}.',
    restored: 'Se recuperó {{name}}.',
    restore: 'Recuperar',
    showRemoved: 'Ver las que se quitaron',
    empty: 'Agregue las dependencias que piden piezas o tienen páginas en redes.',
    emptyRemoved: 'No se ha quitado ninguna.',
  },
  accounts: {
    title: 'Cuentas',
    one: 'Cuenta',
    name: 'Nombre',
    email: 'Correo electrónico',
    role: 'Función',
    active: 'Puede entrar',
    yes: 'Sí',
    no: 'No',
    since: 'Desde',
    add: 'Agregar cuenta',
    edit: 'Cambiar cuenta',
    password: 'Contraseña inicial',
    passwordHelp:
      'Diez caracteres o más; no una común, ni el correo. Entréguela en persona; quien entra puede cambiarla.',
    newPassword: 'Contraseña nueva',
    newPasswordHelp:
      'Déjela vacía para conservar la actual. Una nueva cierra sus sesiones y anula la dirección de su calendario.',
    activeHelp:
      'Sin marcar, la cuenta no entra y sus sesiones se cierran; lo que registró se queda.',
    calendar:
      'Tiene desde el {{at}} una dirección secreta con la que otro programa lee el calendario.',
    revokeCalendar: 'Anular la dirección del calendario',
    calendarRevoked: 'La dirección del calendario de {{name}} ya no funciona.',
    added: 'Se agregó la cuenta de {{name}}.',
    saved: 'Se guardó la cuenta.',
    empty: 'Agregue a quienes van a usar Altavoz.',
  },
};
