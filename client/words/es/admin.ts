export const admin = { title: 'Administración' };
