import json
import os
import urllib.request


def ask(query, variables):
    headers = {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ["CURSUS_TOKEN"]}
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = urllib.request.Request(os.environ["CURSUS_URL"] + "/graphql", body, headers)
    with urllib.request.urlopen(request) as response:
        return json.load(response)["data"]


course = ask("query Course($slug: String!) { courseBySlug(slug: $slug) { id } }", {"slug": "a-tour-of-the-night-sky"})["courseBySlug"]

ENROL = """
mutation Enrol($courseId: ID!) {
  enrol(input: { courseId: $courseId }) {
    enrolment { course { title } progress { percent } }
    userErrors { code message path }
  }
}
"""

payload = ask(ENROL, {"courseId": course["id"]})["enrol"]
if payload["userErrors"]:
    raise SystemExit(payload["userErrors"][0]["message"])
print(payload["enrolment"]["course"]["title"], payload["enrolment"]["progress"]["percent"], "%")
