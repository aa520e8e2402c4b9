import '@mantine/core/styles.css';
import './app/global.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { resolveVariables, theme } from './app/theme.ts';
import { Door } from './entrance/door.tsx';
import { startWords } from './words/start-words.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root"');

await startWords();
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
    >
      <Door />
    </MantineProvider>
  </StrictMode>,
);
