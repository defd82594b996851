#!/usr/bin/python3
"""npm ci in the given folder, unless node_modules already is what package-lock.json says."""
import fcntl
import hashlib
import pathlib
import subprocess
import sys

folder = pathlib.Path(sys.argv[1]).resolve()
lock = folder / "package-lock.json"
if not lock.exists():
    sys.exit(f"{lock} is missing: run npm install in {folder} once and commit the lock file")
stamp = folder / "node_modules" / ".digilots-lock"
with open(folder / "package.json") as guard:
    fcntl.flock(guard, fcntl.LOCK_EX)
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, check=True)
        stamp.parent.mkdir(exist_ok=True)
        stamp.write_text(wanted)
