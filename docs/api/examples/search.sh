curl --fail-with-body --silent --show-error "$CURSUS_URL/graphql" \
  --header 'Content-Type: application/json' \
  --data '{ "query": "{ courses(search: \"algorithm\", first: 3) { nodes { title slug } } }" }'
