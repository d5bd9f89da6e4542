"""The parts of the second verifier that need no bundle; tests/bundle/agreement_test.py holds it against `heng verify`."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import bundle_score
import verify_bundle


class Sm2(unittest.TestCase):
    KEY = ("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
           "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13")
    SIGNATURE = ("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                 "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa")

    def test_example_of_the_standard(self):  # GM/T 0003.5-2012, annex A
        self.assertTrue(verify_bundle.sm2_verify(self.KEY, b"message digest", self.SIGNATURE))

    def test_anything_else(self):
        self.assertFalse(verify_bundle.sm2_verify(self.KEY, b"message digesT", self.SIGNATURE))
        self.assertFalse(verify_bundle.sm2_verify(self.KEY, b"message digest", self.SIGNATURE[:-1] + "b"))
        self.assertFalse(verify_bundle.sm2_verify(self.KEY[:-1] + "4", b"message digest", self.SIGNATURE))
        self.assertFalse(verify_bundle.sm2_verify("", b"message digest", ""))


class Decimals(unittest.TestCase):
    def test_texts(self):
        for text, units in {"0.5": 5000, "-0.25": -2500, "100": 1_000_000, "0": 0}.items():
            self.assertEqual(units, bundle_score.parse_decimal(text))
            self.assertEqual(text, bundle_score.print_decimal(units))
        for text in ("", "1e3", "+1", "0.00001", "1.2.3"):
            with self.assertRaises(ValueError):
                bundle_score.parse_decimal(text)

    def test_rounding_is_away_from_zero(self):
        self.assertEqual(1_0100, bundle_score.divide(1_0050, bundle_score.ONE, 2, "half_up"))
        self.assertEqual(-1_0100, bundle_score.divide(-1_0050, bundle_score.ONE, 2, "half_up"))
        self.assertEqual(1_0000, bundle_score.divide(1_0099, bundle_score.ONE, 2, "down"))
        self.assertEqual(1_0100, bundle_score.divide(1_0001, bundle_score.ONE, 2, "up"))


if __name__ == "__main__":
    unittest.main()
