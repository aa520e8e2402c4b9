import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { destinationsFor } from './navigation.ts';
import { useSelf } from './self.tsx';

const ShortcutList = lazy(() => import('./shortcut-list.tsx'));

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('main [data-page-search]')?.focus();
}

function pressPrimaryAction(): void {
  // What a dialog covers is not to be pressed.
  if (document.querySelector('[role="dialog"]')) return;
  const buttons = document.querySelectorAll<HTMLButtonElement>('main [data-page-action] > button');
  buttons[buttons.length - 1]?.click();
}

/** The keys that work on every page, and the way to their list. */
export function Shortcuts() {
  const [isOpen, list] = useDisclosure(false);
  const navigate = useNavigate();
  const places = destinationsFor(useSelf().role);
  useHotkeys([
    ['shift+?', list.open],
    ['/', focusSearch],
    ['n', pressPrimaryAction],
    ...places.map(({ to }, index): [string, () => void] => [
      `alt+${index + 1}`,
      () => {
        navigate({ to });
      },
    ]),
  ]);
  return <Suspense>{isOpen && <ShortcutList onClose={list.close} />}</Suspense>;
}
