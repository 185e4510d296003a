printf 'moon,date\nfull,2026-11-24\n' > moon.csv

curl --fail-with-body --silent --show-error "$CURSUS_URL/graphql" \
  --header "Authorization: Bearer $CURSUS_TOKEN" \
  --header 'Apollo-Require-Preflight: true' \
  --form 'operations={ "query": "mutation Keep($file: Upload!) { uploadFile(input: { file: $file, use: FILE }) { file { id name size mediaType } userErrors { code message } } }", "variables": { "file": null } }' \
  --form 'map={ "0": ["variables.file"] }' \
  --form '0=@moon.csv'
