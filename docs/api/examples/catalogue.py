import json
import os
import urllib.request


def ask(query, variables):
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = urllib.request.Request(os.environ["CURSUS_URL"] + "/graphql", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as response:
        return json.load(response)["data"]


CATALOGUE = """
query Catalogue($after: String) {
  courses(first: 5, after: $after, orderBy: [{ field: STUDENT_COUNT, direction: DESC }]) {
    nodes { title studentCount }
    pageInfo { hasNextPage endCursor }
  }
}
"""

after = None
while True:
    page = ask(CATALOGUE, {"after": after})["courses"]
    for course in page["nodes"]:
        print(course["studentCount"], course["title"])
    if not page["pageInfo"]["hasNextPage"]:
        break
    after = page["pageInfo"]["endCursor"]
