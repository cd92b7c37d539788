import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import './theme.css';
import './primitives.css';
import './layouts.css';
import './shell.css';
import './print.css';
import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readWhereabouts } from '../capabilities/welcome/contract.ts';
import { Declined } from './client.ts';
import { router } from './router.tsx';
import { schemes } from './schemes.ts';
import { theme } from './theme.ts';

const queries = new QueryClient({
  queryCache: new QueryCache({
    // A session can end at any time, and a firm ask for a second factor: then the shell asks where one stands, and leads there.
    onError: (error, { queryKey }) => {
      if (!(error instanceof Declined)) return;
      const isOut = error.code === 'not-signed-in';
      // Whoever sits down next finds nothing of what was read.
      if (isOut)
        queries.removeQueries({
          predicate: (query) => query.queryKey[0] !== readWhereabouts.id && query.getObserversCount() === 0,
        });
      if ((isOut || error.details.field === 'secondFactor') && queryKey[0] !== readWhereabouts.id)
        void queries.invalidateQueries({ queryKey: [readWhereabouts.id] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      retry: (failures, error) => !(error instanceof Declined && error.status >= 400) && failures < 2,
    },
  },
});

// After an update the pages of before are gone from the server: read the new ones, once.
window.addEventListener('vite:preloadError', () => {
  // The path alone: behind the # of an invitation stands a secret.
  if (sessionStorage.getItem('evenkeel-reloaded') === location.pathname) return;
  sessionStorage.setItem('evenkeel-reloaded', location.pathname);
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
