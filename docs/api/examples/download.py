import json
import os
import shutil
import urllib.request

bearer = {"Authorization": "Bearer " + os.environ["CURSUS_TOKEN"]}
query = '{ courseBySlug(slug: "a-tour-of-the-night-sky") { image { name size url } } }'
body = json.dumps({"query": query}).encode()
request = urllib.request.Request(os.environ["CURSUS_URL"] + "/graphql", body, {"Content-Type": "application/json", **bearer})
with urllib.request.urlopen(request) as response:
    image = json.load(response)["data"]["courseBySlug"]["image"]

request = urllib.request.Request(os.environ["CURSUS_URL"] + image["url"], headers=bearer)
with urllib.request.urlopen(request) as response, open(image["name"], "wb") as file:
    shutil.copyfileobj(response, file)
print(image["name"], os.path.getsize(image["name"]) == image["size"])
