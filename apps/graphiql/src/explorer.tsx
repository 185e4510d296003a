import { GraphiQL } from 'graphiql';
import { useDeferredValue, useMemo, useState } from 'react';
import { apiFetcher } from './api-fetcher.ts';
import { words } from './words.ts';

const firstQuery = `${words.welcome.map((line) => `# ${line}`).join('\n')}
query Catalogue {
  courses(first: 5) {
    totalCount
    nodes {
      title
      subject {
        title
      }
    }
  }
}
`;

/** GraphiQL on our own endpoint, with a token in place of a sign-in: what runs here has the rights of that token and no others. */
export function Explorer() {
  const [token, setToken] = useState('');
  const sentToken = useDeferredValue(token.trim());
  const fetcher = useMemo(() => apiFetcher(sentToken), [sentToken]);
  return (
    <>
      <header className="bar">
        <a className="home" href="/" aria-label={words.back}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {'Cursus'}
        </a>
        <h1>{words.title}</h1>
        <a href="/schema.graphql">{words.schema}</a>
        <label className="token">
          {words.token}
          <input
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder="cursus_pat_…"
            title={words.tokenHint}
            value={token}
            onChange={({ currentTarget }) => setToken(currentTarget.value)}
          />
        </label>
      </header>
      <main>
        <GraphiQL
          fetcher={fetcher}
          defaultQuery={firstQuery}
          defaultEditorToolsVisibility={false}
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
        />
      </main>
    </>
  );
}
