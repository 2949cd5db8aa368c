// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base32.h"

#include <QTest>

using namespace watchword;

class Base32Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodes_and_decodes_the_vectors_of_rfc_4648_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("padded");
        QTest::newRow("f") << QByteArray("f") << QByteArray("MY======");
        QTest::newRow("fo") << QByteArray("fo") << QByteArray("MZXQ====");
        QTest::newRow("foo") << QByteArray("foo") << QByteArray("MZXW6===");
        QTest::newRow("foob") << QByteArray("foob") << QByteArray("MZXW6YQ=");
        QTest::newRow("fooba") << QByteArray("fooba") << QByteArray("MZXW6YTB");
        QTest::newRow("foobar") << QByteArray("foobar") << QByteArray("MZXW6YTBOI======");
        QTest::newRow("all letters") << QByteArray::fromHex("00443214c74254b635cf84653a56d7c675be77df")
                                     << QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    }
    void encodes_and_decodes_the_vectors_of_rfc_4648()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, padded);
        QByteArray unpadded = padded;
        unpadded.replace('=', "");
        QCOMPARE(encodeBase32(bytesOf(bytes)).text(), QByteArrayView(unpadded));
        for (const QByteArray &text : {padded, unpadded, padded.toLower()}) {
            const Result<SecretBytes> decoded = decodeBase32(bytesOf(text));
            QVERIFY(decoded);
            QCOMPARE(decoded->text(), QByteArrayView(bytes));
        }
    }

    void encodes_nothing_as_nothing() { QVERIFY(encodeBase32({}).isEmpty()); }

    void reads_keys_as_services_write_them_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("blanks") << QByteArray("MZXW 6YTB OI") << QByteArray("666f6f626172");
        QTest::newRow("blanks around") << QByteArray("  MZXW6YTBOI \t") << QByteArray("666f6f626172");
        QTest::newRow("plus for a blank") << QByteArray("MZXW+6YTB+OI") << QByteArray("666f6f626172");
        QTest::newRow("dashes") << QByteArray("MZXW-6YTB-OI") << QByteArray("666f6f626172");
        QTest::newRow("underscores") << QByteArray("MZXW_6YTB_OI") << QByteArray("666f6f626172");
        QTest::newRow("line end") << QByteArray("MZXW6YTB\r\nOI\n") << QByteArray("666f6f626172");
        QTest::newRow("no-break spaces of a web page") << QByteArray("MZXW\xC2\xA0"
                                                                     "6YTB\xC2\xA0OI")
                                                       << QByteArray("666f6f626172");
        QTest::newRow("padding in the middle") << QByteArray("MZXW6===YTBOI") << QByteArray("666f6f626172");
        QTest::newRow("mixed case") << QByteArray("mzXw6yTBoi") << QByteArray("666f6f626172");
        QTest::newRow("length 8n + 1, as LastPass writes") << QByteArray("MZXW6YTBA") << QByteArray("666f6f6261");
        QTest::newRow("length 8n + 3") << QByteArray("MZX") << QByteArray("66");
        QTest::newRow("length 8n + 6") << QByteArray("MZXW6Y") << QByteArray("666f6f");
        QTest::newRow("length 17") << QByteArray("ASKDJKSASKDJKSAAA") << QByteArray("049434aa409286954800");
        QTest::newRow("left-over bits that are not zero") << QByteArray("MZ") << QByteArray("66");
        QTest::newRow("one byte") << QByteArray("ME") << QByteArray("61");
    }
    void reads_keys_as_services_write_them()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hex);
        const Result<SecretBytes> decoded = decodeBase32(bytesOf(text));
        QVERIFY(decoded);
        QCOMPARE(decoded->text().toByteArray().toHex(), hex);
    }

    void refuses_what_is_not_base32_and_names_the_character_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("character");
        QTest::newRow("zero") << QByteArray("MZXW0YTB") << QStringLiteral("0");
        QTest::newRow("one") << QByteArray("1ZXW6YTB") << QStringLiteral("1");
        QTest::newRow("eight") << QByteArray("MZXW6YT8") << QStringLiteral("8");
        QTest::newRow("nine") << QByteArray("MZXW6YT9") << QStringLiteral("9");
        QTest::newRow("the first of several") << QByteArray("MZ!W6?TB") << QStringLiteral("!");
        QTest::newRow("slash") << QByteArray("MZXW/YTB") << QStringLiteral("/");
        QTest::newRow("percent") << QByteArray("MZXW%3D") << QStringLiteral("%");
        QTest::newRow("letter with accent") << QByteArray("MZ\xC3\x89WABC") << QStringLiteral("É");
        QTest::newRow("emoji") << QByteArray("MZ\xF0\x9F\x94\x91"
                                             "ABC")
                               << QStringLiteral("🔑");
        QTest::newRow("NUL") << QByteArray("MZXW\0YTB", 8) << QString(QChar(u'\0'));
        QTest::newRow("cut UTF-8 at the end") << QByteArray("MZXW\xF0\x9F") << QString(2, QChar::ReplacementCharacter);
        QTest::newRow("Turkish dotless i") << QByteArray("MZ\xC4\xB1WABC") << QStringLiteral("ı");
    }
    void refuses_what_is_not_base32_and_names_the_character()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, character);
        const Result<SecretBytes> decoded = decodeBase32(bytesOf(text));
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::InvalidBase32);
        QCOMPARE(decoded.error().detail, character);
    }

    void says_when_nothing_is_left_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blanks") << QByteArray("  \t ");
        QTest::newRow("padding") << QByteArray("====");
        QTest::newRow("one letter is less than a byte") << QByteArray("A");
    }
    void says_when_nothing_is_left()
    {
        QFETCH(QByteArray, text);
        const Result<SecretBytes> decoded = decodeBase32(bytesOf(text));
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::MissingSecret);
    }

    void gives_back_every_length_that_it_wrote()
    {
        QByteArray bytes;
        for (int size = 1; size <= 300; ++size) {
            bytes.append(char(size * 37));
            const SecretBytes text = encodeBase32(bytesOf(bytes));
            QCOMPARE(text.size(), std::size_t(size * 8 + 4) / 5);
            const Result<SecretBytes> decoded = decodeBase32(text.view());
            QVERIFY(decoded);
            QCOMPARE(decoded->text(), QByteArrayView(bytes));
        }
    }
};

QTEST_APPLESS_MAIN(Base32Test)
#include "tst_base32.moc"
