curl --fail-with-body --silent --show-error --include "$CURSUS_URL/graphql" \
  --header "Authorization: Bearer $CURSUS_TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{ "query": "{ rateLimit { cost limit remaining resetSeconds } courses(first: 50) { nodes { title modules { title } } } }" }'
