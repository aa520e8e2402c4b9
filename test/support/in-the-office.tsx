import { MantineProvider } from '@mantine/core';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { resolveVariables, theme } from '../../client/app/theme.ts';
import { Toasts } from '../../client/ui/toasts.tsx';
import { addAreaWords } from '../../client/words/add-area-words.ts';
import { startWords } from '../../client/words/start-words.ts';

/** Renders a component inside what surrounds every page: theme, words, router, toasts. */
export async function renderInTheOffice(content: () => ReactNode): Promise<void> {
  await startWords();
  addAreaWords();
  const router = createRouter({
    routeTree: createRootRoute({ component: content }),
    history: createMemoryHistory(),
  });
  await router.load();
  render(
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} env="test">
      <Toasts />
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
}
