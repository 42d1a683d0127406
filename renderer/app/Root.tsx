import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Speaking } from './Speaking.tsx';
import type { Spoken } from './Speaking.tsx';

export function Root({ client, first }: { client: QueryClient; first: Spoken }) {
  return (
    <QueryClientProvider client={client}>
      <Speaking first={first}>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </Speaking>
    </QueryClientProvider>
  );
}
