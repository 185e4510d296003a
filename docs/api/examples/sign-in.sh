curl --fail-with-body --silent --show-error "$CURSUS_URL/graphql" \
  --header 'Content-Type: application/json' \
  --data @- <<'JSON'
{
  "query": "mutation SignIn($input: SignInInput!) { signIn(input: $input) { credentials { accessToken expiresAt } userErrors { code message } } }",
  "variables": { "input": { "login": "student", "password": "cursus-demo" } }
}
JSON
