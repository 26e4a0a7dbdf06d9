"""Does the server in this container answer? Asks as the proxy would, by the site's own name."""

import os
import sys
import urllib.request

host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")
question = urllib.request.Request("http://127.0.0.1:8000/healthz", headers={"Host": host})
with urllib.request.urlopen(question, timeout=4) as answer:
    sys.exit(answer.status != 200)
