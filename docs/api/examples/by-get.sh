curl --fail-with-body --silent --show-error --get "$CURSUS_URL/graphql" \
  --header 'Accept: application/graphql-response+json' \
  --data-urlencode 'query=query Subjects($first: Int!) { subjects(first: $first) { nodes { title courseCount } } }' \
  --data-urlencode 'variables={ "first": 5 }'
