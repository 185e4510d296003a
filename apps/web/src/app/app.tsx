import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { usePreview } from '../lib/preview.ts';
import { useSession } from '../lib/use-session.ts';
import { ConfirmHost } from '../ui/confirm.tsx';
import { cssVariables, theme } from '../ui/theme.ts';
import { makeApolloClient } from './apollo-client.ts';
import { router } from './router.tsx';
import { ToasterHost } from './toaster-host.tsx';

export function App() {
  const state = useSession();
  const viewerId = state.status === 'signed-out' ? null : state.viewerId;
  const isPreview = usePreview() !== null;
  const client = useMemo(() => ({ key: `${viewerId} ${isPreview}`, apollo: makeApolloClient(isPreview) }), [viewerId, isPreview]);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ApolloProvider client={client.apollo} key={client.key}>
        <RouterProvider router={router} />
        <ConfirmHost />
        <ToasterHost />
      </ApolloProvider>
    </MantineProvider>
  );
}
