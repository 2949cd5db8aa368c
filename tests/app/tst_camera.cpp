// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/device_list.h"
#include "app/platform/camera.h"
#include "tests/support/files.h"
#include "tests/support/test_cameras.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>
#include <cstring>

using namespace watchword::app;
using namespace watchword::tests;

using camera::Device;

namespace {

QByteArray numbers(std::initializer_list<quint32> list)
{
    return {reinterpret_cast<const char *>(std::data(list)), qsizetype(list.size() * sizeof(quint32))};
}

constexpr quint32 mark = 0x57574331;
constexpr int patience = 30'000; ///< on a busy machine

Device device(const char *id, const char *name)
{
    return {id, QString::fromUtf8(name)};
}

/// Left half dark, right half light, with a grey line at the top.
QImage halves()
{
    QImage picture(640, 480, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixelColor(x, y, y < 16 ? Qt::gray : x < 320 ? Qt::black : Qt::white);
    }
    return picture;
}

/// What a camera says and shows, as long as this lives.
struct Watched {
    explicit Watched(const QString &program = Camera::program())
        : camera(program)
        , devices(&camera, &Camera::devicesChanged)
        , frames(&camera, &Camera::frameTaken)
        , troubles(&camera, &Camera::troubled)
    {
        camera.open();
    }
    QList<Device> list() const
    {
        return devices.isEmpty() ? QList<Device>() : devices.last()[0].value<QList<Device>>();
    }
    QByteArray idOf(const char *name) const
    {
        const QList<Device> now = list();
        const auto found = std::ranges::find(now, QString::fromUtf8(name), &Device::name);
        return found == now.end() ? QByteArray() : found->id;
    }
    QImage frame() const { return frames.isEmpty() ? QImage() : frames.last()[0].value<QImage>(); }
    std::optional<CameraTrouble> trouble() const
    {
        return troubles.isEmpty() ? std::nullopt : std::optional(troubles.last()[0].value<CameraTrouble>());
    }

    Camera camera;
    QSignalSpy devices;
    QSignalSpy frames;
    QSignalSpy troubles;
};

bool isDead(qint64 process)
{
    return ::kill(pid_t(process), 0) != 0;
}

} // namespace

/// The program with the camera and who listens to it: messages, devices, frames, and a program that lies, fails or is not there.
class TestCamera final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void messages_arrive_as_they_were_sent();
    void refuses_messages_that_may_not_be_data();
    void refuses_messages_that_may_not_be();
    void refuses_every_cut_and_every_addition();
    void lists_each_camera_once();
    void shows_what_a_camera_sees_data();
    void shows_what_a_camera_sees();
    void hears_of_cameras_that_come_and_go();
    void says_that_the_chosen_one_was_unplugged();
    void says_that_a_camera_gives_no_picture();
    void a_crash_is_said_and_the_next_try_works();
    void an_ended_process_leaves_nothing_behind();
    void believes_nothing_that_the_program_says_data();
    void believes_nothing_that_the_program_says();
    void passes_on_what_the_program_says_is_wrong_data();
    void passes_on_what_the_program_says_is_wrong();
    void takes_pixels_from_the_common_memory();
    void says_that_the_program_is_missing();
    void gives_the_program_little();

private:
    /// A program in place of ours; $0 is its path.
    QString program(const QByteArray &script) const;

    QTemporaryDir m_folder;
};

QString TestCamera::program(const QByteArray &script) const
{
    const QString path = m_folder.filePath(QStringLiteral("program"));
    putProgram(path, script);
    return path;
}

void TestCamera::initTestCase()
{
    // The media library looks at all its plug-ins the first time, which takes seconds.
    const TestCameras cameras;
    QVERIFY(cameras.isThere());
    Watched watched;
    QTRY_VERIFY_WITH_TIMEOUT(!watched.devices.isEmpty(), 60000);
    QVERIFY(watched.list().isEmpty());
}

void TestCamera::messages_arrive_as_they_were_sent()
{
    const camera::Devices devices{{device("0", "Front"), device("2", "Zaoczna kamera \u017c"), device("", "")}};
    for (const camera::Answer &answer :
         {camera::Answer(devices), camera::Answer(camera::Devices{}), camera::Answer(camera::Frame{640, 480}),
          camera::Answer(camera::Frame{4096, 1024}), camera::Answer(camera::Trouble::Busy),
          camera::Answer(camera::Trouble::Unplugged)})
        QVERIFY(camera::readAnswer(packed(answer)) == answer);
    for (const camera::Command &command : {camera::Command(camera::Choose{"12"}), camera::Command(camera::Next{})})
        QVERIFY(camera::readCommand(packed(command)) == command);
    // The largest fits.
    const camera::Devices many{QList<Device>(40, device(QByteArray(400, 'i'), QByteArray(400, 'n')))};
    QVERIFY(packed(camera::Answer(many)).size() <= camera::longestMessage);
    QCOMPARE(std::get<camera::Devices>(camera::readAnswer(packed(camera::Answer(many))).value()).list.size(), 16);
}

void TestCamera::refuses_messages_that_may_not_be_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("Segmentation fault (core dumped)");
    QTest::newRow("another version") << numbers({mark + 1, 2, 640, 480});
    QTest::newRow("of no kind") << numbers({mark, 0, 640, 480});
    QTest::newRow("of another kind") << numbers({mark, 9, 640, 480});
    QTest::newRow("no width") << numbers({mark, 2, 0, 480});
    QTest::newRow("too narrow") << numbers({mark, 2, 640, 15});
    QTest::newRow("too wide") << numbers({mark, 2, 4097, 480});
    QTest::newRow("more pixels than there is memory") << numbers({mark, 2, 4096, 1025});
    QTest::newRow("a product that wraps round") << numbers({mark, 2, 0x10000, 0x10001});
    QTest::newRow("largest numbers") << numbers({mark, 2, 0xFFFFFFFF, 0xFFFFFFFF});
    QTest::newRow("another trouble") << numbers({mark, 3, 4, 0});
    QTest::newRow("too many devices") << numbers({mark, 1, 17, 0}) + numbers({0, 0}).repeated(17);
    QTest::newRow("devices that are not there") << numbers({mark, 1, 1, 0});
    QTest::newRow("a name longer than its packet") << numbers({mark, 1, 1, 0, 0, 5}) + "name";
    QTest::newRow("a name that is too long") << numbers({mark, 1, 1, 0, 0, 257}) + QByteArray(257, 'n');
    QTest::newRow("a name of four thousand million") << numbers({mark, 1, 1, 0, 0, 0xFFFFFFFF}) + "name";
    QTest::newRow("a command") << packed(camera::Command(camera::Next{}));
}

void TestCamera::refuses_messages_that_may_not_be()
{
    QFETCH(QByteArray, packet);
    QVERIFY(!camera::readAnswer(packet));
}

void TestCamera::refuses_every_cut_and_every_addition()
{
    const camera::Answer devices = camera::Devices{{device("0", "Front"), device("1", "Back")}};
    for (const camera::Answer &answer : {devices, camera::Answer(camera::Frame{640, 480})}) {
        const QByteArray whole = packed(answer);
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!camera::readAnswer(whole.first(size)));
        QVERIFY(!camera::readAnswer(whole + '\0'));
    }
}

void TestCamera::lists_each_camera_once()
{
    const Device a = device("0", "A");
    const Device b = device("1", "B");
    const Device aAgain = device("2", "A");
    const Device bAgain = device("3", "B");
    DeviceList list;
    list.take({a, b}, true);
    QCOMPARE(list.devices(), (QList{a, b}));
    list.take({a, b, aAgain}, true);
    list.take({a, b, aAgain, bAgain}, true);
    QCOMPARE(list.devices(), (QList{a, b}));
    // A is unplugged, and Qt forgets one of its entries; plugged in again.
    list.take({b, aAgain, bAgain}, false);
    QCOMPARE(list.devices(), QList{b});
    const Device aReturned = device("4", "A");
    list.take({b, aAgain, bAgain, aReturned}, false);
    QCOMPARE(list.devices(), (QList{b, aReturned}));

    // Two that are alike are two.
    DeviceList alike;
    alike.take({device("0", "A"), device("1", "A")}, true);
    alike.take({device("0", "A"), device("1", "A"), device("2", "A"), device("3", "A")}, true);
    QCOMPARE(alike.devices(), (QList{device("0", "A"), device("1", "A")}));
    alike.take({device("0", "A"), device("2", "A"), device("3", "A")}, false);
    QCOMPARE(alike.devices(), QList{device("0", "A")});

    // One that is plugged in at the start is no second entry of another.
    DeviceList early;
    early.take({a}, true);
    early.take({a, aAgain}, true);
    early.take({a, aAgain, bAgain}, true);
    QCOMPARE(early.devices(), (QList{a, bAgain}));
}

void TestCamera::shows_what_a_camera_sees_data()
{
    QTest::addColumn<QString>("name");
    for (const char *format : {"plain", "NV12", "I420", "UYVY", "GRAY8", "BGRx"})
        QTest::newRow(format) << QStringLiteral("Camera %1").arg(QLatin1String(format));
}

void TestCamera::shows_what_a_camera_sees()
{
    QFETCH(QString, name);
    TestCameras cameras;
    cameras.show(name, halves());
    Watched watched;
    QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 1, patience);
    QCOMPARE(watched.list().first().name, name);
    watched.camera.choose(watched.list().first().id);
    QTRY_VERIFY_WITH_TIMEOUT(!watched.frame().isNull(), patience);
    const QImage frame = watched.frame();
    QCOMPARE(frame.format(), QImage::Format_Grayscale8);
    QCOMPARE(frame.size(), QSize(640, 480));
    const auto grey = [&frame](int x, int y) { return qGray(frame.pixel(x, y)); };
    QVERIFY2(grey(10, 300) <= 17 && grey(310, 470) <= 17, qPrintable(QString::number(grey(10, 300))));
    QVERIFY2(grey(330, 300) >= 234 && grey(630, 20) >= 234, qPrintable(QString::number(grey(330, 300))));
    QVERIFY(grey(10, 5) > 100 && grey(630, 5) < 200);
    // Something else is held up.
    QImage white = halves();
    white.fill(Qt::white);
    cameras.show(name, white);
    QTRY_VERIFY_WITH_TIMEOUT(qGray(watched.frame().pixel(10, 300)) >= 234, patience);
    QVERIFY(!watched.trouble());
}

void TestCamera::hears_of_cameras_that_come_and_go()
{
    TestCameras cameras;
    Watched watched;
    QTRY_VERIFY_WITH_TIMEOUT(!watched.devices.isEmpty(), patience);
    QVERIFY(watched.list().isEmpty());
    cameras.show(QStringLiteral("One"), halves());
    QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 1, patience);
    cameras.show(QStringLiteral("Two"), halves());
    QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 2, patience);
    watched.camera.choose(watched.idOf("One"));
    QTRY_VERIFY_WITH_TIMEOUT(!watched.frame().isNull(), patience);
    // One that is not in use is unplugged: nothing happens to the other.
    cameras.unplug(QStringLiteral("Two"));
    QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 1, patience);
    const qsizetype before = watched.frames.size();
    QTRY_VERIFY_WITH_TIMEOUT(watched.frames.size() > before + 3, patience);
    QVERIFY(!watched.trouble());
}

void TestCamera::says_that_the_chosen_one_was_unplugged()
{
    TestCameras cameras;
    cameras.show(QStringLiteral("One"), halves());
    cameras.show(QStringLiteral("Two"), halves());
    Watched watched;
    QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 2, patience);
    for (int i = 0; i < 3; ++i) {
        watched.camera.choose(watched.idOf("One"));
        watched.frames.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!watched.frame().isNull(), patience);
        cameras.unplug(QStringLiteral("One"));
        QTRY_COMPARE_WITH_TIMEOUT(watched.trouble(), CameraTrouble::Unplugged, patience);
        QCOMPARE(watched.list().size(), 1);
        watched.camera.choose(watched.idOf("Two"));
        watched.frames.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!watched.frame().isNull(), patience);
        cameras.show(QStringLiteral("One"), halves());
        QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 2, patience);
        watched.troubles.clear();
    }
}

void TestCamera::says_that_a_camera_gives_no_picture()
{
    TestCameras cameras;
    cameras.show(QStringLiteral("Busy camera"), halves());
    cameras.show(QStringLiteral("Silent camera"), halves());
    cameras.show(QStringLiteral("Good camera"), halves());
    Watched watched;
    QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 3, patience);
    for (const char *name : {"Busy camera", "Silent camera"}) {
        watched.troubles.clear();
        watched.camera.choose(watched.idOf(name));
        QTRY_COMPARE_WITH_TIMEOUT(watched.trouble(), CameraTrouble::NoPicture, patience);
        QVERIFY(watched.frame().isNull());
    }
    watched.camera.choose(watched.idOf("Good camera"));
    QTRY_VERIFY_WITH_TIMEOUT(!watched.frame().isNull(), patience);
}

void TestCamera::a_crash_is_said_and_the_next_try_works()
{
    TestCameras cameras;
    cameras.show(QStringLiteral("Crashing camera"), halves());
    cameras.show(QStringLiteral("Good camera"), halves());
    Watched watched;
    QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 2, patience);
    watched.camera.choose(watched.idOf("Crashing camera"));
    QTRY_COMPARE_WITH_TIMEOUT(watched.trouble(), CameraTrouble::Crashed, patience);
    QVERIFY(!watched.camera.isOpen());
    watched.devices.clear();
    watched.camera.open();
    QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 2, patience);
    watched.camera.choose(watched.idOf("Good camera"));
    QTRY_VERIFY_WITH_TIMEOUT(!watched.frame().isNull(), patience);
}

void TestCamera::an_ended_process_leaves_nothing_behind()
{
    TestCameras cameras;
    cameras.show(QStringLiteral("Camera"), halves());
    const auto files = [] {
        return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
    };
    qint64 last = 0;
    qsizetype before = 0;
    for (int i = 0; i < 4; ++i) {
        Watched watched;
        QTRY_COMPARE_WITH_TIMEOUT(watched.list().size(), 1, patience);
        watched.camera.choose(watched.list().first().id);
        QTRY_VERIFY_WITH_TIMEOUT(!watched.frame().isNull(), patience);
        last = watched.camera.processId();
        QVERIFY(!isDead(last));
        watched.camera.close();
        QVERIFY(isDead(last));
        QTest::qWait(0); // what is deleted later
        if (i == 1)
            before = files();
    }
    QCOMPARE(files(), before);
}

void TestCamera::believes_nothing_that_the_program_says_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("nonsense") << QByteArray("Gtk-WARNING: cannot open display");
    QTest::newRow("a frame larger than the memory") << numbers({mark, 2, 4096, 4096});
    QTest::newRow("a frame of no size") << numbers({mark, 2, 0, 0});
    QTest::newRow("half a message") << numbers({mark, 2, 640});
    QTest::newRow("more than a message may be") << numbers({mark, 2, 640, 480}) + QByteArray(20000, '\0');
}

void TestCamera::believes_nothing_that_the_program_says()
{
    QFETCH(QByteArray, packet);
    put(m_folder.filePath(QStringLiteral("program.packet")), packet);
    Watched watched(program("cat \"$0.packet\"; exec sleep 1000"));
    if (packet.isEmpty()) {
        watched.camera.close();
        Watched ended(program("exit 0"));
        QTRY_COMPARE_WITH_TIMEOUT(ended.trouble(), CameraTrouble::Crashed, patience);
        return;
    }
    QTRY_COMPARE_WITH_TIMEOUT(watched.trouble(), CameraTrouble::Crashed, patience);
    QVERIFY(!watched.camera.isOpen());
    QVERIFY(watched.frames.isEmpty());
}

void TestCamera::passes_on_what_the_program_says_is_wrong_data()
{
    QTest::addColumn<camera::Trouble>("said");
    QTest::addColumn<CameraTrouble>("heard");
    QTest::newRow("busy") << camera::Trouble::Busy << CameraTrouble::Busy;
    QTest::newRow("refused") << camera::Trouble::Refused << CameraTrouble::Refused;
    QTest::newRow("no picture") << camera::Trouble::NoPicture << CameraTrouble::NoPicture;
    QTest::newRow("unplugged") << camera::Trouble::Unplugged << CameraTrouble::Unplugged;
}

void TestCamera::passes_on_what_the_program_says_is_wrong()
{
    QFETCH(camera::Trouble, said);
    QFETCH(CameraTrouble, heard);
    put(m_folder.filePath(QStringLiteral("program.packet")), packed(camera::Answer(said)));
    Watched watched(program("cat \"$0.packet\"; exec sleep 1000"));
    QTRY_COMPARE_WITH_TIMEOUT(watched.trouble(), heard, patience);
    QVERIFY(watched.camera.isOpen());
}

void TestCamera::takes_pixels_from_the_common_memory()
{
    put(m_folder.filePath(QStringLiteral("program.pixels")), QByteArray(qsizetype{40} * 20, char(200)));
    put(m_folder.filePath(QStringLiteral("program.packet")), packed(camera::Answer(camera::Frame{40, 20})));
    // It can make that memory neither shorter nor longer.
    Watched watched(
        program("cat \"$0.pixels\" >&3; truncate -s 100 /proc/self/fd/3 2>/dev/null && exit 1\n"
                "truncate -s 100M /proc/self/fd/3 2>/dev/null && exit 1\ncat \"$0.packet\"; exec sleep 1000"));
    QTRY_COMPARE_WITH_TIMEOUT(watched.frame().size(), QSize(40, 20), patience);
    QCOMPARE(qGray(watched.frame().pixel(39, 19)), 200);
    QVERIFY(!watched.trouble());
}

void TestCamera::says_that_the_program_is_missing()
{
    Watched watched(m_folder.filePath(QStringLiteral("not-there")));
    QCOMPARE(watched.trouble(), CameraTrouble::Missing);
    QVERIFY(!watched.camera.isOpen());
}

void TestCamera::gives_the_program_little()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    Watched watched(program("env >\"$0.environment\"; ls /proc/$$/fd >\"$0.files\"; exec sleep 1000"));
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    const QString path = m_folder.filePath(QStringLiteral("program"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile(path + QStringLiteral(".files")).size() > 0, patience);
    QVERIFY(!contentOf(path + QStringLiteral(".environment")).contains("DBUS"));
    const QList<QByteArray> known = {
        "LC_ALL", "HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "GST_PLUGIN_PATH", "LD_LIBRARY_PATH",
        "PWD",    "_",    "SHLVL"};
    for (const QByteArray &line : contentOf(path + QStringLiteral(".environment")).split('\n')) {
        const QByteArray name = line.split('=').first();
        QVERIFY2(name.isEmpty() || known.contains(name), name.constData());
    }
    // The shell itself has some from number 10.
    const QString files = QString::fromUtf8(contentOf(path + QStringLiteral(".files")).simplified());
    QVERIFY2(QRegularExpression(QStringLiteral("^0 1 (1\\d )*2 3$")).match(files).hasMatch(), qPrintable(files));
}

QTEST_GUILESS_MAIN(TestCamera)
#include "tst_camera.moc"
