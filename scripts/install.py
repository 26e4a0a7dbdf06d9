"""Puts the locked dependencies into .venv: `install.py base` to run, `install.py dev` to develop.

Does nothing when they are there already. Uses nothing beyond Python itself.
"""

import hashlib
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / ".venv"


def stamp(kind: str) -> Path:
    """The file that says which lock this kind was last installed from."""
    return HERE / f"installed-{kind}"


def lock(kind: str) -> str:
    """What names the lock as it is now: a changed lock is installed anew."""
    return hashlib.sha256((ROOT / "requirements" / f"{kind}.txt").read_bytes()).hexdigest()


def is_installed(kind: str) -> bool:
    """Whether .venv holds this lock."""
    return stamp(kind).exists() and stamp(kind).read_text() == lock(kind)


def install(kind: str) -> None:
    """Makes .venv where it is missing and installs the lock, by hash. Raises SystemExit with one
    line where that fails."""
    began = time.monotonic()
    if not (HERE / "bin" / "python").exists():
        print(f"Making .venv with Python {sys.version.split()[0]} …", flush=True)
        venv.create(HERE, with_pip=True, symlinks=True)
    print(f"Installing requirements/{kind}.txt (one to three minutes) …", flush=True)
    # The lock is complete: nothing is left for pip to resolve. Old versions of pip would look for a
    # newer release of whatever is asked for with an extra, and then refuse it for want of a hash.
    arguments = ["-qq", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    done = subprocess.run(
        [HERE / "bin" / "python", "-m", "pip", "install", *arguments, "-r", f"{kind}.txt"],
        cwd=ROOT / "requirements",
        check=False,
    )
    if done.returncode:
        sys.exit("The dependencies could not be installed; the lines above say why.")
    stamp(kind).write_text(lock(kind))
    print(f"Installed in {time.monotonic() - began:.0f} s.", flush=True)


if __name__ == "__main__":
    wanted = sys.argv[1]
    # Whoever has what a developer needs has what the product needs.
    if not any(is_installed(kind) for kind in {wanted, "dev"}):
        install(wanted)
