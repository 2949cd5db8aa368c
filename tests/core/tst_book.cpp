// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/book.h"
#include "core/vault/careful_file.h"
#include "tests/support/files.h"
#include "tests/support/vault_data.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;
using accounts::AccountId;

namespace {

ErrorCode codeOf(const auto &result)
{
    return result ? ErrorCode{-1} : result.error().code;
}

unsigned modeOf(const QString &path)
{
    struct stat status{};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777u : 0;
}

FileHeader header(quint64 seen)
{
    FileHeader header;
    header.vault = testVault();
    header.seen = seen;
    header.provider = "gnome-keyring-d";
    return header;
}

Comfort comfortOf(const QList<quint64> &ids)
{
    Comfort comfort;
    for (const quint64 id : ids)
        comfort.entries << ComfortEntry{.id = AccountId{id}, .issuer = {}, .name = {}, .group = {}, .rest = {}};
    return comfort;
}

QList<quint64> idsOf(const Comfort &comfort)
{
    QList<quint64> ids;
    for (const ComfortEntry &entry : comfort.entries)
        ids << entry.id.value;
    return ids;
}

} // namespace

class TestBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void directory_is_made_for_us_alone();
    void directory_of_others_is_refused_data();
    void directory_of_others_is_refused();
    void directory_that_is_a_file_is_refused();
    void default_directory_has_no_suffix();
    void another_directory_keeps_its_suffix();
    void mark_is_kept_beside_the_suffix();
    void broken_vault_id_is_refused();

    void writes_privately_and_keeps_the_one_before();
    void leaves_no_temporary_file_behind();
    void old_file_stands_when_the_check_fails();
    void old_file_stands_when_the_disk_is_full();
    void names_a_full_and_a_read_only_disk();

    void reads_a_book_made_by_others();
    void probes_without_a_key_data();
    void probes_without_a_key();
    void counts_revisions();
    void takes_no_book_apart_twice();
    void keeps_what_a_later_version_noted();
    void falls_back_to_the_book_before();
    void moves_a_damaged_book_aside();
    void never_overwrites_a_newer_book();
    void does_not_open_the_book_of_another_vault();
    void fingerprint_changes_with_each_write();

    void fits_to_the_document_data();
    void fits_to_the_document();
    void missing_ones_come_back();
    void takes_text_that_is_no_json();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    Book book() const { return Book(*DataDirectory::open(m_folder->path())); }
};

void TestBook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestBook::directory_is_made_for_us_alone()
{
    const auto directory = DataDirectory::open(path("deep/er"));
    QVERIFY(directory);
    QCOMPARE(modeOf(path("deep/er")), 0700u);
    QCOMPARE(directory->path(), path("deep/er"));
}

void TestBook::directory_of_others_is_refused_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("isSafe");
    QTest::newRow("ours alone") << 0700 << true;
    QTest::newRow("readable by all") << 0755 << true;
    QTest::newRow("group may write") << 0770 << false;
    QTest::newRow("all may write") << 0707 << false;
    QTest::newRow("all may write, sticky") << 01777 << false;
}

void TestBook::directory_of_others_is_refused()
{
    QFETCH(int, mode);
    QFETCH(bool, isSafe);
    QVERIFY(QDir().mkdir(path("folder")));
    QCOMPARE(::chmod(QFile::encodeName(path("folder")).constData(), mode_t(mode)), 0);
    const auto directory = DataDirectory::open(path("folder"));
    QCOMPARE(codeOf(directory), isSafe ? ErrorCode{-1} : ErrorCode::UnsafeDirectory);
    if (::geteuid() == 0 && isSafe) { // only root can give a folder away
        QCOMPARE(::chown(QFile::encodeName(path("folder")).constData(), 65534, gid_t(-1)), 0);
        QCOMPARE(codeOf(DataDirectory::open(path("folder"))), ErrorCode::UnsafeDirectory);
    } else if (isSafe) {
        QCOMPARE(codeOf(DataDirectory::open(QStringLiteral("/usr/share"))), ErrorCode::UnsafeDirectory); // root's
    }
}

void TestBook::directory_that_is_a_file_is_refused()
{
    put(path("file"), "x");
    QCOMPARE(codeOf(DataDirectory::open(path("file"))), ErrorCode::NotADirectory);
}

void TestBook::default_directory_has_no_suffix()
{
    const auto directory = DataDirectory::open(DataDirectory::defaultPath());
    QVERIFY(directory);
    QCOMPARE(directory->keyPrefix(), QStringLiteral("watchword/accounts"));
    QVERIFY(directory->path().endsWith(QStringLiteral("/org.watchword.Watchword")));
}

void TestBook::another_directory_keeps_its_suffix()
{
    const QString prefix = DataDirectory::open(path("one"))->keyPrefix();
    QCOMPARE(prefix.size(), QStringLiteral("watchword/accounts@12345678").size());
    QVERIFY(prefix.startsWith(QStringLiteral("watchword/accounts@")));
    QCOMPARE(DataDirectory::open(path("one"))->keyPrefix(), prefix);
    QCOMPARE(DataDirectory::open(path("two/../one/"))->keyPrefix(), prefix);
    QVERIFY(DataDirectory::open(path("two"))->keyPrefix() != prefix);
    QCOMPARE(contentOf(path("one/vault.id")), (prefix.right(8) + QLatin1Char('\n')).toLatin1());
    QCOMPARE(modeOf(path("one/vault.id")), 0600u);
}

void TestBook::mark_is_kept_beside_the_suffix()
{
    const auto directory = DataDirectory::open(path("one"));
    QCOMPARE(*directory->mark(), std::nullopt);
    QVERIFY(directory->setMark(testVault()));
    QCOMPARE(*directory->mark(), std::optional(testVault()));
    QVERIFY(directory->setMark(testVault('0')));
    const auto again = DataDirectory::open(path("one"));
    QCOMPARE(*again->mark(), std::optional(testVault('0')));
    QCOMPARE(again->keyPrefix(), directory->keyPrefix());
}

void TestBook::broken_vault_id_is_refused()
{
    for (const char *content :
         {"", "12345678", "1234567\n", "1234567g\n", "12345678\nshort\n", "\nzz112233445566778899aabbccddeeff\n",
          "\n00112233445566778899aabbccddeeff", "\n00112233445566778899aabbccddeeff\n\n"}) {
        put(path("vault.id"), content);
        QCOMPARE(codeOf(DataDirectory::open(m_folder->path())), ErrorCode::DamagedFile);
    }
}

void TestBook::writes_privately_and_keeps_the_one_before()
{
    const auto fine = [](const QByteArray &) { return Result<void>(); };
    ::umask(0);
    QVERIFY(writeCarefully(path("f"), "one", OldFile::KeepAsFirst, fine));
    QCOMPARE(modeOf(path("f")), 0600u);
    QVERIFY(!QFile::exists(path("f.1")));
    for (const char *content : {"two", "three"})
        QVERIFY(writeCarefully(path("f"), content, OldFile::KeepAsFirst, fine));
    ::umask(022);
    QCOMPARE(contentOf(path("f")), QByteArray("three"));
    QCOMPARE(contentOf(path("f.1")), QByteArray("two"));
    QVERIFY(writeCarefully(path("f"), "four", OldFile::Replace, fine));
    QCOMPARE(contentOf(path("f.1")), QByteArray("two"));
}

void TestBook::leaves_no_temporary_file_behind()
{
    QVERIFY(book().write(header(1), {}, testKey(), 1));
    QVERIFY(book().write(header(2), {}, testKey(), 1));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files, QDir::Name),
             (QStringList{QStringLiteral("book"), QStringLiteral("book.1"), QStringLiteral("vault.id")}));
}

void TestBook::old_file_stands_when_the_check_fails()
{
    put(path("f"), "old");
    const auto written = writeCarefully(path("f"), "new", OldFile::KeepAsFirst, [](const QByteArray &) -> Result<void> {
        return failure(ErrorCode::WrongKey);
    });
    QCOMPARE(codeOf(written), ErrorCode::WrongKey);
    QCOMPARE(contentOf(path("f")), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void TestBook::old_file_stands_when_the_disk_is_full()
{
    QVERIFY(book().write(header(1), comfortOf({1}).write(), testKey(), 1));
    const QByteArray before = contentOf(path("book"));
    // As good as a full disk: the write stops in the middle.
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlimit small = limit;
    small.rlim_cur = 2000;
    const auto oldHandler = ::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = book().write(header(2), comfortOf({2}).write(), testKey(), 1);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    ::signal(SIGXFSZ, oldHandler);
    QCOMPARE(codeOf(written), ErrorCode::DiskFull);
    QCOMPARE(contentOf(path("book")), before);
    QVERIFY(!QFile::exists(path("book.1")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2); // vault.id and book
}

void TestBook::names_a_full_and_a_read_only_disk()
{
    QCOMPARE(errorOfErrno(ENOSPC, {}).code, ErrorCode::DiskFull);
    QCOMPARE(errorOfErrno(EDQUOT, {}).code, ErrorCode::DiskFull);
    QCOMPARE(errorOfErrno(EROFS, {}).code, ErrorCode::ReadOnlyDisk);
    QCOMPARE(errorOfErrno(EACCES, {}).code, ErrorCode::NoPermission);
    QCOMPARE(errorOfErrno(EPERM, {}).code, ErrorCode::NoPermission);
    QCOMPARE(errorOfErrno(EIO, {}).code, ErrorCode::WriteFailed);
}

void TestBook::reads_a_book_made_by_others()
{
    put(path("book"), vaultData("book"));
    const OpenedBook opened = book().open(testKey(), testVault());
    QVERIFY(opened.wasOpened && !opened.isDamaged);
    QCOMPARE(opened.header.seen, 7u);
    QCOMPARE(idsOf(opened.comfort), (QList<quint64>{0xb2, 0xa1}));
    QVERIFY(opened.comfort.entries[0].pinned);
    QCOMPARE(opened.comfort.entries[1].group, QStringLiteral("Work"));
}

void TestBook::probes_without_a_key_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("outcome");
    QByteArray damaged = vaultData("book"), newer = vaultData("book");
    damaged[100] = 'x';
    newer[9] = 2;
    newer[128] = char(newer[128] ^ 1); // what another format has there
    QTest::newRow("missing") << QByteArray() << int(BookProbe::Outcome::Missing);
    QTest::newRow("whole") << vaultData("book") << int(BookProbe::Outcome::Whole);
    QTest::newRow("password vault") << vaultData("password-vault") << int(BookProbe::Outcome::Whole);
    QTest::newRow("a backup in its place") << vaultData("backup") << int(BookProbe::Outcome::Damaged);
    QTest::newRow("damaged") << damaged << int(BookProbe::Outcome::Damaged);
    QTest::newRow("newer") << newer << int(BookProbe::Outcome::Newer);
    QTest::newRow("cut") << vaultData("book").first(50) << int(BookProbe::Outcome::Damaged);
}

void TestBook::probes_without_a_key()
{
    QFETCH(QByteArray, content);
    QFETCH(int, outcome);
    if (!content.isEmpty())
        put(path("book"), content);
    QCOMPARE(int(book().probe().outcome), outcome);
}

void TestBook::counts_revisions()
{
    for (quint64 i = 1; i <= 3; ++i) {
        QVERIFY(book().write(header(i), comfortOf({i}).write(), testKey(), 1));
        const OpenedBook opened = book().open(testKey(), testVault());
        QCOMPARE(opened.header.revision, i);
        QCOMPARE(opened.header.seen, i);
        QCOMPARE(idsOf(opened.comfort), QList<quint64>{i});
    }
}

void TestBook::takes_no_book_apart_twice()
{
    const auto written = book().write(header(1), comfortOf({1}).write(), testKey(), 1);
    QVERIFY(written);
    const OpenedBook opened = book().open(testKey(), testVault());
    QVERIFY(!opened.proof.isEmpty());
    QCOMPARE(written->proof, opened.proof);
    QCOMPARE(written->header.revision, opened.header.revision);
    OpenedBook known = opened;
    known.comfort = comfortOf({7}); // as a mark
    QCOMPARE(idsOf(book().open(testKey(), testVault(), &known).comfort), QList<quint64>{7});

    // Another key, another file, a flipped byte: then what is known says nothing.
    SecretBytes other = testKey().clone();
    other.data()[0] ^= std::byte{1};
    QVERIFY(book().open(other, testVault(), &known).isDamaged);
    QByteArray bytes = contentOf(path("book"));
    bytes[bytes.size() - 1] = char(bytes.back() ^ 1);
    put(path("book"), bytes);
    QVERIFY(book().open(testKey(), testVault(), &known).isDamaged);
    QVERIFY(book().write(header(1), comfortOf({1}).write(), testKey(), 1));
    QCOMPARE(idsOf(book().open(testKey(), testVault(), &known).comfort), QList<quint64>{1});
    const OpenedBook unproven; // what could not be proven is never taken for the same
    QCOMPARE(idsOf(book().open(testKey(), testVault(), &unproven).comfort), QList<quint64>{1});
}

void TestBook::keeps_what_a_later_version_noted()
{
    const QByteArray json = R"({"entries":[{"id":"00000000000000a1","colour":"red","pinned":true}],"history":[1,2]})";
    const Comfort comfort = Comfort::read(json);
    const QByteArray again = comfort.write();
    QVERIFY(again.contains(R"("colour":"red")"));
    QVERIFY(again.contains(R"("history":[1,2])"));
    QCOMPARE(Comfort::read(again), comfort);
}

void TestBook::falls_back_to_the_book_before()
{
    QVERIFY(book().write(header(1), comfortOf({1}).write(), testKey(), 1));
    QVERIFY(book().write(header(2), comfortOf({2}).write(), testKey(), 1));
    put(path("book"), "rubbish");
    const OpenedBook opened = book().open(testKey(), testVault());
    QVERIFY(opened.isDamaged && !opened.wasOpened);
    QCOMPARE(idsOf(opened.comfort), QList<quint64>{1});
    QVERIFY(QFile::remove(path("book.1")));
    QVERIFY(book().open(testKey(), testVault()).comfort.entries.isEmpty());
}

void TestBook::moves_a_damaged_book_aside()
{
    QVERIFY(book().write(header(1), comfortOf({1}).write(), testKey(), 1));
    QVERIFY(book().write(header(2), comfortOf({2}).write(), testKey(), 1));
    put(path("book"), "rubbish");
    QVERIFY(book().write(header(3), comfortOf({3}).write(), testKey(), 1234));
    QCOMPARE(contentOf(path("book.damaged-1234")), QByteArray("rubbish"));
    QCOMPARE(idsOf(book().open(testKey(), testVault()).comfort), QList<quint64>{3});
    QVERIFY(QFile::remove(path("book")));
    QCOMPARE(idsOf(book().open(testKey(), testVault()).comfort), QList<quint64>{1}); // never the damaged one
}

void TestBook::never_overwrites_a_newer_book()
{
    QByteArray newer = vaultData("book");
    newer[9] = 2;
    newer[128] = char(newer[128] ^ 1); // what another format has there
    put(path("book"), newer);
    QCOMPARE(codeOf(book().write(header(9), {}, testKey(), 1)), ErrorCode::NewerFormat);
    QCOMPARE(contentOf(path("book")), newer);
}

void TestBook::does_not_open_the_book_of_another_vault()
{
    QVERIFY(book().write(header(1), comfortOf({1}).write(), testKey(), 1));
    QVERIFY(book().open(testKey(), testVault('0')).isDamaged);
    SecretBytes key = testKey();
    key.data()[0] ^= std::byte{1};
    QVERIFY(book().open(key, testVault()).isDamaged);
}

void TestBook::fingerprint_changes_with_each_write()
{
    QVERIFY(book().fingerprint().isEmpty());
    QVERIFY(book().write(header(1), {}, testKey(), 1));
    const QByteArray first = book().fingerprint();
    QVERIFY(!first.isEmpty());
    QCOMPARE(book().fingerprint(), first);
    QVERIFY(book().write(header(1), {}, testKey(), 1));
    QVERIFY(book().fingerprint() != first);
}

void TestBook::fits_to_the_document_data()
{
    QTest::addColumn<QList<quint64>>("inBook");
    QTest::addColumn<quint64>("seen");
    QTest::addColumn<QList<quint64>>("expected");
    QTest::addColumn<QList<quint64>>("missing");
    // the document is of generation 5 and holds 1, 2, 3
    QTest::newRow("same") << QList<quint64>{3, 1, 2} << quint64(5) << QList<quint64>{3, 1, 2} << QList<quint64>{};
    QTest::newRow("new ones at the end") << QList<quint64>{2} << quint64(4) << QList<quint64>{2, 1, 3}
                                         << QList<quint64>{};
    QTest::newRow("removed since") << QList<quint64>{9, 1, 2, 3} << quint64(4) << QList<quint64>{1, 2, 3}
                                   << QList<quint64>{};
    QTest::newRow("missing") << QList<quint64>{9, 1, 2, 3} << quint64(5) << QList<quint64>{9, 1, 2, 3}
                             << QList<quint64>{9};
    QTest::newRow("newer book") << QList<quint64>{1, 9, 2, 3} << quint64(6) << QList<quint64>{1, 9, 2, 3}
                                << QList<quint64>{9};
    QTest::newRow("no book") << QList<quint64>{} << quint64(0) << QList<quint64>{1, 2, 3} << QList<quint64>{};
}

void TestBook::fits_to_the_document()
{
    QFETCH(QList<quint64>, inBook);
    QFETCH(quint64, seen);
    QFETCH(QList<quint64>, expected);
    QFETCH(QList<quint64>, missing);
    const Document document = documentOf(
        {totpLine("a", "0000000000000001"), totpLine("b", "0000000000000002"), totpLine("c", "0000000000000003")}, 5);
    Comfort comfort = comfortOf(inBook);
    comfort.fit(document, seen);
    QCOMPARE(idsOf(comfort), expected);
    QList<quint64> flagged;
    for (const ComfortEntry &entry : comfort.entries) {
        if (entry.missing)
            flagged << entry.id.value;
    }
    QCOMPARE(flagged, missing);
    comfort.fit(document, 0); // flagged ones leave only by hand
    QCOMPARE(idsOf(comfort), expected);
}

void TestBook::missing_ones_come_back()
{
    const Document without = documentOf({totpLine("a", "0000000000000001")}, 5);
    const Document with = documentOf({totpLine("a", "0000000000000001"), totpLine("b", "0000000000000002")}, 6);
    Comfort comfort = comfortOf({2, 1});
    comfort.fit(without, 5);
    QVERIFY(comfort.entries[0].missing);
    comfort.fit(with, 5);
    QVERIFY(!comfort.entries[0].missing);
    QCOMPARE(comfort.entries[0].name, QStringLiteral("b"));
    QCOMPARE(idsOf(comfort), (QList<quint64>{2, 1}));
}

void TestBook::takes_text_that_is_no_json()
{
    for (const char *json :
         {"", "[]", "{", R"({"entries":7})", R"({"entries":[1,{"id":"x"},{"id":"0000000000000000"}]})"})
        QVERIFY(Comfort::read(json).entries.isEmpty());
    QCOMPARE(Comfort::read(R"({"entries":[{"id":"00000000000000a1"},{"id":"00000000000000a1"}]})").entries.size(), 1);
}

QTEST_GUILESS_MAIN(TestBook)
#include "tst_book.moc"
