// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/sealed_file.h"
#include "tests/support/vault_data.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <QTest>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;

namespace {

ErrorCode codeOf(const auto &result)
{
    return result ? ErrorCode{-1} : result.error().code;
}

FileHeader header()
{
    FileHeader header;
    header.vault = testVault();
    header.seen = 7;
    header.revision = 3;
    header.provider = "gnome-keyring-d";
    return header;
}

/// `file` with some bytes of its header changed and a right checksum over them.
QByteArray withBytes(QByteArray file, qsizetype at, const QByteArray &bytes)
{
    file.replace(at, bytes.size(), bytes);
    return file.replace(128, 32, QCryptographicHash::hash(file.first(128), QCryptographicHash::Sha256));
}

} // namespace

class TestSealedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_files_made_by_others_data();
    void reads_files_made_by_others();
    void puts_every_field_at_its_place();
    void opens_what_it_sealed_data();
    void opens_what_it_sealed();
    void never_uses_a_salt_twice();
    void refuses_every_flipped_byte();
    void refuses_every_cut();
    void tells_a_wrong_key_from_damage();
    void names_newer_files_data();
    void names_newer_files();
    void takes_all_sixteen_bytes_of_a_provider();
};

void TestSealedFile::reads_files_made_by_others_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("kind");
    QTest::newRow("book") << QByteArray("book") << 1;
    QTest::newRow("password vault") << QByteArray("password-vault") << 2;
    QTest::newRow("backup") << QByteArray("backup") << 3;
}

void TestSealedFile::reads_files_made_by_others()
{
    QFETCH(QByteArray, name);
    QFETCH(int, kind);
    const QByteArray file = vaultData(name.constData());
    FileHeader expected = header();
    expected.kind = FileKind(kind);
    if (kind != 1) {
        expected.derivation.cost = {17, 8, 1};
        for (std::size_t i = 0; i < 32; ++i)
            expected.derivation.salt[i] = std::byte(0x20 + i);
    }
    QCOMPARE(readFileHeader(bytesOf(file)), Result<FileHeader>(expected));
    const auto content = openSealedFile(bytesOf(file), testKey().view());
    QVERIFY(content);
    QVERIFY(content->json.contains("\"pinned\""));
    QCOMPARE(content->document.text().toByteArray(), kind == 1 ? QByteArray() : vaultData("document.txt"));
}

void TestSealedFile::puts_every_field_at_its_place()
{
    const QByteArray file = *sealBook(header(), "{}", testKey().view());
    QCOMPARE(file.size(), 192 + 4096 + 16);
    QCOMPARE(file.first(8), QByteArray::fromHex("895757420d0a1a0a"));
    QCOMPARE(qFromBigEndian<quint16>(file.constData() + 8), quint16(1));
    QCOMPARE(file[10], '\1');
    QCOMPARE(file.sliced(11, 5), QByteArray(5, '\0'));
    QCOMPARE(file.sliced(16, 32), QByteArray(32, '\0'));
    QVERIFY(file.sliced(48, 32) != QByteArray(32, '\0'));
    QCOMPARE(file.sliced(80, 16).toHex(), testVault().toHex());
    QCOMPARE(qFromBigEndian<quint64>(file.constData() + 96), 7u);
    QCOMPARE(qFromBigEndian<quint64>(file.constData() + 104), 3u);
    QCOMPARE(file.sliced(112, 16), QByteArray("gnome-keyring-d\0", 16));
    QCOMPARE(file.sliced(128, 32), QCryptographicHash::hash(file.first(128), QCryptographicHash::Sha256));
}

void TestSealedFile::opens_what_it_sealed_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("padded");
    QTest::newRow("nothing") << 0 << 4096;
    QTest::newRow("just fits") << 4092 << 4096;
    QTest::newRow("one more") << 4093 << 8192;
    QTest::newRow("large") << 300'000 << 303'104;
}

void TestSealedFile::opens_what_it_sealed()
{
    QFETCH(int, size);
    QFETCH(int, padded);
    const QByteArray json(size, 'j');
    const QByteArray file = *sealBook(header(), json, testKey().view());
    QCOMPARE(file.size(), 192 + padded + 16);
    QCOMPARE(openSealedFile(bytesOf(file), testKey().view())->json, json);
}

void TestSealedFile::never_uses_a_salt_twice()
{
    const QByteArray one = *sealBook(header(), "{}", testKey().view());
    const QByteArray two = *sealBook(header(), "{}", testKey().view());
    QVERIFY(one.sliced(48, 32) != two.sliced(48, 32));
    QVERIFY(one.sliced(192) != two.sliced(192));
}

void TestSealedFile::refuses_every_flipped_byte()
{
    const QByteArray whole = vaultData("book");
    const SecretBytes key = testKey();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray file = whole;
        file[i] = char(file[i] ^ 0x10);
        const auto content = openSealedFile(bytesOf(file), key.view());
        QVERIFY2(!content, qPrintable(QString::number(i)));
        const bool isProof = i >= 160 && i < 192;
        QCOMPARE(content.error().code, isProof ? ErrorCode::WrongKey : ErrorCode::DamagedFile);
    }
}

void TestSealedFile::refuses_every_cut()
{
    const QByteArray whole = vaultData("book");
    const SecretBytes key = testKey();
    for (qsizetype i = 0; i < whole.size(); i += i < 256 ? 1 : 61)
        QCOMPARE(codeOf(openSealedFile(bytesOf(whole.first(i)), key.view())), ErrorCode::DamagedFile);
    QCOMPARE(codeOf(openSealedFile(bytesOf(whole.chopped(1)), key.view())), ErrorCode::DamagedFile);
    QCOMPARE(codeOf(openSealedFile(bytesOf(whole + '\0'), key.view())), ErrorCode::DamagedFile);
}

void TestSealedFile::tells_a_wrong_key_from_damage()
{
    SecretBytes key = testKey();
    key.data()[31] ^= std::byte{1};
    QCOMPARE(codeOf(openSealedFile(bytesOf(vaultData("book")), key.view())), ErrorCode::WrongKey);
    QByteArray damaged = vaultData("book");
    damaged[300] = char(damaged[300] ^ 1);
    QCOMPARE(codeOf(openSealedFile(bytesOf(damaged), testKey().view())), ErrorCode::DamagedFile);
}

void TestSealedFile::names_newer_files_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("format 2") << 8 << QByteArray("\0\2", 2) << int(ErrorCode::NewerFormat);
    QTest::newRow("format 256") << 8 << QByteArray("\1\0", 2) << int(ErrorCode::NewerFormat);
    QTest::newRow("format 0") << 8 << QByteArray("\0\0", 2) << int(ErrorCode::DamagedFile);
    QTest::newRow("kind 4") << 10 << QByteArray("\4") << int(ErrorCode::NewerFormat);
    QTest::newRow("kind 0") << 10 << QByteArray("\0", 1) << int(ErrorCode::NewerFormat);
    QTest::newRow("another magic") << 0 << QByteArray("\x88") << int(ErrorCode::DamagedFile);
}

void TestSealedFile::names_newer_files()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const QByteArray file = withBytes(vaultData("book"), at, bytes);
    QCOMPARE(codeOf(readFileHeader(bytesOf(file))), ErrorCode(code));
}

void TestSealedFile::takes_all_sixteen_bytes_of_a_provider()
{
    FileHeader long16 = header();
    long16.provider = "0123456789abcdefXYZ";
    const QByteArray file = *sealBook(long16, "{}", testKey().view());
    QCOMPARE(readFileHeader(bytesOf(file))->provider, QByteArray("0123456789abcdef"));
}

QTEST_GUILESS_MAIN(TestSealedFile)
#include "tst_sealed_file.moc"
