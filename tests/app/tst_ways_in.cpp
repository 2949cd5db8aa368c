// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/code_reader.h"
#include "app/support/error_text.h"
#include "app/widgets/parts_view.h"
#include "core/qr/reader.h"
#include "core/qr/writer.h"
#include "tests/app/flow_bench.h"
#include "tests/support/drawings.h"
#include "tests/support/migration_data.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include <sys/stat.h>

using namespace watchword;
using namespace watchword::tests;
using namespace watchword::app;

namespace {

constexpr char githubLink[] = "otpauth://totp/GitHub:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";
constexpr char bareKey[] = "jbsw y3dp ehpk 3pxp";

QImage pictureOf(const QList<QByteArray> &texts)
{
    QImage picture(20 + 520 * int(texts.size()), 540, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int i = 0; i < int(texts.size()); ++i)
        painter.drawImage(QRect(20 + 520 * i, 20, 500, 500), *qr::writeCode(bytesOf(texts[i])));
    painter.end();
    return picture;
}

QByteArray part(int size, int index, qint64 batchId = 7, int accounts = 2)
{
    return migrationPart(size, index, batchId, accounts).link();
}

QUrl saved(const FlowBench &bench, const char *name, const QImage &picture)
{
    const QString path = bench.folder.filePath(QLatin1String(name));
    picture.save(path);
    return QUrl::fromLocalFile(path);
}

QUrl saved(const FlowBench &bench, const char *name, const QByteArray &text)
{
    const QString path = bench.folder.filePath(QLatin1String(name));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return QUrl::fromLocalFile(path);
}

QStringList boxes(bool chosen)
{
    QStringList names;
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        const auto *box = qobject_cast<QCheckBox *>(widget);
        if (box && box->isVisible() && !box->isTristate() && box->isChecked() == chosen)
            names << box->accessibleName()
                         .section(QLatin1String(": "), 1)
                         .section(QStringLiteral(" ·"), 0, 0)
                         .remove(QChar(0x2068))
                         .remove(QChar(0x2069));
    }
    names.sort();
    return names;
}

QDialog *openDialog()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *dialog = qobject_cast<QDialog *>(window); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QStringList names(const QList<accounts::Account> &accounts)
{
    QStringList names;
    for (const accounts::Account &account : accounts)
        names << account.name;
    return names;
}

} // namespace

/// Everything that can be dropped, pasted, opened or linked, and exports that come in several pieces.
class TestWaysIn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void everything_simple_is_taken_data();
    void everything_simple_is_taken();
    void what_cannot_be_opened_is_said_in_words_data();
    void what_cannot_be_opened_is_said_in_words();
    void a_drag_is_judged_by_its_look_data();
    void a_drag_is_judged_by_its_look();
    void a_picture_of_another_kind_is_not_decoded();
    void what_is_in_a_pdf_is_said_data();
    void what_is_in_a_pdf_is_said();
    void outlines_stay_on_the_codes_of_a_large_picture();
    void several_files_are_one_list();
    void a_notice_gives_way_to_what_is_dropped_or_pasted();
    void a_card_does_not_give_way();
    void a_link_in_the_field_of_the_key_is_taken_data();
    void a_link_in_the_field_of_the_key_is_taken();
    void nothing_is_taken_while_the_vault_is_not_open();
    void an_export_of_one_code_is_picked_in_a_list();
    void an_export_of_one_account_is_a_list_too();
    void the_list_names_what_is_there_and_what_cannot_be();
    void all_or_none_can_be_chosen();
    void parts_in_one_picture_are_one_list();
    void a_part_asks_for_the_others_until_all_are_there();
    void a_repeated_part_is_said();
    void what_is_there_can_be_taken_without_the_rest();
    void two_exports_are_kept_apart();
    void other_accounts_are_kept_meanwhile();
    void a_failed_try_comes_back_to_the_parts_data();
    void a_failed_try_comes_back_to_the_parts();
    void closing_forgets_the_parts();
    void a_code_that_holds_many_has_one_outline();
};

void TestWaysIn::cleanup()
{
    QTRY_VERIFY(openDialogSays().isEmpty());
    QGuiApplication::clipboard()->clear();
}

void TestWaysIn::everything_simple_is_taken_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("way");
    for (const char *kind : {"picture", "picture file", "picture data", "drawing file", "drawing data", "pdf file",
                             "pdf data", "text file", "link", "address", "long text", "bare key", "data address",
                             "drawing's address", "drawing's plain address"}) {
        for (const char *way : {"drop", "paste"})
            QTest::addRow("%s, %s", kind, way) << QString::fromLatin1(kind) << QString::fromLatin1(way);
    }
}

void TestWaysIn::everything_simple_is_taken()
{
    QFETCH(QString, kind);
    QFETCH(QString, way);
    FlowBench bench;
    auto data = std::make_unique<QMimeData>();
    if (kind == QLatin1String("picture"))
        data->setImageData(pictureOf({githubLink}));
    else if (kind == QLatin1String("picture file"))
        data->setUrls({saved(bench, "a ü.png", pictureOf({githubLink}))});
    else if (kind == QLatin1String("picture data"))
        data->setData(QStringLiteral("image/png"), png(pictureOf({githubLink})));
    else if (kind == QLatin1String("drawing file"))
        data->setUrls({saved(bench, "a ü.svg", svgOf(githubLink))});
    else if (kind == QLatin1String("drawing data"))
        data->setData(QStringLiteral("image/svg+xml"), svgOf(githubLink));
    else if (kind == QLatin1String("pdf file"))
        data->setUrls({saved(bench, "a ü.pdf", pdf({githubLink}))});
    else if (kind == QLatin1String("pdf data"))
        data->setData(QStringLiteral("application/pdf"), pdf({githubLink}));
    else if (kind == QLatin1String("text file"))
        data->setUrls({saved(bench, "links.txt", QByteArray("# mine\r\n") + githubLink + "\r\n")});
    else if (kind == QLatin1String("link"))
        data->setText(QLatin1String(githubLink));
    else if (kind == QLatin1String("address")) // as a browser's link is dragged
        data->setData(QStringLiteral("text/uri-list"), QByteArray(githubLink) + "%2B%26\r\n");
    else if (kind == QLatin1String("long text"))
        data->setText(QStringLiteral("Dear Ms Example, ").repeated(20) + QLatin1String("\nyour link: ")
                      + QLatin1String(githubLink));
    else if (kind == QLatin1String("bare key"))
        data->setText(QLatin1String(bareKey));
    else if (kind == QLatin1String("data address"))
        data->setData(QStringLiteral("text/uri-list"),
                      "data:image/png;base64," + png(pictureOf({githubLink})).toBase64() + "\r\n");
    else if (kind == QLatin1String("drawing's address"))
        data->setText(QLatin1String("data:image/svg+xml;base64,") + QString::fromLatin1(svgOf(githubLink).toBase64()));
    else
        data->setText(QLatin1String("data:image/svg+xml;charset=utf-8,")
                      + QString::fromLatin1(svgOf(githubLink).toPercentEncoding(" ='/:,")));
    QVERIFY(AddAccount::canOpen(*data));
    if (way == QLatin1String("drop")) {
        bench.flow.openMime(data.get());
        data.reset(); // a drag's data goes with the drag
    } else {
        QGuiApplication::clipboard()->setMimeData(data.release());
        bench.flow.paste();
    }
    QTRY_VERIFY(named(QStringLiteral("Copy code")));
    QCOMPARE(bench.saved(), 0);
    if (kind == QLatin1String("address")) { // with its name as it was written
        QVERIFY(press(QStringLiteral("The site accepted it")));
        QTRY_COMPARE(bench.saved(), 1);
        QCOMPARE(bench.process.vault->accounts().first().issuer, QStringLiteral("GitHub+&"));
    }
}

void TestWaysIn::what_cannot_be_opened_is_said_in_words_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("says");
    QTest::newRow("another host") << QStringLiteral("file://server/share/code.png")
                                  << QStringLiteral("lies on another computer");
    QTest::newRow("a folder") << QStringLiteral("FOLDER") << QStringLiteral("That is not a file");
    QTest::newRow("a pipe") << QStringLiteral("PIPE") << QStringLiteral("That is not a file");
    QTest::newRow("a device") << QStringLiteral("file:///dev/zero") << QStringLiteral("That is not a file");
    QTest::newRow("gone") << QStringLiteral("file:///nowhere/code.png") << QStringLiteral("The file is not there");
    QTest::newRow("a web page") << QStringLiteral("https://example.org/code.png") << QStringLiteral("example.org");
    QTest::newRow("no picture in it") << QStringLiteral("data:image/png;base64,AAAA")
                                      << QStringLiteral("not a picture");
    QTest::newRow("nothing in it") << QStringLiteral("data:image/png;base64,")
                                   << QStringLiteral("There is nothing to read");
    QTest::newRow("no comma in it") << QStringLiteral("data:image/png") << QStringLiteral("not a picture");
    QTest::newRow("half a drawing") << QStringLiteral("data:image/svg+xml,<svg><g>")
                                    << QStringLiteral("The SVG picture is damaged");
    QTest::newRow("a pdf in name") << QStringLiteral("data:application/pdf,%25PDF-1.4")
                                   << QStringLiteral("The PDF is damaged");
}

void TestWaysIn::what_cannot_be_opened_is_said_in_words()
{
    QFETCH(QString, address);
    QFETCH(QString, says);
    FlowBench bench;
    QUrl url(address);
    if (address == QLatin1String("FOLDER"))
        url = QUrl::fromLocalFile(bench.folder.path());
    if (address == QLatin1String("PIPE")) {
        url = QUrl::fromLocalFile(bench.folder.filePath(QStringLiteral("pipe.png")));
        QCOMPARE(::mkfifo(QFile::encodeName(url.toLocalFile()).constData(), 0600), 0);
    }
    QMimeData data;
    data.setUrls({url});
    QVERIFY(AddAccount::canOpen(data));
    bench.flow.openMime(&data);
    QTRY_VERIFY2(openDialogSays().contains(says), qPrintable(openDialogSays()));
    QCOMPARE(bench.saved(), 0);
    bench.flow.close();
}

void TestWaysIn::a_drag_is_judged_by_its_look_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("canOpen");
    QTest::newRow("a link") << QString::fromLatin1(githubLink) << true;
    QTest::newRow("an export") << QString::fromLatin1(part(2, 0)) << true;
    QTest::newRow("another link, to be explained") << QStringLiteral("https://example.org") << true;
    QTest::newRow("a link far inside") << QStringLiteral("x ").repeated(500) + QLatin1String(githubLink) << true;
    QTest::newRow("words") << QStringLiteral("Tax office") << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestWaysIn::a_drag_is_judged_by_its_look()
{
    QFETCH(QString, text);
    QFETCH(bool, canOpen);
    QMimeData data;
    data.setText(text);
    QCOMPARE(AddAccount::canOpen(data), canOpen);
}

// As an old program on X11 gives it: Qt offers to decode it with whatever plug-in it has.
void TestWaysIn::a_picture_of_another_kind_is_not_decoded()
{
    FlowBench bench;
    QMimeData data;
    data.setImageData(pictureOf({githubLink}));
    data.setData(QStringLiteral("image/tiff"), "II*");
    QVERIFY(AddAccount::canOpen(data));
    bench.flow.openMime(&data);
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("not a picture")));
    bench.flow.close();
}

void TestWaysIn::what_is_in_a_pdf_is_said_data()
{
    QTest::addColumn<QList<QByteArray>>("pages");
    QTest::addColumn<QString>("says");
    const QByteArray other = "otpauth://totp/Two:b?secret=JBSWY3DPEHPK3PXP";
    const QList<QByteArray> many(21, QByteArray());
    QTest::newRow("nothing") << QList<QByteArray>{{}, {}} << QStringLiteral("There is no QR code in the PDF.");
    QTest::newRow("nothing on the first pages")
        << many << QStringLiteral("There is no QR code on the first 20 pages of the PDF");
    QTest::newRow("an account, and more pages")
        << (QList<QByteArray>{githubLink} + many) << errorText({ErrorCode::PagesLeftOut, {}}).whole();
    QTest::newRow("two accounts on two pages")
        << QList<QByteArray>{githubLink, {}, other} << QStringLiteral("2 codes were found");
    QTest::newRow("the same code on two pages")
        << QList<QByteArray>{githubLink, githubLink} << QStringLiteral("Copy code");
}

void TestWaysIn::what_is_in_a_pdf_is_said()
{
    QFETCH(QList<QByteArray>, pages);
    QFETCH(QString, says);
    FlowBench bench;
    QMimeData data;
    data.setUrls({saved(bench, "pages.pdf", pdf(pages, 9, QPageSize(QSizeF(40, 10), QPageSize::Millimeter)))});
    bench.flow.openMime(&data);
    QTRY_VERIFY2(openDialogSays().contains(says) || named<QLabel>(says) || named(says), qPrintable(openDialogSays()));
    // Said only when it is so.
    const bool hasMore = named<QLabel>(errorText({ErrorCode::PagesLeftOut, {}}).whole()) != nullptr;
    QCOMPARE(hasMore, pages.size() > 21);
    bench.flow.close();
}

// What is kept to be looked at is smaller.
void TestWaysIn::outlines_stay_on_the_codes_of_a_large_picture()
{
    FlowBench bench;
    QImage large(4000, 3000, QImage::Format_RGB32);
    large.fill(Qt::white);
    QPainter painter(&large);
    painter.drawImage(QRect(2600, 500, 900, 900), *qr::writeCode(bytesOf(QByteArrayView(githubLink))));
    painter.end();
    std::optional<CodeReading> reading;
    readFiles({saved(bench, "large.png", large).toLocalFile()}, &bench.window,
              [&reading](CodeReading read) { reading = std::move(read); });
    QTRY_VERIFY(reading);
    QCOMPARE(reading->pictures.size(), 1);
    QCOMPARE(reading->pictures[0].size(), QSize(1600, 1200));
    const std::vector<qr::Found> again = qr::readCodes(reading->pictures[0]);
    QCOMPARE(again.size(), 1);
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY((again[0].corners[i] - reading->texts[0].corners[i]).manhattanLength() <= 6);
}

void TestWaysIn::several_files_are_one_list()
{
    FlowBench bench;
    QMimeData data;
    data.setUrls({saved(bench, "1.png", pictureOf({githubLink, "otpauth://totp/Two:b?secret=JBSWY3DPEHPK3PXP"})),
                  saved(bench, "2.txt", QByteArray("otpauth://totp/Three:c?secret=JBSWY3DPEHPK3PXPGE")),
                  QUrl(QStringLiteral("file://server/share/4.png")), saved(bench, "blank.png", pictureOf({})),
                  saved(bench, "3.png", pictureOf({part(1, 0)})),
                  saved(bench, "5.svg", svgOf("otpauth://totp/Five:e?secret=JBSWY3DPEHPK3PXPGI")),
                  saved(bench, "6.pdf", pdf({{}, "otpauth://totp/Six:f?secret=JBSWY3DPEHPK3PXPGM"}))});
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Add 7 accounts")));
    QVERIFY(press(QStringLiteral("Add 7 accounts")));
    QTRY_COMPARE(bench.saved(), 7);
}

void TestWaysIn::a_notice_gives_way_to_what_is_dropped_or_pasted()
{
    FlowBench bench;
    bench.openLink("hello world");
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("not an account")));
    QGuiApplication::clipboard()->setText(QLatin1String(githubLink));
    QTRY_COMPARE(QApplication::activeWindow(), openDialog());
    QTest::keyClick(openDialog(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(named(QStringLiteral("Copy code")));
    bench.flow.close();
    QTRY_VERIFY(!bench.flow.isOpen());

    bench.flow.openText(SecretBytes());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("nothing to read")));
    QWidget *notice = openDialog();
    QMimeData data;
    data.setText(QLatin1String(githubLink));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(notice, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent release(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(notice, &release);
    QTRY_VERIFY(named(QStringLiteral("Copy code")));
}

void TestWaysIn::a_card_does_not_give_way()
{
    FlowBench bench;
    bench.openLink(githubLink);
    QTRY_VERIFY(named(QStringLiteral("Copy code")));
    bench.openLink(part(2, 0).constData());
    QVERIFY(named(QStringLiteral("Copy code")));
    QVERIFY(!openDialogSays().contains(QStringLiteral("scan the next one")));
}

void TestWaysIn::a_link_in_the_field_of_the_key_is_taken_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("opens");
    QTest::newRow("an account") << QByteArray(githubLink) << QStringLiteral("Copy code");
    QTest::newRow("one of two parts") << part(2, 0) << QStringLiteral("Go on with these 2 accounts");
    QTest::newRow("a whole export, longer than any key") << part(1, 0, 7, 40) << QStringLiteral("Add 40 accounts");
}

void TestWaysIn::a_link_in_the_field_of_the_key_is_taken()
{
    QFETCH(QByteArray, link);
    QFETCH(QString, opens);
    FlowBench bench;
    for (const bool isTyped : {false, true}) {
        bench.flow.typeKey();
        auto *key = named<QLineEdit>(QStringLiteral("Key"));
        QVERIFY(key);
        if (isTyped && link.size() < 100) {
            QTest::keyClicks(key, QString::fromLatin1(link));
            QVERIFY(!named(opens));
            QVERIFY(press(QStringLiteral("Next")));
        } else {
            QGuiApplication::clipboard()->setText(QString::fromLatin1(' ' + link + '\n'));
            key->paste();
        }
        QTRY_VERIFY(named(opens));
        QVERIFY(!named<QLineEdit>(QStringLiteral("Key")));
        QCOMPARE(bench.saved(), 0);
        bench.flow.close();
        QTRY_VERIFY(!bench.flow.isOpen());
    }
    // A key stays where it is.
    bench.flow.typeKey();
    named<QLineEdit>(QStringLiteral("Key"))->setText(QLatin1String(bareKey));
    QVERIFY(named<QLineEdit>(QStringLiteral("Key")) && !named(QStringLiteral("Copy code")));
}

void TestWaysIn::nothing_is_taken_while_the_vault_is_not_open()
{
    FlowBench bench;
    QTemporaryDir folder;
    VaultProcess<ScriptedKeyStore> closed(folder.path(), std::make_shared<Keychain>());
    SignInBench signIns(*closed.vault, closed.clock);
    AddAccount flow({*closed.vault, bench.clipboard, closed.clock, bench.theme, bench.window}, signIns.ports());
    QMimeData data;
    data.setText(QLatin1String(githubLink));
    flow.openMime(&data);
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("Your accounts are not open.")));
    flow.close();
    // A link that starts the program waits for the keychain.
    flow.openText(SecretBytes::copyOf(bytesOf(QByteArrayView(githubLink))));
    QVERIFY(!flow.isOpen());
    closed.open();
    QTRY_VERIFY(named(QStringLiteral("Copy code")));
    flow.close();
}

void TestWaysIn::an_export_of_one_code_is_picked_in_a_list()
{
    FlowBench bench;
    bench.openLink(part(1, 0, -5, 3).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("3 accounts were read")));
    QCOMPARE(bench.saved(), 0);
    named<QCheckBox>(QStringLiteral("2: Acme, \u2068user01\u2069 · 6 digits, new every 30 seconds"))->setChecked(false);
    QVERIFY(press(QStringLiteral("Add 2 accounts")));
    QTRY_COMPARE(bench.saved(), 2);
    QCOMPARE(names(bench.process.vault->accounts()), QStringList({QStringLiteral("user00"), QStringLiteral("user02")}));
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestWaysIn::an_export_of_one_account_is_a_list_too()
{
    FlowBench bench;
    bench.openLink(part(1, 0, -5, 1).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 account was read")));
    QVERIFY(!named(QStringLiteral("Copy code")));
    QVERIFY(press(QStringLiteral("Add 1 account")));
    QTRY_COMPARE(bench.saved(), 1);
}

void TestWaysIn::the_list_names_what_is_there_and_what_cannot_be()
{
    FlowBench bench;
    const auto account = [](const char *key, const char *name) { return migrationAccount(key, name, "Shop"); };
    bench.openLink(MigrationMessage().message(1, account("a key of twenty bytes", "Shop:known")).link().constData());
    QTRY_VERIFY(named(QStringLiteral("Add 1 account")));
    QVERIFY(press(QStringLiteral("Add 1 account")));
    QTRY_VERIFY(!bench.flow.isOpen());
    bench.openLink(MigrationMessage()
                       .message(1, account("a key of twenty bytes", "Shop:known"))
                       .message(1, account("another key of those", "Shop:new"))
                       .message(1, account("one more of those keys", "Shop:md5").number(4, 4))
                       .message(1, account("", "Shop:none"))
                       .link()
                       .constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("4 accounts were read One of them can be added.")));
    QVERIFY(named<QLabel>(QStringLiteral("Already here")));
    QVERIFY(named<QLabel>(QStringLiteral("Shop:md5")));
    QVERIFY(named<QLabel>(errorText({ErrorCode::UnknownAlgorithm, QStringLiteral("MD5")}).whole()));
    QVERIFY(named<QLabel>(QStringLiteral("Shop:none")));
    QCOMPARE(boxes(true), QStringList{QStringLiteral("Shop, new")});
    QCOMPARE(boxes(false), QStringList());
    QVERIFY(press(QStringLiteral("Add 1 account")));
    QTRY_COMPARE(bench.saved(), 2);
}

void TestWaysIn::all_or_none_can_be_chosen()
{
    FlowBench bench;
    bench.openLink(part(1, 0, 5, 3).constData());
    auto *all = [] { return named<QCheckBox>(QStringLiteral("All 3 accounts")); }();
    QTRY_VERIFY(all);
    QCOMPARE(all->checkState(), Qt::Checked);
    QTest::keyClick(all, Qt::Key_Space);
    QCOMPARE(all->checkState(), Qt::Unchecked);
    QCOMPARE(boxes(true), QStringList());
    QVERIFY(!press(QStringLiteral("Add 0 accounts")));
    named<QCheckBox>(QStringLiteral("2: Acme, \u2068user01\u2069 · 6 digits, new every 30 seconds"))->click();
    QCOMPARE(all->checkState(), Qt::PartiallyChecked);
    QTest::keyClick(all, Qt::Key_Space);
    QCOMPARE(all->checkState(), Qt::Checked);
    QVERIFY(press(QStringLiteral("Add 3 accounts")));
    QTRY_COMPARE(bench.saved(), 3);
}

void TestWaysIn::parts_in_one_picture_are_one_list()
{
    FlowBench bench;
    QMimeData data;
    data.setImageData(pictureOf({part(3, 2), part(3, 0), part(3, 1)}));
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Add 6 accounts")));
    QVERIFY(press(QStringLiteral("Add 6 accounts")));
    QTRY_COMPARE(bench.saved(), 6);
    QCOMPARE(names(bench.process.vault->accounts()),
             QStringList({QStringLiteral("user00"), QStringLiteral("user01"), QStringLiteral("user10"),
                          QStringLiteral("user11"), QStringLiteral("user20"), QStringLiteral("user21")}));
}

// A link, a drop on the page, and Ctrl+V on it.
void TestWaysIn::a_part_asks_for_the_others_until_all_are_there()
{
    FlowBench bench;
    bench.openLink(part(3, 1).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 3 – scan the next one")));
    QVERIFY(named<PartsView>(QStringLiteral("2 accounts were read. Parts 1 and 3 of 3 are missing.")));
    QTRY_COMPARE(QApplication::focusWidget(), named<QPushButton>(QStringLiteral("Scan the screen")));
    for (const char *way : {"Open a picture file", "Paste", "Go on with these 2 accounts", "Close"})
        QVERIFY(named<QPushButton>(QLatin1String(way)));
    QMimeData data;
    data.setUrls({saved(bench, "3.png", pictureOf({part(3, 2)}))});
    bench.flow.openMime(&data);
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("2 of 3 – scan the next one")));
    QVERIFY(named<PartsView>(QStringLiteral("4 accounts were read. Part 1 of 3 is missing.")));
    QGuiApplication::clipboard()->setText(QString::fromLatin1(part(3, 0)));
    QTRY_COMPARE(QApplication::activeWindow(), openDialog());
    QTest::keyClick(openDialog(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(named(QStringLiteral("Add 6 accounts")));
    QVERIFY(!openDialogSays().contains(QStringLiteral("missing")));
    QCOMPARE(bench.saved(), 0);
    QVERIFY(press(QStringLiteral("Add 6 accounts")));
    QTRY_COMPARE(bench.saved(), 6);
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestWaysIn::a_repeated_part_is_said()
{
    FlowBench bench;
    bench.openLink(part(2, 0).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2")));
    QVERIFY(!openDialogSays().contains(QStringLiteral("read before")));
    bench.openLink(part(2, 0).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("This one had been read before.")));
    QVERIFY(openDialogSays().contains(QStringLiteral("1 of 2")));
    bench.flow.close();
}

void TestWaysIn::what_is_there_can_be_taken_without_the_rest()
{
    FlowBench bench;
    bench.openLink((part(4, 3) + '\n' + part(4, 0)).constData());
    QTRY_VERIFY(named(QStringLiteral("Go on with these 4 accounts")));
    QVERIFY(press(QStringLiteral("Go on with these 4 accounts")));
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("Parts 2 and 3 of 4 are missing.")));
    QVERIFY(named<QLabel>(QStringLiteral("Parts 2 and 3 of 4 are missing.")));
    QVERIFY(press(QStringLiteral("Add 4 accounts")));
    QTRY_COMPARE(bench.saved(), 4);
    QTRY_VERIFY(!bench.flow.isOpen());
    // What is missing can come later; it begins anew.
    bench.openLink(part(4, 1).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 4")));
    bench.flow.close();
}

void TestWaysIn::two_exports_are_kept_apart()
{
    FlowBench bench;
    bench.openLink(part(2, 0, 1).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2")));
    bench.openLink(part(2, 1, 2).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("2 exports are not whole yet")));
    QVERIFY(named<PartsView>(QStringLiteral("2 accounts were read. Part 2 of 2 is missing.")));
    QVERIFY(named<PartsView>(QStringLiteral("2 accounts were read. Part 1 of 2 is missing.")));
    bench.openLink(part(2, 1, 1).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2 – scan the next one")));
    QVERIFY(press(QStringLiteral("Go on with these 6 accounts")));
    QTRY_VERIFY(named<QLabel>(QStringLiteral("Export 1")));
    QVERIFY(named<QLabel>(QStringLiteral("Export 2 · Part 1 of 2 is missing.")));
    QVERIFY(press(QStringLiteral("Add 6 accounts")));
    QTRY_COMPARE(bench.saved(), 6);
}

void TestWaysIn::other_accounts_are_kept_meanwhile()
{
    FlowBench bench;
    bench.openLink(part(2, 0).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2")));
    bench.openLink(githubLink);
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2")));
    bench.openLink(part(2, 1).constData());
    QTRY_VERIFY(named(QStringLiteral("Add 5 accounts")));
    QVERIFY(press(QStringLiteral("Add 5 accounts")));
    QTRY_COMPARE(bench.saved(), 5);
}

void TestWaysIn::a_failed_try_comes_back_to_the_parts_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"foreign code", "no account", "file dialog", "form", "empty clipboard"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestWaysIn::a_failed_try_comes_back_to_the_parts()
{
    QFETCH(QString, way);
    FlowBench bench;
    bench.openLink(part(2, 0).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2")));
    if (way == QLatin1String("foreign code"))
        bench.openLink("phonefactor://activate_account?code=1");
    else if (way == QLatin1String("no account"))
        bench.openLink("hello");
    else if (way == QLatin1String("file dialog"))
        QVERIFY(press(QStringLiteral("Open a picture file")));
    else if (way == QLatin1String("form"))
        bench.flow.typeKey();
    else
        QVERIFY(press(QStringLiteral("Paste")));
    QTRY_VERIFY(!openDialogSays().contains(QStringLiteral("1 of 2")) && bench.flow.isOpen());
    openDialog()->reject();
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2 – scan the next one")));
    bench.openLink(part(2, 1).constData());
    QTRY_VERIFY(named(QStringLiteral("Add 4 accounts")));
    bench.flow.close();
}

void TestWaysIn::closing_forgets_the_parts()
{
    FlowBench bench;
    bench.openLink(part(2, 0).constData());
    QTRY_VERIFY(named(QStringLiteral("Close")));
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QTest::qWait(0);
    QVERIFY(openDialogSays().isEmpty());
    bench.openLink(part(2, 1).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2")));
    // Locking the vault does too.
    bench.flow.close();
    QTRY_VERIFY(!bench.flow.isOpen());
    bench.openLink(part(2, 0).constData());
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("1 of 2")));
    // Also while something else is in front of them.
    bench.flow.typeKey();
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("Key")));
    bench.flow.close();
    QTRY_VERIFY(!bench.flow.isOpen());
    QTest::qWait(0);
    QVERIFY(openDialogSays().isEmpty());
}

void TestWaysIn::a_code_that_holds_many_has_one_outline()
{
    FlowBench bench;
    QMimeData data;
    data.setImageData(pictureOf({part(1, 0, 3, 3), githubLink}));
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Add 4 accounts")));
    // The account links stand first; a click on the export's code takes its three out.
    auto *capture = named(QStringLiteral("What was looked at"));
    QTest::mouseClick(capture, Qt::LeftButton, {}, QPoint(capture->width() / 4, capture->height() / 2));
    QVERIFY(named(QStringLiteral("Add 1 account")));
    QCOMPARE(boxes(true), QStringList{QStringLiteral("GitHub, alice")});
    bench.flow.close();
}

QTEST_MAIN(TestWaysIn)
#include "tst_ways_in.moc"
