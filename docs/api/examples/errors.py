import json
import os
import urllib.error
import urllib.request

headers = {"Content-Type": "application/json", "Authorization": "Bearer not-a-token"}
request = urllib.request.Request(os.environ["CURSUS_URL"] + "/graphql", b'{ "query": "{ viewer { id } }" }', headers)
try:
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
except urllib.error.HTTPError as error:
    # An answer above 399 is JSON of the same form.
    answer = json.load(error)

for error in answer.get("errors", []):
    print(error["extensions"]["code"], error["message"])
