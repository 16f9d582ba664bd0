"""What it costs to import all of `dialogs`, above what the interpreter costs anyway."""

import os
import pkgutil
import resource
import subprocess
import sys
import time
from statistics import median
from typing import NamedTuple

import dialogs
from benchmarks.measure import report
from benchmarks.peers import BUILD

TRIES = 15
# Byte code as an installed package has it, whatever this environment says about writing it.
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(BUILD / "bytecode")}


class Start(NamedTuple):
    """One start of an interpreter, in milliseconds."""

    wall: float
    cpu: float


def started(code: str) -> Start:
    """Start an interpreter on `code` and wait for its end."""
    wall, cpu = time.perf_counter(), _children()
    subprocess.run([sys.executable, "-c", code], check=True, env=ENVIRONMENT)
    return Start((time.perf_counter() - wall) * 1e3, (_children() - cpu) * 1e3)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Bare and importing starts in turn, and the difference of their medians."""
    modules = sorted(module.name for module in pkgutil.walk_packages(dialogs.__path__, "dialogs."))
    everything = f"import {', '.join(modules)}"
    started(everything)  # writes the byte code
    pairs = [(started("pass"), started(everything)) for _ in range(TRIES)]
    report(
        {
            "modules": len(modules),
            "bare_ms": median(bare.wall for bare, _ in pairs),
            "dialogs_ms": median(full.wall for _, full in pairs) - median(bare.wall for bare, _ in pairs),
            "dialogs_cpu_ms": median(full.cpu for _, full in pairs) - median(bare.cpu for bare, _ in pairs),
        }
    )


if __name__ == "__main__":
    main()
