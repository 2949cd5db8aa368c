// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "core/qr/writer.h"
#include "tests/app/flow_bench.h"

#include <QBuffer>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

using namespace watchword;
using namespace watchword::tests;
using namespace watchword::app;

namespace {

constexpr char githubLink[] = "otpauth://totp/GitHub:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";
constexpr char otherKey[] = "otpauth://totp/GitHub:alice?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=GitHub";
constexpr char bankLink[] = "otpauth://hotp/Bank:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank&counter=0";

QImage pictureOf(const QByteArray &text)
{
    return qr::writeCode(bytesOf(text))->convertToFormat(QImage::Format_RGB32).scaled(360, 360);
}

QString zeroInKey()
{
    return errorText({ErrorCode::InvalidBase32, QStringLiteral("0")}).sentence;
}

QImage besideEachOther(const QImage &left, const QImage &right)
{
    QImage both(900, 420, QImage::Format_RGB32);
    both.fill(Qt::white);
    QPainter painter(&both);
    painter.drawImage(20, 20, left);
    painter.drawImage(500, 20, right);
    painter.end();
    return both;
}

} // namespace

/// From what came in to what is saved, with the dialogs between.
class TestAddAccount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_link_becomes_a_card_with_its_code();
    void copying_the_code_saves_the_account();
    void the_site_accepted_it_saves_and_says_what_next();
    void closing_before_asks_whether_to_keep_it();
    void closing_after_copying_asks_nothing();
    void the_names_of_the_fields_are_saved();
    void an_account_without_any_name_is_not_saved();
    void a_counter_account_shows_no_code_until_saved();
    void the_same_key_is_said_and_not_added();
    void the_same_name_with_another_key_can_be_kept_beside();
    void the_same_name_with_another_key_can_replace();
    void a_second_link_is_counted_not_stacked();
    void a_keychain_that_fails_is_said_and_the_card_stays();
    void a_picture_file_with_one_code_becomes_a_card();
    void several_codes_become_a_list();
    void what_was_not_taken_of_a_text_is_in_the_list_data();
    void what_was_not_taken_of_a_text_is_in_the_list();
    void links_that_are_all_bad_are_all_explained();
    void a_picture_with_an_account_and_a_broken_code_becomes_a_list();
    void a_web_link_beside_an_account_is_told_on_the_card();
    void a_file_that_cannot_be_read_is_said_beside_the_codes_of_others();
    void the_same_key_twice_is_taken_once_data();
    void the_same_key_twice_is_taken_once();
    void accounts_of_a_trash_are_listed_and_not_chosen();
    void a_hostile_name_is_shown_as_plain_text();
    void bad_text_is_explained_and_changes_nothing_data();
    void bad_text_is_explained_and_changes_nothing();
    void bad_files_are_explained_and_change_nothing_data();
    void bad_files_are_explained_and_change_nothing();
    void cleanup();
};

namespace {

/// The site took the code, and what is said then is read.
bool accepted()
{
    return press(QStringLiteral("The site accepted it"))
        && QTest::qWaitFor([] { return named(QStringLiteral("Done")); }) && press(QStringLiteral("Done"));
}

} // namespace

void TestAddAccount::cleanup()
{
    // Closed dialogs delete themselves.
    QTRY_VERIFY(openDialogSays().isEmpty());
    QGuiApplication::clipboard()->clear();
}

void TestAddAccount::a_link_becomes_a_card_with_its_code()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QVERIFY(bench.flow.isOpen());
    QTRY_VERIFY(named(QStringLiteral("GitHub, code 287 082"))
                || named(QStringLiteral("GitHub, code 287 082, next code 359 152")));
    QCOMPARE(named<QLineEdit>(QStringLiteral("Name of the site"))->text(), QStringLiteral("GitHub"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("Your account there"))->text(), QStringLiteral("alice"));
    QTRY_COMPARE(QApplication::focusWidget(), named<QPushButton>(QStringLiteral("Copy code")));
    QCOMPARE(bench.saved(), 0);
}

void TestAddAccount::copying_the_code_saves_the_account()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QVERIFY(press(QStringLiteral("Copy code")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("287082"));
    QTRY_COMPARE(bench.saved(), 1);
    QVERIFY(bench.flow.isOpen());
}

void TestAddAccount::the_site_accepted_it_saves_and_says_what_next()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QVERIFY(press(QStringLiteral("The site accepted it")));
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral(" was added ")));
    QCOMPARE(bench.saved(), 1);
    // While the site's page is still open.
    QVERIFY(named(QStringLiteral("Save the site’s recovery codes")));
    QVERIFY(named(QStringLiteral("Set up a second way in")));
    QTRY_COMPARE(QApplication::focusWidget(), named<QPushButton>(QStringLiteral("Done")));
    QVERIFY(press(QStringLiteral("Done")));
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestAddAccount::closing_before_asks_whether_to_keep_it()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(named(QStringLiteral("Don’t keep")));
    QVERIFY(bench.flow.isOpen());
    QVERIFY(press(QStringLiteral("Don’t keep")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QCOMPARE(bench.saved(), 0);

    bench.openLink(githubLink);
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(named(QStringLiteral("Keep")));
    QVERIFY(press(QStringLiteral("Keep")));
    QTRY_COMPARE(bench.saved(), 1);
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestAddAccount::closing_after_copying_asks_nothing()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QVERIFY(press(QStringLiteral("Copy code")));
    QTRY_VERIFY(named(QStringLiteral("Close")));
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QCOMPARE(bench.saved(), 1);
}

void TestAddAccount::the_names_of_the_fields_are_saved()
{
    FlowBench bench;
    bench.openLink(githubLink);
    named<QLineEdit>(QStringLiteral("Name of the site"))->setText(QStringLiteral("  Work  "));
    QVERIFY(press(QStringLiteral("The site accepted it")));
    QTRY_COMPARE(bench.saved(), 1);
    QCOMPARE(bench.process.vault->accounts().first().issuer, QStringLiteral("Work"));
}

void TestAddAccount::an_account_without_any_name_is_not_saved()
{
    FlowBench bench;
    bench.openLink("otpauth://totp/?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    QVERIFY(press(QStringLiteral("Copy code")));
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QTRY_COMPARE(QApplication::focusWidget(), named<QLineEdit>(QStringLiteral("Name of the site")));
    QVERIFY(named(QStringLiteral("Write the name of the site, so that you find the account again.")));
    QCOMPARE(bench.saved(), 0);
}

void TestAddAccount::a_counter_account_shows_no_code_until_saved()
{
    FlowBench bench;
    bench.openLink(bankLink);
    QVERIFY(!named(QStringLiteral("Bank, code 755 224")));
    QVERIFY(press(QStringLiteral("Save and show the code")));
    QTRY_VERIFY(named(QStringLiteral("Bank, code 755 224")));
    QCOMPARE(bench.saved(), 1);
    QCOMPARE(std::get<otp::Hotp>(bench.process.vault->accounts().first().parameters).counter, quint64(1));
    QVERIFY(press(QStringLiteral("Copy code")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("755224"));
}

void TestAddAccount::the_same_key_is_said_and_not_added()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QVERIFY(accepted());
    bench.openLink(githubLink);
    QVERIFY(openDialogSays().contains(QStringLiteral("already here")));
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QCOMPARE(bench.saved(), 1);
}

void TestAddAccount::the_same_name_with_another_key_can_be_kept_beside()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QVERIFY(accepted());
    bench.openLink(otherKey);
    QVERIFY(press(QStringLiteral("The site accepted it")));
    QVERIFY(named(QStringLiteral("Replace")));
    QVERIFY(QApplication::focusWidget() != named(QStringLiteral("Replace")));
    QCOMPARE(bench.saved(), 1);
    QVERIFY(press(QStringLiteral("Keep both")));
    QTRY_COMPARE(bench.saved(), 2);
}

void TestAddAccount::the_same_name_with_another_key_can_replace()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QVERIFY(accepted());
    bench.openLink(otherKey);
    QVERIFY(press(QStringLiteral("The site accepted it")));
    QVERIFY(press(QStringLiteral("Replace")));
    QTRY_COMPARE(bench.process.vault->trashedAccounts().size(), 1);
    QCOMPARE(bench.saved(), 1);
}

void TestAddAccount::a_second_link_is_counted_not_stacked()
{
    FlowBench bench;
    bench.openLink(githubLink);
    bench.openLink(bankLink);
    bench.openLink(bankLink);
    QVERIFY(named(QStringLiteral("2 more links came in meanwhile. Open them again when this account is done.")));
    bench.flow.close();
    QTRY_VERIFY(!bench.flow.isOpen());
    QCOMPARE(bench.saved(), 0);
}

void TestAddAccount::a_keychain_that_fails_is_said_and_the_card_stays()
{
    FlowBench bench;
    for (int call = 1; call <= 4; ++call)
        bench.process.store.script(Call::Write, call, Behaviour::Fail);
    bench.openLink(githubLink);
    QVERIFY(press(QStringLiteral("The site accepted it")));
    QTRY_VERIFY(named(QStringLiteral("The change was not saved."))
                || named(QStringLiteral("The keychain answered with an error.")));
    QVERIFY(bench.flow.isOpen());
    QCOMPARE(bench.saved(), 0);
}

void TestAddAccount::a_picture_file_with_one_code_becomes_a_card()
{
    FlowBench bench;
    const QString path = bench.folder.filePath(QStringLiteral("code.png"));
    QVERIFY(pictureOf(githubLink).save(path));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(AddAccount::canOpen(data));
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Copy code")));
}

void TestAddAccount::several_codes_become_a_list()
{
    FlowBench bench;
    QMimeData data;
    data.setImageData(besideEachOther(pictureOf(githubLink), pictureOf(bankLink)));
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Add 2 accounts")));
    QVERIFY(press(QStringLiteral("Add 2 accounts")));
    QTRY_COMPARE(bench.saved(), 2);
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestAddAccount::what_was_not_taken_of_a_text_is_in_the_list_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("number");
    const QByteArray good = githubLink;
    const QByteArray broken = "otpauth://totp/x?secret=GEZD0NBV";
    const QString words = zeroInKey();
    QTest::newRow("a broken link behind") << good + '\n' + broken << words << 2;
    QTest::newRow("a broken link in front") << broken + '\n' + good << words << 1;
    QTest::newRow("a Google export") << good + "\notpauth-migration://offline?data=CgA"
                                     << QStringLiteral("There is no key in it, so it cannot make codes.") << 2;
    QTest::newRow("Duo") << "duo://abcdef-0123\n" + good << QStringLiteral("This code is for Duo Mobile") << 1;
}

void TestAddAccount::what_was_not_taken_of_a_text_is_in_the_list()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    QFETCH(int, number);
    FlowBench bench;
    bench.openLink(text.constData());
    QTRY_VERIFY(named(QStringLiteral("2 codes were found")));
    QVERIFY(named<QLabel>(says));
    QVERIFY(!named<QCheckBox>(QStringLiteral("%1: %2").arg(number).arg(says)));
    const auto *box = named<QCheckBox>(
        QStringLiteral("%1: GitHub, \u2068alice\u2069 · 6 digits, new every 30 seconds").arg(3 - number));
    QVERIFY(box && box->isChecked());
    QVERIFY(press(QStringLiteral("Add 1 account")));
    QTRY_COMPARE(bench.saved(), 1);
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestAddAccount::links_that_are_all_bad_are_all_explained()
{
    FlowBench bench;
    bench.openLink("otpauth://totp/x?secret=GEZD0NBV\notpauth://totp/y?issuer=z");
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("None of them can be added.")));
    QVERIFY(named<QLabel>(zeroInKey()));
    QVERIFY(named<QLabel>(QStringLiteral("There is no key in it, so it cannot make codes.")));
    QVERIFY(!named(QStringLiteral("Add 0 accounts")));
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestAddAccount::a_picture_with_an_account_and_a_broken_code_becomes_a_list()
{
    FlowBench bench;
    QMimeData data;
    data.setImageData(besideEachOther(pictureOf(githubLink), pictureOf("otpauth://totp/x?secret=GEZD0NBV")));
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Add 1 account")));
    QVERIFY(named<QLabel>(zeroInKey()));
    QVERIFY(press(QStringLiteral("Cancel")));
}

void TestAddAccount::a_web_link_beside_an_account_is_told_on_the_card()
{
    FlowBench bench;
    QMimeData data;
    data.setImageData(besideEachOther(pictureOf("https://cloud.example/poster"), pictureOf(githubLink)));
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Copy code")));
    QVERIFY(named(QStringLiteral("Also read, and left alone")));
    QVERIFY(named(QStringLiteral("This is a link to a web page: \u2068cloud.example\u2069.")));
    bench.flow.close();

    bench.openLink(githubLink);
    QVERIFY(named(QStringLiteral("Copy code")));
    QVERIFY(!named(QStringLiteral("Also read, and left alone")));
}

void TestAddAccount::a_file_that_cannot_be_read_is_said_beside_the_codes_of_others()
{
    FlowBench bench;
    const QString path = bench.folder.filePath(QStringLiteral("code.png"));
    QVERIFY(pictureOf(githubLink).save(path));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path), QUrl::fromLocalFile(bench.folder.filePath(QStringLiteral("gone.png")))});
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Add 1 account")));
    QVERIFY(named<QLabel>(QStringLiteral("The file is not there. Perhaps it was moved or renamed; choose it again.")));
    QVERIFY(press(QStringLiteral("Cancel")));
}

void TestAddAccount::the_same_key_twice_is_taken_once_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says"); // empty: the card comes
    const QByteArray trashed = QByteArray(githubLink) + "&codeDisplay=%7B%22trashed%22%3Atrue%7D";
    QTest::newRow("spelt otherwise") << QByteArray(githubLink) + '\n' + githubLink + "&digits=6&period=30" << QString();
    QTest::newRow("with another name") << QByteArray(githubLink) + '\n' + QByteArray(githubLink).replace("alice", "bob")
                                       << QStringLiteral("Same key as number 1");
    QTest::newRow("in a trash, then not") << trashed + '\n' + githubLink << QStringLiteral("Same key as number 2");
    QTest::newRow("twice in a trash, then not")
        << trashed + '\n' + trashed + "&digits=8\n" + githubLink << QStringLiteral("Same key as number 3");
}

void TestAddAccount::the_same_key_twice_is_taken_once()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    FlowBench bench;
    bench.openLink(text.constData());
    if (says.isEmpty()) {
        QTRY_VERIFY(named(QStringLiteral("The site accepted it")));
        QVERIFY(accepted());
    } else {
        QTRY_VERIFY(named<QLabel>(says));
        QVERIFY(press(QStringLiteral("Add 1 account")));
    }
    QTRY_COMPARE(bench.saved(), 1);
    QTRY_VERIFY(!bench.flow.isOpen());
    QCOMPARE(bench.process.vault->accounts().first().name, QStringLiteral("alice"));
}

void TestAddAccount::accounts_of_a_trash_are_listed_and_not_chosen()
{
    FlowBench bench;
    bench.openLink("otpauth://totp/Old:carol?secret=JBSWY3DP&codeDisplay=%7B%22trashed%22%3Atrue%7D\n"
                   "otpauth://totp/GitHub:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Git");
    QTRY_VERIFY(named(QStringLiteral("Add 1 account")));
    const auto *box = named<QCheckBox>(QStringLiteral("1: Old, \u2068carol\u2069 · 6 digits, new every 30 seconds"));
    QVERIFY(box && box->isEnabled() && !box->isChecked());
    QVERIFY(box->accessibleDescription().contains(QStringLiteral("From a trash")));
    QVERIFY(named<QLabel>(remarkText(accounts::Remark::MarkedTrashed)));
    QVERIFY(named<QLabel>(remarkText(accounts::Remark::ShortSecret)));
    QVERIFY(named<QLabel>(remarkText(accounts::Remark::IssuerDiffersFromLabel)));
    QVERIFY(press(QStringLiteral("Add 1 account")));
    QTRY_COMPARE(bench.saved(), 1);
    QCOMPARE(bench.process.vault->accounts().first().name, QStringLiteral("alice"));
}

void TestAddAccount::a_hostile_name_is_shown_as_plain_text()
{
    FlowBench bench;
    bench.openLink(
        "otpauth://totp/%3Cimg%20src%3Dx%3E%3Aeve%E2%80%AEnimda?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%3Cimg%20src%3Dx%3E");
    QCOMPARE(named<QLineEdit>(QStringLiteral("Name of the site"))->text(), QStringLiteral("<img src=x>"));
    const QString name = named<QLineEdit>(QStringLiteral("Your account there"))->text();
    QVERIFY(!name.contains(QChar(0x202E)));
    QVERIFY(name.contains(QChar(0xFFFD)));
}

void TestAddAccount::bad_text_is_explained_and_changes_nothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("web link") << QByteArray("https://cloud.example/login") << QStringLiteral("cloud.example");
    QTest::newRow("broken base32") << QByteArray("otpauth://totp/x?secret=GEZD0NBV") << QStringLiteral("the letter O?");
    QTest::newRow("unknown algorithm") << QByteArray("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&algorithm=MD5")
                                       << QStringLiteral("MD5");
    QTest::newRow("no secret") << QByteArray("otpauth://totp/x?issuer=y") << QStringLiteral("There is no key in it");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("There is nothing to read.");
    QTest::newRow("a sentence") << QByteArray("Dear all, please find attached") << QStringLiteral("not an account");
    QTest::newRow("Microsoft") << QByteArray("phonefactor://activate_account?code=1&url=https%3A%2F%2Fx")
                               << QStringLiteral("third-party software OATH tokens");
    QTest::newRow("Duo") << QByteArray("duo://abcdefghij0123456789-YXBp")
                         << QStringLiteral("works only with the app Duo Mobile");
    QTest::newRow("a used-up counter") << QByteArray(bankLink).replace("counter=0", "counter=9223372036854775807")
                                       << QStringLiteral("counter is not a number that can be");
    QTest::newRow("Google export") << QByteArray("otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8")
                                   << QStringLiteral("damaged or cut off");
}

void TestAddAccount::bad_text_is_explained_and_changes_nothing()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    FlowBench bench;
    bench.openLink(text.constData());
    QTRY_VERIFY2(openDialogSays().contains(says), qPrintable(openDialogSays()));
    QCOMPARE(bench.saved(), 0);
    bench.flow.close();
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestAddAccount::bad_files_are_explained_and_change_nothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("20 MB") << QByteArray(qsizetype{20} * 1024 * 1024, 'x') << QStringLiteral("too large");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\1\2\3",
                                          8)
                            << QStringLiteral("not a picture");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("nothing to read");
    QByteArray blank;
    QBuffer buffer(&blank);
    QImage picture(200, 200, QImage::Format_RGB32);
    picture.fill(Qt::white);
    picture.save(&buffer, "PNG");
    QTest::newRow("a picture without a code") << blank << QStringLiteral("no QR code in the picture");
}

void TestAddAccount::bad_files_are_explained_and_change_nothing()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    FlowBench bench;
    QFile file(bench.folder.filePath(QStringLiteral("file.png")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    bench.flow.openMime(&data);
    QTRY_VERIFY2(openDialogSays().contains(says), qPrintable(openDialogSays()));
    QCOMPARE(bench.saved(), 0);
    bench.flow.close();
    QTRY_VERIFY(!bench.flow.isOpen());
}

QTEST_MAIN(TestAddAccount)
#include "tst_add_account.moc"
