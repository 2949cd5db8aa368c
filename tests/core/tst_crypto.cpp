// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hkdf.h"
#include "core/crypto/hmac.h"
#include "core/crypto/random.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/sha256.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>

using namespace watchword;
using crypto::Hash;

namespace {

QByteArray hexOf(const SecretBytes &bytes)
{
    return bytes.text().toByteArray().toHex();
}

} // namespace

class CryptoTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hmac_gives_the_published_values_data()
    {
        QTest::addColumn<Hash>("hash");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("RFC 2202 SHA-1 case 1") << Hash::Sha1 << QByteArray(20, '\x0b') << QByteArrayLiteral("Hi There")
                                               << QByteArrayLiteral("b617318655057264e28bc0b6fb378c8ef146be00");
        QTest::newRow("RFC 2202 SHA-1 case 2")
            << Hash::Sha1 << QByteArrayLiteral("Jefe") << QByteArrayLiteral("what do ya want for nothing?")
            << QByteArrayLiteral("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
        QTest::newRow("RFC 2202 SHA-1 case 3") << Hash::Sha1 << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                                               << QByteArrayLiteral("125d7342b9ac11cd91a39af48aa17b4f63f175d3");
        QTest::newRow("RFC 2202 SHA-1 case 4")
            << Hash::Sha1 << QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819")
            << QByteArray(50, '\xcd') << QByteArrayLiteral("4c9007f4026250c6bc8414f9bf50c86c2d7235da");
        QTest::newRow("RFC 2202 SHA-1 case 6")
            << Hash::Sha1 << QByteArray(80, '\xaa')
            << QByteArrayLiteral("Test Using Larger Than Block-Size Key - Hash Key First")
            << QByteArrayLiteral("aa4ae5e15272d00e95705637ce8a3b55ed402112");
        QTest::newRow("RFC 4231 SHA-224 case 1")
            << Hash::Sha224 << QByteArray(20, '\x0b') << QByteArrayLiteral("Hi There")
            << QByteArrayLiteral("896fb1128abbdf196832107cd49df33f47b4b1169912ba4f53684b22");
        QTest::newRow("RFC 4231 SHA-256 case 1")
            << Hash::Sha256 << QByteArray(20, '\x0b') << QByteArrayLiteral("Hi There")
            << QByteArrayLiteral("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        QTest::newRow("RFC 4231 SHA-384 case 1")
            << Hash::Sha384 << QByteArray(20, '\x0b') << QByteArrayLiteral("Hi There")
            << QByteArrayLiteral("afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59c"
                                 "faea9ea9076ede7f4af152e8b2fa9cb6");
        QTest::newRow("RFC 4231 SHA-512 case 1")
            << Hash::Sha512 << QByteArray(20, '\x0b') << QByteArrayLiteral("Hi There")
            << QByteArrayLiteral("87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
                                 "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854");
        QTest::newRow("RFC 4231 SHA-224 case 2")
            << Hash::Sha224 << QByteArrayLiteral("Jefe") << QByteArrayLiteral("what do ya want for nothing?")
            << QByteArrayLiteral("a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44");
        QTest::newRow("RFC 4231 SHA-256 case 2")
            << Hash::Sha256 << QByteArrayLiteral("Jefe") << QByteArrayLiteral("what do ya want for nothing?")
            << QByteArrayLiteral("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        QTest::newRow("RFC 4231 SHA-384 case 2")
            << Hash::Sha384 << QByteArrayLiteral("Jefe") << QByteArrayLiteral("what do ya want for nothing?")
            << QByteArrayLiteral("af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
                                 "8e2240ca5e69e2c78b3239ecfab21649");
        QTest::newRow("RFC 4231 SHA-512 case 2")
            << Hash::Sha512 << QByteArrayLiteral("Jefe") << QByteArrayLiteral("what do ya want for nothing?")
            << QByteArrayLiteral("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                                 "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
        QTest::newRow("RFC 4231 SHA-224 case 3")
            << Hash::Sha224 << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
            << QByteArrayLiteral("7fb3cb3588c6c1f6ffa9694d7d6ad2649365b0c1f65d69d1ec8333ea");
        QTest::newRow("RFC 4231 SHA-256 case 3")
            << Hash::Sha256 << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
            << QByteArrayLiteral("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
        QTest::newRow("RFC 4231 SHA-384 case 3")
            << Hash::Sha384 << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
            << QByteArrayLiteral("88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b"
                                 "2a5ab39dc13814b94e3ab6e101a34f27");
        QTest::newRow("RFC 4231 SHA-512 case 3")
            << Hash::Sha512 << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
            << QByteArrayLiteral("fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39"
                                 "bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb");
        QTest::newRow("RFC 4231 SHA-224 case 4")
            << Hash::Sha224 << QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819")
            << QByteArray(50, '\xcd') << QByteArrayLiteral("6c11506874013cac6a2abc1bb382627cec6a90d86efc012de7afec5a");
        QTest::newRow("RFC 4231 SHA-256 case 4")
            << Hash::Sha256 << QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819")
            << QByteArray(50, '\xcd')
            << QByteArrayLiteral("82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
        QTest::newRow("RFC 4231 SHA-384 case 4")
            << Hash::Sha384 << QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819")
            << QByteArray(50, '\xcd')
            << QByteArrayLiteral("3e8a69b7783c25851933ab6290af6ca77a9981480850009cc5577c6e1f573b4e"
                                 "6801dd23c4a7d679ccf8a386c674cffb");
        QTest::newRow("RFC 4231 SHA-512 case 4")
            << Hash::Sha512 << QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819")
            << QByteArray(50, '\xcd')
            << QByteArrayLiteral("b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db"
                                 "a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd");
        QTest::newRow("RFC 4231 SHA-224 case 6")
            << Hash::Sha224 << QByteArray(131, '\xaa')
            << QByteArrayLiteral("Test Using Larger Than Block-Size Key - Hash Key First")
            << QByteArrayLiteral("95e9a0db962095adaebe9b2d6f0dbce2d499f112f2d2b7273fa6870e");
        QTest::newRow("RFC 4231 SHA-256 case 6")
            << Hash::Sha256 << QByteArray(131, '\xaa')
            << QByteArrayLiteral("Test Using Larger Than Block-Size Key - Hash Key First")
            << QByteArrayLiteral("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
        QTest::newRow("RFC 4231 SHA-384 case 6")
            << Hash::Sha384 << QByteArray(131, '\xaa')
            << QByteArrayLiteral("Test Using Larger Than Block-Size Key - Hash Key First")
            << QByteArrayLiteral("4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c6"
                                 "0c2ef6ab4030fe8296248df163f44952");
        QTest::newRow("RFC 4231 SHA-512 case 6")
            << Hash::Sha512 << QByteArray(131, '\xaa')
            << QByteArrayLiteral("Test Using Larger Than Block-Size Key - Hash Key First")
            << QByteArrayLiteral("80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                                 "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598");
        QTest::newRow("RFC 4231 SHA-224 case 7")
            << Hash::Sha224 << QByteArray(131, '\xaa')
            << QByteArrayLiteral("This is a test using a larger than block-size key and a larger than block-size "
                                 "data. The key needs to be hashed before being used by the HMAC algorithm.")
            << QByteArrayLiteral("3a854166ac5d9f023f54d517d0b39dbd946770db9c2b95c9f6f565d1");
        QTest::newRow("RFC 4231 SHA-256 case 7")
            << Hash::Sha256 << QByteArray(131, '\xaa')
            << QByteArrayLiteral("This is a test using a larger than block-size key and a larger than block-size "
                                 "data. The key needs to be hashed before being used by the HMAC algorithm.")
            << QByteArrayLiteral("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
        QTest::newRow("RFC 4231 SHA-384 case 7")
            << Hash::Sha384 << QByteArray(131, '\xaa')
            << QByteArrayLiteral("This is a test using a larger than block-size key and a larger than block-size "
                                 "data. The key needs to be hashed before being used by the HMAC algorithm.")
            << QByteArrayLiteral("6617178e941f020d351e2f254e8fd32c602420feb0b8fb9adccebb82461e99c5"
                                 "a678cc31e799176d3860e6110c46523e");
        QTest::newRow("RFC 4231 SHA-512 case 7")
            << Hash::Sha512 << QByteArray(131, '\xaa')
            << QByteArrayLiteral("This is a test using a larger than block-size key and a larger than block-size "
                                 "data. The key needs to be hashed before being used by the HMAC algorithm.")
            << QByteArrayLiteral("e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944"
                                 "b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58");
    }
    void hmac_gives_the_published_values()
    {
        QFETCH(Hash, hash);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, expected);
        const Result<SecretBytes> code = crypto::hmac(hash, bytesOf(key), bytesOf(message));
        QVERIFY(code);
        QCOMPARE(hexOf(*code), expected);
        if (hash == Hash::Sha256)
            QCOMPARE(hexOf(crypto::hmacSha256(bytesOf(key), bytesOf(message)).value()), expected);
    }

    void hmac_takes_an_empty_key_and_an_empty_message()
    {
        // the value that RFC 2104 gives for both empty, as printed by `openssl dgst -sha256 -hmac ""`
        QCOMPARE(hexOf(crypto::hmacSha256({}, {}).value()),
                 QByteArrayLiteral("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"));
    }

    void sha256_gives_the_published_values_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << QByteArray()
                               << QByteArrayLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("FIPS 180 one block")
            << QByteArrayLiteral("abc")
            << QByteArrayLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("FIPS 180 two blocks")
            << QByteArrayLiteral("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QByteArrayLiteral("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("FIPS 180 a million times a")
            << QByteArray(1000000, 'a')
            << QByteArrayLiteral("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
    void sha256_gives_the_published_values()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, expected);
        const crypto::Sha256Digest digest = crypto::sha256(bytesOf(message)).value();
        QCOMPARE(hexOf(SecretBytes::copyOf(digest)), expected);
    }

    void hkdf_gives_the_values_of_rfc_5869_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("A.1")
            << QByteArray(22, '\x0b') << QByteArray::fromHex("000102030405060708090a0b0c")
            << QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9")
            << QByteArrayLiteral(
                   "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        const auto counting = [](int from, int to) {
            QByteArray bytes;
            for (int value = from; value <= to; ++value)
                bytes.append(char(value));
            return bytes;
        };
        QTest::newRow("A.2")
            << counting(0x00, 0x4f) << counting(0x60, 0xaf) << counting(0xb0, 0xff)
            << QByteArrayLiteral(
                   "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                   "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
        QTest::newRow("A.3: no salt, no info")
            << QByteArray(22, '\x0b') << QByteArray() << QByteArray()
            << QByteArrayLiteral(
                   "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }
    void hkdf_gives_the_values_of_rfc_5869()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, salt);
        QFETCH(QByteArray, info);
        QFETCH(QByteArray, expected);
        const Result<SecretBytes> derived =
            crypto::hkdfSha256(bytesOf(key), bytesOf(salt), bytesOf(info), std::size_t(expected.size() / 2));
        QVERIFY(derived);
        QCOMPARE(hexOf(*derived), expected);
    }

    void hkdf_refuses_lengths_that_it_cannot_give()
    {
        QCOMPARE(crypto::hkdfSha256(bytesOf("key"), {}, {}, 8160).value().size(), std::size_t(8160));
        QCOMPARE(crypto::hkdfSha256(bytesOf("key"), {}, {}, 8161).error().code, ErrorCode::Internal);
        QCOMPARE(crypto::hkdfSha256(bytesOf("key"), {}, {}, 0).error().code, ErrorCode::Internal);
    }

    // McGrew and Viega, "The Galois/Counter Mode of Operation", submitted to NIST, appendix B
    void aes_256_gcm_gives_the_published_values_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<QByteArray>("associated");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("sealed");
        const QByteArray key = QByteArray::fromHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        const QByteArray nonce = QByteArray::fromHex("cafebabefacedbaddecaf888");
        const QByteArray plain =
            QByteArray::fromHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255");
        const QByteArray ciphertext =
            QByteArrayLiteral("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                              "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad");
        QTest::newRow("case 13: nothing") << QByteArray(32, '\0') << QByteArray(12, '\0') << QByteArray()
                                          << QByteArray() << QByteArrayLiteral("530f8afbc74536b9a963b4f1c4cb738b");
        QTest::newRow("case 14: one block of zeros")
            << QByteArray(32, '\0') << QByteArray(12, '\0') << QByteArray() << QByteArray(16, '\0')
            << QByteArrayLiteral("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        QTest::newRow("case 15: four blocks")
            << key << nonce << QByteArray() << plain << QByteArray(ciphertext + "b094dac5d93471bdec1a502270e3cc6c");
        QTest::newRow("case 16: associated data, part of a block")
            << key << nonce << QByteArray::fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2") << plain.first(60)
            << QByteArray(ciphertext.first(120) + "76fc6ece0f4e1768cddf8853bb2d551b");
    }
    void aes_256_gcm_gives_the_published_values()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, nonce);
        QFETCH(QByteArray, associated);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, sealed);
        const Result<QByteArray> made =
            crypto::sealAes256Gcm(bytesOf(key), bytesOf(nonce), bytesOf(associated), bytesOf(plain));
        QVERIFY(made);
        QCOMPARE(made->toHex(), sealed);
        const Result<SecretBytes> opened =
            crypto::openAes256Gcm(bytesOf(key), bytesOf(nonce), bytesOf(associated), bytesOf(*made));
        QVERIFY(opened);
        QCOMPARE(opened->text().toByteArray(), plain);
    }

    void opening_refuses_any_flipped_bit_and_any_cut()
    {
        const QByteArray key(32, 'k');
        const QByteArray nonce(12, 'n');
        const QByteArray associated = QByteArrayLiteral("header");
        const QByteArray sealed =
            crypto::sealAes256Gcm(bytesOf(key), bytesOf(nonce), bytesOf(associated), bytesOf("the body of a file"))
                .value();
        const auto refused = [](const Result<SecretBytes> &opened) {
            return !opened && opened.error().code == ErrorCode::DamagedFile;
        };
        const auto flipped = [](QByteArray bytes, qsizetype bit) {
            bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << bit % 8));
            return bytes;
        };
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit)
            QVERIFY(refused(crypto::openAes256Gcm(bytesOf(key), bytesOf(nonce), bytesOf(associated),
                                                  bytesOf(flipped(sealed, bit)))));
        for (qsizetype bit = 0; bit < associated.size() * 8; ++bit)
            QVERIFY(refused(crypto::openAes256Gcm(bytesOf(key), bytesOf(nonce), bytesOf(flipped(associated, bit)),
                                                  bytesOf(sealed))));
        for (qsizetype bit = 0; bit < nonce.size() * 8; ++bit)
            QVERIFY(refused(crypto::openAes256Gcm(bytesOf(key), bytesOf(flipped(nonce, bit)), bytesOf(associated),
                                                  bytesOf(sealed))));
        for (qsizetype bit = 0; bit < key.size() * 8; ++bit)
            QVERIFY(refused(crypto::openAes256Gcm(bytesOf(flipped(key, bit)), bytesOf(nonce), bytesOf(associated),
                                                  bytesOf(sealed))));
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QVERIFY(refused(
                crypto::openAes256Gcm(bytesOf(key), bytesOf(nonce), bytesOf(associated), bytesOf(sealed.first(size)))));
    }

    void sealing_refuses_a_key_or_nonce_of_another_size()
    {
        const QByteArray bytes(64, 'x');
        for (std::size_t size : {0U, 16U, 31U, 33U}) {
            QCOMPARE(crypto::sealAes256Gcm(bytesOf(bytes).first(size), bytesOf(bytes).first(12), {}, {}).error().code,
                     ErrorCode::Internal);
            QCOMPARE(crypto::openAes256Gcm(bytesOf(bytes).first(size), bytesOf(bytes).first(12), {}, bytesOf(bytes))
                         .error()
                         .code,
                     ErrorCode::Internal);
        }
        for (std::size_t size : {0U, 8U, 13U, 16U})
            QCOMPARE(crypto::sealAes256Gcm(bytesOf(bytes).first(32), bytesOf(bytes).first(size), {}, {}).error().code,
                     ErrorCode::Internal);
    }

    void random_bytes_fill_all_of_the_memory_and_differ()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            QByteArray bytes(16, '\0');
            QVERIFY(crypto::randomBytes(std::as_writable_bytes(std::span(bytes.data(), 16))));
            seen.insert(bytes);
        }
        QCOMPARE(seen.size(), 1000);
        std::array<bool, 32> touched{};
        for (int i = 0; i < 64; ++i) {
            std::array<std::byte, 32> bytes{};
            QVERIFY(crypto::randomBytes(bytes));
            for (std::size_t place = 0; place < bytes.size(); ++place)
                touched[place] = touched[place] || bytes[place] != std::byte(0);
        }
        QCOMPARE(std::ranges::count(touched, true), std::ptrdiff_t(touched.size()));
        QVERIFY(crypto::randomBytes({}));
    }
};

QTEST_APPLESS_MAIN(CryptoTest)
#include "tst_crypto.moc"
