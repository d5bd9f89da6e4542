"""Each house rule with a text that breaks it and one that does not."""
import sys
import unittest
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import tidy

HEADER = "#pragma once\n/// @file\n/// Purpose.\n"


def found(path, text):
    return [what for _, what in tidy.issues_of(path, text)]


class Rules(unittest.TestCase):
    def test_codes(self):
        catalogue = '{Code::used, "used"},\n{Code::unused, "unused"},\n'
        found_codes = [what for _, what in tidy.check_codes(catalogue, "x = Code::used;", "used unused")]
        self.assertEqual(["no source gives unused"], found_codes)
        found_codes = [what for _, what in tidy.check_codes(catalogue, "Code::used Code::unused", "used")]
        self.assertEqual(["no test provokes unused"], found_codes)

    def test_flags(self):
        self.assertEqual([(1, "--new stands in no page")], list(tidy.check_flags('"--new" "--old"', "--old")))

    def test_layers(self):
        upward = '#include "core/score/sheet.hpp"\n'
        self.assertIn("core/scheme may not include core/score", found("src/core/scheme/a.cpp", upward))
        self.assertEqual([], found("src/core/grade/a.cpp", upward))

    def test_shell_folders_stay_apart(self):
        sideways = '#include "shell/csv/table.hpp"\n'
        self.assertIn("shell/yaml may not include shell/csv", found("src/shell/yaml/a.cpp", sideways))
        self.assertEqual([], found("src/main/a.cpp", sideways))

    def test_core_uses_no_foreign_library(self):
        foreign = "#include <yaml-cpp/yaml.h>\n"
        self.assertIn("core may not include yaml-cpp/yaml.h", found("src/core/base/a.cpp", foreign))
        self.assertEqual([], found("src/core/base/a.cpp", "#include <vector>\n"))

    def test_floats(self):
        self.assertTrue(found("src/core/base/a.cpp", "double points = 0;\n"))
        self.assertEqual([], found("src/core/base/a.cpp", "int points = 0;  // never a double\n"))

    def test_header_purpose(self):
        self.assertTrue(found("src/core/base/a.hpp", "#pragma once\n"))
        self.assertEqual([], found("src/core/base/a.hpp", HEADER))

    def test_nodiscard(self):
        self.assertTrue(found("src/core/base/a.hpp", HEADER + "Result<int> f();\n"))
        self.assertEqual([], found("src/core/base/a.hpp", HEADER + "[[nodiscard]] Result<int> f();\n"))

    def test_file_length(self):
        self.assertTrue(found("src/core/base/a.cpp", "\n" * 601))
        self.assertEqual([], found("src/core/base/a.cpp", "\n" * 600))

    def test_function_length(self):
        body = "int f() {\n" + "    g();\n" * 59 + "}\n"
        self.assertTrue(found("src/core/base/a.cpp", body))
        self.assertEqual([], found("src/core/base/a.cpp", body.replace("    g();\n", "", 1)))

    def test_titles(self):
        self.assertTrue(found("docs/a.md", "# A\n\n# B\n"))
        self.assertEqual([], found("docs/a.md", "# A\n\n```\n# not a title\n```\n"))

    def test_tests_are_built(self):
        self.assertTrue(list(tidy.check_tests_built(["src/a_test.cpp"], "")))
        self.assertEqual([], list(tidy.check_tests_built(["src/a_test.cpp"], "TESTS a_test.cpp")))


if __name__ == "__main__":
    unittest.main()
