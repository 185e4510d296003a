curl --fail-with-body --silent --show-error "$CURSUS_URL/graphql" \
  --header "Authorization: Bearer $CURSUS_TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{ "query": "{ viewer { id username profile { displayName } } }" }'
