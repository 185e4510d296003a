import json
import os
import urllib.request
import uuid

KEEP = """
mutation Keep($file: Upload!) {
  uploadFile(input: { file: $file, use: FILE }) { file { id name size } userErrors { code message } }
}
"""

boundary = uuid.uuid4().hex
content = b"moon,date\nfull,2026-11-24\n"


def part(name, value, more=""):
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'
    return head.encode() + value + b"\r\n"


body = (
    part("operations", json.dumps({"query": KEEP, "variables": {"file": None}}).encode())
    + part("map", json.dumps({"0": ["variables.file"]}).encode())
    + part("0", content, '; filename="moon.csv"\r\nContent-Type: text/csv')
    + f"--{boundary}--\r\n".encode()
)
headers = {
    "Authorization": "Bearer " + os.environ["CURSUS_TOKEN"],
    "Apollo-Require-Preflight": "true",
    "Content-Type": "multipart/form-data; boundary=" + boundary,
}
request = urllib.request.Request(os.environ["CURSUS_URL"] + "/graphql", body, headers)
with urllib.request.urlopen(request) as response:
    print(json.load(response)["data"]["uploadFile"])
