// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/document.h"
#include "core/vault/document_union.h"
#include "core/vault/odd_record.h"
#include "core/vault/slot_layout.h"
#include "tests/support/vault_data.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;

namespace {

Result<Document> read(const QByteArray &text)
{
    return Document::read(SecretBytes::copyOf(bytesOf(text)));
}

ErrorCode codeOf(const auto &result)
{
    return result ? ErrorCode{-1} : result.error().code;
}

QByteArray lineOf(const Document &document, std::size_t index)
{
    const ByteView line = document.line(index);
    return QByteArray(reinterpret_cast<const char *>(line.data()), qsizetype(line.size()));
}

QByteArrayList linesOf(const Document &document)
{
    QByteArrayList lines;
    for (std::size_t i = 0; i < document.records().size(); ++i)
        lines << lineOf(document, i);
    return lines;
}

QByteArray golden()
{
    return vaultData("document.txt");
}

accounts::AccountId id(quint64 value)
{
    return {value};
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_a_document_made_by_others();
    void writes_it_again_byte_for_byte();
    void keeps_what_a_later_version_put_into_the_header();
    void says_which_lines_need_attention();
    void says_what_is_not_understood_data();
    void says_what_is_not_understood();
    void refuses_every_flipped_byte();
    void refuses_every_cut();
    void refuses_a_broken_header_data();
    void refuses_a_broken_header();
    void names_a_newer_format();
    void refuses_text_that_is_no_utf8();
    void refuses_a_nul();
    void takes_a_last_line_without_a_break();
    void shows_only_the_first_of_two_lines_with_one_id();
    void changes_one_line_and_no_other();
    void changes_lines_at_both_ends();
    void takes_no_known_line_for_a_longer_one();
    void refuses_a_line_with_a_break();
    void rewords_an_account_and_carries_what_it_does_not_know();
    void saves_words_that_read_back_otherwise();
    void moves_only_the_counter();
    void marks_and_unmarks_the_trash();
    void cuts_at_character_boundaries_data();
    void cuts_at_character_boundaries();
    void counts_its_own_chunks();
    void is_fast_with_a_thousand_accounts();

    void union_keeps_what_is_in_either();
    void union_takes_the_later_change_and_the_higher_counter();
    void union_keeps_both_secrets();
    void union_of_the_same_two_is_the_same();
};

void TestDocument::reads_a_document_made_by_others()
{
    const auto document = read(golden());
    QVERIFY(document);
    QCOMPARE(document->vault(), testVault());
    QCOMPARE(document->generation(), 7u);
    QCOMPARE(document->chunks(), 1);
    QVERIFY(document->bookKey() == testKey());
    QCOMPARE(document->records().size(), 8u);
    const accounts::Account &bank = document->records()[*document->find(id(0xb2))].account;
    QCOMPARE(bank.issuer, QStringLiteral("Bank"));
    QCOMPARE(std::get<otp::Hotp>(bank.parameters).counter, 42u);
    QCOMPARE(bank.changed, 1700000001);
    QVERIFY(!bank.trashed);
    const accounts::Account &old = document->records()[*document->find(id(0xc3))].account;
    QCOMPARE(old.trashed, std::optional<qint64>(1700000003));
    QCOMPARE(std::get<otp::Totp>(old.parameters).period, 60);
    QCOMPARE(secretOfLine(document->line(*document->find(id(0xa1))))->text().toByteArray(),
             QByteArray("12345678901234567890"));
}

void TestDocument::writes_it_again_byte_for_byte()
{
    const auto document = read(golden());
    QCOMPARE(document->write(7, 0)->text().toByteArray(), golden());
    const auto next = read(document->write(8, 0)->text().toByteArray());
    QVERIFY(next);
    QCOMPARE(next->generation(), 8u);
    QCOMPARE(linesOf(*next), linesOf(*document));
}

void TestDocument::keeps_what_a_later_version_put_into_the_header()
{
    const Document before = documentOf({totpLine("a", "00000000000000a1")}, 1);
    QByteArray text(before.write(1, 0)->text().toByteArray());
    const qsizetype digits = text.indexOf("sha256=") + 7;
    text.insert(text.indexOf('\n'), " colour=blue");
    text.replace(digits, 64, QByteArray(64, '0'));
    text.replace(digits, 64, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    const auto document = read(text);
    QVERIFY(document);
    QCOMPARE(document->write(1, 0)->text().toByteArray(), text);
    QVERIFY(document->with({})->write(2, 0)->text().toByteArray().contains(" colour=blue\n"));
}

void TestDocument::says_which_lines_need_attention()
{
    const auto document = read(golden());
    QList<RecordKind> kinds;
    for (const Record &record : document->records())
        kinds << record.kind;
    const QList<RecordKind> expected{RecordKind::Account, RecordKind::Account, RecordKind::Account,
                                     RecordKind::Unknown, RecordKind::Carried, RecordKind::Carried,
                                     RecordKind::Unknown, RecordKind::Unknown};
    QCOMPARE(kinds, expected);
    QCOMPARE(document->unknownRecords(), 3);
}

void TestDocument::says_what_is_not_understood_data()
{
    using Kind = OddRecord::Kind;
    using Why = OddRecord::Why;
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Why>("why");
    QTest::addColumn<QString>("service");
    const auto row = [](const char *name, const char *line, Kind kind, Why why, const char *service = "") {
        QTest::newRow(name) << QByteArray(line) << kind << why << QString::fromUtf8(service);
    };
    constexpr const char *id = "&ww.id=00000000000000e5";
    const auto account = [](const QByteArray &start) { return start + id; };
    row("another type", account("otpauth://motp/T:d?secret=GEZDGNBV&issuer=Token"), Kind::Account, Why::Newer, "Token");
    row("another algorithm", account("otpauth://totp/T:d?secret=GEZDGNBV&algorithm=SHA3&issuer=%20T%26T%20"),
        Kind::Account, Why::Newer, "T&T");
    row("no id", "otpauth://totp/T:d?secret=GEZDGNBV&issuer=T", Kind::Account, Why::Unreadable, "T");
    row("a broken key", account("otpauth://totp/T:d?secret=GEZ1&issuer=T"), Kind::Account, Why::Unreadable, "T");
    row("a doubled id", account("otpauth://totp/T:d?secret=GEZDGNBV&issuer=T"), Kind::Account, Why::Doubled, "T");
    // Where the key may have come to stand in another parameter nothing is shown.
    row("run together", account("otpauth://totp/T:d?issuer=T%26secret=GEZDGNBV"), Kind::Account, Why::Unreadable);
    row("run together, and another key", account("otpauth://totp/T?issuer=Tsecret=GEZDGNBV&secret=A1"), Kind::Account,
        Why::Unreadable);
    row("cut", "otpauth://totp/T:d?issuer=T&sec", Kind::Account, Why::Unreadable);
    row("no issuer", "otpauth://totp/T:d?secret=GEZDGNBV", Kind::Account, Why::Unreadable);
    row("a later approval", "watchword-push:2?issuer=T&private=AAAA", Kind::SignIn, Why::Newer, "T");
    row("an approval for another kind of server",
        "watchword-push:1?ww.id=00000000000000e5&kind=tiqr&state=ready&lock=none&trust=system&private=AAAA",
        Kind::SignIn, Why::Newer);
    row("half an approval", "watchword-push:1?ww.id=00000000000000e5", Kind::SignIn, Why::Unreadable);
    row("a later entry", "watchword-safe:2?issuer=T", Kind::Entry, Why::Newer);
    row("an entry of a later kind", "watchword-future:7?x", Kind::Entry, Why::Newer);
    row("no number", "watchword-future:x?y", Kind::Entry, Why::Unreadable);
    row("a note", "# mine: do not touch", Kind::Entry, Why::Unreadable);
    row("a colon behind", "watchword-future?7:x", Kind::Entry, Why::Unreadable);
    row("no text", "\xff\xfe", Kind::Entry, Why::Unreadable);
}

void TestDocument::says_what_is_not_understood()
{
    QFETCH(QByteArray, line);
    const OddRecord record = oddRecordOf(bytesOf(line), 12);
    QCOMPARE(record.line, 12);
    QTEST(record.kind, "kind");
    QTEST(record.why, "why");
    QTEST(record.service, "service");
    if (record.why != OddRecord::Why::Doubled)
        QCOMPARE(readRecord(bytesOf(line)).kind, RecordKind::Unknown);
}

void TestDocument::refuses_every_flipped_byte()
{
    const QByteArray whole = golden();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        for (const int bit : {0, 3, 7}) {
            QByteArray text = whole;
            text[i] = char(text[i] ^ (1 << bit));
            const auto document = read(text);
            QVERIFY2(!document, qPrintable(QString::number(i)));
            QCOMPARE(document.error().code, ErrorCode::DamagedFile);
        }
    }
}

void TestDocument::refuses_every_cut()
{
    const QByteArray whole = golden();
    for (qsizetype i = 0; i < whole.size(); ++i)
        QCOMPARE(codeOf(read(whole.first(i))), ErrorCode::DamagedFile);
    QCOMPARE(codeOf(read(whole + '\n')), ErrorCode::DamagedFile);
}

void TestDocument::refuses_a_broken_header_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("another magic") << QByteArray("Watchword") << QByteArray("Password!");
    QTest::newRow("format 0") << QByteArray("format=1") << QByteArray("format=0");
    QTest::newRow("format no number") << QByteArray("format=1") << QByteArray("format=x");
    QTest::newRow("short vault") << QByteArray("vault=00") << QByteArray("vault=");
    QTest::newRow("upper-case vault") << QByteArray("aabb") << QByteArray("AABB");
    QTest::newRow("generation 0") << QByteArray("generation=7") << QByteArray("generation=0");
    QTest::newRow("generation with a zero") << QByteArray("generation=7") << QByteArray("generation=07");
    QTest::newRow("generation too large") << QByteArray("generation=7") << QByteArray("generation=9223372036854775808");
    QTest::newRow("no chunks") << QByteArray(" chunks=1") << QByteArray("");
    QTest::newRow("chunks 0") << QByteArray("chunks=1") << QByteArray("chunks=0");
    QTest::newRow("another length") << QByteArray("bytes=8") << QByteArray("bytes=9");
    QTest::newRow("short key") << QByteArray("book-key=AAEC") << QByteArray("book-key=AA");
}

void TestDocument::refuses_a_broken_header()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray text = golden();
    QVERIFY(text.contains(from));
    text.replace(text.indexOf(from), from.size(), to);
    const qsizetype digits = text.indexOf("sha256=") + 7;
    text.replace(digits, 64, QByteArray(64, '0'));
    text.replace(digits, 64,
                 QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()); // only the header is at fault
    QCOMPARE(codeOf(read(text)), ErrorCode::DamagedFile);
}

void TestDocument::names_a_newer_format()
{
    QByteArray text = golden();
    text.replace("format=1", "format=2");
    QCOMPARE(codeOf(read(text)), ErrorCode::DamagedFile); // as it would be whole if it said 1
    text.append("watchword-new:2?a=b\n");
    QCOMPARE(codeOf(read(text)), ErrorCode::NewerFormat);
    QCOMPARE(codeOf(read("Watchword accounts format=12 nothing=else\n")), ErrorCode::NewerFormat);
}

void TestDocument::refuses_text_that_is_no_utf8()
{
    const auto written = Document::empty(testVault(), testKey());
    Document::Change change;
    change.added.push_back(SecretBytes::copyOf(bytesOf(QByteArrayView("watchword-safe:1?text=\xff"))));
    QCOMPARE(codeOf(Document::read(std::move(*written.with(change)->write(1, 0)))), ErrorCode::DamagedFile);
}

void TestDocument::refuses_a_nul()
{
    Document::Change change;
    change.added.push_back(SecretBytes::copyOf(bytesOf(QByteArrayView("a\0b", 3))));
    const auto document = Document::empty(testVault(), testKey()).with(change);
    QCOMPARE(codeOf(Document::read(std::move(*document->write(1, 0)))), ErrorCode::DamagedFile);
}

void TestDocument::takes_a_last_line_without_a_break()
{
    QByteArray text = golden();
    text.chop(1);
    text.replace("bytes=807", "bytes=806");
    const qsizetype digits = text.indexOf("sha256=") + 7;
    text.replace(digits, 64, QByteArray(64, '0'));
    text.replace(digits, 64, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    const auto document = read(text);
    QVERIFY(document);
    QCOMPARE(document->records().size(), 8u);
    QCOMPARE(linesOf(*document), linesOf(*read(golden())));
}

void TestDocument::shows_only_the_first_of_two_lines_with_one_id()
{
    const Document document = documentOf({totpLine("a", "00000000000000a1"), totpLine("b", "00000000000000a1")}, 1);
    QCOMPARE(document.records()[0].kind, RecordKind::Account);
    QCOMPARE(document.records()[1].kind, RecordKind::Unknown);
    QCOMPARE(document.records()[*document.find(id(0xa1))].account.name, QStringLiteral("a"));
}

void TestDocument::changes_one_line_and_no_other()
{
    const auto before = read(golden());
    Document::Change change;
    change.replaced.insert_or_assign(1, SecretBytes::copyOf(bytesOf("watchword-safe:1?other")));
    change.added.push_back(SecretBytes::copyOf(bytesOf("watchword-safe:1?new")));
    change.removed.insert(5);
    QByteArrayList expected = linesOf(*before);
    expected[1] = "watchword-safe:1?other";
    expected.removeAt(5);
    expected << "watchword-safe:1?new";
    QCOMPARE(linesOf(*before->with(change)), expected);
}

void TestDocument::changes_lines_at_both_ends()
{
    QByteArray text = golden();
    text.chop(1); // the last line has no break
    text.replace("bytes=807", "bytes=806");
    const qsizetype digits = text.indexOf("sha256=") + 7;
    text.replace(digits, 64, QByteArray(64, '0'));
    text.replace(digits, 64, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    const auto before = read(text);
    QVERIFY(before);
    const std::size_t last = before->records().size() - 1;
    Document::Change change;
    change.added.push_back(SecretBytes::copyOf(bytesOf("watchword-safe:1?new")));
    QCOMPARE(linesOf(*before->with(change)), linesOf(*before) + QByteArrayList{"watchword-safe:1?new"});
    change.removed = {0, last};
    const auto after = before->with(change);
    QCOMPARE(linesOf(*after), linesOf(*before).mid(1, qsizetype(last) - 1) + QByteArrayList{"watchword-safe:1?new"});
    change.removed = {0};
    change.replaced.insert_or_assign(last, SecretBytes::copyOf(bytesOf("watchword-safe:1?other")));
    QCOMPARE(linesOf(*before->with(change)),
             linesOf(*before).mid(1, qsizetype(last) - 1)
                 + (QByteArrayList{"watchword-safe:1?other", "watchword-safe:1?new"}));
}

void TestDocument::takes_no_known_line_for_a_longer_one()
{
    const QByteArray one = totpLine("a", "00000000000000a1"), two = totpLine("b", "00000000000000a2");
    const Document known = documentOf({one, two}, 1);
    const Document longer = documentOf({one + "&ww.trashed=7", two}, 2);
    const auto text = [](const Document &document) { return SecretBytes::copyOf(document.text()); };
    const auto read = Document::read(text(longer), &known);
    QVERIFY(read);
    QCOMPARE(linesOf(*read), linesOf(longer));
    QVERIFY(read->records()[0].account.trashed);
    const auto back = Document::read(text(known), &longer);
    QVERIFY(back);
    QCOMPARE(linesOf(*back), linesOf(known));
    QVERIFY(!back->records()[0].account.trashed);
}

void TestDocument::refuses_a_line_with_a_break()
{
    Document::Change change;
    change.added.push_back(SecretBytes::copyOf(bytesOf("one\ntwo")));
    QCOMPARE(codeOf(read(golden())->with(change)), ErrorCode::Internal);
}

void TestDocument::rewords_an_account_and_carries_what_it_does_not_know()
{
    const auto document = read(golden());
    const std::size_t place = *document->find(id(0xb2));
    accounts::Account account = document->records()[place].account;
    account.issuer = QStringLiteral("Bank & Söhne");
    account.name = QStringLiteral("b:ob");
    account.changed = 1800000000;
    const auto line = rewrittenLine(document->line(place), account);
    QVERIFY(line);
    const Record record = readRecord(line->view());
    QCOMPARE(record.account, account);
    QVERIFY(line->text().contains("image=https%3A%2F%2Fx.example%2Fi.png"));
    QVERIFY(line->text().contains("ww.later=kept"));
    QCOMPARE(line->text().toByteArray().count("ww.id="), 1);
    QVERIFY(*secretOfLine(line->view()) == *secretOfLine(document->line(place)));
}

void TestDocument::saves_words_that_read_back_otherwise()
{
    accounts::Account account;
    account.id = id(5);
    account.issuer = QStringLiteral(" Blank ");
    account.name = QStringLiteral("\n a\tb ");
    QVERIFY(newAccountLine(account, SecretBytes::copyOf(bytesOf("12345678901234567890"))));
}

void TestDocument::moves_only_the_counter()
{
    const auto document = read(golden());
    const QByteArray before = lineOf(*document, 1);
    const auto line = lineWithCounter(document->line(1), 43);
    QCOMPARE(line->text().toByteArray(), QByteArray(before).replace("counter=42", "counter=43"));
    QCOMPARE(codeOf(lineWithCounter(document->line(0), 1)), ErrorCode::Internal);
    const QByteArray without = "otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&ww.id=00000000000000b2";
    QCOMPARE(lineWithCounter(bytesOf(without), 9)->text().toByteArray(), QByteArray(without + "&counter=9"));
}

void TestDocument::marks_and_unmarks_the_trash()
{
    const auto document = read(golden());
    const auto marked = lineWithTrashed(document->line(0), 1800000000, 1800000001);
    QCOMPARE(readRecord(marked->view()).account.trashed, std::optional<qint64>(1800000000));
    QCOMPARE(readRecord(marked->view()).account.changed, 1800000001);
    const auto back = lineWithTrashed(marked->view(), {}, 1700000000);
    QCOMPARE(back->text().toByteArray(), lineOf(*document, 0));
}

void TestDocument::cuts_at_character_boundaries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QByteArrayList>("chunks");
    QTest::newRow("no limit") << QByteArray("abcdef") << 0 << QByteArrayList{"abcdef"};
    QTest::newRow("fits") << QByteArray("abcd") << 4 << QByteArrayList{"abcd"};
    QTest::newRow("one more") << QByteArray("abcde") << 4 << QByteArrayList{"abcd", "e"};
    QTest::newRow("two-byte character") << QByteArray("abc\u00e4") << 4 << QByteArrayList{"abc", "\u00e4"};
    QTest::newRow("four-byte characters")
        << QByteArray("\U0001F600\U0001F600x") << 5 << QByteArrayList{"\U0001F600", "\U0001F600x"};
    QTest::newRow("limit below a character") << QByteArray("\U0001F600x") << 1 << QByteArrayList{"\U0001F600", "x"};
    QTest::newRow("no UTF-8") << QByteArray("\x80\x80\x80\x80\x80") << 4 << QByteArrayList{"\x80\x80\x80\x80", "\x80"};
    QTest::newRow("nothing") << QByteArray("") << 4 << QByteArrayList{""};
}

void TestDocument::cuts_at_character_boundaries()
{
    QFETCH(QByteArray, text);
    QFETCH(int, limit);
    QFETCH(QByteArrayList, chunks);
    QByteArrayList cut;
    for (const ByteView chunk : cutIntoChunks(bytesOf(text), limit))
        cut << QByteArray(reinterpret_cast<const char *>(chunk.data()), qsizetype(chunk.size()));
    QCOMPARE(cut, chunks);
}

void TestDocument::counts_its_own_chunks()
{
    QByteArrayList lines;
    for (int i = 1; i <= 90; ++i)
        lines << totpLine("\u00e4lice", QByteArray::number(i, 16).rightJustified(16, '0').constData());
    for (qsizetype limit = 400; limit < 2600; limit += 37) {
        const Document document = documentOf(lines, 99, testVault(), limit);
        const auto chunks = cutIntoChunks(document.text(), limit);
        QCOMPARE(std::size_t(document.chunks()), chunks.size());
        QCOMPARE(chunksNamedIn(chunks[0]), document.chunks());
        for (const ByteView chunk : chunks)
            QVERIFY(qsizetype(chunk.size()) <= limit && !chunk.empty());
    }
    QCOMPARE(codeOf(Document::empty(testVault(), testKey()).write(1, 100)), ErrorCode::Internal);
}

void TestDocument::is_fast_with_a_thousand_accounts()
{
    QByteArrayList lines;
    for (int i = 1; i <= 1000; ++i)
        lines << totpLine("alice", QByteArray::number(i, 16).rightJustified(16, '0').constData());
    const Document document = documentOf(lines, 1);
    QElapsedTimer timer;
    timer.start();
    Document::Change change;
    change.added.push_back(SecretBytes::copyOf(bytesOf(totpLine("bob", "ffffffffffffffff"))));
    const auto after = document.with(change);
    const auto text = after->write(2, 0);
    const auto again = Document::read(text->clone(), &*after);
    QVERIFY(again);
    QCOMPARE(again->records().size(), 1001u);
    qInfo("one change among 1000 accounts: %lld us", timer.nsecsElapsed() / 1000);
    QVERIFY(timer.elapsed() < 500); // generous: sanitizers and a busy machine
}

void TestDocument::union_keeps_what_is_in_either()
{
    const Document a = documentOf({totpLine("a", "00000000000000a1"), "watchword-x:1?both", "watchword-x:1?a"}, 5);
    const Document b = documentOf({"watchword-x:1?both", totpLine("b", "00000000000000b2"), "watchword-x:1?b"}, 5);
    const auto merged = unionOf(a, b);
    QVERIFY(merged);
    const QByteArrayList expected{totpLine("a", "00000000000000a1"), "watchword-x:1?both", "watchword-x:1?a",
                                  totpLine("b", "00000000000000b2"), "watchword-x:1?b"};
    QCOMPARE(linesOf(merged->document), expected);
    QCOMPARE(merged->keptBoth, 0);
}

void TestDocument::union_takes_the_later_change_and_the_higher_counter()
{
    const Document a = documentOf({hotpLine(9, "00000000000000a1", "&ww.changed=10")}, 5);
    QByteArray renamed = hotpLine(4, "00000000000000a1", "&ww.changed=20");
    renamed.replace("Bank:bob", "Bank:robert");
    const Document b = documentOf({renamed}, 5);
    for (const auto &merged : {unionOf(a, b), unionOf(b, a)}) {
        QVERIFY(merged);
        QCOMPARE(merged->document.records().size(), 1u);
        const accounts::Account &account = merged->document.records()[0].account;
        QCOMPARE(account.name, QStringLiteral("robert"));
        QCOMPARE(account.changed, 20);
        QCOMPARE(std::get<otp::Hotp>(account.parameters).counter, 9u);
    }
}

void TestDocument::union_keeps_both_secrets()
{
    const Document a = documentOf({totpLine("a", "00000000000000a1")}, 5);
    QByteArray other = totpLine("a", "00000000000000a1");
    other.replace("GEZDGNBV", "AAAAAAAA");
    const Document b = documentOf({other}, 5);
    const auto merged = unionOf(a, b);
    QVERIFY(merged);
    QCOMPARE(merged->keptBoth, 1);
    QCOMPARE(merged->document.records().size(), 2u);
    QCOMPARE(merged->document.records()[1].kind, RecordKind::Account);
    QVERIFY(*secretOfLine(merged->document.line(1)) == *secretOfLine(b.line(0)));
    QVERIFY(*secretOfLine(merged->document.line(0)) == *secretOfLine(a.line(0)));
}

void TestDocument::union_of_the_same_two_is_the_same()
{
    QByteArray other = totpLine("a", "00000000000000a1");
    other.replace("GEZDGNBV", "AAAAAAAA");
    const Document a = documentOf({totpLine("a", "00000000000000a1")}, 5);
    const Document b = documentOf({other}, 5);
    QCOMPARE(linesOf(unionOf(a, b)->document), linesOf(unionOf(a, b)->document));
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
