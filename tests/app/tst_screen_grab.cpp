// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/screen_grab.h"
#include "app/platform/x11_capture.h"
#include "app/platform/x11_pixels.h"
#include "core/qr/reader.h"
#include "core/qr/writer.h"
#include "tests/support/fake_portal.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

#include <optional>

using namespace watchword;
using namespace watchword::app;

namespace {

/// A program that is ended with the test.
class Program
{
public:
    Program(const QString &name, const QStringList &arguments) { m_process.start(name, arguments); }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QByteArray firstLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10000)) {}
        return m_process.readLine().trimmed();
    }

private:
    QProcess m_process;
};

/// A display of its own, and DISPLAY pointing at it while this lives.
class OwnDisplay
{
public:
    explicit OwnDisplay(const QStringList &screens)
        : m_server(QStringLiteral("Xvfb"),
                   QStringList{QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"),
                               QStringLiteral("tcp"), QStringLiteral("-noreset")}
                       + screens)
        , m_before(qgetenv("DISPLAY"))
        , m_name(':' + m_server.firstLine())
    {
        qputenv("DISPLAY", m_name);
    }
    ~OwnDisplay() { qputenv("DISPLAY", m_before); }
    QByteArray name() const { return m_name; }

private:
    Program m_server;
    QByteArray m_before;
    QByteArray m_name;
};

/// feh, another program than ours, showing a QR code of `text` without a frame.
class ShownCode
{
public:
    ShownCode(const QByteArray &text, QPoint at, int modulePixels, const QByteArray &display = qgetenv("DISPLAY"))
    {
        const QImage code = *qr::writeCode(bytesOf(text));
        const QString file = m_directory.filePath(QStringLiteral("code.png"));
        code.scaled(code.size() * modulePixels).save(file);
        const QByteArray before = qgetenv("DISPLAY");
        qputenv("DISPLAY", display);
        m_feh = std::make_unique<Program>(QStringLiteral("feh"),
                                          QStringList{QStringLiteral("--borderless"), QStringLiteral("--geometry"),
                                                      QStringLiteral("+%1+%2").arg(at.x()).arg(at.y()), file});
        qputenv("DISPLAY", before);
    }

private:
    QTemporaryDir m_directory;
    std::unique_ptr<Program> m_feh;
};

QList<QByteArray> textsIn(const Capture &capture)
{
    QList<QByteArray> texts;
    for (const qr::Found &found : qr::readCodes(capture.image))
        texts.append(found.payload.text().toByteArray());
    return texts;
}

/// One list of texts a capture.
QList<QList<QByteArray>> textsOnScreen()
{
    QList<QList<QByteArray>> texts;
    if (const auto captures = captureX11(PixelTransfer::SharedMemory)) {
        for (const Capture &capture : *captures)
            texts.append(textsIn(capture));
    }
    return texts;
}

class Environment
{
public:
    Environment(const char *name, const QByteArray &value)
        : m_name(name)
        , m_wasSet(qEnvironmentVariableIsSet(name))
        , m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Environment() { m_wasSet ? qputenv(m_name, m_before) : qunsetenv(m_name); }

private:
    const char *m_name;
    bool m_wasSet;
    QByteArray m_before;
};

} // namespace

class TestScreenGrab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gives_every_monitor_with_its_place_and_name();
    void shows_a_code_of_another_program_on_the_monitor_where_it_is();
    void gives_the_same_picture_with_and_without_shared_memory();
    void shows_every_x_screen();
    void shows_the_colours_of_every_depth_data();
    void shows_the_colours_of_every_depth();
    void refuses_a_depth_without_direct_colours();
    void reads_every_layout_of_pixels_data();
    void reads_every_layout_of_pixels();
    void answers_later_on_the_thread_of_the_caller();
    void does_not_answer_a_context_that_has_died();
    void says_when_there_is_no_display_data();
    void says_when_there_is_no_display();
    void a_wayland_session_is_seen_through_the_portal_alone_data();
    void a_wayland_session_is_seen_through_the_portal_alone();
    void what_x11_cannot_show_the_portal_is_asked_for();
};

void TestScreenGrab::gives_every_monitor_with_its_place_and_name()
{
    auto captures = captureX11(PixelTransfer::SharedMemory);
    QVERIFY(captures.has_value());
    QCOMPARE(captures->size(), std::size_t(2));
    QCOMPARE(captures->at(0).name, QStringLiteral("left"));
    QCOMPARE(captures->at(0).geometry, QRect(0, 0, 1920, 1440));
    QCOMPARE(captures->at(1).name, QStringLiteral("right"));
    QCOMPARE(captures->at(1).geometry, QRect(1920, 0, 1920, 1440));
    for (const Capture &capture : *captures) {
        QCOMPARE(capture.image.size(), capture.geometry.size());
        QCOMPARE(capture.image.format(), QImage::Format_RGB32);
    }
    wipe(*captures);
    QVERIFY(captures->empty());
}

void TestScreenGrab::shows_a_code_of_another_program_on_the_monitor_where_it_is()
{
    const ShownCode left("code on the left", QPoint(700, 600), 6);
    const ShownCode right("code on the right", QPoint(2500, 200), 4);
    const QList<QList<QByteArray>> expected{{QByteArrayLiteral("code on the left")},
                                            {QByteArrayLiteral("code on the right")}};
    QTRY_COMPARE_WITH_TIMEOUT(textsOnScreen(), expected, 20000);
}

void TestScreenGrab::gives_the_same_picture_with_and_without_shared_memory()
{
    const ShownCode code("to look at", QPoint(100, 100), 5);
    QTRY_COMPARE_WITH_TIMEOUT(textsOnScreen().value(0), QList<QByteArray>{QByteArrayLiteral("to look at")}, 20000);
    const auto shared = captureX11(PixelTransfer::SharedMemory);
    const auto sent = captureX11(PixelTransfer::Socket);
    QVERIFY(shared && sent);
    QCOMPARE(shared->at(0).image, sent->at(0).image);
    QCOMPARE(shared->at(1).image, sent->at(1).image);
}

void TestScreenGrab::shows_every_x_screen()
{
    const OwnDisplay display({QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("800x600x24"),
                              QStringLiteral("-screen"), QStringLiteral("1"), QStringLiteral("1024x768x24")});
    const ShownCode first("on the first", QPoint(100, 100), 5, display.name() + ".0");
    const ShownCode second("on the second", QPoint(300, 200), 5, display.name() + ".1");
    const QList<QList<QByteArray>> expected{{QByteArrayLiteral("on the first")}, {QByteArrayLiteral("on the second")}};
    QTRY_COMPARE_WITH_TIMEOUT(textsOnScreen(), expected, 20000);
    QCOMPARE(captureX11(PixelTransfer::SharedMemory)->at(1).geometry, QRect(0, 0, 1024, 768));
}

void TestScreenGrab::shows_the_colours_of_every_depth_data()
{
    QTest::addColumn<QString>("depth");
    for (const char *depth : {"16", "24", "30"})
        QTest::addRow("depth %s", depth) << QString::fromLatin1(depth);
}

void TestScreenGrab::shows_the_colours_of_every_depth()
{
    QFETCH(QString, depth);
    const OwnDisplay display({QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("200x100x") + depth});
    QCOMPARE(QProcess::execute(QStringLiteral("xsetroot"), {QStringLiteral("-solid"), QStringLiteral("#e08020")}), 0);
    const auto captures = captureX11(PixelTransfer::SharedMemory);
    QVERIFY(captures.has_value());
    const QColor colour = captures->at(0).image.pixelColor(199, 99);
    const auto isNear = [](int a, int b) { return qAbs(a - b) <= 8; };
    QVERIFY2(isNear(colour.red(), 0xe0) && isNear(colour.green(), 0x80) && isNear(colour.blue(), 0x20),
             qPrintable(colour.name()));
}

void TestScreenGrab::refuses_a_depth_without_direct_colours()
{
    const OwnDisplay display({QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("200x100x8")});
    const auto captures = captureX11(PixelTransfer::SharedMemory);
    QVERIFY(!captures.has_value());
    QCOMPARE(captures.error().code, ErrorCode::CaptureFailed);
}

void TestScreenGrab::reads_every_layout_of_pixels_data()
{
    QTest::addColumn<PixelLayout>("layout");
    QTest::addColumn<QByteArray>("pixels"); // 3 × 2: red, green, blue; white, black, (17, 34, 51)
    QTest::addRow("32 bits") << PixelLayout{}
                             << QByteArray::fromHex("0000ff00 00ff0000 ff000000 ffffff00 00000000 33221100");
    QTest::addRow("32 bits, the other way round")
        << PixelLayout{32, 32, true} << QByteArray::fromHex("00ff0000 0000ff00 000000ff 00ffffff 00000000 00112233");
    QTest::addRow("32 bits, blue first") << PixelLayout{32, 32, false, 0xff, 0xff00, 0xff0000}
                                         << QByteArray::fromHex(
                                                "ff000000 00ff0000 0000ff00 ffffff00 00000000 11223300");
    QTest::addRow("24 bits, rows padded")
        << PixelLayout{24, 32, false} << QByteArray::fromHex("0000ff 00ff00 ff0000 aaaaaa ffffff 000000 332211 aaaaaa");
    QTest::addRow("30 bits") << PixelLayout{32, 32, false, 0x3ff00000, 0xffc00, 0x3ff}
                             << QByteArray::fromHex("0000f03f 00fc0f00 ff030000 ffffff3f 00000000 cd204204");
    QTest::addRow("16 bits, rows padded") << PixelLayout{16, 32, false, 0xf800, 0x7e0, 0x1f}
                                          << QByteArray::fromHex("00f8 e007 1f00 aaaa ffff 0000 0611 aaaa");
}

void TestScreenGrab::reads_every_layout_of_pixels()
{
    QFETCH(PixelLayout, layout);
    QFETCH(QByteArray, pixels);
    const QList<QColor> expected{Qt::red, Qt::green, Qt::blue, Qt::white, Qt::black, QColor(17, 34, 51)};
    QVERIFY(layout.isSupported());
    QCOMPARE(qsizetype(layout.bytesPerRow(3)) * 2, pixels.size());
    const QImage image = imageOfPixels(layout, reinterpret_cast<const uchar *>(pixels.constData()), QSize(3, 2));
    for (int i = 0; i < 6; ++i) {
        const QColor colour = image.pixelColor(i % 3, i / 3);
        const int difference = qAbs(colour.red() - expected[i].red()) + qAbs(colour.green() - expected[i].green())
            + qAbs(colour.blue() - expected[i].blue());
        QVERIFY2(difference <= 6, qPrintable(QStringLiteral("pixel %1 is %2").arg(i).arg(colour.name())));
    }
}

void TestScreenGrab::answers_later_on_the_thread_of_the_caller()
{
    QObject context;
    bool isAnswered = false;
    grabScreens(&context, [&](Result<std::vector<Capture>> captures) {
        QCOMPARE(QThread::currentThread(), thread());
        QVERIFY(captures.has_value());
        QCOMPARE(captures->size(), std::size_t(2));
        isAnswered = true;
    });
    QVERIFY(!isAnswered);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, 20000);
}

void TestScreenGrab::does_not_answer_a_context_that_has_died()
{
    bool isAnswered = false;
    {
        QObject context;
        grabScreens(&context, [&](auto) { isAnswered = true; });
    }
    QObject another;
    bool isLaterAnswered = false;
    grabScreens(&another, [&](auto) { isLaterAnswered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isLaterAnswered, 20000);
    QVERIFY(!isAnswered);
}

void TestScreenGrab::says_when_there_is_no_display_data()
{
    QTest::addColumn<QByteArray>("display");
    QTest::addRow("none named") << QByteArray();
    QTest::addRow("nobody there") << QByteArray(":4999");
    QTest::addRow("nonsense") << QByteArray("not a display");
}

void TestScreenGrab::says_when_there_is_no_display()
{
    QFETCH(QByteArray, display);
    const Environment environment("DISPLAY", display);
    const auto captures = captureX11(PixelTransfer::SharedMemory);
    QVERIFY(!captures.has_value());
    QCOMPARE(captures.error().code, ErrorCode::NoDisplay);
}

void TestScreenGrab::a_wayland_session_is_seen_through_the_portal_alone_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addRow("by its display") << QByteArray("WAYLAND_DISPLAY") << QByteArray("wayland-0");
    QTest::addRow("by the type of the session") << QByteArray("XDG_SESSION_TYPE") << QByteArray("wayland");
}

void TestScreenGrab::a_wayland_session_is_seen_through_the_portal_alone()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    const Environment environment(variable.constData(), value);
    std::optional<Result<std::vector<Capture>>> answer;
    grabScreens(this, [&](auto captures) { answer = std::move(captures); });
    QTRY_VERIFY(answer);
    QVERIFY(!answer->has_value());
    QCOMPARE(answer->error().code, ErrorCode::PortalMissing);
}

void TestScreenGrab::what_x11_cannot_show_the_portal_is_asked_for()
{
    const OwnDisplay display({QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("200x100x8")});
    std::optional<Result<std::vector<Capture>>> answer;
    grabScreens(this, [&](auto captures) { answer = std::move(captures); });
    QTRY_VERIFY(answer);
    QVERIFY(!answer->has_value());
    QCOMPARE(answer->error().code, ErrorCode::CaptureFailed); // and no word of a portal

    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("out.png"));
    QVERIFY(QImage(20, 10, QImage::Format_RGB32).save(path));
    tests::FakePortal portal;
    portal.answers = {{.uri = QUrl::fromLocalFile(path).toString()}};
    QVERIFY(portal.start());
    answer.reset();
    grabScreens(this, [&](auto captures) { answer = std::move(captures); });
    QTRY_VERIFY(answer);
    QVERIFY(answer->has_value());
    QCOMPARE(answer->value().front().image.size(), QSize(20, 10));
}

QTEST_MAIN(TestScreenGrab)
#include "tst_screen_grab.moc"
