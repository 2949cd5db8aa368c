// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/picture_file.h"
#include "app/support/rendering.h"
#include "core/qr/reader.h"
#include "tests/support/drawings.h"
#include "tests/support/files.h"
#include "tests/support/started_processes.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPainter>
#include <QProcess>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;

namespace {

/// A QR code of 57 modules, as links to accounts with long names have.
QByteArray longLink()
{
    return "otpauth://totp/Example%20University%20Hospital:alice.example%40hospital.example?secret="
           "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example%20University%20Hospital&algorithm=SHA1&digits=6&period=30";
}

/// A PDF of one empty page, made by hand; a reader that is not too strict finds its way.
QByteArray pdfWithBox(const QByteArray &box)
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox["
        + box + "]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

struct Drawn {
    PicturesRead read;
    std::vector<QImage> pictures;
    QList<QByteArray> texts;
};

Drawn drawn(const QByteArray &content)
{
    Drawn drawn;
    drawn.read = readPictureFile(content, [&drawn](QImage picture) {
        for (const qr::Found &found : qr::readCodes(picture))
            drawn.texts << found.payload.text().toByteArray();
        drawn.pictures.push_back(std::move(picture));
    });
    return drawn;
}

/// No error: Internal, which none of these is.
ErrorCode codeOf(const Drawn &drawn)
{
    return drawn.read.error ? drawn.read.error->code : ErrorCode::Internal;
}

QByteArray frame(quint32 kind, quint32 first, quint32 second, quint32 mark = rendering::mark)
{
    const rendering::Frame frame = {mark, kind, first, second};
    return QByteArray(reinterpret_cast<const char *>(frame.data()), sizeof frame);
}

} // namespace

/// SVG pictures and PDFs through the renderer that lies beside the tests, and renderers that do not do as they should.
class TestRenderer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void draws_an_svg_picture_data();
    void draws_an_svg_picture();
    void never_reads_a_file_that_an_svg_picture_names();
    void draws_the_pages_of_a_pdf_in_order();
    void reads_a_code_of_57_modules_on_two_centimetres_data();
    void reads_a_code_of_57_modules_on_two_centimetres();
    void draws_twenty_pages_and_says_that_there_are_more();
    void bounds_a_page_of_any_size_data();
    void bounds_a_page_of_any_size();
    void asks_for_no_password_but_says_that_there_is_one();
    void what_cannot_be_drawn_is_said_data();
    void what_cannot_be_drawn_is_said();
    void ends_a_renderer_that_takes_too_long_data();
    void ends_a_renderer_that_takes_too_long();
    void believes_nothing_that_a_renderer_says_data();
    void believes_nothing_that_a_renderer_says();
    void gives_the_renderer_nothing_but_the_file();
    void says_that_the_renderer_is_missing();

private:
    /// A program in place of the renderer; $0 is its path.
    QString renderer(const QByteArray &script) const;

    QTemporaryDir m_folder;
};

QString TestRenderer::renderer(const QByteArray &script) const
{
    const QString path = m_folder.filePath(QStringLiteral("renderer"));
    putProgram(path, script);
    return path;
}

void TestRenderer::initTestCase()
{
    QVERIFY2(QFileInfo(rendererProgram()).isExecutable(), qPrintable(rendererProgram()));
    QCOMPARE(codeOf(longLink()).width() - 8, 57);
}

void TestRenderer::draws_an_svg_picture_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray link = longLink();
    const QByteArray box = boxOf(link);
    const QByteArray side = QByteArray::number(codeOf(link).width());
    QTest::newRow("plain") << svgOf(link);
    QTest::newRow("on no ground") << svg(modulesOf(link), box);
    QTest::newRow("white on nothing") << svg(modulesOf(link, "#fff"), box);
    QTest::newRow("width and height, no box") << svg(modulesOf(link), "width='" + side + "' height='" + side + '\'');
    QTest::newRow("a document type")
        << "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
            + svg(modulesOf(link), box);
    QTest::newRow("with a style sheet that also loads one")
        << svg("<style>@import url('https://example.org/a.css'); .dark { fill: #000 } .light{fill:#fff}</style>"
               "<rect class='light' width='99' height='99'/>"
                   + modulesOf(link).replace("fill='#000'", "class='dark'"),
               box);
    QTest::newRow("drawn by reference") << svg(
        "<defs><g id='code'>" + modulesOf(link) + "</g></defs><use href='#code'/>", box);
    QTest::newRow("a picture within") << svg("<image width='" + side + "' height='" + side
                                                 + "' href='data:image/png;base64,"
                                                 + png(codeOf(link).scaled(800, 800)).toBase64() + "'/>",
                                             box);
    QTest::newRow("small on a large sheet")
        << svg("<text x='20' y='40'>For Alice</text><svg x='150' y='200' width='26' height='26' " + box + '>'
                   + modulesOf(link) + "</svg>",
               "width='210mm' height='297mm' viewBox='0 0 210 297'");
    QTest::newRow("a prefix that was never declared")
        << svg(modulesOf(link) + "<a inkscape:label='x' xlink:href='https://example.org'/>", box)
               .replace("xmlns:xlink='http://www.w3.org/1999/xlink'", "");
}

void TestRenderer::draws_an_svg_picture()
{
    QFETCH(QByteArray, content);
    const Drawn read = drawn(content);
    QVERIFY2(!read.read.error, qPrintable(read.read.error ? read.read.error->detail : QString()));
    QVERIFY(!read.read.isPdf);
    QCOMPARE(read.pictures.size(), 1);
    // The sheet has a size in millimetres.
    const int longer = content.contains("297mm") ? 3506 : 2000;
    QCOMPARE(std::max(read.pictures[0].width(), read.pictures[0].height()), longer);
    QCOMPARE(read.texts, QList<QByteArray>{longLink()});
}

// One of many tricks (tst_svg_cleaning): Qt Svg does read it.
void TestRenderer::never_reads_a_file_that_an_svg_picture_names()
{
    const QString picture = m_folder.filePath(QStringLiteral("secret.png"));
    put(picture, png(codeOf(longLink()).scaled(650, 650)));
    const QByteArray content =
        svg("<image width='40' height='40' xlink:href='" + picture.toUtf8() + "'/>", "viewBox='0 0 40 40'");
    QImage byQt(400, 400, QImage::Format_RGB32);
    QPainter painter(&byQt);
    QSvgRenderer(content).render(&painter);
    painter.end();
    QCOMPARE(qr::readCodes(byQt).size(), 1);
    QCOMPARE(drawn(content).texts, QList<QByteArray>());
}

void TestRenderer::draws_the_pages_of_a_pdf_in_order()
{
    const Drawn read = drawn(pdf({"one", {}, "three"}));
    QVERIFY(!read.read.error);
    QVERIFY(read.read.isPdf);
    QCOMPARE(read.pictures.size(), 3);
    QCOMPARE(read.pictures[0].size(), QSize(2479, 3508)); // A4 with 300 dots an inch
    QCOMPARE(read.texts, QList<QByteArray>({"one", "three"}));
}

void TestRenderer::reads_a_code_of_57_modules_on_two_centimetres_data()
{
    QTest::addColumn<QPageSize>("page");
    QTest::newRow("A4") << QPageSize(QPageSize::A4);
    QTest::newRow("Letter") << QPageSize(QPageSize::Letter);
    QTest::newRow("A3") << QPageSize(QPageSize::A3);
    QTest::newRow("a label") << QPageSize(QSizeF(24, 28), QPageSize::Millimeter);
}

void TestRenderer::reads_a_code_of_57_modules_on_two_centimetres()
{
    QFETCH(QPageSize, page);
    const double edge = 65.0 / 57; // two centimetres without its edge
    const Drawn read = drawn(pdf({longLink()}, 20 * edge, page));
    QCOMPARE(read.texts, QList<QByteArray>{longLink()});
    QVERIFY(qint64(read.pictures[0].width()) * read.pictures[0].height() <= rendering::mostPixels);
}

void TestRenderer::draws_twenty_pages_and_says_that_there_are_more()
{
    // Small pages: it is about their number.
    const QPageSize small(QSizeF(30, 10), QPageSize::Millimeter);
    QList<QByteArray> texts(rendering::mostPages, QByteArray());
    texts.last() = "the last";
    const Drawn all = drawn(pdf(texts, 8, small));
    QVERIFY(!all.read.error);
    QCOMPARE(all.texts, QList<QByteArray>{"the last"});
    texts << "one too many";
    const Drawn first = drawn(pdf(texts, 8, small));
    QCOMPARE(codeOf(first), ErrorCode::PagesLeftOut);
    QCOMPARE(first.pictures.size(), rendering::mostPages);
    QCOMPARE(first.texts, QList<QByteArray>{"the last"});
}

void TestRenderer::bounds_a_page_of_any_size_data()
{
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<QSize>("size"); // none: it cannot be drawn
    QTest::newRow("a wall") << QByteArray("0 0 14400 14400") << QSize(4096, 4096);
    QTest::newRow("a planet") << QByteArray("0 0 1000000000 1000000000") << QSize(4096, 4096);
    QTest::newRow("a ribbon") << QByteArray("0 0 100000 1") << QSize(16384, 1);
    QTest::newRow("a dot") << QByteArray("0 0 0.01 0.01") << QSize(2000, 2000);
    QTest::newRow("upside down") << QByteArray("595 842 0 0") << QSize(2479, 3508);
}

void TestRenderer::bounds_a_page_of_any_size()
{
    QFETCH(QByteArray, box);
    QFETCH(QSize, size);
    const Drawn read = drawn(pdfWithBox(box));
    QCOMPARE(read.pictures.size(), 1);
    QCOMPARE(read.pictures[0].size(), size);
}

void TestRenderer::asks_for_no_password_but_says_that_there_is_one()
{
    const QString plain = m_folder.filePath(QStringLiteral("plain.pdf"));
    put(plain, pdf({"behind a password"}));
    const auto locked = [&](const QString &password) {
        const QString path = m_folder.filePath(QStringLiteral("locked.pdf"));
        QProcess::execute(QStringLiteral("qpdf"),
                          {QStringLiteral("--encrypt"), password, QStringLiteral("owner"), QStringLiteral("256"),
                           QStringLiteral("--"), plain, path});
        return contentOf(path);
    };
    const Drawn read = drawn(locked(QStringLiteral("open sesame")));
    QCOMPARE(codeOf(read), ErrorCode::LockedDocument);
    QVERIFY(read.pictures.empty());
    // One that everybody can open, and only nobody is to print.
    QCOMPARE(drawn(locked({})).texts, QList<QByteArray>{"behind a password"});
}

void TestRenderer::what_cannot_be_drawn_is_said_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray whole = pdf({"one"});
    QTest::newRow("half a pdf") << whole.first(whole.size() / 2) << ErrorCode::DamagedDocument;
    QTest::newRow("a pdf in name") << QByteArray("%PDF-1.7\nhello\n") << ErrorCode::DamagedDocument;
    QTest::newRow("a pdf without pages") << pdfWithBox("0 0 9 9").replace("/Kids[3 0 R]/Count 1", "/Kids[]/Count 0")
                                         << ErrorCode::DamagedDocument;
    QTest::newRow("half an svg") << svgOf("a").first(300) << ErrorCode::DamagedDocument;
    QTest::newRow("an svg of no size") << svg({}, "viewBox='0 0 0 0'") << ErrorCode::DamagedDocument;
    QTest::newRow("an svg of every size")
        << svg("<rect width='1' height='1'/>", "viewBox='0 0 1e400 1'") << ErrorCode::DamagedDocument;
    QTest::newRow("entities") << "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
            + svg("<path d='&b;'/>", "viewBox='0 0 1 1'")
                              << ErrorCode::EntitiesInPicture;
    QTest::newRow("a file by entity") << "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
            + svg("<style>&a;</style>", "viewBox='0 0 1 1'")
                                      << ErrorCode::EntitiesInPicture;
    QTest::newRow("endlessly deep") << svg(QByteArray("<g>").repeated(100000) + QByteArray("</g>").repeated(100000),
                                           "viewBox='0 0 1 1'")
                                    << ErrorCode::DamagedDocument;
    QTest::newRow("more than may be read")
        << "<svg>" + QByteArray(rendering::largestFile, ' ') + "</svg>" << ErrorCode::TooLarge;
}

void TestRenderer::what_cannot_be_drawn_is_said()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    const Drawn read = drawn(content);
    QCOMPARE(codeOf(read), code);
    QVERIFY(read.pictures.empty());
}

void TestRenderer::ends_a_renderer_that_takes_too_long_data()
{
    QTest::addColumn<QByteArray>("script"); // empty: the real one, with a picture that would take minutes
    QTest::addColumn<int>("forOne");
    QTest::newRow("the real one") << QByteArray() << 300;
    QTest::newRow("it does not read") << QByteArray("exec sleep 1000") << 300;
    QTest::newRow("it does not answer") << QByteArray("cat >/dev/null; exec sleep 1000") << 300;
    QTest::newRow("it stops within a picture") << QByteArray("cat >/dev/null; cat \"$0.part\"; exec sleep 1000") << 300;
    QTest::newRow("it goes on and on, slowly")
        << QByteArray("cat >/dev/null; while cat \"$0.whole\"; do sleep 0.05; done") << 10000;
}

void TestRenderer::ends_a_renderer_that_takes_too_long()
{
    QFETCH(QByteArray, script);
    QFETCH(int, forOne);
    // Sheets of thin paper, one on the other.
    QByteArray content =
        svg(QByteArray("<path d='M0 0h1v1H0z' fill-opacity='.5'/>").repeated(100000), "viewBox='0 0 1 1'");
    QString program = rendererProgram();
    if (!script.isEmpty()) {
        program = renderer(script);
        const QByteArray whole = frame(0, 10, 10) + QByteArray(400, '\0');
        put(program + QStringLiteral(".part"), whole.chopped(1));
        put(program + QStringLiteral(".whole"), whole);
        content.append(QByteArray(1 << 20, '\n')); // more than lies in between
    }
    QElapsedTimer timer;
    timer.start();
    int pictures = 0;
    const std::optional<Error> error = draw(content, Drawing::Svg, [&](const QImage &) { ++pictures; }, program,
                                            {std::chrono::milliseconds(forOne), std::chrono::milliseconds(500)});
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::RendererSlow);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(pictures < rendering::mostPages);
    QVERIFY(startedProcesses().empty());
}

void TestRenderer::believes_nothing_that_a_renderer_says_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("pictures");
    const QByteArray small = frame(0, 2, 2) + QByteArray(16, '\x7f');
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("nonsense") << QByteArray("Segmentation fault, and some more words") << 0;
    QTest::newRow("half a frame") << frame(1, 0, 0).first(9) << 0;
    QTest::newRow("another version") << frame(1, 0, 0, rendering::mark + 1) << 0;
    QTest::newRow("another frame") << frame(2, 0, 0) << 0;
    QTest::newRow("another outcome") << frame(1, 99, 0) << 0;
    QTest::newRow("no width") << frame(0, 0, 10) << 0;
    QTest::newRow("too wide") << frame(0, 16385, 1) << 0;
    QTest::newRow("too large") << frame(0, 16384, 16384) << 0;
    QTest::newRow("larger than numbers") << frame(0, 0xFFFFFFFF, 0xFFFFFFFF) << 0;
    QTest::newRow("half a picture") << small.chopped(1) << 0;
    QTest::newRow("no end") << small << 1;
    QTest::newRow("too many pictures") << small.repeated(rendering::mostPages + 1) + frame(1, 0, 0)
                                       << rendering::mostPages;
}

void TestRenderer::believes_nothing_that_a_renderer_says()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, pictures);
    // With the answer it crashes.
    const QString program = renderer("cat >/dev/null; cat \"$0.answer\"; kill -SEGV $$");
    put(program + QStringLiteral(".answer"), answer);
    int taken = 0;
    const std::optional<Error> error = draw("<svg/>", Drawing::Svg, [&](const QImage &) { ++taken; }, program);
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::RendererFailed);
    QCOMPARE(taken, pictures);
    // One that says the right thing is believed, however it ends then.
    put(program + QStringLiteral(".answer"), frame(0, 2, 2) + QByteArray(16, '\x7f') + frame(1, 0, 0));
    QVERIFY(!draw("<svg/>", Drawing::Svg, [](const QImage &) {}, program));
}

void TestRenderer::gives_the_renderer_nothing_but_the_file()
{
    QVERIFY(!qEnvironmentVariableIsEmpty("HOME"));
    const QString program =
        renderer("cat >\"$0.input\"; cat /proc/$$/environ >\"$0.environment\"; readlink /proc/$$/fd/* >\"$0.files\"");
    // A file that a library opened without caring who inherits it.
    const QByteArray open = QFile::encodeName(m_folder.filePath(QStringLiteral("private")));
    const int inherited = ::open(open.constData(), O_RDWR | O_CREAT, 0600);
    QVERIFY(inherited > STDERR_FILENO);
    QVERIFY(draw("<svg/>", Drawing::Svg, [](const QImage &) {}, program));
    ::close(inherited);
    QCOMPARE(contentOf(program + QStringLiteral(".input")), QByteArray("<svg/>"));
    QCOMPARE(contentOf(program + QStringLiteral(".environment")), QByteArray("LC_ALL=C.UTF-8\0", 15));
    const QByteArray files = contentOf(program + QStringLiteral(".files"));
    QVERIFY2(files.startsWith("socket:") && !files.contains(open), files.constData());
}

void TestRenderer::says_that_the_renderer_is_missing()
{
    const QString script = renderer("exit 0");
    QFile::setPermissions(script, QFile::ReadOwner);
    for (const QString &program : {m_folder.filePath(QStringLiteral("nothing")), m_folder.path(), script}) {
        const std::optional<Error> error = draw("<svg/>", Drawing::Svg, [](const QImage &) {}, program);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::RendererMissing);
    }
}

QTEST_MAIN(TestRenderer)
#include "tst_renderer.moc"
