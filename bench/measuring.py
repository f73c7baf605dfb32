"""Runs programs and says what they cost. Shared by the scripts of this folder; needs Python 3.9 and nothing else."""

import os
import statistics
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAUNCHER = ROOT / "allmende"


class Cost:
    """What one run of a program cost: wall and CPU seconds, highest resident memory in MiB, exit code."""

    def __init__(self, wall, cpu, rss, code):
        self.wall, self.cpu, self.rss, self.code = wall, cpu, rss, code


def run(command, log=None, **environment):
    """Runs a program to its end. CPU counts all its threads and the children it waited for."""
    out = open(log, "wb") if log else subprocess.DEVNULL
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.STDOUT if log else subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if log:
        out.close()
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def load():
    """Load average of the last minute."""
    return os.getloadavg()[0]


def machine():
    """One line for the head of every table."""
    return f"{time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC, {os.cpu_count()} cores, load {load():.1f}"


def spread(seconds):
    """`min / median / max` in seconds."""
    return f"{min(seconds):.3f} / {statistics.median(seconds):.3f} / {max(seconds):.3f}"


def table(head, rows):
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
