"""Locks every requirements/*.in with hashes, for each platform and Python from 3.11 on.

The tool that does it lives in a virtual environment of its own under var/. What it writes names
no index: the locks are good with any mirror.
"""

import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / "var" / "lock"


def main() -> None:
    if not (TOOL / "bin" / "uv").exists():
        venv.create(TOOL, with_pip=True, symlinks=True)
        subprocess.run([TOOL / "bin" / "pip", "install", "--quiet", "uv"], check=True)
    how = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    for name in ("base", "dev", "services"):
        print(f"Locking requirements/{name}.txt …", flush=True)
        files = [f"requirements/{name}.in", "--output-file", f"requirements/{name}.txt"]
        silent = ["--quiet", "--no-emit-index-url", "--no-emit-find-links"]
        subprocess.run(
            [TOOL / "bin" / "uv", "pip", "compile", *how, *silent, *files], cwd=ROOT, check=True
        )


if __name__ == "__main__":
    main()
