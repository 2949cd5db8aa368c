// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/portal_capture.h"

#include "tests/support/fake_portal.h"
#include "tests/support/files.h"
#include "tests/support/message_bus_process.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUrl>

#include <optional>

using namespace watchword;
using namespace watchword::app;
using watchword::tests::FakePortal;

namespace {

using Captures = Result<std::vector<Capture>>;
using When = FakePortal::When;

/// An answer that is waited for; nobody waits any more when it dies.
class Asked
{
public:
    explicit Asked(PortalPatience patience = {})
    {
        captureFromPortal(&m_context, [this](Captures captures) { answer = std::move(captures); }, patience);
    }
    std::optional<Captures> answer;

private:
    QObject m_context;
};

QImage screen()
{
    QImage image(64, 32, QImage::Format_RGB32);
    image.fill(QColor(10, 20, 30));
    image.setPixelColor(40, 20, QColor(250, 120, 7));
    return image;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return content;
}

/// A PNG whose header says that it is so wide and high.
QByteArray pngWithSize(QByteArray size)
{
    QByteArray content = pngOf(screen());
    content.replace(16, 8, size);
    return content;
}

} // namespace

/// Against a portal that does as it is told; a real one is in journeys/journey_wayland.py.
class TestPortalCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void gives_one_picture_and_leaves_no_file_data();
    void gives_one_picture_and_leaves_no_file();
    void an_answer_before_the_handle_is_not_missed();
    void a_handle_of_the_portals_own_is_listened_to();
    void an_old_version_is_not_told_what_it_does_not_know();
    void nobody_there_is_missing();
    void a_portal_that_takes_no_pictures_is_missing_data();
    void a_portal_that_takes_no_pictures_is_missing();
    void a_refusal_is_said_with_the_desktop_data();
    void a_refusal_is_said_with_the_desktop();
    void a_refusal_that_no_person_gave_is_asked_again_of_the_person();
    void a_refusal_is_not_passed_over_where_the_portal_asks_nobody();
    void a_question_that_was_cancelled_is_said();
    void a_portal_that_does_not_start_is_slow();
    void a_late_answer_is_slow_and_its_file_is_deleted();
    void nobody_waiting_any_more_the_file_is_deleted();
    void nobody_waiting_any_more_no_picture_is_asked_for();
    void a_portal_that_ends_is_not_waited_for();
    void a_strangers_answer_is_not_taken();
    void what_is_no_file_of_this_computer_is_not_touched_data();
    void what_is_no_file_of_this_computer_is_not_touched();
    void what_is_no_picture_is_deleted_all_the_same_data();
    void what_is_no_picture_is_deleted_all_the_same();

private:
    QString put(const QString &name, const QByteArray &content);
    static QString uriOf(const QString &path) { return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded); }

    QTemporaryDir m_directory;
    std::unique_ptr<MessageBusProcess> m_bus;
    std::unique_ptr<FakePortal> m_portal;
};

void TestPortalCapture::initTestCase()
{
    m_bus = std::make_unique<MessageBusProcess>(m_directory.filePath(QStringLiteral("bus")));
    QVERIFY(m_bus->start());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_directory.filePath(QStringLiteral("bus")).toUtf8());
}

void TestPortalCapture::init()
{
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    m_portal = std::make_unique<FakePortal>();
    QVERIFY(m_portal->start());
}

void TestPortalCapture::cleanup()
{
    m_portal.reset();
}

QString TestPortalCapture::put(const QString &name, const QByteArray &content)
{
    const QString path = m_directory.filePath(name);
    tests::put(path, content);
    return path;
}

void TestPortalCapture::gives_one_picture_and_leaves_no_file_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QImage>("image");
    QTest::addRow("plain") << QStringLiteral("out.png") << screen();
    QTest::addRow("a name that must be encoded") << QStringLiteral("Bildschirm 100 % von Ö.png") << screen();
    QTest::addRow("with transparency") << QStringLiteral("out.png") << screen().convertToFormat(QImage::Format_ARGB32);
    QTest::addRow("two screens of 4K") << QStringLiteral("out.png") << screen().scaled(7680, 2160);
}

void TestPortalCapture::gives_one_picture_and_leaves_no_file()
{
    QFETCH(QString, name);
    QFETCH(QImage, image);
    const QString path = put(name, pngOf(image));
    m_portal->answers = {{.uri = uriOf(path)}};
    const Asked asked;
    QVERIFY(!asked.answer);
    QTRY_VERIFY(asked.answer);
    QVERIFY(asked.answer->has_value());
    QCOMPARE(asked.answer->value().size(), std::size_t(1));
    const Capture &capture = asked.answer->value().front();
    QCOMPARE(capture.image.format(), QImage::Format_RGB32);
    QCOMPARE(capture.image, image.convertToFormat(QImage::Format_RGB32));
    QCOMPARE(capture.geometry, image.rect());
    QVERIFY(!capture.byPerson);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(m_portal->asked.size(), 1);
    QCOMPARE(m_portal->asked.first().value(QStringLiteral("interactive")), QVariant(false));
}

void TestPortalCapture::an_answer_before_the_handle_is_not_missed()
{
    m_portal->answers = {{.uri = uriOf(put(QStringLiteral("out.png"), pngOf(screen()))), .when = When::BeforeHandle}};
    const Asked asked;
    QTRY_VERIFY(asked.answer);
    QVERIFY(asked.answer->has_value());
}

void TestPortalCapture::a_handle_of_the_portals_own_is_listened_to()
{
    m_portal->choosesHandle = true;
    m_portal->answers = {{.when = When::Never}};
    const Asked asked;
    QTRY_COMPARE(m_portal->asked.size(), 1);
    QTest::qWait(100); // it must hear of the handle before the answer comes; old portals never let it be sure
    m_portal->respond({.uri = uriOf(put(QStringLiteral("out.png"), pngOf(screen())))});
    QTRY_VERIFY(asked.answer);
    QVERIFY(asked.answer->has_value());
}

void TestPortalCapture::an_old_version_is_not_told_what_it_does_not_know()
{
    m_portal->version = 1;
    m_portal->answers = {{.code = 2}};
    const Asked asked;
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error().code, ErrorCode::CaptureRefused);
    QCOMPARE(m_portal->asked.size(), 1);
    QCOMPARE(m_portal->asked.first().keys(), QStringList{QStringLiteral("handle_token")});
}

void TestPortalCapture::nobody_there_is_missing()
{
    QVERIFY(m_portal->stop());
    const Asked asked;
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error(), (Error{ErrorCode::PortalMissing, QStringLiteral("GNOME")}));
}

void TestPortalCapture::a_portal_that_takes_no_pictures_is_missing_data()
{
    QTest::addColumn<QString>("error");
    QTest::addRow("as GLib says it") << QStringLiteral("org.freedesktop.DBus.Error.InvalidArgs");
    QTest::addRow("as others do") << QStringLiteral("org.freedesktop.DBus.Error.UnknownInterface");
}

void TestPortalCapture::a_portal_that_takes_no_pictures_is_missing()
{
    QFETCH(QString, error);
    m_portal->versionError = error;
    const Asked asked;
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error().code, ErrorCode::PortalMissing);
    QVERIFY(m_portal->asked.isEmpty());
}

void TestPortalCapture::a_refusal_is_said_with_the_desktop_data()
{
    QTest::addColumn<QString>("versionError");
    QTest::addColumn<FakePortal::Answer>("answer");
    const QString denied = QStringLiteral("org.freedesktop.DBus.Error.AccessDenied");
    QTest::addRow("every question") << denied << FakePortal::Answer{};
    QTest::addRow("the picture") << QString() << FakePortal::Answer{.error = denied};
    QTest::addRow("the picture, in the portal's own words")
        << QString() << FakePortal::Answer{.error = QStringLiteral("org.freedesktop.portal.Error.NotAllowed")};
    QTest::addRow("by the person") << QString() << FakePortal::Answer{.code = 2};
}

void TestPortalCapture::a_refusal_is_said_with_the_desktop()
{
    QFETCH(QString, versionError);
    QFETCH(FakePortal::Answer, answer);
    m_portal->versionError = versionError;
    m_portal->answers = {answer};
    const Asked asked({.tooSoonForAPerson = {}});
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error(), (Error{ErrorCode::CaptureRefused, QStringLiteral("GNOME")}));
    QVERIFY(m_portal->asked.size() <= 1);
}

void TestPortalCapture::a_refusal_that_no_person_gave_is_asked_again_of_the_person()
{
    m_portal->answers = {{.code = 2}, {.uri = uriOf(put(QStringLiteral("out.png"), pngOf(screen())))}};
    const Asked asked({.tooSoonForAPerson = std::chrono::minutes{1}});
    QTRY_VERIFY(asked.answer);
    QVERIFY(asked.answer->has_value());
    QVERIFY(asked.answer->value().front().byPerson);
    QCOMPARE(m_portal->asked.size(), 2);
    QCOMPARE(m_portal->asked.last().value(QStringLiteral("interactive")), QVariant(true));
    QVERIFY(m_portal->asked[0].value(QStringLiteral("handle_token"))
            != m_portal->asked[1].value(QStringLiteral("handle_token")));

    m_portal->answers = {{.code = 2}};
    const Asked again({.tooSoonForAPerson = std::chrono::minutes{1}});
    QTRY_VERIFY(again.answer);
    QCOMPARE(again.answer->error().code, ErrorCode::CaptureRefused);
    QCOMPARE(m_portal->asked.size(), 4);
}

void TestPortalCapture::a_refusal_is_not_passed_over_where_the_portal_asks_nobody()
{
    qputenv("XDG_CURRENT_DESKTOP", "sway");
    m_portal->answers = {{.code = 2}};
    const Asked asked({.tooSoonForAPerson = std::chrono::minutes{1}});
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error(), (Error{ErrorCode::CaptureRefused, QStringLiteral("sway")}));
    QCOMPARE(m_portal->asked.size(), 1);
}

void TestPortalCapture::a_question_that_was_cancelled_is_said()
{
    m_portal->answers = {{.code = 1}};
    const Asked asked({.tooSoonForAPerson = std::chrono::minutes{1}});
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error().code, ErrorCode::CaptureCancelled);
    QCOMPARE(m_portal->asked.size(), 1);
}

void TestPortalCapture::a_portal_that_does_not_start_is_slow()
{
    m_portal->isHung = true;
    const Asked asked({.start = std::chrono::milliseconds{200}});
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error().code, ErrorCode::PortalSlow);
}

void TestPortalCapture::a_late_answer_is_slow_and_its_file_is_deleted()
{
    m_portal->answers = {{.when = When::Never}};
    const Asked asked({.picture = std::chrono::milliseconds{200}});
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error().code, ErrorCode::PortalSlow);
    const QString path = put(QStringLiteral("out.png"), pngOf(screen()));
    m_portal->respond({.uri = uriOf(path)});
    QTRY_VERIFY(!QFile::exists(path));
    QVERIFY(!asked.answer->has_value());
}

void TestPortalCapture::nobody_waiting_any_more_the_file_is_deleted()
{
    m_portal->answers = {{.when = When::Never}};
    {
        const Asked asked;
        QTRY_COMPARE(m_portal->asked.size(), 1);
    }
    const QString path = put(QStringLiteral("out.png"), pngOf(screen()));
    m_portal->respond({.uri = uriOf(path)});
    QTRY_VERIFY(!QFile::exists(path));
}

void TestPortalCapture::nobody_waiting_any_more_no_picture_is_asked_for()
{
    m_portal->isHung = true;
    {
        const Asked asked;
        QTRY_COMPARE(m_portal->held(), 1);
    }
    QTest::qWait(50);
    m_portal->goOn();
    QTest::qWait(150);
    QVERIFY(m_portal->asked.isEmpty());

    m_portal->isHung = true; // and with somebody waiting it is
    const Asked asked;
    QTRY_COMPARE(m_portal->held(), 1);
    m_portal->goOn();
    QTRY_COMPARE(m_portal->asked.size(), 1);
}

void TestPortalCapture::a_portal_that_ends_is_not_waited_for()
{
    m_portal->answers = {{.when = When::Never}};
    const Asked asked;
    QTRY_COMPARE(m_portal->asked.size(), 1);
    QVERIFY(m_portal->stop());
    QTRY_VERIFY(asked.answer);
    QCOMPARE(asked.answer->error().code, ErrorCode::CaptureFailed);
}

void TestPortalCapture::a_strangers_answer_is_not_taken()
{
    m_portal->answers = {{.when = When::Never}};
    const Asked asked;
    QTRY_COMPARE(m_portal->asked.size(), 1);
    const QString path = put(QStringLiteral("out.png"), pngOf(screen()));
    FakePortal stranger(QStringLiteral("stranger"));
    m_portal->shareRequestWith(stranger);
    stranger.respond({.uri = uriOf(path)});
    QTest::qWait(200);
    QVERIFY(!asked.answer);
    QVERIFY(QFile::exists(path));
    m_portal->respond({.uri = uriOf(path)});
    QTRY_VERIFY(asked.answer);
    QVERIFY(asked.answer->has_value());
}

void TestPortalCapture::what_is_no_file_of_this_computer_is_not_touched_data()
{
    QTest::addColumn<QString>("uri");
    const QString path = m_directory.filePath(QStringLiteral("kept.png"));
    const QString link = m_directory.filePath(QStringLiteral("link.png"));
    QTest::addRow("nothing") << QString();
    QTest::addRow("no address") << path;
    QTest::addRow("nonsense") << QStringLiteral("file://%%%");
    QTest::addRow("of another computer") << QStringLiteral("file://elsewhere") + path;
    QTest::addRow("on the web") << QStringLiteral("https://example.com/out.png");
    QTest::addRow("a folder") << uriOf(m_directory.path());
    QTest::addRow("a device") << QStringLiteral("file:///dev/zero");
    QTest::addRow("not there") << uriOf(m_directory.filePath(QStringLiteral("nothing.png")));
    QTest::addRow("a link") << uriOf(link);
    QTest::addRow("with a zero") << uriOf(path) + QStringLiteral("%00");
}

void TestPortalCapture::what_is_no_file_of_this_computer_is_not_touched()
{
    QFETCH(QString, uri);
    const QString path = put(QStringLiteral("kept.png"), pngOf(screen()));
    const QString link = m_directory.filePath(QStringLiteral("link.png"));
    QVERIFY(QFile::exists(link) || QFile::link(path, link));
    m_portal->answers = {{.uri = uri}};
    const Asked asked;
    QTRY_VERIFY(asked.answer);
    QVERIFY(!asked.answer->has_value());
    QCOMPARE(asked.answer->error().code, ErrorCode::CaptureFailed);
    QVERIFY(QFile::exists(path));
    QVERIFY(QFileInfo(link).isSymLink());
}

void TestPortalCapture::what_is_no_picture_is_deleted_all_the_same_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("text") << QByteArray("otpauth://totp/not-a-picture");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("cut off") << pngOf(screen().scaled(600, 600)).first(80);
    QTest::addRow("60,000 by 60,000") << pngWithSize(QByteArray::fromHex("0000ea600000ea60"));
}

void TestPortalCapture::what_is_no_picture_is_deleted_all_the_same()
{
    QFETCH(QByteArray, content);
    const QString path = put(QStringLiteral("out.png"), content);
    m_portal->answers = {{.uri = uriOf(path)}};
    const Asked asked;
    QTRY_VERIFY(asked.answer);
    QVERIFY(!asked.answer->has_value());
    QCOMPARE(asked.answer->error().code, ErrorCode::CaptureFailed);
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestPortalCapture)
#include "tst_portal_capture.moc"
