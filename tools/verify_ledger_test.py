"""The verifier against the frozen vectors, and against a ledger damaged at every byte."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).parent
sys.path.insert(0, str(TOOLS))
import verify_ledger

VECTORS = json.loads((TOOLS.parent / "tests/ledger/vectors.json").read_text(encoding="utf-8"))


def known_of(vector):
    return None if vector is None else (vector["seq"], vector["hash"])


def verdict_of(lines, *arguments):
    try:
        verify_ledger.verify(lines, *arguments)
    except verify_ledger.Verdict as verdict:
        return {"code": verdict.code, "seq": verdict.seq, "line": verdict.line}
    return None


class Hashes(unittest.TestCase):
    def test_sm3(self):  # GB/T 32905-2016, appendix A, and lengths around a block
        self.assertEqual("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", verify_ledger.sm3(b"abc"))
        self.assertEqual("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
                         verify_ledger.sm3(b"abcd" * 16))


class Vectors(unittest.TestCase):
    def test_canonical(self):
        for vector in VECTORS["canonical"]:
            self.assertEqual(vector["bytes"].encode(), verify_ledger.encode(vector["value"]), vector["name"])
            self.assertEqual(vector["value"], verify_ledger.decode(vector["bytes"].encode()))

    def test_refused(self):
        for vector in VECTORS["refused"]:
            with self.assertRaises(verify_ledger.Malformed, msg=vector["why"]):
                verify_ledger.decode(bytes.fromhex(vector["hex"]))

    def test_ledgers(self):
        for vector in VECTORS["ledgers"]:
            lines = [line.encode() for line in vector["lines"]]
            head = known_of(vector["head"])
            self.assertEqual(head, verify_ledger.verify(lines, vector["tenant"], head))

    def test_damaged(self):
        for vector in VECTORS["damaged"]:
            lines = [line.encode() for line in vector["lines"]]
            self.assertEqual(vector["verdict"],
                             verdict_of(lines, vector["tenant"], known_of(vector["known"]), vector["algorithm"]),
                             vector["name"])

    def test_every_flipped_byte_is_found_at_its_line(self):
        vector = next(v for v in VECTORS["ledgers"] if v["algorithm"] == "sha256")
        lines = [line.encode() for line in vector["lines"]]
        for at, line in enumerate(lines):
            for byte in range(len(line)):
                changed = line[:byte] + bytes([line[byte] ^ 1]) + line[byte + 1:]
                verdict = verdict_of(lines[:at] + [changed] + lines[at + 1:], vector["tenant"], None, "sha256")
                self.assertEqual(at + 1, verdict["line"], (at, byte))


class Program(unittest.TestCase):
    def run_on(self, lines, *arguments):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in lines))
            file.flush()
            return subprocess.run([sys.executable, str(TOOLS / "verify_ledger.py"), file.name, *arguments],
                                  capture_output=True, text=True, check=False)

    def test_says_what_it_found(self):
        good = VECTORS["ledgers"][0]
        done = self.run_on(good["lines"], "--known", f"{good['head']['seq']}:{good['head']['hash']}")
        self.assertEqual((0, f"holds: 6 events, head 6:{good['head']['hash']}\n"), (done.returncode, done.stdout))
        done = self.run_on(good["lines"][:2] + good["lines"][3:])
        self.assertEqual((1, "event_missing: event 3, line 3\n"), (done.returncode, done.stdout))


if __name__ == "__main__":
    unittest.main()
