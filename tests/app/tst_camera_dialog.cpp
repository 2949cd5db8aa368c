// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/camera_dialog.h"
#include "app/flows/frame_look.h"
#include "app/flows/live_reader.h"
#include "app/support/camera_text.h"
#include "app/widgets/note.h"
#include "core/qr/writer.h"
#include "tests/app/flow_bench.h"
#include "tests/support/test_cameras.h"

#include <QComboBox>
#include <QPainter>
#include <QSignalSpy>
#include <QThreadPool>

#include <array>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;

namespace {

constexpr char accountLink[] = "otpauth://totp/GitHub:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";
constexpr int patient = 30'000; ///< on a busy machine

/// One grey, with noise as of a camera in the dark.
QImage grey(int level, int noise = 6)
{
    QImage picture(640, 480, QImage::Format_Grayscale8);
    quint32 state = 1;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            state = state * 1664525 + 1013904223;
            picture.scanLine(y)[x] = uchar(std::clamp(level + int(state >> 24) % (2 * noise + 1) - noise, 0, 255));
        }
    }
    return picture;
}

/// How often notes were shown, which is when a screen reader says them.
class ShownNotes final : public QObject
{
public:
    ShownNotes() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::Show && qobject_cast<Note *>(watched) ? 1 : 0;
        return false;
    }
    int count = 0;
};

QImage bars(bool isTurned)
{
    QImage picture = grey(16);
    constexpr std::array levels = {180, 162, 131, 112, 84, 65, 35};
    for (int y = 0; y < 320; ++y) {
        for (int x = 0; x < 640; ++x)
            picture.scanLine(y)[x] = uchar(levels[std::size_t((isTurned ? 639 - x : x) * 7 / 640)]);
    }
    return picture;
}

/// A code that fills a third of the picture.
QImage heldUp(const char *text)
{
    QImage picture(640, 480, QImage::Format_RGB32);
    picture.fill(QColor(120, 120, 120));
    QPainter painter(&picture);
    painter.drawImage(QRect(210, 130, 220, 220), *qr::writeCode(bytesOf(QByteArrayView(text))));
    return picture;
}

} // namespace

/// The dialog of the webcam, in each of its states, and what is seen at a glance.
class TestCameraDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void black_and_bars_are_seen_data();
    void black_and_bars_are_seen();
    void the_newest_frame_is_read();
    void a_reader_that_dies_says_nothing_more();
    void each_trouble_has_words_and_ways_data();
    void each_trouble_has_words_and_ways();
    void trouble_goes_when_there_is_a_picture();
    void the_other_ways_stay_when_they_were_asked_for();
    void a_choice_is_shown_when_there_is_one();
    void the_same_remark_is_said_once();
    void a_code_held_up_becomes_a_card();
    void locking_turns_the_camera_off();
};

void TestCameraDialog::black_and_bars_are_seen_data()
{
    QTest::addColumn<QImage>("frame");
    QTest::addColumn<FrameLook>("look");
    QTest::newRow("black") << grey(16) << FrameLook::Black;
    QTest::newRow("black with noise") << grey(28, 20) << FrameLook::Black;
    QTest::newRow("dusk") << grey(70, 20) << FrameLook::Ordinary;
    QImage lamp = grey(16);
    for (int y = 200; y < 280; ++y)
        std::fill_n(lamp.scanLine(y) + 300, 80, uchar(220));
    QTest::newRow("a phone in the dark") << lamp << FrameLook::Ordinary;
    QTest::newRow("bars") << bars(false) << FrameLook::Pattern;
    QTest::newRow("a staircase the other way") << bars(true) << FrameLook::Ordinary;
    QTest::newRow("white") << grey(235, 0) << FrameLook::Ordinary;
    QTest::newRow("a code") << heldUp(accountLink).convertToFormat(QImage::Format_Grayscale8) << FrameLook::Ordinary;
    QTest::newRow("nothing") << QImage() << FrameLook::Ordinary;
}

void TestCameraDialog::black_and_bars_are_seen()
{
    QFETCH(QImage, frame);
    QFETCH(FrameLook, look);
    QCOMPARE(lookOf(frame), look);
}

void TestCameraDialog::the_newest_frame_is_read()
{
    QList<QByteArray> texts;
    LiveReader reader([&texts](const QImage &, const std::vector<qr::Found> &found) {
        texts << (found.empty() ? QByteArray() : found.front().payload.text().toByteArray());
    });
    const QImage frame = heldUp(accountLink).convertToFormat(QImage::Format_Grayscale8);
    reader.take(frame);
    for (int i = 0; i < 20; ++i)
        reader.take(grey(100)); // while it looks: passed over
    QTRY_COMPARE_WITH_TIMEOUT(texts.size(), 1, patient);
    QCOMPARE(texts.first(), QByteArray(accountLink));
    QTRY_VERIFY_WITH_TIMEOUT((reader.take(grey(100)), texts.size() == 2), patient); // after it has rested
    QVERIFY(texts.last().isEmpty());
}

void TestCameraDialog::a_reader_that_dies_says_nothing_more()
{
    bool hasSaid = false;
    {
        LiveReader reader([&hasSaid](const QImage &, const std::vector<qr::Found> &) { hasSaid = true; });
        reader.take(heldUp(accountLink));
    }
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!hasSaid);
}

void TestCameraDialog::each_trouble_has_words_and_ways_data()
{
    QTest::addColumn<CameraTrouble>("trouble");
    QTest::newRow("none") << CameraTrouble::NoCamera;
    QTest::newRow("busy") << CameraTrouble::Busy;
    QTest::newRow("refused") << CameraTrouble::Refused;
    QTest::newRow("no picture") << CameraTrouble::NoPicture;
    QTest::newRow("unplugged") << CameraTrouble::Unplugged;
    QTest::newRow("crashed") << CameraTrouble::Crashed;
    QTest::newRow("missing") << CameraTrouble::Missing;
}

void TestCameraDialog::each_trouble_has_words_and_ways()
{
    QFETCH(CameraTrouble, trouble);
    const Theme theme;
    auto *dialog = new CameraDialog(theme, nullptr);
    dialog->open();
    const ErrorText text = cameraText(trouble);
    QVERIFY(!text.sentence.isEmpty() && !text.hint.isEmpty());
    dialog->showTrouble(text, trouble == CameraTrouble::Crashed);
    QVERIFY(named(text.sentence));
    for (const char *way : {"Scan the screen", "Open a picture file", "Paste", "Type the key", "Close"})
        QVERIFY2(named<QPushButton>(QLatin1String(way)), way);
    QCOMPARE(named<QPushButton>(QStringLiteral("Try again")) != nullptr, trouble == CameraTrouble::Crashed);
    QSignalSpy typed(dialog, &CameraDialog::typeRequested);
    QVERIFY(press(QStringLiteral("Type the key")));
    QCOMPARE(typed.size(), 1);
    dialog->reject();
}

void TestCameraDialog::trouble_goes_when_there_is_a_picture()
{
    const Theme theme;
    auto *dialog = new CameraDialog(theme, nullptr);
    dialog->open();
    dialog->remark(CameraDialog::Remark::Foreign, QStringLiteral("A code of others"), QStringLiteral("Why"));
    dialog->showTrouble(cameraText(CameraTrouble::Unplugged), false);
    QVERIFY(!named(QStringLiteral("A code of others")));
    dialog->showFrame(grey(100));
    QVERIFY(!named(cameraText(CameraTrouble::Unplugged).sentence));
    QVERIFY(named(QStringLiteral("A code of others")) && named(QStringLiteral("What the camera sees")));
    QVERIFY(!named<QPushButton>(QStringLiteral("Type the key")));
    dialog->reject();
}

void TestCameraDialog::the_other_ways_stay_when_they_were_asked_for()
{
    const Theme theme;
    auto *dialog = new CameraDialog(theme, nullptr);
    dialog->open();
    dialog->showFrame(grey(100));
    QVERIFY(!named<QPushButton>(QStringLiteral("Type the key")));
    QVERIFY(press(QStringLiteral("Another way")));
    QVERIFY(named<QPushButton>(QStringLiteral("Type the key")));
    dialog->showTrouble(cameraText(CameraTrouble::Busy), true);
    dialog->showFrame(grey(100));
    QVERIFY(named<QPushButton>(QStringLiteral("Type the key")));
    dialog->reject();
}

void TestCameraDialog::a_choice_is_shown_when_there_is_one()
{
    const Theme theme;
    auto *dialog = new CameraDialog(theme, nullptr);
    dialog->open();
    auto *box = dialog->findChild<QComboBox *>();
    dialog->setDevices({{"a#1", QStringLiteral("A")}}, "a#1");
    QVERIFY(!box->isVisible());
    dialog->setDevices({{"a#1", QStringLiteral("A")}, {"b#1", QStringLiteral("B\u202Ex\n<b>")}}, "b#1");
    QVERIFY(box->isVisible());
    QCOMPARE(box->currentIndex(), 1);
    QVERIFY(!box->currentText().contains(QChar(0x202E)) && !box->currentText().contains(u'\n'));
    QSignalSpy chosen(dialog, &CameraDialog::deviceChosen);
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toByteArray(), QByteArray("a#1"));
    dialog->setDevices({{"a#1", QStringLiteral("A")}}, "a#1");
    QVERIFY(!box->isVisible());
    QCOMPARE(chosen.size(), 1);
    dialog->reject();
}

void TestCameraDialog::the_same_remark_is_said_once()
{
    const Theme theme;
    auto *dialog = new CameraDialog(theme, nullptr);
    dialog->open();
    ShownNotes shown;
    for (int i = 0; i < 5; ++i)
        dialog->remark(CameraDialog::Remark::Foreign, QStringLiteral("A code of others"), QStringLiteral("Why"));
    QCOMPARE(shown.count, 1);
    dialog->remark(CameraDialog::Remark::Look, QStringLiteral("Black"), {});
    QCOMPARE(shown.count, 2);
    dialog->takeBack(CameraDialog::Remark::Foreign); // not what is said now
    QVERIFY(named(QStringLiteral("Black")));
    dialog->takeBack(CameraDialog::Remark::Look);
    QVERIFY(!named(QStringLiteral("Black")));
    dialog->reject();
}

void TestCameraDialog::a_code_held_up_becomes_a_card()
{
    TestCameras cameras;
    QVERIFY(cameras.isThere());
    cameras.show(QStringLiteral("Camera"), heldUp(accountLink));
    FlowBench bench;
    bench.flow.useCamera();
    QVERIFY(bench.flow.isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Copy code")), patient);
    QCOMPARE(bench.saved(), 0);
}

void TestCameraDialog::locking_turns_the_camera_off()
{
    TestCameras cameras;
    cameras.show(QStringLiteral("Camera"), grey(100));
    FlowBench bench;
    bench.flow.useCamera();
    QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("What the camera sees"))
                                 && named(QStringLiteral("What the camera sees"))->accessibleDescription().isEmpty(),
                             patient);
    bench.flow.close();
    QVERIFY(!bench.flow.isOpen());
    QTRY_VERIFY(openDialogSays().isEmpty());
}

QTEST_MAIN(TestCameraDialog)
#include "tst_camera_dialog.moc"
