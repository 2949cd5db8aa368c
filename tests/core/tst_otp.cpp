// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base32.h"
#include "core/otp/code.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace watchword;
using otp::Algorithm;

namespace {

// One line of what tests/tools/make_otp_vectors.py writes.
struct Vector {
    otp::Parameters parameters;
    SecretBytes secret;
    qint64 unixSeconds = 0;
    QString code;
};

otp::Parameters parametersOf(const QByteArrayList &fields)
{
    const Algorithm algorithm = otp::algorithmFromName(QString::fromLatin1(fields[1])).value();
    const int digits = fields[3].toInt();
    if (fields[0] == "hotp")
        return otp::Hotp{algorithm, digits, fields[5].toULongLong()};
    if (fields[0] == "steam")
        return otp::Steam{};
    return otp::Totp{algorithm, digits, fields[4].toInt()};
}

std::vector<Vector> vectorsOf(const QByteArray &csv)
{
    std::vector<Vector> vectors;
    const QByteArrayList lines = csv.trimmed().split('\n');
    for (const QByteArray &line : lines.sliced(1)) {
        const QByteArrayList fields = line.split(',');
        if (fields.size() != 7)
            qFatal("a line of vectors with %d fields", int(fields.size()));
        vectors.push_back({parametersOf(fields), SecretBytes::copyOf(bytesOf(QByteArray::fromHex(fields[2]))),
                           fields[0] == "hotp" ? 0 : fields[5].toLongLong(), QString::fromLatin1(fields[6])});
    }
    return vectors;
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

SecretBytes ascii(const char *text)
{
    return SecretBytes::copyOf(bytesOf(text));
}

QString codeOf(const otp::Parameters &parameters, const SecretBytes &secret, qint64 unixSeconds = 0)
{
    return otp::codeAt(parameters, secret, unixSeconds).value().digits;
}

} // namespace

class OtpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gives_the_codes_of_rfc_4226_appendix_d()
    {
        const QStringList codes = {QStringLiteral("755224"), QStringLiteral("287082"), QStringLiteral("359152"),
                                   QStringLiteral("969429"), QStringLiteral("338314"), QStringLiteral("254676"),
                                   QStringLiteral("287922"), QStringLiteral("162583"), QStringLiteral("399871"),
                                   QStringLiteral("520489")};
        for (qsizetype counter = 0; counter < codes.size(); ++counter)
            QCOMPARE(codeOf(otp::Hotp{Algorithm::Sha1, 6, quint64(counter)}, ascii("12345678901234567890")),
                     codes[counter]);
    }

    void gives_the_truncated_values_of_rfc_4226_appendix_d_with_ten_digits()
    {
        // the decimal column of appendix D: 31 bits, so ten digits show all of the number
        const QStringList codes = {QStringLiteral("1284755224"), QStringLiteral("1094287082"),
                                   QStringLiteral("0137359152"), QStringLiteral("1726969429"),
                                   QStringLiteral("1640338314"), QStringLiteral("0868254676"),
                                   QStringLiteral("1918287922"), QStringLiteral("0082162583"),
                                   QStringLiteral("0673399871"), QStringLiteral("0645520489")};
        for (qsizetype counter = 0; counter < codes.size(); ++counter)
            QCOMPARE(codeOf(otp::Hotp{Algorithm::Sha1, 10, quint64(counter)}, ascii("12345678901234567890")),
                     codes[counter]);
    }

    // The seeds are as long as the hash: 20, 32 and 64 bytes, which the RFC's text hides in its program.
    void gives_the_codes_of_rfc_6238_appendix_b_data()
    {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QString>("sha1");
        QTest::addColumn<QString>("sha256");
        QTest::addColumn<QString>("sha512");
        QTest::newRow("1970") << qint64(59) << QStringLiteral("94287082") << QStringLiteral("46119246")
                              << QStringLiteral("90693936");
        QTest::newRow("2005, a second before a period") << qint64(1111111109) << QStringLiteral("07081804")
                                                        << QStringLiteral("68084774") << QStringLiteral("25091201");
        QTest::newRow("2005") << qint64(1111111111) << QStringLiteral("14050471") << QStringLiteral("67062674")
                              << QStringLiteral("99943326");
        QTest::newRow("2009") << qint64(1234567890) << QStringLiteral("89005924") << QStringLiteral("91819424")
                              << QStringLiteral("93441116");
        QTest::newRow("2033") << qint64(2000000000) << QStringLiteral("69279037") << QStringLiteral("90698825")
                              << QStringLiteral("38618901");
        QTest::newRow("2603") << qint64(20000000000) << QStringLiteral("65353130") << QStringLiteral("77737706")
                              << QStringLiteral("47863826");
    }
    void gives_the_codes_of_rfc_6238_appendix_b()
    {
        QFETCH(qint64, time);
        QFETCH(QString, sha1);
        QFETCH(QString, sha256);
        QFETCH(QString, sha512);
        QCOMPARE(codeOf(otp::Totp{Algorithm::Sha1, 8, 30}, ascii("12345678901234567890"), time), sha1);
        QCOMPARE(codeOf(otp::Totp{Algorithm::Sha256, 8, 30}, ascii("12345678901234567890123456789012"), time), sha256);
        QCOMPARE(codeOf(otp::Totp{Algorithm::Sha512, 8, 30},
                        ascii("1234567890123456789012345678901234567890123456789012345678901234"), time),
                 sha512);
    }

    void gives_the_steam_codes_that_others_publish_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QString>("code");
        const QByteArray keepassxc = encodedSecret("63BEDWCQZKTQWPESARIERL5DTTQFCJTK");
        QTest::newRow("KeePassXC, 2017") << keepassxc << qint64(1511200518) << QStringLiteral("FR8RV");
        QTest::newRow("KeePassXC, 196 s later") << keepassxc << qint64(1511200714) << QStringLiteral("9P3VP");
        QTest::newRow("steamguard-cli") << QByteArray::fromBase64("zvIayp3JPvtvX/QGHqsqKBk/44s=") << qint64(1616374841)
                                        << QStringLiteral("2F9J5");
        QTest::newRow("20 zero bytes, 1970") << QByteArray(20, '\0') << qint64(0) << QStringLiteral("RYH4D");
        QTest::newRow("20 zero bytes, the next") << QByteArray(20, '\0') << qint64(30) << QStringLiteral("DR2DK");
    }
    void gives_the_steam_codes_that_others_publish()
    {
        QFETCH(QByteArray, secret);
        QFETCH(qint64, time);
        QFETCH(QString, code);
        QCOMPARE(codeOf(otp::Steam{}, SecretBytes::copyOf(bytesOf(secret)), time), code);
    }

    // Every algorithm with 1 to 10 digits, every year 1970–2500 with the second before it, counters up to 2^64 - 1,
    // periods 1–86400, key lengths around each block size, Steam.
    void equals_the_committed_codes_of_pythons_hmac()
    {
        QFile file(QStringLiteral(WATCHWORD_TEST_DATA "/otp/vectors.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::vector<Vector> vectors = vectorsOf(file.readAll());
        QVERIFY(vectors.size() > 1300);
        compareAll(vectors);
    }

    void equals_pythons_hmac_for_a_drawn_set()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        const QByteArray csv =
            outputOf(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral(WATCHWORD_TEST_DATA "/../tools/make_otp_vectors.py"), QStringLiteral("--seed"),
                      QString::number(seed), QStringLiteral("--count"), QStringLiteral("500")});
        qInfo("seed %u", seed);
        const std::vector<Vector> vectors = vectorsOf(csv);
        QCOMPARE(vectors.size(), std::size_t(500));
        compareAll(vectors);
    }

    void equals_oathtool_where_it_knows_the_way_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::addColumn<int>("digits");
        for (const Algorithm algorithm : {Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512}) {
            for (const int digits : {6, 7, 8})
                QTest::addRow("%s, %d digits", qPrintable(otp::algorithmName(algorithm)), digits)
                    << int(algorithm) << digits;
        }
    }
    void equals_oathtool_where_it_knows_the_way()
    {
        QFETCH(int, algorithm);
        QFETCH(int, digits);
        const QByteArray secret = QByteArray::fromHex("3132333435363738393031323334353637383930aabbccddeeff");
        const SecretBytes ours = SecretBytes::copyOf(bytesOf(secret));
        for (const qint64 time : {qint64(0), qint64(1234567890), qint64(4102444799), qint64(16725225600)}) {
            for (const int period : {30, 60}) {
                const QByteArrayList theirs =
                    outputOf(QStringLiteral("oathtool"),
                             {QStringLiteral("--totp=") + otp::algorithmName(Algorithm(algorithm)),
                              QStringLiteral("--digits=%1").arg(digits),
                              QStringLiteral("--time-step-size=%1s").arg(period), QStringLiteral("--now=@%1").arg(time),
                              QStringLiteral("--window=19"), QString::fromLatin1(secret.toHex())})
                        .trimmed()
                        .split('\n');
                QCOMPARE(theirs.size(), 20);
                for (qsizetype step = 0; step < theirs.size(); ++step)
                    QCOMPARE(
                        codeOf(otp::Totp{Algorithm(algorithm), digits, period}, ours, time + step * period).toLatin1(),
                        theirs[step]);
            }
        }
    }

    void equals_oathtool_for_counters_data()
    {
        QTest::addColumn<int>("digits");
        for (const int digits : {6, 7, 8})
            QTest::addRow("%d digits", digits) << digits;
    }
    void equals_oathtool_for_counters()
    {
        QFETCH(int, digits);
        const QByteArray secret = QByteArray::fromHex("00ff10ef20df30cf40bf50af");
        for (const quint64 counter : {quint64(0), quint64(4294967290), quint64(1) << 40U}) {
            const QByteArrayList theirs = outputOf(QStringLiteral("oathtool"),
                                                   {QStringLiteral("--hotp"), QStringLiteral("--digits=%1").arg(digits),
                                                    QStringLiteral("--counter=%1").arg(counter),
                                                    QStringLiteral("--window=19"), QString::fromLatin1(secret.toHex())})
                                              .trimmed()
                                              .split('\n');
            QCOMPARE(theirs.size(), 20);
            for (qsizetype step = 0; step < theirs.size(); ++step)
                QCOMPARE(codeOf(otp::Hotp{Algorithm::Sha1, digits, counter + quint64(step)},
                                SecretBytes::copyOf(bytesOf(secret)))
                             .toLatin1(),
                         theirs[step]);
        }
    }

    void a_code_holds_from_the_first_to_before_the_last_second_of_its_period_data()
    {
        QTest::addColumn<int>("period");
        for (const int period : {1, 2, 7, 30, 60, 90, 3600, 86399, 86400})
            QTest::addRow("%d s", period) << period;
    }
    void a_code_holds_from_the_first_to_before_the_last_second_of_its_period()
    {
        QFETCH(int, period);
        const SecretBytes secret = ascii("12345678901234567890");
        const otp::Totp totp{Algorithm::Sha1, 10, period};
        for (int year = 1970; year <= 2500; ++year) {
            const qint64 newYear = QDateTime(QDate(year, 1, 1), QTime(0, 0), QTimeZone::utc()).toSecsSinceEpoch();
            const qint64 step = newYear / period;
            const qint64 first = step * period;
            const otp::Code expected{codeOf(otp::Hotp{Algorithm::Sha1, 10, quint64(step)}, secret), first,
                                     first + period};
            QCOMPARE(otp::codeAt(totp, secret, first).value(), expected);
            QCOMPARE(otp::codeAt(totp, secret, first + period / 2).value(), expected);
            QCOMPARE(otp::codeAt(totp, secret, first + period - 1).value(), expected);
            QCOMPARE(otp::codeAt(totp, secret, first + period).value().validFrom, expected.validUntil);
            if (step > 0)
                QCOMPARE(otp::codeAt(totp, secret, first - 1).value().validUntil, expected.validFrom);
        }
    }

    void a_time_before_1970_is_in_the_first_period()
    {
        const SecretBytes secret = ascii("12345678901234567890");
        const otp::Code first = otp::codeAt(otp::Totp{}, secret, 0).value();
        for (const qint64 time : {qint64(-1), qint64(-30), qint64(-1000000), std::numeric_limits<qint64>::min()})
            QCOMPARE(otp::codeAt(otp::Totp{}, secret, time).value(), first);
        QCOMPARE(first.validFrom, 0);
        QCOMPARE(first.validUntil, 30);
    }

    void a_counter_code_has_no_time()
    {
        const otp::Code code =
            otp::codeAt(otp::Hotp{Algorithm::Sha1, 6, 1}, ascii("12345678901234567890"), 1234567890).value();
        QCOMPARE(code, (otp::Code{QStringLiteral("287082"), 0, 0}));
    }

    void leading_zeros_are_kept_for_every_number_of_digits()
    {
        const SecretBytes secret = ascii("12345678901234567890");
        for (int digits = 1; digits <= 10; ++digits) {
            const QString all = QStringLiteral("0137359152"); // appendix D, counter 2
            QCOMPARE(codeOf(otp::Hotp{Algorithm::Sha1, digits, 2}, secret), all.right(digits));
        }
    }

    void refuses_parameters_out_of_range_data()
    {
        QTest::addColumn<int>("digits");
        QTest::addColumn<int>("period");
        QTest::addColumn<int>("error");
        QTest::newRow("no digits") << 0 << 30 << int(ErrorCode::InvalidDigits);
        QTest::newRow("eleven digits") << 11 << 30 << int(ErrorCode::InvalidDigits);
        QTest::newRow("negative digits") << -6 << 30 << int(ErrorCode::InvalidDigits);
        QTest::newRow("no period") << 6 << 0 << int(ErrorCode::InvalidPeriod);
        QTest::newRow("negative period") << 6 << -30 << int(ErrorCode::InvalidPeriod);
        QTest::newRow("over a day") << 6 << 86401 << int(ErrorCode::InvalidPeriod);
    }
    void refuses_parameters_out_of_range()
    {
        QFETCH(int, digits);
        QFETCH(int, period);
        QFETCH(int, error);
        const otp::Parameters totp = otp::Totp{Algorithm::Sha1, digits, period};
        QCOMPARE(int(otp::checked(totp).error().code), error);
        QCOMPARE(int(otp::codeAt(totp, ascii("secret"), 0).error().code), error);
        if (error == int(ErrorCode::InvalidDigits))
            QCOMPARE(int(otp::checked(otp::Hotp{Algorithm::Sha1, digits, 0}).error().code), error);
    }

    void takes_parameters_at_the_edges()
    {
        QVERIFY(otp::checked(otp::Totp{Algorithm::Sha512, 1, 1}));
        QVERIFY(otp::checked(otp::Totp{Algorithm::Sha224, 10, 86400}));
        QVERIFY(otp::checked(otp::Hotp{Algorithm::Sha1, 10, std::numeric_limits<quint64>::max()}));
        QVERIFY(otp::checked(otp::Steam{}));
    }

    void refuses_an_empty_secret()
    {
        QCOMPARE(otp::codeAt(otp::Totp{}, SecretBytes(), 0).error().code, ErrorCode::MissingSecret);
    }

    void says_what_the_parameters_are()
    {
        QCOMPARE(otp::periodOf(otp::Totp{Algorithm::Sha1, 6, 45}), 45);
        QCOMPARE(otp::periodOf(otp::Hotp{}), 0);
        QCOMPARE(otp::periodOf(otp::Steam{}), 30);
        QCOMPARE(otp::digitsOf(otp::Hotp{Algorithm::Sha1, 8, 0}), 8);
        QCOMPARE(otp::digitsOf(otp::Steam{}), 5);
        QCOMPARE(otp::algorithmOf(otp::Totp{Algorithm::Sha384, 6, 30}), Algorithm::Sha384);
        QCOMPARE(otp::algorithmOf(otp::Steam{}), Algorithm::Sha1);
        QVERIFY(otp::isCounterBased(otp::Hotp{}));
        QVERIFY(!otp::isCounterBased(otp::Steam{}));
    }

    void reads_the_names_of_algorithms_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("algorithm");
        QTest::newRow("empty") << QString() << int(Algorithm::Sha1);
        QTest::newRow("SHA1") << QStringLiteral("SHA1") << int(Algorithm::Sha1);
        QTest::newRow("lower case") << QStringLiteral("sha512") << int(Algorithm::Sha512);
        QTest::newRow("dash") << QStringLiteral("SHA-1") << int(Algorithm::Sha1);
        QTest::newRow("underscore") << QStringLiteral("SHA_256") << int(Algorithm::Sha256);
        QTest::newRow("Java") << QStringLiteral("HmacSHA256") << int(Algorithm::Sha256);
        QTest::newRow("HMAC with dashes") << QStringLiteral("HMAC-SHA-256") << int(Algorithm::Sha256);
        QTest::newRow("old Ente") << QStringLiteral("Algorithm.sha256") << int(Algorithm::Sha256);
        QTest::newRow("SHA224") << QStringLiteral("SHA224") << int(Algorithm::Sha224);
        QTest::newRow("SHA384") << QStringLiteral("sha-384") << int(Algorithm::Sha384);
        QTest::newRow("blanks around") << QStringLiteral(" SHA1 ") << int(Algorithm::Sha1);
    }
    void reads_the_names_of_algorithms()
    {
        QFETCH(QString, name);
        QFETCH(int, algorithm);
        QCOMPARE(int(otp::algorithmFromName(name).value()), algorithm);
    }

    void refuses_an_unknown_algorithm_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"MD5", "SHA", "SHA2", "SHA3-256", "SHA512/256", "SHA2-256", "SHA1X", "xSHA1", "HMAC",
                                 "1", "256", "SHA 1 ;", "Algorithm."})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void refuses_an_unknown_algorithm()
    {
        QFETCH(QString, name);
        const Result<Algorithm> read = otp::algorithmFromName(name);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::UnknownAlgorithm);
        QCOMPARE(read.error().detail, name);
    }

    void cuts_a_long_name_of_an_algorithm_in_its_error()
    {
        QCOMPARE(otp::algorithmFromName(QString(5000, u'x')).error().detail.size(), 40);
    }

    void names_of_algorithms_are_read_back()
    {
        for (const Algorithm algorithm :
             {Algorithm::Sha1, Algorithm::Sha224, Algorithm::Sha256, Algorithm::Sha384, Algorithm::Sha512})
            QCOMPARE(otp::algorithmFromName(otp::algorithmName(algorithm)).value(), algorithm);
    }

private:
    static QByteArray encodedSecret(const char *base32)
    {
        return decodeBase32(bytesOf(base32)).value().text().toByteArray();
    }

    static void compareAll(const std::vector<Vector> &vectors)
    {
        for (std::size_t i = 0; i < vectors.size(); ++i) {
            const Vector &vector = vectors[i];
            const Result<otp::Code> code = otp::codeAt(vector.parameters, vector.secret, vector.unixSeconds);
            QVERIFY2(code, qPrintable(QStringLiteral("line %1").arg(i + 2)));
            QVERIFY2(code->digits == vector.code,
                     qPrintable(QStringLiteral("line %1: %2, not %3").arg(i + 2).arg(code->digits, vector.code)));
        }
    }
};

QTEST_APPLESS_MAIN(OtpTest)
#include "tst_otp.moc"
