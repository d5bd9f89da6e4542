"""Papers as other programs see them: LibreOffice opens every DOCX, poppler reads and draws every PDF.

Usage: files_test.py SAMPLES, the program that writes them.
"""
import html
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

RARE = "喆堃昇昉犇玥珺璟翀赟鋆镕彧垚"
POINTS_PER_MM = 72 / 25.4
DPI = 100


def run(*command):
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def page_count(pdf):
    return int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", pdf)).group(1))


def text_of(pdf, *options):
    return run("pdftotext", *options, pdf, "-")


def characters(text):
    """What can be read, whatever the order in which cells and lines were drawn. Hyphens at the end of lines are lost."""
    return set(re.sub(r"[\s-]", "", text))


class Page:
    """The pixels of one page."""

    def __init__(self, pdf, number):
        raw = subprocess.run(["pdftoppm", "-r", str(DPI), "-f", str(number), "-l", str(number), pdf],
                             check=True, capture_output=True).stdout
        _, size, _, self.pixels = raw.split(b"\n", 3)
        self.width, self.height = map(int, size.split())

    def mm(self, pixels):
        return pixels * 25.4 / DPI

    def rows(self, fits):
        """(row, first column, last column) of every row that has pixels that fit."""
        for y in range(self.height):
            start = y * self.width * 3
            row = self.pixels[start:start + self.width * 3]
            columns = [x for x in range(self.width) if fits(*row[3 * x:3 * x + 3])]
            if columns:
                yield y, columns[0], columns[-1], len(columns)

    def red(self):
        return [(self.mm(y), self.mm(a), self.mm(b), n) for y, a, b, n in
                self.rows(lambda r, g, b: r > 180 and g < 110 and b < 110)]

    def rules(self, fits, width_mm):
        """Where lines of about this width stand, each once: (top, left, right) in mm."""
        out = []
        for y, a, b, count in self.rows(fits):
            long_enough = abs(self.mm(b - a) - width_mm) < 1.5 and count > 0.9 * (b - a)
            if long_enough and (not out or self.mm(y) - out[-1][0] > 0.6):
                out.append((self.mm(y), self.mm(a), self.mm(b)))
        return out


def is_dark(r, g, b):
    return r < 140 and g < 140 and b < 140


def is_red(r, g, b):
    return r > 180 and g < 140 and b < 140


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.ours = pathlib.Path(cls.kept.name, "ours")
        cls.theirs = pathlib.Path(cls.kept.name, "theirs")
        cls.ours.mkdir()
        cls.names = run(SAMPLES, cls.ours).split()
        run("soffice", f"-env:UserInstallation=file://{cls.kept.name}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", cls.theirs, *sorted(cls.ours.glob("*.docx")))

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def each(self):
        return [(name, self.ours / f"{name}.pdf", self.theirs / f"{name}.pdf") for name in self.names]

    def test_every_docx_opens_with_all_its_text(self):
        for name, ours, theirs in self.each():
            with zipfile.ZipFile(self.ours / f"{name}.docx") as package:
                self.assertIsNone(package.testzip())
                written = "".join(re.findall(r"<w:t[ >][^<]*", package.read("word/document.xml").decode("utf-8")))
                written = re.sub(r"<w:t[^>]*>", "", written)
            shown = text_of(theirs)
            self.assertEqual(characters(html.unescape(written)) - characters(shown), set(), name)
            self.assertNotIn("\ufffd", shown, name)

    def test_both_formats_say_the_same(self):
        pages = re.compile(r"—\s*\d+\s*—")  # one of them may take a page more
        for name, ours, theirs in self.each():
            said = [characters(pages.sub("", text_of(pdf))) for pdf in (ours, theirs)]
            self.assertEqual(said[0] ^ said[1], set(), name)

    def test_calibration(self):  # DOC-2, DOC-4
        for folder in (self.ours, self.theirs):
            self.assertEqual(page_count(folder / "calibration_full.pdf"), 1, folder)
            self.assertEqual(page_count(folder / "calibration.pdf"), 2, folder)
            lines = text_of(folder / "calibration.pdf", "-f", "1", "-l", "1", "-raw").split()
            lines = [line for line in lines if "国" in line]
            self.assertEqual([len(line) for line in lines], [26] + [28] * 21, folder)

    def test_rare_characters_are_drawn(self):  # FONT-6
        self.assertEqual(characters(RARE) - characters(text_of(self.ours / "rare.pdf")), set())

    def test_fonts_are_embedded_subsets(self):  # FONT-5
        for _, ours, _ in self.each():
            for line in run("pdffonts", ours).splitlines()[2:]:
                columns = line.split()
                self.assertEqual(columns[-5:-2], ["yes", "yes", "yes"], line)  # emb sub uni

    def test_pages_are_a4(self):  # DOC-1, DOC-17
        for name, ours, theirs in self.each():
            for pdf in (ours, theirs):
                sizes = set(re.findall(r"size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", "-l", "999", pdf)))
                for width, height in sizes:
                    self.assertEqual(sorted([round(float(width)), round(float(height))]), [595, 842], name)
            if name in ("ranking_table", "archive_catalogue"):
                self.assertIn("841.9 x 595.3", run("pdfinfo", "-l", "1", ours).replace("841.89", "841.9")
                              .replace("595.28", "595.3"))

    def test_red_head(self):  # DOC-7
        for folder in (self.ours, self.theirs):
            page = Page(folder / "result_notice.pdf", 1)
            top = page.red()[0][0]
            self.assertAlmostEqual(top, 37 + 35, delta=4)
            (rule,) = page.rules(is_red, 156)
            self.assertAlmostEqual(rule[1], 28, delta=1)
            self.assertAlmostEqual(rule[2], 184, delta=1)

    def test_letter(self):  # DOC-16
        for folder in (self.ours, self.theirs):
            page = Page(folder / "reminder.pdf", 1)
            self.assertAlmostEqual(page.red()[0][0], 30, delta=3)
            rules = page.rules(is_red, 170)
            upper = [rule for rule in rules if rule[0] < 100]
            lower = [rule for rule in rules if rule[0] > 200]
            self.assertEqual(len(rules), len(upper) + len(lower))
            self.assertTrue(upper and lower, folder)
            self.assertAlmostEqual(lower[-1][0], 297 - 20, delta=2)
            for rule in rules:
                self.assertAlmostEqual(rule[1], 20, delta=1)
                self.assertAlmostEqual(rule[2], 190, delta=1)
            words = text_of(folder / "reminder.pdf", "-f", "1", "-l", "1")
            self.assertNotIn("— 1 —", words, "the first page of a letter has no number")

    def test_imprint(self):  # DOC-14
        for folder in (self.ours, self.theirs):
            pdf = folder / "supervision_circular.pdf"
            page = Page(pdf, page_count(pdf))
            rules = page.rules(is_dark, 156)
            self.assertGreaterEqual(len(rules), 2)
            self.assertAlmostEqual(rules[-1][0], 297 - 35, delta=1, msg=str(folder))

    def test_signatures_stand_with_text(self):  # DOC-13: no page says but who signed, and when
        beside = re.compile(r"—\s*\d+\s*—|.*印发|抄送.*")
        found = 0
        for name, *both in self.each():
            for pdf in both:
                for page in text_of(pdf, "-layout").split("\f"):
                    lines = [line.strip() for line in page.splitlines() if line.strip()]
                    lines = [line for line in lines if not beside.fullmatch(line)]
                    if any(re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", line) for line in lines):
                        found += 1
                        self.assertGreater(len(lines), 2, f"{name}: {lines}")
        self.assertGreater(found, 5, "there is something to look at")

    def test_page_numbers(self):  # DOC-15
        for folder in (self.ours, self.theirs):
            pdf = folder / "supervision_circular.pdf"
            for number in (1, 2):
                box = run("pdftotext", "-bbox", "-f", str(number), "-l", str(number), pdf, "-")
                words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<',
                                   box)
                dashes = [word for word in words if "—" in word[4] and float(word[1]) > 262 * POINTS_PER_MM]
                self.assertTrue(dashes, f"{folder} page {number}")
                left = min(float(word[0]) for word in dashes) / POINTS_PER_MM
                right = max(float(word[2]) for word in dashes) / POINTS_PER_MM
                top = min(float(word[1]) for word in dashes) / POINTS_PER_MM
                self.assertAlmostEqual(top, 262 + 7, delta=2.5)
                if number % 2 == 1:
                    self.assertAlmostEqual(right, 184 - 4.9, delta=1.5)
                else:
                    self.assertAlmostEqual(left, 28 + 4.9, delta=1.5)


if __name__ == "__main__":
    SAMPLES = sys.argv.pop(1)
    unittest.main()
