import json
import os
import time
import urllib.error
import urllib.request


def ask(query):
    headers = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
    body = json.dumps({"query": query}).encode()
    request = urllib.request.Request(os.environ["CURSUS_URL"] + "/graphql", body, headers)
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        if error.code == 429:
            # Refused before it ran: wait as long as the server says, and ask again.
            time.sleep(int(error.headers["Retry-After"]))
            return ask(query)
        return json.load(error)


answer = ask("{ courses { nodes { " + "owner { courses { nodes { " * 6 + "id" + " } } }" * 6 + " } } }")
print(answer["errors"][0]["extensions"]["code"])
