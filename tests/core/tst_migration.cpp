// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/otpauth_uri.h"
#include "core/enrol/recognise.h"
#include "core/transfer/migration_collector.h"
#include "tests/support/migration_data.h"

#include <QTest>

using namespace watchword;
using namespace watchword::tests;
using namespace watchword::transfer;

namespace {

const QByteArray key = "12345678901234567890";

Result<MigrationPart> read(const MigrationMessage &payload)
{
    return readMigrationLink(bytesOf(payload.link()));
}

MigrationPart part(int size, int index, qint64 batchId, int accounts = 1)
{
    return std::move(*read(migrationPart(size, index, batchId, accounts)));
}

// "GitHub|alice|SHA1 6 30" of each account; "! code|issuer|name" of each that was refused.
QStringList described(const MigrationPart &read)
{
    QStringList lines;
    for (const accounts::Proposal &proposal : read.accounts) {
        const accounts::Account &account = proposal.account;
        const auto *hotp = std::get_if<otp::Hotp>(&account.parameters);
        const QString rhythm =
            hotp ? QStringLiteral("counter %1").arg(hotp->counter) : QString::number(otp::periodOf(account.parameters));
        lines << account.issuer + QLatin1Char('|') + account.name + QLatin1Char('|')
                + otp::algorithmName(otp::algorithmOf(account.parameters)) + QLatin1Char(' ')
                + QString::number(otp::digitsOf(account.parameters)) + QLatin1Char(' ') + rhythm;
    }
    for (const RefusedEntry &entry : read.refused)
        lines << QStringLiteral("! %1 %2|%3|%4 before %5")
                     .arg(int(entry.code))
                     .arg(entry.detail, entry.issuer, entry.name)
                     .arg(entry.before);
    return lines;
}

QString refusal(ErrorCode code, const QString &rest)
{
    return QStringLiteral("! %1 %2").arg(int(code)).arg(rest);
}

} // namespace

class TestMigration final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_an_account_with_its_key();
    void reads_every_field_data();
    void reads_every_field();
    void takes_each_spelling_data();
    void takes_each_spelling();
    void refuses_what_is_no_export_data();
    void refuses_what_is_no_export();
    void one_bad_account_does_not_refuse_the_others();
    void every_account_can_be_saved();
    void reads_the_batch_numbers_data();
    void reads_the_batch_numbers();
    void parts_come_in_any_order_and_more_than_once();
    void missing_parts_are_numbered();
    void exports_are_kept_apart_data();
    void exports_are_kept_apart();
    void stands_beside_other_links();
    void is_found_inside_words_and_after_commas();
};

void TestMigration::reads_an_account_with_its_key()
{
    const MigrationMessage payload =
        MigrationMessage().message(1, migrationAccount(key, "GitHub:alice", "GitHub")).number(2, 1).number(3, 1);
    const Result<MigrationPart> read = transfer::readMigrationLink(bytesOf(payload.link()));
    QVERIFY(read.has_value());
    QCOMPARE(described(*read), QStringList{QStringLiteral("GitHub|alice|SHA1 6 30")});
    QCOMPARE(read->accounts.front().secret.text().toByteArray(), key);
    QVERIFY(read->accounts.front().remarks.isEmpty());
    QVERIFY(read->accounts.front().account.id.isNull());
}

void TestMigration::reads_every_field_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const MigrationMessage &entry, const QString &says) {
        QTest::newRow(name) << entry.written() << says;
    };
    const auto named = [](const QByteArray &name, const QByteArray &issuer) {
        return MigrationMessage().bytes(1, key).bytes(2, name).bytes(3, issuer);
    };
    const auto with = [](int field, qint64 value) {
        return MigrationMessage().bytes(1, key).bytes(2, "n").bytes(3, "I").number(field, value);
    };
    const auto counted = [](qint64 counter) {
        return MigrationMessage().bytes(1, key).bytes(2, "n").bytes(3, "I").number(6, 1).number(7, counter);
    };
    row("nothing but a key", MigrationMessage().bytes(1, key), QStringLiteral("||SHA1 6 30"));
    row("only a name", named("alice", ""), QStringLiteral("|alice|SHA1 6 30"));
    row("the issuer in the name", named("GitHub:alice", ""), QStringLiteral("GitHub|alice|SHA1 6 30"));
    row("the issuer in both, a blank", named("GitHub: alice", "GitHub"), QStringLiteral("GitHub|alice|SHA1 6 30"));
    row("in other letters", named("GITHUB:alice", "GitHub"), QStringLiteral("GitHub|alice|SHA1 6 30"));
    row("another one in the name", named("Git:alice", "GitHub"), QStringLiteral("GitHub|Git:alice|SHA1 6 30"));
    row("a colon in the issuer", named("A:B:alice", "A:B"), QStringLiteral("A:B|alice|SHA1 6 30"));
    row("a colon in the name", named("Matrix:@me:host", "Matrix"), QStringLiteral("Matrix|@me:host|SHA1 6 30"));
    row("nothing is decoded", named("50%25:a+b%3Ac", ""), QStringLiteral("50%25|a+b%3Ac|SHA1 6 30"));
    row("letters of the world", named("Größe:ålice 🦊", ""), QStringLiteral("Größe|ålice 🦊|SHA1 6 30"));
    row("a name that is not UTF-8", named("al\xEF", "I"), QStringLiteral("I|alï|SHA1 6 30"));
    row("SHA-1 unspecified", with(4, 0), QStringLiteral("I|n|SHA1 6 30"));
    row("SHA-256", with(4, 2), QStringLiteral("I|n|SHA256 6 30"));
    row("SHA-512", with(4, 3), QStringLiteral("I|n|SHA512 6 30"));
    row("MD5", with(4, 4), refusal(ErrorCode::UnknownAlgorithm, QStringLiteral("MD5|I|n before 0")));
    row("algorithm 5", with(4, 5), refusal(ErrorCode::UnknownAlgorithm, QStringLiteral("5|I|n before 0")));
    row("algorithm -1", with(4, -1), refusal(ErrorCode::UnknownAlgorithm, QStringLiteral("-1|I|n before 0")));
    row("eight digits", with(5, 2), QStringLiteral("I|n|SHA1 8 30"));
    row("digits 3", with(5, 3), refusal(ErrorCode::InvalidDigits, QStringLiteral("3|I|n before 0")));
    row("type unspecified", with(6, 0), QStringLiteral("I|n|SHA1 6 30"));
    row("type 3", with(6, 3), refusal(ErrorCode::UnknownType, QStringLiteral("3|I|n before 0")));
    row("a counter", counted(7), QStringLiteral("I|n|SHA1 6 counter 7"));
    row("a counter not said", MigrationMessage().bytes(1, key).number(6, 1), QStringLiteral("||SHA1 6 counter 0"));
    row("the last counter", counted(qint64(accounts::largestCounter) - 1),
        QStringLiteral("I|n|SHA1 6 counter 9223372036854775806"));
    row("a counter used up", counted(qint64(accounts::largestCounter)),
        refusal(ErrorCode::InvalidCounter, QStringLiteral("9223372036854775807|I|n before 0")));
    row("a negative counter", counted(-1), refusal(ErrorCode::InvalidCounter, QStringLiteral("-1|I|n before 0")));
    row("a counter of no meaning", with(7, -1), QStringLiteral("I|n|SHA1 6 30"));
    row("no key", MigrationMessage().bytes(2, "I:n"),
        refusal(ErrorCode::MissingSecret, QStringLiteral("|I|n before 0")));
    row("an empty key", MigrationMessage().bytes(1, ""),
        refusal(ErrorCode::MissingSecret, QStringLiteral("|| before 0")));
    row("an enormous key", MigrationMessage().bytes(1, QByteArray(1025, 'k')),
        refusal(ErrorCode::TooLarge, QStringLiteral("2048|| before 0")));
    row("an enormous name", named(QByteArray(2049, 'n'), ""),
        refusal(ErrorCode::TooLarge, QStringLiteral("2048|| before 0")));
    row("the id of version 2", migrationAccount(key, "n", "I").bytes(8, "0123456789abcdef"),
        QStringLiteral("I|n|SHA1 6 30"));
    row("fields of a later version", migrationAccount(key, "n", "I").number(9, -5).bytes(77, "x"),
        QStringLiteral("I|n|SHA1 6 30"));
}

void TestMigration::reads_every_field()
{
    QFETCH(QByteArray, entry);
    QFETCH(QString, says);
    const Result<MigrationPart> part = read(MigrationMessage().bytes(1, entry));
    QVERIFY(part.has_value());
    QCOMPARE(described(*part), QStringList{says});
}

void TestMigration::takes_each_spelling_data()
{
    QTest::addColumn<QByteArray>("link");
    // Its base64 has "+", "/" and padding.
    const MigrationMessage payload = MigrationMessage().message(
        1, MigrationMessage().bytes(1, QByteArray::fromHex("0000fbefbefbefbefbefff")).bytes(2, "nn"));
    const QByteArray base64 = payload.written().toBase64();
    QVERIFY(base64.contains('+') && base64.contains('/') && base64.endsWith('='));
    const QByteArray front = "otpauth-migration://offline?data=";
    const QByteArray once = base64.toPercentEncoding();
    const auto row = [](const char *name, const QByteArray &link) { QTest::newRow(name) << link; };
    row("as Google writes it", front + once);
    row("not encoded", front + base64);
    row("blanks for the plus", front + QByteArray(base64).replace('+', ' '));
    row("encoded twice", front + once.toPercentEncoding());
    row("the other alphabet", front + payload.written().toBase64(QByteArray::Base64UrlEncoding));
    row("both alphabets", front + QByteArray(base64).replace('+', '-'));
    row("without padding", front + payload.written().toBase64(QByteArray::OmitTrailingEquals).toPercentEncoding());
    row("too much padding", front + once + "%3D");
    row("other parameters", "otpauth-migration://offline?a=b&data=" + once + "&c=d");
    row("an empty one before", "otpauth-migration://offline?data=&data=" + once);
    row("capital letters", "OTPAUTH-MIGRATION://OFFLINE?DATA=" + once);
    row("a line end", front + once + "\n");
}

void TestMigration::takes_each_spelling()
{
    QFETCH(QByteArray, link);
    const enrol::Recognition read = enrol::recognise(bytesOf(link));
    QCOMPARE(int(read.kind), int(enrol::Kind::Migration));
    QCOMPARE(read.parts.size(), std::size_t(1));
    QCOMPARE(read.parts.front().accounts.front().secret.text().toByteArray().toHex(),
             QByteArray("0000fbefbefbefbefbefff"));
}

void TestMigration::refuses_what_is_no_export_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &link, ErrorCode code) {
        QTest::newRow(name) << link << int(code);
    };
    const QByteArray front = "otpauth-migration://offline?data=";
    const QByteArray good = migrationPart(1, 0, 5).written();
    row("no data", "otpauth-migration://offline", ErrorCode::MalformedLink);
    row("empty data", front, ErrorCode::MalformedLink);
    row("only padding", front + "%3D%3D", ErrorCode::MalformedLink);
    row("no base64", front + "C!oA", ErrorCode::MalformedLink);
    row("a letter too few", front + "CgAAA", ErrorCode::MalformedLink);
    row("cut off", front + good.first(good.size() / 2).toBase64(), ErrorCode::DamagedExport);
    row("another message", front + QByteArray("\xff\xff\xff\xff").toBase64(), ErrorCode::DamagedExport);
    row("text", front + QByteArray("Hello, world").toBase64(), ErrorCode::DamagedExport);
    row("a length beyond the end", front + QByteArray::fromHex("0affffffff0f").toBase64(), ErrorCode::DamagedExport);
    row("no accounts", front + MigrationMessage().number(2, 1).number(3, 1).written().toBase64(),
        ErrorCode::EmptyExport);
    row("101 accounts", migrationPart(1, 0, 5, 101).link(), ErrorCode::TooLarge);
    row("a payload over 1 MiB", front + QByteArray(1'500'000, 'A'), ErrorCode::TooLarge);
    row("a link over 4 MiB", front + QByteArray(4'200'000, 'A'), ErrorCode::TooLarge);
    row("a negative size", migrationPart(-1, 0, 5).link(), ErrorCode::DamagedExport);
    row("a size of 101", migrationPart(101, 0, 5).link(), ErrorCode::DamagedExport);
    row("a negative place", migrationPart(2, -1, 5).link(), ErrorCode::DamagedExport);
    row("a place behind the last", migrationPart(2, 2, 5).link(), ErrorCode::DamagedExport);
    row("a place without a size", migrationPart(0, 1, 5).link(), ErrorCode::DamagedExport);
}

void TestMigration::refuses_what_is_no_export()
{
    QFETCH(QByteArray, link);
    QFETCH(int, code);
    const enrol::Recognition read = enrol::recognise(bytesOf(link));
    QCOMPARE(int(read.kind), int(enrol::Kind::Other));
    QVERIFY(read.accounts.empty() && read.parts.empty());
    QCOMPARE(read.refused.size(), std::size_t(1));
    QCOMPARE(int(read.refused.front().code), code);
}

void TestMigration::one_bad_account_does_not_refuse_the_others()
{
    const MigrationMessage payload = MigrationMessage()
                                         .message(1, MigrationMessage().bytes(2, "Empty:e"))
                                         .message(1, migrationAccount(key, "One:a", "One"))
                                         .message(1, migrationAccount(key + '2', "Two:b", "Two").number(4, 4))
                                         .message(1, migrationAccount("short", "Three:c", "Three").number(5, 2));
    const Result<MigrationPart> part = read(payload);
    QVERIFY(part.has_value());
    QCOMPARE(described(*part),
             QStringList({QStringLiteral("One|a|SHA1 6 30"), QStringLiteral("Three|c|SHA1 8 30"),
                          refusal(ErrorCode::MissingSecret, QStringLiteral("|Empty|e before 0")),
                          refusal(ErrorCode::UnknownAlgorithm, QStringLiteral("MD5|Two|b before 1"))}));
    QCOMPARE(part->accounts.back().remarks, QList<accounts::Remark>{accounts::Remark::ShortSecret});
    QCOMPARE(enrol::nameOf(part->refused.back()), QStringLiteral("Two:b"));
    // A name that may be a key is not repeated.
    const Result<MigrationPart> odd =
        read(MigrationMessage().message(1, MigrationMessage().bytes(2, "JBSWY3DPEHPK3PXP")));
    QCOMPARE(enrol::nameOf(odd->refused.front()), QString());
}

// What a line of the keychain can hold, also at its largest.
void TestMigration::every_account_can_be_saved()
{
    const QByteArray longest = QByteArray("ü").repeated(1024);
    const Result<MigrationPart> part =
        read(MigrationMessage().message(1, migrationAccount(QByteArray(1024, '\xff'), longest, longest)));
    QVERIFY(part.has_value());
    const accounts::Proposal &proposal = part->accounts.front();
    const SecretBytes line = accounts::writeOtpauth(proposal.account, proposal.secret);
    QVERIFY(line.size() < accounts::longestUri / 2);
    const Result<accounts::Proposal> again = accounts::readOtpauth(line.view());
    QVERIFY(again.has_value());
    QVERIFY(again->secret == proposal.secret && again->account == proposal.account);
}

void TestMigration::reads_the_batch_numbers_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QList<qint64>>("numbers"); // version, id, size, index
    const MigrationMessage one = MigrationMessage().message(1, migrationAccount(key, "n", "I"));
    const auto row = [&one](const char *name, const MigrationMessage &more, const QList<qint64> &numbers) {
        QTest::newRow(name) << one.written() + more.written() << numbers;
    };
    row("version 1", MigrationMessage().number(2, 1).number(3, 3).number(4, 2).number(5, 77), {1, 77, 3, 2});
    row("a negative id", MigrationMessage().number(2, 1).number(3, 1).number(5, -2115474809), {1, -2115474809, 1, 0});
    row("version 2 has no id", MigrationMessage().number(2, 2).number(3, 2).number(4, 1), {2, 0, 2, 1});
    row("nothing said", MigrationMessage(), {0, 0, 1, 0});
    row("fields of a later version", MigrationMessage().number(2, 3).bytes(6, "x").number(1000, 1), {3, 0, 1, 0});
}

void TestMigration::reads_the_batch_numbers()
{
    QFETCH(QByteArray, payload);
    QFETCH(QList<qint64>, numbers);
    const Result<MigrationPart> part =
        readMigrationLink(bytesOf("otpauth-migration://offline?data=" + payload.toBase64().toPercentEncoding()));
    QVERIFY(part.has_value());
    QCOMPARE(QList<qint64>({part->version, part->batchId, part->size, part->index}), numbers);
}

void TestMigration::parts_come_in_any_order_and_more_than_once()
{
    MigrationCollector collector;
    QVERIFY(!collector.add(part(3, 2, 7, 2)).isRepeat);
    QVERIFY(!collector.isComplete());
    QVERIFY(!collector.add(part(3, 0, 7, 2)).isRepeat);
    QVERIFY(collector.add(part(3, 2, 7, 2)).isRepeat);
    QCOMPARE(collector.sets().front().missing(), QList<int>{2});
    QVERIFY(!collector.add(part(3, 1, 7, 2)).isRepeat);
    QVERIFY(collector.isComplete());
    QVERIFY(collector.add(part(3, 0, 7, 2)).isRepeat);
    const std::vector<MigrationSet> sets = collector.takeSets();
    QCOMPARE(sets.size(), std::size_t(1));
    QCOMPARE(sets.front().entries(), std::size_t(6));
    QStringList names;
    for (const std::optional<MigrationPart> &each : sets.front().parts)
        names << each->accounts.front().account.name;
    QCOMPARE(names, QStringList({QStringLiteral("user00"), QStringLiteral("user10"), QStringLiteral("user20")}));
    QVERIFY(collector.sets().empty() && collector.isComplete());
}

void TestMigration::missing_parts_are_numbered()
{
    MigrationCollector collector;
    collector.add(part(5, 3, -9));
    QCOMPARE(collector.sets().front().missing(), QList<int>({1, 2, 3, 5}));
    collector.add(part(5, 0, -9));
    QCOMPARE(collector.sets().front().missing(), QList<int>({2, 3, 5}));
    QVERIFY(!collector.sets().front().isComplete());
}

void TestMigration::exports_are_kept_apart_data()
{
    QTest::addColumn<QByteArrayList>("links");
    QTest::addColumn<QList<QList<int>>>("missing");
    const auto link = [](int size, int index, qint64 id) { return migrationPart(size, index, id).link(); };
    // Version 2: no id; what is in it differs by `name`.
    const auto newer = [](int size, int index, const QByteArray &name) {
        return MigrationMessage()
            .message(1, migrationAccount(key + name, name, "I"))
            .number(2, 2)
            .number(3, size)
            .number(4, index)
            .link();
    };
    QTest::newRow("by their ids") << QByteArrayList({link(2, 0, 1), link(2, 0, 2), link(2, 1, 2)})
                                  << QList<QList<int>>({{2}, {}});
    QTest::newRow("mixed, both whole") << QByteArrayList({link(2, 1, 1), link(2, 0, 2), link(2, 1, 2), link(2, 0, 1)})
                                       << QList<QList<int>>({{}, {}});
    QTest::newRow("by their sizes") << QByteArrayList({newer(2, 0, "a"), newer(3, 1, "b")})
                                    << QList<QList<int>>({{2}, {1, 3}});
    QTest::newRow("by version") << QByteArrayList({newer(2, 0, "a"), link(2, 1, 0)}) << QList<QList<int>>({{2}, {1}});
    QTest::newRow("the same number, another content")
        << QByteArrayList({newer(2, 0, "a"), newer(2, 0, "b")}) << QList<QList<int>>({{2}, {2}});
    QTest::newRow("and again") << QByteArrayList(
        {newer(2, 0, "a"), newer(2, 0, "b"), newer(2, 0, "a"), newer(2, 0, "b")})
                               << QList<QList<int>>({{2}, {2}});
    QTest::newRow("of one code each") << QByteArrayList({newer(1, 0, "a"), newer(1, 0, "b")})
                                      << QList<QList<int>>({{}, {}});
}

void TestMigration::exports_are_kept_apart()
{
    QFETCH(QByteArrayList, links);
    QFETCH(QList<QList<int>>, missing);
    MigrationCollector collector;
    for (const QByteArray &link : links)
        collector.add(std::move(*readMigrationLink(bytesOf(link))));
    QList<QList<int>> found;
    for (const MigrationSet &set : collector.sets())
        found << set.missing();
    QCOMPARE(found, missing);
}

void TestMigration::stands_beside_other_links()
{
    const QByteArray good = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP";
    const enrol::Recognition mixed = enrol::recognise(
        bytesOf("\n" + good + '\n' + migrationPart(2, 0, 1).link() + "\notpauth-migration://offline?data=Cg"
                + "\notpauth://totp/Shop:x?secret=1&issuer=Shop\n" + migrationPart(2, 1, 1).link()));
    QCOMPARE(int(mixed.kind), int(enrol::Kind::Account));
    QCOMPARE(mixed.accounts.size(), std::size_t(1));
    QCOMPARE(mixed.parts.size(), std::size_t(2));
    QCOMPARE(mixed.refused.size(), std::size_t(2));
    QCOMPARE(int(mixed.refused[0].code), int(ErrorCode::DamagedExport));
    QCOMPARE(mixed.refused[0].line, 4);
    QCOMPARE(mixed.refused[0].name, QString());
    QCOMPARE(mixed.refused[1].line, 5);
    QCOMPARE(mixed.refused[1].name, QStringLiteral("Shop:x"));
}

void TestMigration::is_found_inside_words_and_after_commas()
{
    const QByteArray link = migrationPart(2, 0, 1).link();
    const QByteArray other = migrationPart(2, 1, 1).link();
    for (const QByteArray &text :
         {"My codes: " + link + "\nand\n<" + other + ">.", link + ',' + other, link + "\r\n" + other}) {
        const enrol::Recognition read = enrol::recognise(bytesOf(text));
        QCOMPARE(read.parts.size(), std::size_t(2));
        QVERIFY(read.refused.empty());
    }
}

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
