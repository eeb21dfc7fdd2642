"""`benniu serve` killed at random moments while it is asked and an import goes on beside it.

An answer is an acknowledgement: the fact and the digest in its heading must still stand in the ledger
afterwards, and the next `serve` says the same bytes for the same question at the same digest.
BENNIU_KILLS says how many kills (90), BENNIU_SEED repeats a run.
"""
import http.client
import json
import os
import random
import socket
import threading
import time
import unittest
import urllib.parse

import program_under_kill
from program_under_kill import Child, County, DIGEST, FILES, INPUTS, Ledger

KILLS = int(os.environ.get("BENNIU_KILLS", "90"))
LONGEST_SECONDS = 0.8
QUESTIONS = [
    "/api/standings/competition/2",
    "/api/standings/monthly/2021-11",
    "/api/explanations/competition/2/天湖镇/F",
    "/api/explanations/monthly/2021-11/海口镇/招商竞赛",
    "/api/county",
]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def answer(port: int, question: str) -> bytes | None:
    """A whole answer, or none where nobody serves any more or yet."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        line.request("GET", urllib.parse.quote(question))
        reply = line.getresponse()
        body = reply.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
    assert reply.status == 200, f"{question}: {reply.status} {body.decode()}"
    return body


class Client(threading.Thread):
    """Asks one question after another until it is told to end."""

    def __init__(self, port: int, first: int) -> None:
        super().__init__(daemon=True)
        self.port, self.next = port, first
        self.heard: list[tuple[str, bytes]] = []
        self.ending = threading.Event()
        self.fault: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            while not self.ending.is_set():
                self.ask()
        except AssertionError as fault:
            self.fault = fault

    def ask(self) -> None:
        question = QUESTIONS[self.next % len(QUESTIONS)]
        body = answer(self.port, question)
        if body is None:
            self.ending.wait(0.005)
            return
        self.heard.append((question, body))
        self.next += 1

    def end(self) -> list[tuple[str, bytes]]:
        self.ending.set()
        self.join()
        if self.fault:
            raise self.fault
        return self.heard


class KilledServe(unittest.TestCase):
    def test_what_was_answered_stands_and_the_next_one_answers_the_same(self) -> None:
        self.random = random.Random(program_under_kill.SEED)
        self.kills = self.answers = 0
        while self.kills < KILLS:
            with County("望海县", INPUTS) as county:
                program_under_kill.import_undisturbed(county, FILES[:1])
                self.serve_under_kills(county)
        self.assertGreater(self.answers, KILLS)
        print(f"seed {program_under_kill.SEED}: {self.kills} servers killed, "
              f"{self.answers} answers compared")

    def serve_under_kills(self, county: County) -> None:
        """While the other files are imported beside it, and once more when all are in."""
        self.port = free_port()
        self.known: dict[tuple[str, str], bytes] = {}
        for path in FILES[1:]:
            self.serve_killed(county, path)
        self.serve_killed(county, FILES[-1])
        self.assertEqual(program_under_kill.differing_standings(county), [])

    def serve_killed(self, county: County, path: object) -> None:
        server = self.serve(county)
        clients = [Client(self.port, first) for first in range(2)]
        importing = Child(*program_under_kill.import_words(county, path))
        time.sleep(self.random.uniform(0, LONGEST_SECONDS))
        self.assertTrue(server.kill(), f"{self.where()}: it had ended: {server.text()}")
        self.kills += 1
        # Every third time the import dies with it, as when a machine runs out of memory.
        dies_too = self.random.random() < 1 / 3
        if dies_too:
            importing.kill()
        else:
            self.assertEqual(importing.wait(), 0, f"{self.where()}: the import beside it failed")
        heard = [pair for client in clients for pair in client.end()]
        ledger = Ledger.of(county)
        said = set(DIGEST.findall(importing.text()))
        self.assertLessEqual(said, ledger.digests(), f"{self.where()}: a receipt is gone")
        self.compare(ledger, [*heard, *self.answers_of_the_next(county)])
        if dies_too:
            program_under_kill.import_undisturbed(county, [path])

    def answers_of_the_next(self, county: County) -> list[tuple[str, bytes]]:
        """Of a server that starts at once, at the same door."""
        server = self.serve(county)
        ready_until = time.monotonic() + 20
        while (first := answer(self.port, QUESTIONS[0])) is None:
            self.assertTrue(server.is_running() and time.monotonic() < ready_until,
                            f"{self.where()}: the next one does not serve")
            time.sleep(0.005)
        heard = [(QUESTIONS[0], first)]
        heard += [(question, answer(self.port, question) or b"") for question in QUESTIONS[1:]]
        server.kill()
        return heard

    def serve(self, county: County) -> Child:
        child = Child("serve", county.path, "--listen", f"127.0.0.1:{self.port}")
        self.addCleanup(child.process.kill)
        return child

    def compare(self, ledger: Ledger, heard: list[tuple[str, bytes]]) -> None:
        for question, body in heard:
            heading = json.loads(body)
            receipt = (heading["digest"], heading["facts"])
            self.assertIn(receipt, ledger.receipts, f"{self.where()}: {question} is gone")
            before = self.known.setdefault((question, heading["digest"]), body)
            self.assertEqual(body, before, f"{self.where()}: {question} is answered otherwise")
        self.answers += len(heard)

    def where(self) -> str:
        return f"seed {program_under_kill.SEED}, kill {self.kills}"


if __name__ == "__main__":
    unittest.main()
