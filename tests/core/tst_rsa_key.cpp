// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// RSA keys for Approve / Deny: made, stopped, read in both forms, signed with.
#include "core/crypto/rsa_key.h"
#include "tests/support/push_data.h"

#include <QTest>

#include <thread>

using namespace watchword;
using namespace watchword::crypto;

class TestRsaKey final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makes_keys_that_sign();
    void stops_when_it_is_told_to();
    void refuses_odd_sizes();
    void reads_public_keys_in_both_forms();
    void refuses_what_is_no_rsa_key_data();
    void refuses_what_is_no_rsa_key();
};

void TestRsaKey::makes_keys_that_sign()
{
    const auto key = newRsaKey(2048, {});
    QVERIFY(key);
    const QByteArray spki = rsaPublicKeyOf(key->view()).value();
    QCOMPARE(readRsaPublicKey(bytesOf(spki)).value(), spki);
    const QByteArray signature = signRsaSha256(key->view(), bytesOf("text")).value();
    QCOMPARE(signature.size(), 256);
    QVERIFY(verifiesRsaSha256(bytesOf(spki), bytesOf("text"), bytesOf(signature)));
    QVERIFY(!verifiesRsaSha256(bytesOf(spki), bytesOf("texts"), bytesOf(signature)));
    QVERIFY(!verifiesRsaSha256(bytesOf(spki), bytesOf("text"), bytesOf(signature.chopped(1))));
    QVERIFY(!verifiesRsaSha256(bytesOf(spki), bytesOf("text"), {}));
    const auto other = newRsaKey(2048, {});
    QVERIFY(!(*other == *key));
    QVERIFY(!verifiesRsaSha256(bytesOf(*rsaPublicKeyOf(other->view())), bytesOf("text"), bytesOf(signature)));
}

void TestRsaKey::stops_when_it_is_told_to()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!newRsaKey(4096, stop.get_token()));
    // In the middle of a search that takes a minute.
    std::stop_source later;
    std::optional<Result<SecretBytes>> made;
    std::jthread search([&] { made.emplace(newRsaKey(largestRsaKey, later.get_token())); });
    later.request_stop();
    search.join();
    QVERIFY(!*made);
    QCOMPARE(made->error().code, ErrorCode::Internal);
}

void TestRsaKey::refuses_odd_sizes()
{
    QVERIFY(!newRsaKey(512, {}));
    QVERIFY(!newRsaKey(-1, {}));
    QVERIFY(!newRsaKey(1 << 20, {}));
}

void TestRsaKey::reads_public_keys_in_both_forms()
{
    const QJsonObject vectors = test::pushVectors();
    const QByteArray spki = rsaPublicKeyOf(test::vectorKey(QStringLiteral("server")).view()).value();
    const QByteArray text =
        vectors[QStringLiteral("enrol_response")][QStringLiteral("detail")][QStringLiteral("public_key")]
            .toString()
            .toLatin1();
    const QByteArray pkcs1 = QByteArray::fromBase64(QByteArray(text).replace('\n', ""));
    QVERIFY(pkcs1.size() < spki.size());
    QCOMPARE(readRsaPublicKey(bytesOf(pkcs1)).value(), spki);
    QCOMPARE(readRsaPublicKey(bytesOf(spki)).value(), spki);
    for (const QByteArray &whole : {pkcs1, spki}) {
        QVERIFY(!readRsaPublicKey(bytesOf(whole + '\0')));
        for (qsizetype length = 0; length < whole.size(); length += 7) {
            const QByteArray cut = whole.first(length);
            QCOMPARE(readRsaPublicKey(bytesOf(cut)).error().code, ErrorCode::DamagedFile);
        }
    }
}

void TestRsaKey::refuses_what_is_no_rsa_key_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("-----BEGIN PUBLIC KEY-----");
    // openssl ecparam -genkey -name prime256v1 | openssl ec -pubout
    QTest::newRow("P-256") << QByteArray::fromBase64(
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5"
        "RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==");
    QTest::newRow("512 bits") << QByteArray::fromBase64(
        "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnz"
        "j4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQ==");
}

void TestRsaKey::refuses_what_is_no_rsa_key()
{
    QFETCH(QByteArray, der);
    QCOMPARE(readRsaPublicKey(bytesOf(der)).error().code, ErrorCode::DamagedFile);
    QVERIFY(!verifiesRsaSha256(bytesOf(der), bytesOf("a"), bytesOf("b")));
    QVERIFY(!signRsaSha256(bytesOf(der), bytesOf("a")));
    QVERIFY(!rsaPublicKeyOf(bytesOf(der)));
}

QTEST_GUILESS_MAIN(TestRsaKey)
#include "tst_rsa_key.moc"
