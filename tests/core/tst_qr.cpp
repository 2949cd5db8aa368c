// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/reader.h"
#include "core/qr/writer.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace watchword;

namespace {

const QByteArray acmeLink =
    "otpauth://totp/Acme:alice%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme";

/// A code as the real qrencode draws it, one pixel a module, quiet zone 4.
QImage drawnByQrencode(const QByteArray &text, const QStringList &options = {})
{
    QProcess qrencode;
    qrencode.start(
        QStringLiteral("qrencode"),
        QStringList{QStringLiteral("-8"), QStringLiteral("-s1"), QStringLiteral("-m4"), QStringLiteral("-o-")}
            + options);
    qrencode.write(text);
    qrencode.closeWriteChannel();
    qrencode.waitForFinished();
    return QImage::fromData(qrencode.readAllStandardOutput(), "PNG").convertToFormat(QImage::Format_RGB32);
}

/// What the real zbarimg reads in a picture.
QByteArray readByZbarimg(const QImage &picture)
{
    QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("code.png"));
    picture.save(file);
    QProcess zbarimg;
    zbarimg.start(QStringLiteral("zbarimg"),
                  {QStringLiteral("--nodbus"), QStringLiteral("--quiet"), QStringLiteral("--raw"),
                   QStringLiteral("--oneshot"), QStringLiteral("-Sbinary"), file});
    zbarimg.waitForFinished();
    return zbarimg.readAllStandardOutput();
}

QImage enlarged(const QImage &code, double modulePixels, Qt::TransformationMode mode = Qt::FastTransformation)
{
    return code.scaled(qRound(code.width() * modulePixels), qRound(code.height() * modulePixels), Qt::IgnoreAspectRatio,
                       mode);
}

QImage turned(const QImage &code, int quarters)
{
    return code.transformed(QTransform().rotate(90.0 * quarters));
}

/// Something like a desktop: windows, title bars, lines of text, round and square buttons.
QImage desktop(const QSize &size, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor(0x3a, 0x5f, 0x7d));
    QPainter painter(&picture);
    for (int window = 0; window < 6; ++window) {
        const QRect frame(random.bounded(size.width() - 400), random.bounded(size.height() - 300), 600, 400);
        painter.fillRect(frame, window % 2 ? QColor(Qt::white) : QColor(0x22, 0x22, 0x26));
        painter.fillRect(QRect(frame.topLeft(), QSize(frame.width(), 28)), QColor(0x90, 0x90, 0x98));
        painter.setPen(window % 2 ? Qt::black : Qt::lightGray);
        for (int line = 0; line < 16; ++line)
            painter.drawText(frame.x() + 12, frame.y() + 50 + line * 20,
                             QStringLiteral("The quick brown fox jumps over the lazy dog 0123456789"));
        for (int button = 0; button < 6; ++button)
            painter.drawEllipse(frame.x() + 480, frame.y() + 40 + button * 24, 12, 12);
    }
    return picture;
}

void draw(QImage &picture, const QImage &code, QPoint at)
{
    QPainter painter(&picture);
    painter.drawImage(at, code);
}

QByteArray textOf(const qr::Found &found)
{
    return found.payload.text().toByteArray();
}

QList<QByteArray> textsOf(const std::vector<qr::Found> &all)
{
    QList<QByteArray> texts;
    for (const qr::Found &found : all)
        texts.append(textOf(found));
    return texts;
}

bool isNear(QPoint a, QPointF b, double distance)
{
    return QLineF(a, b).length() <= distance;
}

QImage noise(const QSize &size, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage picture(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        random.fillRange(reinterpret_cast<quint32 *>(picture.scanLine(y)), size.width());
    return picture;
}

} // namespace

class TestQr : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_a_code_of_another_program_on_a_desktop_data();
    void reads_a_code_of_another_program_on_a_desktop();
    void reads_codes_that_were_smoothly_zoomed_data();
    void reads_codes_that_were_smoothly_zoomed();
    void reads_a_code_across_the_seams_of_tiles_data();
    void reads_a_code_across_the_seams_of_tiles();
    void reads_several_codes_each_once_and_in_reading_order();
    void keeps_the_same_code_at_two_places_as_two();
    void reads_what_the_text_says_data();
    void reads_what_the_text_says();
    void reads_every_picture_format_data();
    void reads_every_picture_format();
    void takes_what_is_transparent_for_paper();
    void reads_a_picture_of_one_pixel_a_module();
    void reads_a_code_in_a_mirror_data();
    void reads_a_code_in_a_mirror();
    void names_another_kind_of_code();
    void finds_nothing_where_nothing_is_data();
    void finds_nothing_where_nothing_is();
    void copes_with_small_and_odd_pictures_data();
    void copes_with_small_and_odd_pictures();
    void stops_after_its_time();
    void stops_when_it_is_cancelled();
    void writes_what_another_program_reads_data();
    void writes_what_another_program_reads();
    void writes_level_m_with_a_quiet_zone_of_four();
    void refuses_to_write_what_is_no_code_data();
    void refuses_to_write_what_is_no_code();
};

void TestQr::reads_a_code_of_another_program_on_a_desktop_data()
{
    QTest::addColumn<int>("modulePixels");
    QTest::addColumn<int>("quarterTurns");
    QTest::addColumn<bool>("isInverted");
    for (int pixels = 3; pixels <= 12; ++pixels) {
        for (const bool isInverted : {false, true}) {
            const int turns = (pixels + int(isInverted)) % 4;
            QTest::addRow("%d px a module, turned %d°%s", pixels, turns * 90, isInverted ? ", light on dark" : "")
                << pixels << turns << isInverted;
        }
    }
}

void TestQr::reads_a_code_of_another_program_on_a_desktop()
{
    QFETCH(int, modulePixels);
    QFETCH(int, quarterTurns);
    QFETCH(bool, isInverted);
    QImage code = turned(enlarged(drawnByQrencode(acmeLink), modulePixels), quarterTurns);
    QVERIFY(!code.isNull());
    if (isInverted)
        code.invertPixels();
    QImage picture = desktop(QSize(1920, 1080), quint32(modulePixels));
    QRandomGenerator random(quint32(modulePixels * 2 + int(isInverted)));
    const QPoint at(random.bounded(picture.width() - code.width()), random.bounded(picture.height() - code.height()));
    draw(picture, code, at);

    const std::vector<qr::Found> found = qr::readCodes(picture);

    QCOMPARE(textsOf(found), QList<QByteArray>({acmeLink}));
    QVERIFY(found.front().isQr);
    const double quiet = 4 * modulePixels;
    const QRectF box = QRectF(QPointF(at), QSizeF(code.size())).adjusted(quiet, quiet, -quiet, -quiet);
    const std::array<QPointF, 4> clockwise{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF expected = clockwise[(i + std::size_t(quarterTurns)) % 4];
        QVERIFY2(isNear(found.front().corners[i], expected, modulePixels + 2.0),
                 qPrintable(QStringLiteral("corner %1 at %2,%3 instead of %4,%5")
                                .arg(i)
                                .arg(found.front().corners[i].x())
                                .arg(found.front().corners[i].y())
                                .arg(expected.x())
                                .arg(expected.y())));
    }
}

void TestQr::reads_codes_that_were_smoothly_zoomed_data()
{
    QTest::addColumn<double>("modulePixels");
    for (const double pixels : {3.3, 3.7, 4.5, 5.25, 6.4, 7.9, 9.1, 11.3})
        QTest::addRow("%.2f px a module", pixels) << pixels;
}

void TestQr::reads_codes_that_were_smoothly_zoomed()
{
    QFETCH(double, modulePixels);
    QImage picture = desktop(QSize(1920, 1080), 77);
    draw(picture, enlarged(drawnByQrencode(acmeLink), modulePixels, Qt::SmoothTransformation), QPoint(333, 77));
    QCOMPARE(textsOf(qr::readCodes(picture)), QList<QByteArray>({acmeLink}));
}

void TestQr::reads_a_code_across_the_seams_of_tiles_data()
{
    QTest::addColumn<int>("modulePixels");
    QTest::addColumn<QPoint>("middle");
    for (const int pixels : {3, 12}) {
        for (const QPoint middle : {QPoint(512, 512), QPoint(1024, 1024), QPoint(1536, 1024), QPoint(2048, 1024),
                                    QPoint(2816, 1136), QPoint(3072, 1536), QPoint(1024, 1100), QPoint(1280, 1280)})
            QTest::addRow("%d px around %d,%d", pixels, middle.x(), middle.y()) << pixels << middle;
    }
}

void TestQr::reads_a_code_across_the_seams_of_tiles()
{
    QFETCH(int, modulePixels);
    QFETCH(QPoint, middle);
    const QImage code = enlarged(drawnByQrencode(acmeLink), modulePixels);
    QImage picture(3840, 2160, QImage::Format_RGB32);
    picture.fill(Qt::lightGray);
    draw(picture, code, middle - QPoint(code.width() / 2, code.height() / 2));
    QCOMPARE(textsOf(qr::readCodes(picture)), QList<QByteArray>({acmeLink}));
}

void TestQr::reads_several_codes_each_once_and_in_reading_order()
{
    QImage picture = desktop(QSize(3840, 2160), 5);
    const struct {
        const char *text;
        int pixels;
        int turns;
        QPoint at;
        bool inverted;
    } codes[] = {
        {"first", 3, 0, {100, 120}, false}, {"second", 12, 1, {1500, 100}, false}, {"third", 6, 2, {3300, 150}, true},
        {"fourth", 4, 3, {60, 1100}, true}, {"fifth", 8, 0, {1900, 1000}, false},  {"sixth", 5, 1, {3600, 1900}, false},
    };
    QList<QByteArray> expected;
    for (const auto &one : codes) {
        QImage code = turned(enlarged(drawnByQrencode(one.text), one.pixels), one.turns);
        if (one.inverted)
            code.invertPixels();
        draw(picture, code, one.at);
        expected.append(one.text);
    }
    qr::SearchLimits noHurry;
    noHurry.milliseconds = 60000; // a busy or instrumented machine must not decide this test
    QCOMPARE(textsOf(qr::readCodes(picture, noHurry)), expected);
}

void TestQr::keeps_the_same_code_at_two_places_as_two()
{
    QImage picture = desktop(QSize(1920, 1080), 9);
    const QImage code = enlarged(drawnByQrencode(acmeLink), 5);
    draw(picture, code, QPoint(40, 300));
    draw(picture, code, QPoint(1200, 310));
    const std::vector<qr::Found> found = qr::readCodes(picture);
    QCOMPARE(textsOf(found), QList<QByteArray>({acmeLink, acmeLink}));
    QVERIFY(found[0].corners[0].x() < 100 && found[1].corners[0].x() > 1200);
}

void TestQr::reads_what_the_text_says_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("one letter") << QByteArray("a");
    QTest::addRow("digits alone") << QByteArray("0123456789");
    QTest::addRow("capitals alone") << QByteArray("OTPAUTH://TOTP/ACME?SECRET=GEZDGNBV");
    QTest::addRow("umlauts") << QByteArray("otpauth://totp/Z\xc3\xbcrich:J\xc3\xb6rg?secret=GEZDGNBV");
    QTest::addRow("one umlaut") << QByteArray("\xc3\xbc");
    QTest::addRow("Arabic") << QByteArray("otpauth://totp/\xd8\xb9\xd9\x84\xd9\x8a?secret=GEZDGNBV");
    QTest::addRow("Japanese") << QByteArray("otpauth://totp/\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e?secret=GEZDGNBV");
    QTest::addRow("emoji") << QByteArray("\xf0\x9f\x94\x91 otpauth");
    QTest::addRow("markup and a bidirectional mark") << QByteArray("<img src='/x'>\xe2\x80\xae"
                                                                   "abc");
    QTest::addRow("2,000 bytes") << QByteArray(2000, 'x');
}

void TestQr::reads_what_the_text_says()
{
    QFETCH(QByteArray, text);
    QImage picture = desktop(QSize(1600, 1000), 3);
    draw(picture, enlarged(drawnByQrencode(text), 4), QPoint(200, 100));
    QCOMPARE(textsOf(qr::readCodes(picture)), QList<QByteArray>({text}));
}

void TestQr::reads_every_picture_format_data()
{
    QTest::addColumn<int>("format");
    for (int format = QImage::Format_Mono; format < QImage::NImageFormats; ++format) {
        if (format != QImage::Format_Alpha8) // transparency without a colour
            QTest::addRow("format %d", format) << format;
    }
}

void TestQr::reads_every_picture_format()
{
    QFETCH(int, format);
    const QImage picture = enlarged(drawnByQrencode(acmeLink), 4).convertToFormat(QImage::Format(format));
    QCOMPARE(textsOf(qr::readCodes(picture)), QList<QByteArray>({acmeLink}));
}

void TestQr::takes_what_is_transparent_for_paper()
{
    QImage code = enlarged(drawnByQrencode(acmeLink), 4).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < code.height(); ++y) {
        for (int x = 0; x < code.width(); ++x) {
            if (qGray(code.pixel(x, y)) > 127)
                code.setPixel(x, y, qRgba(0, 0, 0, 0));
        }
    }
    QCOMPARE(textsOf(qr::readCodes(code)), QList<QByteArray>({acmeLink}));
}

void TestQr::reads_a_picture_of_one_pixel_a_module()
{
    QCOMPARE(textsOf(qr::readCodes(drawnByQrencode("a"))), QList<QByteArray>({QByteArray("a")}));
    QCOMPARE(textsOf(qr::readCodes(drawnByQrencode(acmeLink))), QList<QByteArray>({acmeLink}));
}

void TestQr::reads_a_code_in_a_mirror_data()
{
    QTest::addColumn<bool>("isAcross");
    QTest::newRow("left and right") << true;
    QTest::newRow("top and bottom") << false;
}

void TestQr::reads_a_code_in_a_mirror()
{
    QFETCH(const bool, isAcross);
    QImage picture = desktop({800, 600}, 3);
    draw(picture, enlarged(drawnByQrencode(acmeLink), 4), {200, 100});
    QCOMPARE(textsOf(qr::readCodes(picture.mirrored(isAcross, !isAcross))), {acmeLink});
}

void TestQr::names_another_kind_of_code()
{
    QImage picture(900, 700, QImage::Format_RGB32);
    picture.fill(Qt::white);
    draw(picture, enlarged(drawnByQrencode("HELLO", {QStringLiteral("-M"), QStringLiteral("-v3")}), 8),
         QPoint(200, 200));
    const std::vector<qr::Found> found = qr::readCodes(picture);
    QCOMPARE(textsOf(found), QList<QByteArray>({QByteArray("HELLO")}));
    QVERIFY(!found.front().isQr);
}

void TestQr::finds_nothing_where_nothing_is_data()
{
    QTest::addColumn<QImage>("picture");
    QImage flat(3840, 2160, QImage::Format_RGB32);
    flat.fill(Qt::white);
    QTest::addRow("no picture") << QImage();
    QTest::addRow("white") << flat;
    flat.fill(Qt::black);
    QTest::addRow("black") << flat;
    QTest::addRow("noise") << noise(QSize(1280, 800), 4);
    QTest::addRow("a desktop") << desktop(QSize(1920, 1080), 11);
}

void TestQr::finds_nothing_where_nothing_is()
{
    QFETCH(QImage, picture);
    QCOMPARE(textsOf(qr::readCodes(picture)), QList<QByteArray>());
}

void TestQr::copes_with_small_and_odd_pictures_data()
{
    QTest::addColumn<QSize>("size");
    for (int side = 1; side <= 24; ++side)
        QTest::addRow("%d×%d", side, side) << QSize(side, side);
    for (const QSize &size : {QSize(1, 5000), QSize(5000, 1), QSize(3, 1025), QSize(1025, 7), QSize(1023, 9),
                              QSize(2049, 17), QSize(33, 4099)})
        QTest::addRow("%d×%d", size.width(), size.height()) << size;
}

void TestQr::copes_with_small_and_odd_pictures()
{
    QFETCH(QSize, size);
    for (quint32 seed = 0; seed < 20; ++seed)
        QCOMPARE(textsOf(qr::readCodes(noise(size, seed))), QList<QByteArray>());
    QImage piece =
        drawnByQrencode(acmeLink).copy(QRect(QPoint(3, 3), size)); // a part of a code, or one with an odd edge
    qr::readCodes(piece);
}

void TestQr::stops_after_its_time()
{
    const QImage picture = noise(QSize(3840, 2160), 8);
    qr::SearchLimits limits;
    limits.milliseconds = 1;
    QElapsedTimer timer;
    timer.start();
    qr::readCodes(picture, limits);
    const qint64 hurried = timer.restart();
    qr::readCodes(picture, {1000000, nullptr});
    QVERIFY2(hurried * 4 < timer.elapsed(),
             qPrintable(QStringLiteral("%1 ms of %2 ms").arg(hurried).arg(timer.elapsed())));
}

void TestQr::stops_when_it_is_cancelled()
{
    QImage picture = desktop(QSize(1920, 1080), 1);
    draw(picture, enlarged(drawnByQrencode(acmeLink), 4), QPoint(10, 10));
    std::atomic_bool cancelled = true;
    QCOMPARE(textsOf(qr::readCodes(picture, {60000, &cancelled})), QList<QByteArray>());
    cancelled = false;
    QCOMPARE(textsOf(qr::readCodes(picture, {60000, &cancelled})), QList<QByteArray>({acmeLink}));
}

void TestQr::writes_what_another_program_reads_data()
{
    reads_what_the_text_says_data();
    QTest::addRow("a link") << acmeLink;
}

void TestQr::writes_what_another_program_reads()
{
    QFETCH(QByteArray, text);
    const Result<QImage> code = qr::writeCode(bytesOf(text));
    QVERIFY(code.has_value());
    QCOMPARE(readByZbarimg(enlarged(*code, 5)), text);
    QCOMPARE(textsOf(qr::readCodes(*code)), QList<QByteArray>({text}));
}

void TestQr::writes_level_m_with_a_quiet_zone_of_four()
{
    // The longest text of version 1 is 14 bytes at level M (17 at L, 11 at Q).
    QCOMPARE(qr::writeCode(bytesOf("aaaaaaaaaaaaaa"))->size(), QSize(21 + 8, 21 + 8));
    QCOMPARE(qr::writeCode(bytesOf("aaaaaaaaaaaaaaa"))->size(), QSize(25 + 8, 25 + 8));
    const QImage code = *qr::writeCode(bytesOf("a"));
    for (int i = 0; i < code.width(); ++i) {
        QVERIFY(qGray(code.pixel(i, 3)) == 255 && qGray(code.pixel(3, i)) == 255);
        QVERIFY(qGray(code.pixel(i, 25)) == 255 && qGray(code.pixel(25, i)) == 255);
    }
    QCOMPARE(qGray(code.pixel(4, 4)), 0);
}

void TestQr::refuses_to_write_what_is_no_code_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("error");
    QTest::addRow("nothing") << QByteArray() << ErrorCode::EmptyInput;
    QTest::addRow("2,332 bytes, one too many for level M") << QByteArray(2332, 'x') << ErrorCode::TooLarge;
    QTest::addRow("a megabyte") << QByteArray(qsizetype{1024} * 1024, 'x') << ErrorCode::TooLarge;
    QTest::addRow("no UTF-8") << QByteArray("\xff\xfe") << ErrorCode::NotText;
}

void TestQr::refuses_to_write_what_is_no_code()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, error);
    const Result<QImage> code = qr::writeCode(bytesOf(text));
    QVERIFY(!code.has_value());
    QCOMPARE(code.error().code, error);
}

QTEST_MAIN(TestQr)
#include "tst_qr.moc"
