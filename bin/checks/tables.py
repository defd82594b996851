"""The tables about indicators, goals and targets fit together: data/indicators/check_tables.py says what that means."""
import subprocess
import sys

SCRIPT = "data/indicators/check_tables.py"


def check(tree):
    done = subprocess.run([sys.executable, "-B", SCRIPT], cwd=tree.root, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        for line in done.stdout.strip().splitlines():
            yield f"{SCRIPT}: {line}"
