#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No banned construct is in the tree, and each check finds what is planted, and takes nothing else for it."""
import sys
import unittest

sys.dont_write_bytecode = True
import check_banned  # noqa: E402
import junit_main  # noqa: E402
import sources  # noqa: E402
from cpp_tokens import Source  # noqa: E402

# (rule, file, text): each must be found by its rule.
PLANTED = [
    ("exec", "app/flows/a.cpp", "dialog.exec();"),
    ("exec", "app/flows/a.cpp", "menu->exec /* here */\n(position);"),
    ("exec", "app/flows/a.cpp", "dialog.ex\\\nec();"),
    ("exec", "app/flows/a.cpp", "connect(action, &QAction::triggered, dialog, &QDialog::exec);"),
    ("exec", "core/vault/a.cpp", "QCoreApplication::exec();"),
    ("static dialog", "app/flows/a.cpp", "QMessageBox::\nwarning(this, a, b);"),
    ("static dialog", "app/flows/a.cpp", "const auto path = QFileDialog::getOpenFileName(this);"),
    ("static dialog", "app/flows/a.cpp", "QInputDialog::getText(this, a, b);"),
    ("QEventLoop", "core/platform/a.cpp", "#include <QEventLoop>"),
    ("QEventLoop", "core/platform/a.cpp", "QEventLoop loop;"),
    ("processEvents", "app/windows/a.cpp", "QCoreApplication::processEvents();"),
    ("waitFor…", "core/vault/a.cpp", "process.waitForFinished();"),
    ("waitFor…", "app/shell/a.cpp", "socket->\n    waitForReadyRead(100);"),
    ("sleep", "core/vault/a.cpp", "std::this_thread::sleep_for(1s);"),
    ("sleep", "core/vault/a.cpp", "::sleep(1);"),
    ("timer in a row", "app/widgets/account_delegate.h", "QTimer m_tick;"),
    ("timer in a row", "app/widgets/code_label.cpp", "startTimer(1000);"),
    ("timer in a row", "app/models/account_row.h", "void timerEvent(QTimerEvent *event) override;"),
    ("system", "app/flows/a.cpp", 'system("xdg-open x");'),
    ("system", "app/flows/a.cpp", 'return std::system("xdg-open x");'),
    ("system", "tests/core/a.cpp", "::system (command);"),
    ("system", "app/flows/a.cpp", 'popen("ls", "r");'),
    ("std::rand", "core/crypto/a.cpp", "int a = std::rand();"),
    ("std::rand", "tests/core/a.cpp", "srand(1);"),
    ("MD5, SHA-1", "app/composition/a.cpp", "QCryptographicHash::hash(a, QCryptographicHash::Sha1);"),
    ("MD5, SHA-1", "core/vault/a.cpp", "return QCryptographicHash::Md5;"),
    ("MD5, SHA-1", "core/crypto/a.cpp", "EVP_DigestInit(c, EVP_sha1());"),
    ("MD5, SHA-1", "core/crypto/a.cpp", "const EVP_MD *md = EVP_md5();"),
    ("MD5, SHA-1", "core/crypto/a.cpp", "crypto::Hash::Sha1"),
    ("MD5, SHA-1", "core/crypto/a.cpp", 'EVP_MD_fetch(nullptr, "SH" "A-1", nullptr);'),
    ("setInsecureFallback", "core/platform/a.cpp", "job->setInsecureFallback(true);"),
    ("ignoreSslErrors", "core/platform/a.cpp", "connect(r, &QNetworkReply::sslErrors, r, [r] { r->ignoreSslErrors(); });"),
    ("ignoreSslErrors", "core/platform/a.cpp", "configuration.setPeerVerifyMode(QSslSocket::VerifyNone);"),
    ("debug output of accounts", "core/accounts/a.h", "QDebug operator<<(QDebug debug, const Account &account);"),
    ("debug output of accounts", "core/accounts/a.h", "QDebug operator<<(\n    QDebug debug,\n    const accounts::Proposal &);"),
    ("debug output of accounts", "tests/support/a.h", "std::ostream &operator<<(std::ostream &o, const watchword::SecretBytes &s);"),
    ("debug output of accounts", "tests/support/a.h", "template <> char *QTest::toString<SecretBytes>(const SecretBytes &);"),
    ("debug output of accounts", "tests/support/a.h", "char *toString(const accounts::Account &account);"),
    ("print", "core/vault/a.cpp", 'std::cerr << "x";'),
    ("print", "app/flows/a.cpp", 'std::fprintf(stderr, "x");'),
    ("private log line", "core/vault/a.cpp", "qDebug() << account;"),
    ("private log line", "core/vault/a.cpp", 'qCWarning(log, "%s", qUtf8Printable(proposal.account.issuer));'),
    ("private log line", "core/vault/a.cpp", 'qWarning() << "the link"\n    << 12\n    << uriText;'),
    ("private log line", "core/vault/a.cpp", "qInfo() << m_password.size();"),
    ("environment", "core/vault/a.cpp", 'qgetenv("EDITOR");'),
    ("environment", "core/vault/a.cpp", 'std::getenv(\n    "WATCHWORD_DEBUG"\n);'),
    ("environment", "core/vault/a.cpp", 'qEnvironmentVariableIsSet("DISP" "LAYS");'),
    ("environment", "core/vault/a.cpp", "qEnvironmentVariable(name);"),
    ("environment", "core/vault/a.cpp", "const auto read = &qgetenv;"),
    ("environment", "core/vault/a.cpp", "QProcessEnvironment::systemEnvironment();"),
    ("environment", "core/vault/a.cpp", "for (char **one = environ; *one; ++one) {}"),
    ("environment", "app/shell/a.cpp", 'qputenv("LD_PRELOAD", "x");'),
]

# Each must pass.
GOOD = [
    ("app/flows/a.cpp", "// dialog.exec();\n/* QEventLoop loop;\n processEvents(); */ dialog.open();"),
    ("app/flows/a.cpp", 'const char *help = "exec( QEventLoop system(";\nauto raw = R"(std::rand() )" "waitForX(";'),
    ("app/flows/a.cpp", "executor.execute(); QMessageBox box(QMessageBox::Critical, a, b);"),
    ("app/flows/a.cpp", "QLocale::system(); locale.system(); QRandomGenerator::system(); errors.operand();"),
    ("app/dialogs/a.cpp", "otp::Algorithm::Sha1; QCryptographicHash::Sha256; Hash::Sha512; sha128();"),
    ("core/otp/a.cpp", "Hash::Sha1; constexpr auto name = \"SHA1\";"),
    ("core/transfer/a.cpp", "QCryptographicHash::Md5"),
    ("app/dialogs/a.cpp", "QTimer m_wait; // not a row"),
    ("app/widgets/a.cpp", "connect(&ticker, &CodeTicker::ticked, this, &List::repaint);"),
    ("core/vault/a.cpp", 'qCWarning(vaultLog) << "the keychain answered" << int(error.code) << host;'),
    ("core/base/a.h", "QDataStream &operator<<(QDataStream &out, Colour colour); int x = 1 << account;"),
    ("app/platform/a.cpp", 'qgetenv("DISPLAY"); qEnvironmentVariable("XDG_RUNTIME_DIR", "x");'),
    ("core/base/a.cpp", "int million = 1'000'000; char quote = '\"'; char other = '\\'';  // \" exec("),
]


class Tree(unittest.TestCase):
    def test_nothing_banned_is_in_the_tree(self):
        bad = check_banned.troubles({name: sources.read(name) for name in sources.files() if name.endswith((".h", ".cpp"))},
                                    sources.read(check_banned.ENVIRONMENT))
        self.assertEqual(bad, [], "\n".join(map(str, bad)))


class Planted(unittest.TestCase):
    """Beside what is planted every allowance is reported as unused: those have line 0."""

    def found(self, name, text, environment=None):
        environment = sources.read(check_banned.ENVIRONMENT) if environment is None else environment
        return [(rule, line) for _, line, rule, _ in check_banned.troubles({name: text}, environment) if line]

    def test_every_planted_construct_is_found(self):
        missed = [(rule, text) for rule, name, text in PLANTED if rule not in [one for one, _ in self.found(name, text)]]
        self.assertEqual(missed, [])

    def test_every_rule_has_something_planted(self):
        self.assertEqual({rule.name for rule in check_banned.RULES} | {"private log line", "environment"},
                         {rule for rule, _, _ in PLANTED})

    def test_nothing_good_is_found(self):
        self.assertEqual([(text, self.found(name, text)) for name, text in GOOD if self.found(name, text)], [])

    def test_the_line_is_named(self):
        self.assertEqual(self.found("app/flows/a.cpp", "/*\n\n*/ int a; \\\n int b;\ndialog.\n  exec();"), [("exec", 6)])

    def test_a_file_that_may_is_not_any_file(self):
        self.assertEqual(self.found("app/cli/main.cpp", "return QCoreApplication::exec();"), [])
        self.assertEqual(len(self.found("app/cli/program.cpp", "return QCoreApplication::exec();")), 1)

    def test_an_allowance_that_nobody_needs_is_found(self):
        bad = check_banned.troubles({"app/cli/main.cpp": "int main() {}"}, "NOBODY reads it\n")
        self.assertIn(("app/cli/main.cpp", 0, "exec", "is allowed here and not used"), bad)
        self.assertIn((check_banned.ENVIRONMENT, 0, "environment", "NOBODY is read nowhere"), bad)

    def test_a_variable_without_its_reason_is_found(self):
        self.assertEqual(len(self.found("core/vault/a.cpp", 'qgetenv("HOME");', "HOME\n")), 1)
        self.assertEqual(len(self.found("core/vault/a.cpp", 'qgetenv("HOME");', "HOME where the vault lies\n")), 0)

    def test_strings_beside_each_other_are_one(self):
        self.assertEqual(list(Source('f("a" /* b */ "c"\nR"x(d"))x", "e")').strings.values()), ['acd")', "e"])


if __name__ == "__main__":
    junit_main.run()
