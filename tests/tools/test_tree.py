#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the tree itself (licence lines, layers), and that the checks find what is planted."""
import os
import re
import shutil
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import check_headers  # noqa: E402
import check_layers  # noqa: E402
import junit_main  # noqa: E402
import sources  # noqa: E402
import tidy  # noqa: E402

LINES = "// SPDX-FileCopyrightText: 2026 The Watchword authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Tree(unittest.TestCase):
    def test_every_file_has_its_licence_lines(self):
        bad = [f"{name}: {trouble}" for name in sources.files()
               for trouble in check_headers.troubles(name, sources.read(name))]
        self.assertEqual(bad, [], "\n".join(bad))

    def test_layers_are_kept(self):
        bad = check_layers.troubles({name: sources.read(name) for name in sources.files()
                                     if name.endswith((".h", ".cpp"))})
        self.assertEqual(bad, [], "\n".join(bad))

    def test_every_proof_that_the_readme_names_is_there(self):
        self.assertEqual(missing_proofs(sources.read("tests/README.md")), [])

    def test_every_test_has_its_row_in_the_readme(self):
        self.assertEqual(rowless(sources.read("tests/README.md"), sources.files()), [])


def missing_proofs(text):
    """The `program::function` of a text that no test program has."""
    names = re.findall(r"`(\w+)::(\w+)`", text)
    assert names, "no proof is named"
    programs = {os.path.splitext(os.path.basename(name))[0]: sources.read(name) for name in sources.files()
                if re.fullmatch(r"tests/\w+/(tst|journey)_\w+\.(cpp|py)", name)}
    return [f"{program}::{function}" for program, function in names
            if not re.search(rf"\b(void|def) {function}\(", programs.get(program, ""))]


def rowless(text, files):
    """The test programs among the files that no row of a text's tables names before it says what the test catches."""
    named = re.findall(r"(?:tst|journey|test)_\w+", "\n".join(line.split("|")[1] for line in text.splitlines() if line.startswith("|")))
    programs = (re.fullmatch(r"tests/\w+/((?:tst|journey|test)_\w+)\.(?:cpp|py)", name) for name in files)
    return sorted({one[1] for one in programs if one} - set(named))


class Planted(unittest.TestCase):
    def finds(self, words, **files):
        bad = check_layers.troubles({name.replace("__", "/").replace("_H", ".h").replace("_C", ".cpp"): text
                                     for name, text in files.items()})
        self.assertTrue(any(words in one for one in bad), bad)

    def test_a_room_below_that_looks_up(self):
        self.finds("core/base may not include core/otp", core__base__a_H='#include "core/otp/b.h"', core__otp__b_H="")

    def test_a_room_that_looks_aside_by_a_relative_path(self):
        self.finds("core/otp may not include core/accounts", core__otp__a_H='#include "../accounts/b.h"',
                   core__accounts__b_H="")

    def test_core_that_looks_into_app(self):
        self.finds("core/vault may not include app/models", core__vault__a_C='#include "app/models/b.h"',
                   app__models__b_H="")

    def test_the_composition_is_included_by_nobody(self):
        self.finds("app/windows may not include app/composition", app__windows__a_C='#include "app/composition/b.h"',
                   app__composition__b_H="")

    def test_a_proof_that_went_away(self):
        self.assertEqual(missing_proofs("`tst_vault::counts_the_stars`, `tst_sky::init`, `tst_vault::init`"),
                         ["tst_vault::counts_the_stars", "tst_sky::init"])

    def test_a_test_without_its_row(self):
        files = ["tests/core/tst_sky.cpp", "tests/app/tst_sea.cpp", "tests/journeys/journey_far.py", "tests/support/files.h"]
        self.assertEqual(rowless("tst_sea\n| `core/tst_sky`, `journeys/journey_far.py` | tst_sea |", files), ["tst_sea"])

    def test_a_circle(self):
        self.finds("a circle", core__otp__a_H='#include "core/otp/b.h"', core__otp__b_H='# include "core/otp/a.h"')

    def test_widgets_in_core(self):
        self.finds("Qt Widgets", core__base__a_C="#include <QtWidgets/QMessageBox>")
        self.finds("Qt Widgets", core__base__a_C="#include <QLabel>")
        self.finds("Qt Widgets", app__cli__a_C="#include <QSystemTrayIcon>")

    def test_openssl_in_the_vault(self):
        self.finds("OpenSSL", core__vault__a_C="#include <openssl/evp.h>")

    def test_zxing_outside_its_room(self):
        self.finds("ZXing", app__flows__a_C="#include <ZXing/ReadBarcode.h>")

    def test_the_bus_and_the_network_outside_their_rooms(self):
        self.finds("Qt DBus", app__windows__a_C="#include <QDBusConnection>")
        self.finds("Qt Network", app__flows__a_C="#include <QNetworkAccessManager>")
        self.finds("Qt Network", app__shell__a_C="#include <QLocalSocket>")
        self.finds("Protocol Buffers", core__enrol__a_C='#include "google_migration.pb.h"')
        self.finds("Protocol Buffers", app__flows__a_C="#include <google/protobuf/message_lite.h>")
        self.finds("Qt Keychain", app__flows__a_C="#include <qt6keychain/keychain.h>")

    def test_the_screen_the_camera_and_pictures_outside_their_rooms(self):
        self.finds("xcb", app__windows__a_C="#include <xcb/xcb.h>")
        self.finds("Qt Multimedia", app__windows__a_C="#include <QCamera>")
        self.finds("Qt Svg", app__windows__a_C="#include <QSvgRenderer>")
        self.finds("poppler", app__support__a_C="#include <poppler-qt6.h>")
        self.finds("app/flows may not include app/renderer", app__flows__a_C='#include "app/renderer/b.h"', app__renderer__b_H="")

    def test_every_library_of_the_table_is_planted_somewhere(self):
        with open(__file__, encoding="utf-8") as own:
            text = own.read()
        self.assertEqual([name for name, _, _ in check_layers.LIBRARIES if f'finds("{name}"' not in text], [])

    def test_words_for_people_in_core(self):
        self.finds("words for people", core__otp__a_C='return tr("Wrong");')
        self.finds("words for people", core__otp__a_C='return QCoreApplication::translate(\n    "a", "Wrong");')
        self.finds("words for people", core__otp__a_C='constexpr const char *words[] = {QT_TR_NOOP("Wrong")};')

    def test_an_unknown_room(self):
        self.finds("no room", core__helpers__a_C="")

    def test_a_good_tree_has_no_troubles(self):
        self.assertEqual(check_layers.troubles({"core/otp/a.h": '#include "core/crypto/b.h"\n#include <QString>',
                                                "core/crypto/b.h": "#include <openssl/evp.h>"}), [])

    def test_a_file_without_a_licence_or_guard(self):
        self.assertEqual(len(check_headers.troubles("core/base/a.h", "int a;")), 2)
        self.assertEqual(check_headers.troubles("core/base/a.h", LINES + "#pragma once\n"), [])

    def test_a_test_function_that_qt_takes_for_rows(self):
        name, text = "tests/core/tst_a.cpp", LINES + "    void reads_the_data();\n"
        self.assertEqual(len(check_headers.troubles(name, text)), 1)
        self.assertEqual(check_headers.troubles(name, text + "    void reads_the();\n"), [])

    def test_a_file_that_names_a_place_outside(self):
        self.assertEqual(len(check_headers.troubles("README.md", "see .." + "/shared/design")), 1)

    def test_a_tidy_result_ends_with_a_change_of_a_header_or_the_rules(self):
        known = {"core/otp/code.cpp", "core/otp/code.h", ".clang-tidy"}
        before = tidy.digest("core/otp/code.cpp", known)
        self.assertNotEqual(before, tidy.digest("core/otp/code.cpp", known - {"core/otp/code.h"}))
        self.assertEqual(before, tidy.digest("core/otp/code.cpp", known))

    def test_every_header_begins_a_checked_file_or_is_one(self):
        files = {"core/a.cpp": '#include "core/a.h"\n#include "core/b.h"', "core/a.h": "", "core/b.h": "",
                 "tests/c.cpp": '#include <QTest>\n#include "c.h"', "tests/c.h": ""}
        self.assertEqual(tidy.to_check(files), ["core/a.cpp", "core/b.h", "tests/c.cpp", "tests/c.h"])

    def test_a_header_that_does_not_compile_alone_is_not_clean(self):
        if shutil.which("clang-tidy-19") is None:
            self.skipTest("no clang-tidy-19")
        with tempfile.TemporaryDirectory(dir=os.path.join(sources.ROOT, "build")) as folder:
            for text, clean in (("struct A { std::string name; };", False), ("#include <cstddef>\nstruct A { std::size_t a; };", True)):
                path = os.path.join(folder, "core", "planted.h")
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(LINES + "#pragma once\n" + text + "\n")
                name, is_clean, said = tidy.run(os.path.relpath(path, sources.ROOT), ["-std=c++23"])
                self.assertEqual(is_clean, clean, said)
                self.assertTrue(clean or "std" in said, said)

    def test_a_header_is_compiled_with_the_words_of_its_neighbour(self):
        words = {"app/flows/a.cpp": ["app"], "core/vault/b.cpp": ["vault"], "core/base/c.cpp": ["base"]}
        self.assertEqual(tidy.words_for("core/vault/x.h", words), ["vault"])
        self.assertEqual(tidy.words_for("core/vault/x.cpp", words), None)


if __name__ == "__main__":
    junit_main.run()
