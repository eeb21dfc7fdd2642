"""Kills a process at random moments and asks each time whether what it acknowledged is still there.

    kill.py [--rounds 200] [--seed N] --check COMMAND --run COMMAND [--witness COMMAND]

--run is killed (SIGKILL, with all its children). Every whole line that it has written to its
standard output by then is an acknowledgement. A server acknowledges to its clients instead: then
--witness is a client that starts beside it and whose lines count; it should end by itself when the
server is gone, and is ended after two seconds otherwise. --check must end with 0.

In the commands stand {county}, a folder that several rounds share and that does not exist at first;
{acknowledged}, the file of all lines heard for this county; and {round}, a number for each round.
"""
import argparse
import os
import pathlib
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time


class Process:
    """A child in a group of its own, whose standard output is collected as it comes."""

    def __init__(self, command):
        self.child = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
        self.heard = b""
        self.listener = threading.Thread(target=self.listen)
        self.listener.start()

    def listen(self):
        while part := os.read(self.child.stdout.fileno(), 65536):
            self.heard += part

    def end(self):
        try:
            os.killpg(self.child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.finish()

    def finish(self):
        self.child.wait()
        self.listener.join()
        self.child.stdout.close()

    def lines(self):
        whole, _, _ = self.heard.rpartition(b"\n")
        return whole + b"\n" if whole else b""


def one_round(options, words, moment):
    """Runs, kills, notes what was heard; whether the process lived until it was killed."""
    fill = lambda command: [part.format(**words) for part in shlex.split(command)]
    process = Process(fill(options.run))
    witness = Process(fill(options.witness)) if options.witness else None
    time.sleep(moment)
    lived = process.child.poll() is None
    process.end()
    if witness:
        try:
            witness.child.wait(timeout=2)
        except subprocess.TimeoutExpired:
            pass
        witness.end()
    with open(words["acknowledged"], "ab") as file:
        file.write((witness or process).lines())
    return lived, subprocess.run(fill(options.check)).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", required=True)
    parser.add_argument("--witness")
    parser.add_argument("--check", required=True)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--rounds-per-county", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--longest-ms", type=int, default=200)
    parser.add_argument("--folder", help="where the counties are made; default: a temporary one")
    options = parser.parse_args()

    print(f"seed {options.seed}", flush=True)
    moments = random.Random(options.seed)
    started = time.monotonic()
    acknowledged_lines = 0
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="benniu-kill-") as folder:
        for number in range(options.rounds):
            county = pathlib.Path(folder, f"county-{number // options.rounds_per_county}")
            words = {"county": county, "acknowledged": f"{county}.acknowledged", "round": number}
            lived, kept = one_round(options, words, moments.uniform(0, options.longest_ms / 1000))
            if not lived or not kept:
                what = "lost what it acknowledged" if lived else "ended before it was killed"
                sys.exit(f"round {number} of seed {options.seed}: {what}")
            if (number + 1) % options.rounds_per_county == 0 or number + 1 == options.rounds:
                with open(words["acknowledged"], "rb") as file:
                    acknowledged_lines += sum(1 for _ in file)
    seconds = time.monotonic() - started
    print(f"{options.rounds} kills in {seconds:.0f} s, {acknowledged_lines} acknowledged, none lost")
    if acknowledged_lines == 0:
        sys.exit("nothing was ever acknowledged, so nothing was tried")


if __name__ == "__main__":
    main()
