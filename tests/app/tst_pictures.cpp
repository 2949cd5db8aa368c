// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/picture_file.h"
#include "tests/support/files.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QImageReader>
#include <QTemporaryDir>
#include <QtEndian>

#include <sys/stat.h>

using namespace watchword;
using namespace watchword::app;
using watchword::tests::put;

namespace {

constexpr int wide = 48;
constexpr int high = 32;

/// White, with a red quarter at the upper left and a blue one at the upper right.
QImage picture()
{
    QImage image(wide, high, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < high / 2; ++y) {
        for (int x = 0; x < wide / 2; ++x) {
            image.setPixelColor(x, y, Qt::red);
            image.setPixelColor(wide / 2 + x, y, Qt::blue);
        }
    }
    return image;
}

QByteArray encoded(const QByteArray &kind)
{
    QByteArray content;
    QBuffer buffer(&content);
    picture().save(&buffer, kind.constData(), kind == "jpeg" ? 95 : -1);
    return content;
}

template <class T>
QByteArray littleEndian(T value)
{
    value = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

template <class T>
QByteArray bigEndian(T value)
{
    value = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

/// The same kind of file with another size in its header, and with whatever else makes a header that is believed.
QByteArray withSize(const QByteArray &kind, quint32 width, quint32 height)
{
    if (kind == "gif") // nothing here writes any: a screen, a picture as large, and no pixels
        return "GIF89a" + littleEndian(quint16(width)) + littleEndian(quint16(height))
            + QByteArray::fromHex("800000ffffff0000002c00000000") + littleEndian(quint16(width))
            + littleEndian(quint16(height)) + QByteArray::fromHex("00020144003b");
    if (kind == "webp") { // the extended header, with a still picture of that size
        const QByteArray header = "VP8X" + littleEndian(quint32(10)) + littleEndian(quint32(0))
            + littleEndian(width - 1).first(3) + littleEndian(height - 1).first(3);
        const QByteArray rest = "WEBP" + header + encoded("webp").sliced(12);
        return "RIFF" + littleEndian(quint32(rest.size())) + rest;
    }
    QByteArray content = encoded(kind);
    if (kind == "png") {
        content.replace(16, 8, bigEndian(width) + bigEndian(height));
        content.replace(29, 4, bigEndian(crcOf(content.sliced(12, 17))));
    } else if (kind == "bmp") {
        content.replace(18, 8, littleEndian(width) + littleEndian(height));
    } else { // the frame header: its mark, length, precision, height, width
        content.replace(content.indexOf(QByteArray::fromHex("ffc0")) + 5, 4,
                        bigEndian(quint16(height)) + bigEndian(quint16(width)));
    }
    return content;
}

/// A JPEG with EXIF data that says how the camera was held.
QByteArray heldAs(int orientation)
{
    const QByteArray exif = QByteArray("Exif\0\0MM\0*\0\0\0\x08\0\x01", 16) + QByteArray::fromHex("0112000300000001")
        + bigEndian(quint16(orientation)) + QByteArray(6, '\0');
    return encoded("jpeg").insert(2, QByteArray::fromHex("ffe1") + bigEndian(quint16(exif.size() + 2)) + exif);
}

/// The name of the corner that has this colour, by its middle.
QString cornerOf(const QImage &image, QColor colour)
{
    for (const char *name : {"upper left", "upper right", "lower left", "lower right"}) {
        const QByteArray words(name);
        const QColor there = image.pixelColor((words.endsWith("left") ? 1 : 3) * image.width() / 4,
                                              (words.startsWith("upper") ? 1 : 3) * image.height() / 4);
        if (std::abs(there.red() - colour.red()) + std::abs(there.green() - colour.green())
                + std::abs(there.blue() - colour.blue())
            < 60)
            return QString::fromLatin1(words);
    }
    return QStringLiteral("nowhere");
}

} // namespace

/// Picture files of the five kinds that are read in this process. What is drawn by the renderer: tst_renderer.
class TestPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_five_kinds_by_their_content_data();
    void reads_five_kinds_by_their_content();
    void reads_no_other_kind_though_qt_could_data();
    void reads_no_other_kind_though_qt_could();
    void refuses_a_huge_picture_by_its_header_data();
    void refuses_a_huge_picture_by_its_header();
    void takes_as_much_as_it_says();
    void turns_a_picture_as_its_exif_data_says_data();
    void turns_a_picture_as_its_exif_data_says();
    void reads_a_bitmap_whose_first_row_is_the_upper_one();
    void reads_the_first_of_moving_pictures();
    void refuses_what_is_cut_off_data();
    void refuses_what_is_cut_off();
    void opens_only_regular_files_data();
    void opens_only_regular_files();
    void knows_drawings_by_their_content_data();
    void knows_drawings_by_their_content();
    void says_that_a_file_is_packed();
};

void TestPictures::reads_five_kinds_by_their_content_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char *kind : {"png", "jpeg", "webp", "bmp"})
        QTest::newRow(kind) << encoded(kind);
    // Nothing here writes GIF: a red and a white pixel.
    QTest::newRow("gif") << QByteArray::fromHex(
        "47494638396102000100800000ff0000ffffff2c00000000020001000002024401003b");
}

// Whatever their name is.
void TestPictures::reads_five_kinds_by_their_content()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("holiday.txt"));
    put(path, content);
    QList<QImage> taken;
    const PicturesRead read = openPictureFile(path, [&taken](QImage image) { taken << image; });
    QVERIFY(!read.error && !read.isPdf);
    QCOMPARE(taken.size(), 1);
    QCOMPARE(cornerOf(taken.first(), Qt::red), QStringLiteral("upper left"));
    if (content.startsWith("GIF"))
        QCOMPARE(taken.first().size(), QSize(2, 1));
    else
        QCOMPARE(taken.first().size(), QSize(wide, high));
}

void TestPictures::reads_no_other_kind_though_qt_could_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"ppm", "xpm", "xbm"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestPictures::reads_no_other_kind_though_qt_could()
{
    QFETCH(QByteArray, kind);
    const QByteArray content = encoded(kind);
    QVERIFY(!QImage::fromData(content).isNull());
    QCOMPARE(readPicture(content).error().code, ErrorCode::NotAPicture);
}

void TestPictures::refuses_a_huge_picture_by_its_header_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<quint32>("width");
    QTest::addColumn<quint32>("height");
    for (const char *kind : {"png", "jpeg", "webp", "gif", "bmp"}) {
        QTest::addRow("%s, 60,000 by 60,000", kind) << QByteArray(kind) << quint32(60000) << quint32(60000);
        QTest::addRow("%s, too many pixels", kind) << QByteArray(kind) << quint32(9000) << quint32(9000);
        QTest::addRow("%s, a long line", kind) << QByteArray(kind) << quint32(20000) << quint32(1);
    }
}

void TestPictures::refuses_a_huge_picture_by_its_header()
{
    QFETCH(QByteArray, kind);
    QFETCH(quint32, width);
    QFETCH(quint32, height);
    const QByteArray content = withSize(kind, width, height);
    QBuffer buffer;
    buffer.setData(content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const QSize size = QImageReader(&buffer, kind).size();
    const Result<QImage> read = readPicture(content);
    QVERIFY(!read);
    if (kind == "bmp" && width == height && width == 60000) {
        QVERIFY(!size.isValid()); // Qt does not believe this header
        QCOMPARE(read.error().code, ErrorCode::NotAPicture);
        return;
    }
    // Qt believes it: what refuses it is ours, and says so by its size.
    QCOMPARE(size, QSize(int(width), int(height)));
    QCOMPARE(read.error().code, ErrorCode::PictureTooLarge);
    QCOMPARE(read.error().detail, QStringLiteral("%1x%2").arg(width).arg(height));
}

void TestPictures::takes_as_much_as_it_says()
{
    QImage large(longestPictureSide, int(mostPicturePixels / longestPictureSide), QImage::Format_Mono);
    large.fill(0);
    QByteArray content;
    QBuffer buffer(&content);
    QVERIFY(large.save(&buffer, "png"));
    const Result<QImage> read = readPicture(content);
    QVERIFY(read);
    QCOMPARE(read->size(), large.size());
}

void TestPictures::turns_a_picture_as_its_exif_data_says_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QString>("red");
    QTest::addColumn<QString>("blue");
    const auto row = [](int orientation, const char *red, const char *blue) {
        QTest::addRow("%d", orientation) << orientation << QString::fromLatin1(red) << QString::fromLatin1(blue);
    };
    row(1, "upper left", "upper right");
    row(2, "upper right", "upper left");
    row(3, "lower right", "lower left");
    row(4, "lower left", "lower right");
    row(5, "upper left", "lower left");
    row(6, "upper right", "lower right");
    row(7, "lower right", "upper right");
    row(8, "lower left", "upper left");
}

void TestPictures::turns_a_picture_as_its_exif_data_says()
{
    QFETCH(int, orientation);
    QFETCH(QString, red);
    QFETCH(QString, blue);
    const Result<QImage> read = readPicture(heldAs(orientation));
    QVERIFY(read);
    QCOMPARE(read->size(), orientation < 5 ? QSize(wide, high) : QSize(high, wide));
    QCOMPARE(cornerOf(*read, Qt::red), red);
    QCOMPARE(cornerOf(*read, Qt::blue), blue);
}

void TestPictures::reads_a_bitmap_whose_first_row_is_the_upper_one()
{
    const Result<QImage> read = readPicture(withSize("bmp", wide, quint32(-high)));
    QVERIFY(read);
    QCOMPARE(read->size(), QSize(wide, high));
    QCOMPARE(cornerOf(*read, Qt::red), QStringLiteral("lower left"));
    QCOMPARE(readPicture(withSize("bmp", 9000, quint32(-9000))).error().code, ErrorCode::PictureTooLarge);
}

void TestPictures::reads_the_first_of_moving_pictures()
{
    // A red frame, then a white one.
    const Result<QImage> read = readPicture(QByteArray::fromHex(
        "47494638396101000100800000ff0000ffffff2c00000000010001000002024401002c000000000100010000020244510021f904000a0000003b"));
    QVERIFY(read);
    QCOMPARE(read->pixelColor(0, 0), QColor(Qt::red));
}

void TestPictures::refuses_what_is_cut_off_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char *kind : {"png", "webp"})
        QTest::newRow(kind) << encoded(kind).chopped(encoded(kind).size() / 2);
    QTest::newRow("a header alone") << QByteArray("\x89PNG\r\n\x1a\n");
    QTest::newRow("two letters") << QByteArray("BM");
}

void TestPictures::refuses_what_is_cut_off()
{
    QFETCH(QByteArray, content);
    const Result<QImage> read = readPicture(content);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotAPicture);
    QVERIFY(!read.error().detail.isEmpty()); // it is taken for no text
}

void TestPictures::opens_only_regular_files_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a pipe") << QStringLiteral("pipe") << ErrorCode::FileNotRegular;
    QTest::newRow("a link to a pipe") << QStringLiteral("link") << ErrorCode::FileNotRegular;
    QTest::newRow("a folder") << QStringLiteral(".") << ErrorCode::FileNotRegular;
    QTest::newRow("a device") << QStringLiteral("/dev/zero") << ErrorCode::FileNotRegular;
    QTest::newRow("nothing") << QStringLiteral("nothing") << ErrorCode::FileNotFound;
    QTest::newRow("too large") << QStringLiteral("large.png") << ErrorCode::TooLarge;
}

void TestPictures::opens_only_regular_files()
{
    QFETCH(QString, path);
    QFETCH(ErrorCode, code);
    const QTemporaryDir folder;
    const auto inFolder = [&folder](const char *name) {
        return QFile::encodeName(folder.filePath(QLatin1String(name)));
    };
    QCOMPARE(::mkfifo(inFolder("pipe").constData(), 0600), 0);
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("pipe")), folder.filePath(QStringLiteral("link"))));
    QFile large(folder.filePath(QStringLiteral("large.png")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestPictureFile + 1)); // takes no room on the disk
    const PicturesRead read =
        openPictureFile(QDir(folder.path()).filePath(path), [](const QImage &) { QFAIL("a picture"); });
    QVERIFY(read.error);
    QCOMPARE(read.error->code, code);
}

void TestPictures::knows_drawings_by_their_content_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("drawing");
    const auto row = [](const char *name, const QByteArray &content, Drawing drawing) {
        QTest::newRow(name) << content << int(drawing);
    };
    row("pdf", "%PDF-1.7\n", Drawing::Pdf);
    row("pdf after a mark and a line", "\xef\xbb\xbf\r\n%PDF-1.7\n", Drawing::Pdf);
    row("svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", Drawing::Svg);
    row("svg with all that may come before",
        "\xef\xbb\xbf<?xml version='1.0'?><!-- <html> --><?x y?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x.dtd'>"
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>",
        Drawing::Svg);
    row("svg, wide letters", QByteArray("\xff\xfe", 2) + QByteArray("<\0s\0v\0g\0/\0>\0", 12), Drawing::Svg);
    row("svg that is cut off", "<svg width='1'><path", Drawing::Svg);
    row("a web page", "<!DOCTYPE html><html><body><svg/></body></html>", Drawing::None);
    row("another picture's root", "<svgx/>", Drawing::None);
    row("a link in brackets", "<otpauth://totp/a?secret=AA>", Drawing::None);
    row("text", "not an <svg/>", Drawing::None);
    row("a root too far away", "<!--" + QByteArray(70000, ' ') + "--><svg/>", Drawing::None);
    row("nothing", {}, Drawing::None);
}

void TestPictures::knows_drawings_by_their_content()
{
    QFETCH(QByteArray, content);
    QFETCH(int, drawing);
    QCOMPARE(int(drawingIn(content)), drawing);
}

void TestPictures::says_that_a_file_is_packed()
{
    const PicturesRead read = readPictureFile(QByteArray::fromHex("1f8b0800000000000003"), [](const QImage &) {});
    QVERIFY(read.error);
    QCOMPARE(read.error->code, ErrorCode::PackedPicture);
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
