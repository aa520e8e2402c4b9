import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readStored, store } from '../ui/browser-storage.ts';
import { AccountMenu } from './account-menu.tsx';
import { destinationsFor } from './navigation.ts';
import { useSelf } from './self.tsx';
import classes from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';

function Navigation({ isCollapsed }: { isCollapsed: boolean }) {
  const { t } = useTranslation('app');
  const { role } = useSelf();
  return (
    <ul className={classes.list}>
      {destinationsFor(role).map(({ page, to, icon: Icon }) => (
        <li key={page}>
          <Tooltip label={t(`pages.${page}`)} position="right" disabled={!isCollapsed}>
            <Link
              to={to}
              className={classes.link}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              aria-label={t(`pages.${page}`)}
            >
              <Icon size={20} stroke={1.6} aria-hidden />
              <span className={classes.pageName} hidden={isCollapsed}>
                {t(`pages.${page}`)}
              </span>
              <span className={classes.shortName}>{t(`shortPages.${page}`)}</span>
            </Link>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}

function Fold({ isCollapsed, onFold }: { isCollapsed: boolean; onFold(): void }) {
  const { t } = useTranslation('app');
  const label = isCollapsed ? t('expand') : t('collapse');
  const Icon = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <ActionIcon
      className={classes.fold}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      onClick={onFold}
    >
      <Icon size={20} stroke={1.6} />
    </ActionIcon>
  );
}

/** What surrounds every page: the way to the others, the account, the demonstration's banner. */
export function Shell() {
  const { t } = useTranslation('app');
  const { isDemo } = useSelf();
  const [isCollapsed, setCollapsed] = useState(readStored('altavoz-menu') === 'collapsed');

  function fold(): void {
    setCollapsed(!isCollapsed);
    store('altavoz-menu', isCollapsed ? 'open' : 'collapsed');
  }

  return (
    <>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <div className={classes.frame}>
        <nav
          className={classes.side}
          aria-label={t('navigation')}
          data-collapsed={isCollapsed || undefined}
        >
          <div className={classes.brand}>
            <img src="/favicon.svg" alt="" width={28} height={28} />
            {!isCollapsed && <Text fw={600}>Altavoz</Text>}
          </div>
          <Navigation isCollapsed={isCollapsed} />
          <Fold isCollapsed={isCollapsed} onFold={fold} />
          <AccountMenu isCollapsed={isCollapsed} />
        </nav>
        <div>
          {isDemo && <aside className={classes.demo}>{t('demo')}</aside>}
          <main id="content" className={classes.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <Shortcuts />
    </>
  );
}
