import { Button, Divider, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../entrance/ask-server.ts';
import { LanguageSwitch, ThemeSwitch } from '../entrance/look-switches.tsx';
import { useSelf } from './self.tsx';
import classes from './shell.module.css';

const ChangePasswordDialog = lazy(() => import('./change-password-dialog.tsx'));

async function leave(): Promise<void> {
  await signOut();
  window.location.assign('/');
}

/** Who is signed in, the look of the screens, the password and the way out. */
export function AccountMenu({ isCollapsed }: { isCollapsed: boolean }) {
  const { t } = useTranslation(['app', 'entrance']);
  const self = useSelf();
  const [isOpen, menu] = useDisclosure(false);
  const [isChanging, dialog] = useDisclosure(false);
  const role = self.role === 'system' ? '' : t(`entrance:roles.${self.role}`);
  return (
    <>
      <Popover opened={isOpen} onChange={menu.toggle} position="top-start" trapFocus shadow="md">
        <Popover.Target>
          <button
            type="button"
            className={`${classes.link} ${classes.account}`}
            onClick={menu.toggle}
            aria-label={t('app:account', { name: self.name })}
          >
            <IconUserCircle size={20} stroke={1.6} aria-hidden />
            {!isCollapsed && (
              <Text span size="sm" truncate className={classes.name}>
                {self.name}
              </Text>
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            <div>
              <Text fw={600}>{self.name}</Text>
              <Text size="sm" c="dimmed">
                {role}
              </Text>
            </div>
            <LanguageSwitch />
            <ThemeSwitch />
            <Divider />
            <Button
              variant="subtle"
              color="gray"
              justify="flex-start"
              leftSection={<IconKey size={18} />}
              onClick={() => {
                menu.close();
                dialog.open();
              }}
            >
              {t('app:changePassword')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              justify="flex-start"
              leftSection={<IconLogout size={18} />}
              onClick={leave}
            >
              {t('app:signOut')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <Suspense>{isChanging && <ChangePasswordDialog onClose={dialog.close} />}</Suspense>
    </>
  );
}
