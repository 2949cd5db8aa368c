// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/likeness.h"
#include "core/accounts/search.h"

#include <QTest>

using namespace watchword;
using namespace watchword::accounts;

class TestSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_accounts_by_words_data();
    void finds_accounts_by_words();
    void folds_letters_data();
    void folds_letters();
    void finds_everything_without_words();
    void says_how_accounts_are_alike_data();
    void says_how_accounts_are_alike();
    void writes_and_reads_ids();
};

void TestSearch::finds_accounts_by_words_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *words, bool found) { QTest::newRow(words) << QString::fromUtf8(words) << found; };
    // Universität Zürich · Zoë.Müller@example.org · Arbeit
    row("uni", true);
    row("ZÜRICH", true);
    row("zurich", true);
    row("zu\u0308rich", true);
    row("muller", true);
    row("zoe zurich", true);
    row("zurich zoe arbeit", true);
    row("  zurich   zoe  ", true);
    row("zoë.mü", true);
    row("@example", true);
    row("arbeit", true);
    row("zürich nobody", false);
    row("universitätzürich", false);
    row("*", false);
    row(".*", false);
    row("github", false);
}

void TestSearch::finds_accounts_by_words()
{
    QFETCH(QString, words);
    QFETCH(bool, found);
    Account account;
    account.issuer = QStringLiteral("Universität Zürich");
    account.name = QStringLiteral("Zoë.Müller@example.org");
    account.group = QStringLiteral("Arbeit");
    QCOMPARE(Search(words).finds(searchableText(account)), found);
}

void TestSearch::folds_letters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *text, const char *plain) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(plain);
    };
    row("GitHub", "github");
    row("Straße", "strasse");
    row("STRASSE", "strasse");
    row("Ørsted", "orsted");
    row("Łódź", "lodz");
    row("Ærø", "aero");
    row("Œuvre", "oeuvre");
    row("Þór", "thor");
    row("Ðakovo", "dakovo");
    row("Ĳssel", "ijssel");
    row("ﬁn", "fin");
    row("Ⅻ", "xii");
    row("ΑΘΉΝΑ", "αθηνα");
    row("日本", "日本");
    row("مُحَمَّد", "محمد");
    row("𝐁𝐨𝐥𝐝", "bold");
}

void TestSearch::folds_letters()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QCOMPARE(folded(text), plain);
}

void TestSearch::finds_everything_without_words()
{
    QVERIFY(Search().isEmpty());
    QVERIFY(Search(QStringLiteral(" \t ")).isEmpty());
    QVERIFY(Search(QStringLiteral(" ")).finds(searchableText(Account())));
    QVERIFY(!Search(QStringLiteral("a")).finds(searchableText(Account())));
    QVERIFY(Search(QStringLiteral("Zürich A")) == Search(QStringLiteral(" zurich  a")));
}

void TestSearch::says_how_accounts_are_alike_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("isHotp");
    QTest::addColumn<int>("likeness");
    const auto row = [](const char *tag, const char *issuer, const char *name, const char *secret, bool isHotp,
                        Likeness l) {
        QTest::newRow(tag) << QString::fromUtf8(issuer) << QString::fromUtf8(name) << QByteArray(secret) << isHotp
                           << int(l);
    };
    row("the same in everything", "GitHub", "alice", "key", false, Likeness::SameSecret);
    row("the same key under another name", "Work", "a", "key", false, Likeness::SameSecret);
    row("the same key of another type", "Work", "a", "key", true, Likeness::None);
    row("the same key of another type, the same name", "GitHub", "alice", "key", true, Likeness::SameName);
    row("another key, the same name", "GitHub", "alice", "other", false, Likeness::SameName);
    row("another key, the name in other letters", "github ", " ALICE", "other", false, Likeness::SameName);
    row("another account there", "GitHub", "bob", "other", false, Likeness::None);
    row("another issuer", "GitLab", "alice", "other", false, Likeness::None);
    row("a longer key", "x", "y", "keykey", false, Likeness::None);
}

void TestSearch::says_how_accounts_are_alike()
{
    QFETCH(QString, issuer);
    QFETCH(QString, name);
    QFETCH(QByteArray, secret);
    QFETCH(bool, isHotp);
    QFETCH(int, likeness);
    Account known;
    known.issuer = QStringLiteral("GitHub");
    known.name = QStringLiteral("alice");
    Account offered;
    offered.issuer = issuer;
    offered.name = name;
    if (isHotp)
        offered.parameters = otp::Hotp{};
    const SecretBytes knownSecret = SecretBytes::copyOf(bytesOf("key"));
    const SecretBytes offeredSecret = SecretBytes::copyOf(bytesOf(secret));
    QCOMPARE(int(likenessOf(known, knownSecret, offered, offeredSecret)), likeness);
    QCOMPARE(int(likenessOf(offered, offeredSecret, known, knownSecret)), likeness);

    known.issuer.clear();
    known.name.clear();
    Account nameless;
    QCOMPARE(int(likenessOf(known, knownSecret, nameless, SecretBytes::copyOf(bytesOf("else")))), int(Likeness::None));
}

void TestSearch::writes_and_reads_ids()
{
    QCOMPARE(AccountId{0xABC}.toString(), QStringLiteral("0000000000000abc"));
    QCOMPARE(AccountId{~quint64(0)}.toString(), QStringLiteral("ffffffffffffffff"));
    QCOMPARE(AccountId::fromString(u"0000000000000ABC"), std::optional(AccountId{0xABC}));
    QVERIFY(AccountId::fromString(u"0000000000000000")->isNull());
    for (const QString &text :
         {QString(), QStringLiteral("abc"), QStringLiteral("0x00000000000abc"), QStringLiteral("+000000000000abc"),
          QStringLiteral("00000000000000abc"), QStringLiteral("000000000000 abc"), QStringLiteral("000000000000abcg")})
        QVERIFY2(!AccountId::fromString(text), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
