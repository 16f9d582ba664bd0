"""The peers' own virtual environment: their pins would otherwise decide the product's."""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
PINS = Path(__file__).with_name("peers.txt")


def interpreter() -> Path:
    """The Python that has the peers: of our own version, made anew whenever the pins change."""
    folder = BUILD / "bench-venv"
    python, stamp = folder / "bin" / "python", folder / "pins"
    pins = hashlib.sha256(PINS.read_bytes() + sys.version.encode()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == pins):
        print(f"Installing the peers in {folder} (once, about 300 MB)", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        if not subprocess.run([python, "-m", "pip", "install", "-qq", "-r", PINS]).returncode:
            stamp.write_text(pins)  # without it the next run tries again; this one measures us alone
    return python
