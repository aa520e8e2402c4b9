import { type Role, roles } from '../../shared/accounts/roles.ts';

/** One account of the demonstration; offered on its sign-in screen. */
export interface DemoAccount {
  name: string;
  email: string;
  role: Role;
  password: string;
}

const names: Record<Role, string> = {
  admin: 'Andrés Administrador',
  coordinator: 'Catalina Coordinadora',
  press: 'Pablo Prensa',
  secretary: 'Sonia Secretaria',
  viewer: 'Vera Consulta',
};

/** The five accounts of the demonstration, one a role. */
export const demoAccounts: DemoAccount[] = roles.map((role) => ({
  name: names[role],
  email: `${role}@demo.test`,
  role,
  password: 'altavoz-demo',
}));
