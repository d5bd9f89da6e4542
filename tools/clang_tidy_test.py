"""A source is checked again when anything that it rests on has changed, and not otherwise."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import clang_tidy


class Digest(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.scratch.name)
        self.write(".clang-tidy", "Checks: -*\n")
        self.write("src/a.cpp", '#include "b.hpp"\n#include <vector>\n')
        self.write("src/b.hpp", '#include "c.hpp"\n#include "absent.hpp"\n')
        self.write("src/c.hpp", '#include "b.hpp"\n')
        self.write("src/other.hpp", "")

    def tearDown(self):
        self.scratch.cleanup()

    def write(self, name, text):
        (self.root / "src").mkdir(exist_ok=True)
        (self.root / name).write_text(text)

    def digest(self):
        return clang_tidy.digest(self.root / "src/a.cpp", self.root)

    def test_reaches_headers_through_headers(self):
        names = [path.name for path in clang_tidy.closure(self.root / "src/a.cpp", self.root)]
        self.assertEqual(["a.cpp", "b.hpp", "c.hpp"], names)

    def test_changes_with_what_it_rests_on(self):
        for name in ("src/a.cpp", "src/c.hpp", ".clang-tidy"):
            before = self.digest()
            self.write(name, (self.root / name).read_text() + "// more\n")
            self.assertNotEqual(before, self.digest(), name)

    def test_stays_otherwise(self):
        before = self.digest()
        self.write("src/other.hpp", "int x;\n")
        self.assertEqual(before, self.digest())


class Tests(unittest.TestCase):
    def test_are_what_the_build_names_as_such(self):
        cmake = "heng_library(a\n  SOURCES a/x.cpp\n  TESTS a/x_test.cpp  # why (so)\n    a/world.cpp\n  LINKS b)\n"
        self.assertEqual({"src/a/x_test.cpp", "src/a/world.cpp"}, clang_tidy.tests_in(cmake))


class Distinct(unittest.TestCase):
    def test_a_finding_in_a_header_is_told_once(self):
        header = "src/b.hpp:3:1: error: wrong [x]\nint x;\n^\n"
        other = "src/a.cpp:9:1: error: wrong too [y]\n"
        self.assertEqual([header.strip(), other.strip()], clang_tidy.distinct([header, header + other, ""]))

    def test_commands_lose_what_only_g_plus_plus_understands(self):
        command = "g++ -O3 -fpch-preprocess -std=c++20 -Winvalid-pch -include /b/x.dir/cmake_pch.hxx -c a.cpp"
        self.assertEqual(clang_tidy.without_precompiled(command), "g++ -O3 -std=c++20 -c a.cpp")


if __name__ == "__main__":
    unittest.main()
