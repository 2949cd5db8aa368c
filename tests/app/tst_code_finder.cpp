// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/code_finder.h"
#include "app/support/searching.h"
#include "core/qr/writer.h"
#include "tests/support/files.h"
#include "tests/support/started_processes.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <thread>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype side = 40; // of a picture for readers that do not look at it

/// Codes of these texts one beside the other, and more of them in a second row.
QImage pictureOf(const QByteArrayList &texts)
{
    constexpr int room = 300;
    QImage picture(room * 2, room * int((texts.size() + 1) / 2), QImage::Format_RGB32);
    picture.fill(QColor(0xE8, 0xEE, 0xF0));
    QPainter painter(&picture);
    for (int i = 0; i < texts.size(); ++i) {
        const QImage code = *qr::writeCode(bytesOf(texts[i]));
        painter.drawImage(room * (i % 2), room * (i / 2), code.scaled(code.size() * 5));
    }
    return picture;
}

QByteArrayList textsOf(const FoundCodes &found)
{
    QByteArrayList texts;
    for (const qr::Found &code : found.codes)
        texts << code.payload.text().toByteArray();
    return texts;
}

template <class Numbers>
QByteArray bytes(const Numbers &numbers)
{
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), qsizetype(sizeof numbers));
}

QByteArray answer(searching::AnswerKind kind, quint32 size = 0, quint32 mark = searching::mark)
{
    return bytes(searching::Answer{mark, quint32(kind), size});
}

QByteArray codeAnswer(const QByteArray &text, qint32 x = 3)
{
    return answer(searching::AnswerKind::QrCode, quint32(text.size()))
        + bytes(searching::Corners{x, 4, 30, 4, 30, 31, 3, 31}) + text;
}

QImage anyPicture()
{
    QImage picture(static_cast<int>(side), static_cast<int>(side), QImage::Format_RGB32);
    picture.fill(Qt::white);
    return picture;
}

} // namespace

/// Codes read by the reader that lies beside the tests, and readers that do not do as they should.
class TestCodeFinder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_codes_in_reading_order();
    void reads_pictures_of_every_kind_data();
    void reads_pictures_of_every_kind();
    void one_reader_serves_many_pictures_and_is_replaced_when_it_ended();
    void a_reader_prepared_for_a_size_reads_pictures_of_any();
    void believes_nothing_that_makes_no_sense_data();
    void believes_nothing_that_makes_no_sense();
    void keeps_what_was_found_before_the_reader_crashed();
    void a_crash_after_the_search_for_qr_codes_is_no_error();
    void ends_a_reader_that_takes_too_long();
    void a_cancelled_search_ends_at_once_without_an_error();
    void says_that_the_reader_is_missing();

private:
    /// A program in place of the reader: it reads the question, then does this; $0 is its path.
    QString reader(const QByteArray &script) const;

    QTemporaryDir m_folder;
};

QString TestCodeFinder::reader(const QByteArray &script) const
{
    const QString path = m_folder.filePath(QStringLiteral("reader"));
    const qsizetype asked = qsizetype(sizeof(searching::Question)) + side * side;
    putProgram(path, "head -c " + QByteArray::number(asked) + " >\"$0.asked\"\n" + script);
    return path;
}

void TestCodeFinder::reads_codes_in_reading_order()
{
    QVERIFY2(QFileInfo(readerProgram()).isExecutable(), qPrintable(readerProgram()));
    const QByteArrayList texts{"first", "second", "a third", "the fourth"};
    QByteArrayList heard;
    CodeFinder finder;
    const FoundCodes found =
        finder.read(pictureOf(texts), {}, [&](const qr::Found &code) { heard << code.payload.text().toByteArray(); });
    QVERIFY(!found.error);
    QCOMPARE(textsOf(found), texts);
    std::ranges::sort(heard);
    QByteArrayList sorted = texts;
    std::ranges::sort(sorted);
    QCOMPARE(heard, sorted);
    // The same places as in this process.
    const std::vector<qr::Found> here = qr::readCodes(pictureOf(texts));
    QCOMPARE(here.size(), found.codes.size());
    for (std::size_t i = 0; i < here.size(); ++i)
        QCOMPARE(found.codes[i].corners, here[i].corners);
}

void TestCodeFinder::reads_pictures_of_every_kind_data()
{
    QTest::addColumn<int>("format");
    for (const QImage::Format format :
         {QImage::Format_Mono, QImage::Format_Indexed8, QImage::Format_Grayscale8, QImage::Format_RGB16,
          QImage::Format_RGB888, QImage::Format_RGB32, QImage::Format_ARGB32, QImage::Format_ARGB32_Premultiplied,
          QImage::Format_RGBA64})
        QTest::addRow("format %d", int(format)) << int(format);
}

void TestCodeFinder::reads_pictures_of_every_kind()
{
    QFETCH(int, format);
    const QImage picture = pictureOf({"first"}).convertToFormat(QImage::Format(format)).copy(0, 0, 301, 299);
    QCOMPARE(textsOf(CodeFinder().read(picture)), QByteArrayList{"first"});
}

void TestCodeFinder::one_reader_serves_many_pictures_and_is_replaced_when_it_ended()
{
    CodeFinder finder;
    QCOMPARE(textsOf(finder.read(pictureOf({"first"}))), QByteArrayList{"first"});
    const std::vector<pid_t> running = startedProcesses();
    QCOMPARE(running.size(), std::size_t(1));
    QCOMPARE(textsOf(finder.read(anyPicture())), QByteArrayList());
    QCOMPARE(textsOf(finder.read(pictureOf({"second", "third"}))), QByteArrayList({"second", "third"}));
    QCOMPARE(startedProcesses(), running);
    QCOMPARE(::kill(running.front(), SIGSEGV), 0);
    const FoundCodes after = finder.read(pictureOf({"fourth"}));
    QVERIFY(!after.error);
    QCOMPARE(textsOf(after), QByteArrayList{"fourth"});
    QVERIFY(startedProcesses() != running);
}

void TestCodeFinder::a_reader_prepared_for_a_size_reads_pictures_of_any()
{
    CodeFinder finder;
    finder.prepare(QSize(1920, 1080));
    const std::vector<pid_t> prepared = startedProcesses();
    QCOMPARE(prepared.size(), std::size_t(1));
    QCOMPARE(textsOf(finder.read(pictureOf({"first"}))), QByteArrayList{"first"});
    finder.prepare(QSize(10, 10));
    QCOMPARE(textsOf(finder.read(pictureOf({"second", "third"}))), QByteArrayList({"second", "third"}));
    QCOMPARE(startedProcesses(), prepared);
    // One that ended over it is replaced when there is a picture.
    finder.prepare(QSize(100'000, 100'000));
    QCOMPARE(textsOf(finder.read(pictureOf({"fourth"}))), QByteArrayList{"fourth"});
    QVERIFY(startedProcesses() != prepared);
}

void TestCodeFinder::believes_nothing_that_makes_no_sense_data()
{
    using enum searching::AnswerKind;
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArrayList>("texts");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList();
    QTest::newRow("nonsense") << QByteArray("Segmentation fault, and some more words") << QByteArrayList();
    QTest::newRow("half an answer") << answer(End).first(9) << QByteArrayList();
    QTest::newRow("another version") << answer(End, 0, searching::mark + 1) << QByteArrayList();
    QTest::newRow("another kind") << answer(searching::AnswerKind(4)) << QByteArrayList();
    QTest::newRow("a text too long") << answer(QrCode, searching::longestPayload + 1) + QByteArray(40'000, 'a')
                                     << QByteArrayList();
    QTest::newRow("a text as long as numbers go") << answer(QrCode, 0xFFFFFFFF) << QByteArrayList();
    QTest::newRow("half a text") << codeAnswer("first").chopped(1) << QByteArrayList();
    QTest::newRow("a place far away") << codeAnswer("first", 1 << 30) << QByteArrayList();
    QTest::newRow("no end") << codeAnswer("first") << QByteArrayList{"first"};
    QTest::newRow("nonsense after a code") << codeAnswer("first") + "and so on, and so on" << QByteArrayList{"first"};
}

void TestCodeFinder::believes_nothing_that_makes_no_sense()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArrayList, texts);
    const QString program = reader("cat \"$0.said\"");
    put(program + QStringLiteral(".said"), said);
    const FoundCodes found = CodeFinder(program).read(anyPicture());
    QVERIFY(found.error);
    QCOMPARE(found.error->code, ErrorCode::RendererFailed);
    QCOMPARE(textsOf(found), texts);
    const QByteArray asked = contentOf(program + QStringLiteral(".asked"));
    QCOMPARE(asked.first(qsizetype(sizeof(searching::Question))),
             bytes(searching::Question{searching::mark, quint32(side), quint32(side),
                                       quint32(qr::SearchLimits().milliseconds)}));
    QCOMPARE(asked.sliced(qsizetype(sizeof(searching::Question))), QByteArray(side * side, '\xff'));
}

void TestCodeFinder::keeps_what_was_found_before_the_reader_crashed()
{
    const QString program = reader("cat \"$0.said\"; kill -ABRT $$");
    put(program + QStringLiteral(".said"), codeAnswer("first") + codeAnswer("second"));
    const FoundCodes found = CodeFinder(program).read(anyPicture());
    QVERIFY(found.error);
    QCOMPARE(textsOf(found).size(), 2);
}

void TestCodeFinder::a_crash_after_the_search_for_qr_codes_is_no_error()
{
    const QString program = reader("cat \"$0.said\"; kill -ABRT $$");
    put(program + QStringLiteral(".said"), answer(searching::AnswerKind::NoQrCode));
    const FoundCodes found = CodeFinder(program).read(anyPicture());
    QVERIFY(!found.error);
    QVERIFY(found.codes.empty());
}

void TestCodeFinder::ends_a_reader_that_takes_too_long()
{
    const QString program = reader("exec sleep 100");
    const FoundCodes found = CodeFinder(program, 300ms).read(anyPicture(), {.milliseconds = 200});
    QVERIFY(found.error);
    QCOMPARE(found.error->code, ErrorCode::RendererSlow);
    QVERIFY(startedProcesses().empty());
}

void TestCodeFinder::a_cancelled_search_ends_at_once_without_an_error()
{
    const QString program = reader("exec sleep 100");
    std::atomic_bool isCancelled = false;
    std::thread other([&] {
        std::this_thread::sleep_for(100ms);
        isCancelled = true;
    });
    QElapsedTimer timer;
    timer.start();
    const FoundCodes found = CodeFinder(program).read(anyPicture(), {.cancelled = &isCancelled});
    other.join();
    QVERIFY(!found.error && found.codes.empty());
    QVERIFY(timer.elapsed() < 10'000);
    QVERIFY(startedProcesses().empty());
}

void TestCodeFinder::says_that_the_reader_is_missing()
{
    const FoundCodes found = CodeFinder(m_folder.filePath(QStringLiteral("nothing"))).read(anyPicture());
    QVERIFY(found.error);
    QCOMPARE(found.error->code, ErrorCode::RendererMissing);
    QVERIFY(CodeFinder(m_folder.filePath(QStringLiteral("nothing"))).read(QImage()).codes.empty());
}

QTEST_GUILESS_MAIN(TestCodeFinder)
#include "tst_code_finder.moc"
