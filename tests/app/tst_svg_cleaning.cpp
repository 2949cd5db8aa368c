// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/renderer/svg_cleaning.h"
#include "tests/support/files.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>

using namespace watchword;
using namespace watchword::app;
using watchword::tests::put;

namespace {

QByteArray svg(const QByteArray &content)
{
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 40 40'>"
        + content + "</svg>";
}

QByteArray encoded(const QImage &image, const char *kind = "png")
{
    QByteArray content;
    QBuffer buffer(&content);
    image.save(&buffer, kind);
    return content;
}

QImage red()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

/// The colour in the middle as Qt Svg draws it on white; without a colour when it draws nothing.
QColor drawn(const QByteArray &content)
{
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QSvgRenderer renderer(content);
    if (!renderer.isValid())
        return {};
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    return image.pixelColor(20, 20);
}

} // namespace

class TestSvgCleaning final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_outside_is_left_data();
    void nothing_outside_is_left();
    void what_draws_is_kept_data();
    void what_draws_is_kept();
    void a_picture_within_has_to_be_what_it_says_data();
    void a_picture_within_has_to_be_what_it_says();
    void a_style_sheet_keeps_what_colours_data();
    void a_style_sheet_keeps_what_colours();
    void refuses_entities_and_what_is_broken_data();
    void refuses_entities_and_what_is_broken();
    void puts_a_picture_in_the_picture_to_its_place();
};

void TestSvgCleaning::nothing_outside_is_left_data()
{
    QTest::addColumn<QByteArray>("content"); // FILE: a red picture, SVG: a red drawing
    QTest::addColumn<bool>("qtReadsIt");
    const auto row = [&](const char *name, const QByteArray &content, bool qtReadsIt = false) {
        QTest::newRow(name) << svg(content) << qtReadsIt;
    };
    const QByteArray all = "width='40' height='40' ";
    row("a path", "<image " + all + "xlink:href='FILE'/>", true);
    row("an address", "<image " + all + "xlink:href='file://FILE'/>");
    row("the web", "<image " + all + "xlink:href='https://example.org/FILE'/>");
    row("without the prefix", "<image " + all + "href='FILE'/>");
    row("behind data", "<image " + all + "href='data:image/png;base64,AAAA' xlink:href='FILE'/>", true);
    row("behind data that is none", "<image " + all + "xlink:href='data:image/png;base64,AAAA#FILE'/>");
    row("another prefix", "<x:image xmlns:x='http://www.w3.org/2000/svg' " + all + "xlink:href='FILE'/>", true);
    row("a prefix of nothing", "<x:image " + all + "xlink:href='FILE'/>", true);
    row("by reference", "<defs><g id='g'><image " + all + "xlink:href='FILE'/></g></defs><use xlink:href='#g'/>", true);
    row("spelled out", "<image " + all + "xlink:href='&#x2f;.FILE'/>", true);
    row("between lines", "<image " + all + "xlink:href='\n FILE'/>", true);
    row("a drawing", "<image " + all + "xlink:href='SVG'/>", true);
    row("a drawing as data that names it", "<image " + all + "xlink:href='data:image/png;base64,NESTED'/>", true);
    row("a part of a drawing", "<use xlink:href='SVG#red'/>");
    row("a pattern", "<rect " + all + "fill='url(FILE)'/>");
    row("a pattern in disguise", "<rect " + all + "fill='u\\72l(FILE)'/>");
    row("a second pattern", "<rect " + all + "fill='url(#a) url(FILE)'/>");
    row("a style", "<rect " + all + "style='fill:url(\"FILE\")'/>");
    row("a style sheet", "<style>rect{fill:url(FILE)}</style><rect " + all + "/>");
    row("an imported style sheet",
        "<style>@import url(SVG);</style><style>@imp/**/ort 'SVG'; @\\69mport 'SVG';</style>");
    row("a style sheet from outside", "<style src='SVG'/><link rel='stylesheet' href='SVG'/>");
    row("a font",
        "<style>@font-face{font-family:a;src:url(FILE)}</style><font-face><font-face-src><font-face-uri xlink:href='SVG'/></font-face-src></font-face>");
    row("another language",
        "<foreignObject " + all + "><img xmlns='http://www.w3.org/1999/xhtml' src='FILE'/></foreignObject>");
    row("a filter",
        "<filter id='f'><feImage xlink:href='FILE'/></filter><rect " + all + "fill='white' filter='url(#f)'/>");
    row("movement", "<image " + all + "xlink:href='data:'><set attributeName='xlink:href' to='FILE'/></image>");
    row("a base", "<g xml:base='SVG'><use xlink:href='#red'/></g>");
    row("a program", "<script xlink:href='FILE'>open('FILE')</script><rect onload='open(\"FILE\")' fill='none'/>");
    row("a remark", "<!-- FILE --><title>FILE</title><desc>SVG</desc><text>FILE</text><?open FILE?><![CDATA[FILE]]>");
    QTest::newRow("a default of its type")
        << "<!DOCTYPE svg [<!ATTLIST image xlink:href CDATA 'FILE'>]>" + svg("<image " + all + "/>") << true;
    QTest::newRow("a sheet by instruction") << "<?xml-stylesheet href='SVG'?>" + svg({}) << false;
    QTest::newRow("a type from outside") << "<!DOCTYPE svg SYSTEM 'SVG'>" + svg({}) << false;
}

// Where Qt Svg is known to read it, that is shown first: what keeps it from the file is the cleaning.
void TestSvgCleaning::nothing_outside_is_left()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, qtReadsIt);
    const QTemporaryDir folder;
    const QByteArray picture = folder.filePath(QStringLiteral("secret.png")).toUtf8();
    const QByteArray drawing = folder.filePath(QStringLiteral("secret.svg")).toUtf8();
    put(QString::fromUtf8(picture), encoded(red()));
    put(QString::fromUtf8(drawing), svg("<rect id='red' width='40' height='40' fill='#f00'/>"));
    const QByteArray nested = svg("<image width='40' height='40' xlink:href='" + picture + "'/>").toBase64();
    content.replace("FILE", picture).replace("SVG", drawing).replace("NESTED", nested);
    QCOMPARE(drawn(content) == QColor(Qt::red), qtReadsIt);

    const Result<QByteArray> cleaned = cleanedSvg(content);
    QVERIFY(cleaned);
    QVERIFY(drawn(*cleaned) != QColor(Qt::red));
    for (const QByteArray &name : {picture, drawing, nested, QByteArray("secret"), QByteArray("example.org")})
        QVERIFY2(!cleaned->contains(name), cleaned->constData());
    // And there is nothing left to clean.
    QCOMPARE(cleanedSvg(*cleaned).value_or(QByteArray()), *cleaned);
}

void TestSvgCleaning::what_draws_is_kept_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const QByteArray &content) { QTest::newRow(name) << svg(content); };
    row("a path", "<path fill='red' d='M0 0h40v40h-40z'/>");
    row("a rectangle in a group", "<g fill='red' transform='scale(2)'><rect width='20' height='20'/></g>");
    row("a line", "<path stroke='red' d='M0 20h40' stroke-width='40'/>");
    row("a polygon", "<polygon style='fill:rgb(255,0,0)' points='0,0 40,0 40,40 0,40'/>");
    row("a circle", "<circle fill='#f00' cx='20' cy='20' r='5'/>");
    row("by reference",
        "<defs><rect id='a' fill='red' width='10' height='10'/></defs><use x='15' y='15' xlink:href='#a'/>");
    row("by newer reference",
        "<defs><rect id='a' fill='red' width='10' height='10'/></defs><use x='15' y='15' href='#a'/>");
    row("a gradient",
        "<linearGradient id='a'><stop stop-color='red'/></linearGradient><rect width='40' height='40' fill='url(#a)'/>");
    row("in a link", "<a xlink:href='https://example.org'><rect fill='red' width='40' height='40'/></a>");
    row("a style sheet", "<style>.a{fill:red}</style><rect class='a' width='40' height='40'/>");
    row("beside what others add",
        "<metadata><a/></metadata><x:y xmlns:x='z'/><rect x:label='b' fill='red' width='40' height='40'/>");
    row("a picture",
        "<image width='40' height='40' xlink:href='data:image/png;base64," + encoded(red()).toBase64() + "'/>");
    QTest::newRow("a prefix for all") << QByteArray(
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><svg:rect fill='red' width='40' height='40'/></svg:svg>");
}

void TestSvgCleaning::what_draws_is_kept()
{
    QFETCH(QByteArray, content);
    const Result<QByteArray> cleaned = cleanedSvg(content);
    QVERIFY(cleaned);
    QCOMPARE(drawn(*cleaned), QColor(Qt::red));
}

void TestSvgCleaning::a_picture_within_has_to_be_what_it_says_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("isKept");
    const QByteArray png = encoded(red()).toBase64();
    QTest::newRow("png") << "data:image/png;base64," + png << true;
    QTest::newRow("in lines, with blanks")
        << "data:image/png; base64,\n" + png.left(20) + "\n   " + png.sliced(20) << true;
    QTest::newRow("with escapes") << "data:image/png;base64," + QByteArray(png).replace("=", "%3D").replace("+", "%2B")
                                  << true;
    QTest::newRow("jpeg") << "data:image/jpeg;base64," + encoded(red(), "jpeg").toBase64() << true;
    QTest::newRow("called by another name") << "data:image/svg+xml;base64," + png << true;
    QTest::newRow("bmp") << "data:image/bmp;base64," + encoded(red(), "bmp").toBase64() << false;
    QTest::newRow("bmp, called png") << "data:image/png;base64," + encoded(red(), "bmp").toBase64() << false;
    QTest::newRow("a drawing, called png") << "data:image/png;base64," + svg("<rect/>").toBase64() << false;
    QTest::newRow("not as base64") << "data:image/png," + png << false;
    QTest::newRow("text") << "data:text/plain;base64," + png << false;
    QTest::newRow("nothing") << QByteArray("data:") << false;
}

void TestSvgCleaning::a_picture_within_has_to_be_what_it_says()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, isKept);
    const Result<QByteArray> cleaned = cleanedSvg(svg("<image width='40' height='40' xlink:href='" + address + "'/>"));
    QVERIFY(cleaned);
    QCOMPARE(cleaned->contains("<image"), isKept);
    if (!isKept)
        return;
    const QColor middle = drawn(*cleaned);
    QVERIFY(middle.red() > 240 && middle.green() < 20 && middle.blue() < 20);
}

void TestSvgCleaning::a_style_sheet_keeps_what_colours_data()
{
    QTest::addColumn<QByteArray>("sheet");
    QTest::addColumn<QByteArray>("left");
    const auto row = [](const char *name, const char *sheet, const char *left) {
        QTest::newRow(name) << QByteArray(sheet) << QByteArray(left);
    };
    row("colours", ".a{fill:#fff}", ".a{fill:#fff}");
    row("a reference within", ".a{fill:url( \"#b\" )}", ".a{fill:url( \"#b\" )}");
    row("a sheet to load", "@import 'x.css';.a{fill:red}", ".a{fill:red}");
    row("a font to load", "@font-face{font-family:x;src:url(x)}.a{fill:red}", ".a{fill:red}");
    row("other media", "@media print{.a{fill:blue}}.a{fill:red}", ".a{fill:red}");
    row("media within media", "@media a{@media b{.c{d:e}}.f{g:h}}.a{fill:red}", ".a{fill:red}");
    row("remarks", "/* @import 'x' */.a{fill:red}/* never closed", ".a{fill:red}");
    row("a rule that never ends", ".a{fill:red}@media{", ".a{fill:red}");
    row("a reference outside", ".a{fill:red}.b{fill:url(x.svg#b)}", "");
    row("escapes", ".a{fill:red}.b{fill:u\\72l(x)}", "");
}

void TestSvgCleaning::a_style_sheet_keeps_what_colours()
{
    QFETCH(QByteArray, sheet);
    QFETCH(QByteArray, left);
    const Result<QByteArray> cleaned = cleanedSvg(svg("<style><![CDATA[" + sheet + "]]></style>"));
    QVERIFY(cleaned);
    const qsizetype begin = cleaned->indexOf("<style>") + 7;
    QCOMPARE(cleaned->sliced(begin, cleaned->indexOf("</style>") - begin).replace("&quot;", "\""), left);
}

void TestSvgCleaning::refuses_entities_and_what_is_broken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("an entity") << "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg({}) << ErrorCode::EntitiesInPicture;
    QTest::newRow("a file as entity") << "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
            + svg("<style>&a;</style>")
                                      << ErrorCode::EntitiesInPicture;
    QTest::newRow("an entity of the type")
        << "<!DOCTYPE svg [<!ENTITY % a 'b'>]>" + svg({}) << ErrorCode::EntitiesInPicture;
    QTest::newRow("an entity that nobody declared") << svg("<style>&a;</style>") << ErrorCode::DamagedDocument;
    QTest::newRow("cut off") << svg("<g><rect/></g>").chopped(8) << ErrorCode::DamagedDocument;
    QTest::newRow("not closed") << svg("<g><rect></g>") << ErrorCode::DamagedDocument;
    QTest::newRow("two of a name") << svg("<rect x='1' x='2'/>") << ErrorCode::DamagedDocument;
    QTest::newRow("two roots") << svg({}) + svg({}) << ErrorCode::DamagedDocument;
    QTest::newRow("another root") << QByteArray("<html><svg/></html>") << ErrorCode::DamagedDocument;
    QTest::newRow("too deep") << svg(QByteArray("<g>").repeated(300) + QByteArray("</g>").repeated(300))
                              << ErrorCode::DamagedDocument;
    QTest::newRow("nothing") << QByteArray() << ErrorCode::DamagedDocument;
}

void TestSvgCleaning::refuses_entities_and_what_is_broken()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    const Result<QByteArray> cleaned = cleanedSvg(content);
    QVERIFY(!cleaned);
    QCOMPARE(cleaned.error().code, code);
}

// Qt Svg would draw it as large as the whole.
void TestSvgCleaning::puts_a_picture_in_the_picture_to_its_place()
{
    const QByteArray content = svg(
        "<svg x='18' y='16px' width='4' height='8' viewBox='10 10 400 400'><rect x='10' y='10' width='400' height='400' fill='red'/></svg>");
    const QByteArray cleaned = cleanedSvg(content).value_or(QByteArray());
    QCOMPARE(drawn(cleaned), QColor(Qt::red));
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QSvgRenderer(cleaned).render(&painter);
    painter.end();
    for (const QPoint outside : {QPoint(17, 20), QPoint(22, 20), QPoint(20, 17), QPoint(20, 22)})
        QCOMPARE(image.pixelColor(outside), QColor(Qt::white));
    for (const QPoint inside : {QPoint(18, 18), QPoint(21, 21)})
        QCOMPARE(image.pixelColor(inside), QColor(Qt::red));
}

QTEST_MAIN(TestSvgCleaning)
#include "tst_svg_cleaning.moc"
