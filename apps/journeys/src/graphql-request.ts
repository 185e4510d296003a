interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks the API as another program would, by a token or as a stranger. Throws what the API refuses. */
export async function askApi<Data>(url: string, query: string, variables: object = {}, accessToken?: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Answer<Data>;
  if (answer.data === undefined || answer.errors !== undefined) throw new Error(`HTTP ${response.status}: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** The access token of a sample account, or of one with another password. */
export async function signIn(url: string, login: string, password = 'cursus-demo'): Promise<string> {
  const document = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { credentials { accessToken } } }';
  const input = { login, password };
  const { signIn: payload } = await askApi<{ signIn: { credentials: { accessToken: string } } }>(url, document, { input });
  return payload.credentials.accessToken;
}
