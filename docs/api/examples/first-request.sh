curl --fail-with-body --silent --show-error "$CURSUS_URL/graphql" \
  --header 'Content-Type: application/json' \
  --data '{ "query": "{ courses(first: 3) { totalCount nodes { title } } }" }'
