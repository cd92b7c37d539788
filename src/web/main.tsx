import '@mantine/core/styles.layer.css';
import './theme.css';
import './primitives.css';
import './shell.css';
import './print.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Declined } from './client.ts';
import { router } from './router.tsx';
import { schemes } from './schemes.ts';
import { theme } from './theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      retry: (failures, error) => !(error instanceof Declined && error.status >= 400) && failures < 2,
    },
  },
});

// After an update the pages of before are gone from the server: read the new ones, once.
window.addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem('evenkeel-reloaded') === location.href) return;
  sessionStorage.setItem('evenkeel-reloaded', location.href);
  location.reload();
});

schemes.applyAtOnce();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemes.manager}
      // The variables are in theme.css: a strict content policy allows no style element written by a script.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
