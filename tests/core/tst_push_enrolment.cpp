// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Links that enrol for Approve / Deny: what is read out of them, and what is refused.
#include "core/enrol/recognise.h"
#include "core/push/enrolment.h"
#include "tests/support/push_data.h"

#include <QTest>

using namespace watchword;
using namespace watchword::push;
using accounts::PushLock;
using accounts::PushServer;

namespace {

const QByteArray good = "otpauth://pipush/PIPU0001?url=https%3A//pi.example.com/ttype/push&ttl=10&issuer=ACME"
                        "&enrollment_credential=00ff&v=1&serial=PIPU0001&sslverify=1&poll_only=True";

QByteArray with(const QByteArray &before, const QByteArray &after)
{
    return QByteArray(good).replace(before, after);
}

} // namespace

class TestPushEnrolment final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_the_real_ones();
    void reads_every_kind_of_link_data();
    void reads_every_kind_of_link();
    void reads_what_a_server_asks_for_data();
    void reads_what_a_server_asks_for();
    void refuses_data();
    void refuses();
    void knows_which_addresses_may_be_used_data();
    void knows_which_addresses_may_be_used();
    void is_what_a_text_is_recognised_as();
};

void TestPushEnrolment::reads_the_real_ones()
{
    const QByteArray uri = test::pushVectors().value(QStringLiteral("qr_uri")).toString().toUtf8();
    const auto read = readEnrolment(bytesOf(uri));
    QVERIFY(read);
    QCOMPARE(read->server, PushServer::PrivacyIdea);
    QCOMPARE(read->url, QStringLiteral("https://pi.example.com/ttype/push"));
    QCOMPARE(read->address, (ServerAddress{QStringLiteral("https"), QStringLiteral("pi.example.com"), 443}));
    QCOMPARE(read->serial, QStringLiteral("PIPU0000TEST"));
    QCOMPARE(read->issuer, QStringLiteral("ACME & Söhne"));
    QCOMPARE(read->name, QStringLiteral("alice@users PIPU0000TEST"));
    QCOMPARE(read->credential.text(), QByteArrayView("00112233445566778899aabbccddeeff00112233"));
    QCOMPARE(read->minutes, 10);
    QVERIFY(read->wantsVerification);
    QCOMPARE(read->lock, PushLock::Any);

    const QJsonObject init = test::pushTranscript().value(QStringLiteral("transcript")).toArray().first().toObject();
    const QJsonObject detail =
        init.value(QStringLiteral("response")).toObject().value(QStringLiteral("detail")).toObject();
    const QString captured =
        detail.value(QStringLiteral("pushurl")).toObject().value(QStringLiteral("value")).toString();
    const auto second = readEnrolment(bytesOf(captured.toUtf8()));
    QVERIFY(second);
    QCOMPARE(second->serial, detail.value(QStringLiteral("serial")).toString());
    QCOMPARE(second->address.toString(), QStringLiteral("127.0.0.1:18085"));
    QCOMPARE(second->lock, PushLock::None);
}

void TestPushEnrolment::reads_every_kind_of_link_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<int>("server");
    const int privacyIdea = int(PushServer::PrivacyIdea);
    QTest::newRow("otpauth") << good << privacyIdea;
    QTest::newRow("pia") << with("otpauth://", "pia://") << privacyIdea;
    QTest::newRow("any case") << with("otpauth://pipush", "OTPAUTH://PiPush") << privacyIdea;
    QTest::newRow("blanks around it") << " \n" + good + "\r\n" << privacyIdea;
    QTest::newRow("eduMFA") << with("otpauth://pipush", "edumfa-push://edumfa") << int(PushServer::EduMfa);
    QTest::newRow("no label") << with("pipush/PIPU0001?", "pipush?") << privacyIdea;
    QTest::newRow("Firebase of old") << with("&v=1",
                                             "&v=1&projectid=a&projectnumber=1&appid=b&apikey=c&appidios=d&apikeyios=e")
                                     << privacyIdea;
    QTest::newRow("a picture") << with("&v=1", "&image=https%3A//img.example.com/a.png%3Fx%3D1&v=1") << privacyIdea;
}

void TestPushEnrolment::reads_every_kind_of_link()
{
    QFETCH(QByteArray, link);
    QVERIFY(isEnrolmentLink(bytesOf(link)));
    const auto read = readEnrolment(bytesOf(link));
    QVERIFY(read);
    QTEST(int(read->server), "server");
    QCOMPARE(read->serial, QStringLiteral("PIPU0001"));
    QCOMPARE(read->url, QStringLiteral("https://pi.example.com/ttype/push"));
    QCOMPARE(read->issuer, QStringLiteral("ACME"));
}

void TestPushEnrolment::reads_what_a_server_asks_for_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("verifies");
    QTest::addColumn<int>("lock");
    const int none = int(PushLock::None), any = int(PushLock::Any);
    QTest::newRow("as usual") << good << 10 << true << none;
    QTest::newRow("no time named") << with("&ttl=10", "") << 3 << true << none;
    QTest::newRow("nonsense for a time") << with("ttl=10", "ttl=soon") << 3 << true << none;
    QTest::newRow("a negative time") << with("ttl=10", "ttl=-5") << 3 << true << none;
    QTest::newRow("a year") << with("ttl=10", "ttl=525600") << 1440 << true << none;
    QTest::newRow("no verification") << with("sslverify=1", "sslverify=0") << 10 << false << none;
    QTest::newRow("verification not named") << with("&sslverify=1", "") << 10 << true << none;
    QTest::newRow("verification, nonsense") << with("sslverify=1", "sslverify=no") << 10 << true << none;
    QTest::newRow("pin") << good + "&pin=True" << 10 << true << any;
    QTest::newRow("pin, not") << good + "&pin=False" << 10 << true << none;
    QTest::newRow("biometric") << good + "&pin=True&app_force_unlock=biometric" << 10 << true
                               << int(PushLock::Biometric);
    QTest::newRow("a pin") << good + "&app_force_unlock=pin" << 10 << true << int(PushLock::Pin);
    QTest::newRow("another lock") << good + "&app_force_unlock=retina" << 10 << true << any;
}

void TestPushEnrolment::reads_what_a_server_asks_for()
{
    QFETCH(QByteArray, link);
    const auto read = readEnrolment(bytesOf(link));
    QVERIFY(read);
    QTEST(read->minutes, "minutes");
    QTEST(read->wantsVerification, "verifies");
    QTEST(int(read->lock), "lock");
}

void TestPushEnrolment::refuses_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<int>("trouble");
    const int none = int(Trouble::NoEnrolment), incomplete = int(Trouble::IncompleteLink);
    const int address = int(Trouble::UnusableAddress), serial = int(Trouble::UnusableSerial);
    QTest::newRow("nothing") << QByteArray() << none;
    QTest::newRow("a code account") << QByteArray("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ") << none;
    QTest::newRow("another type") << with("pipush", "pipushy") << none;
    QTest::newRow("binary") << with("ACME", QByteArray(1, '\0')) << none;
    QTest::newRow("too long") << good + "&x=" + QByteArray(20000, 'x') << none;
    QTest::newRow("a later version") << with("v=1", "v=2") << int(Trouble::UnknownVersion);
    QTest::newRow("no version") << with("&v=1", "") << int(Trouble::UnknownVersion);
    QTest::newRow("no url") << with("url=", "uri=") << incomplete;
    QTest::newRow("no credential") << with("00ff", "") << incomplete;
    QTest::newRow("credential of control characters") << with("00ff", "%00ff") << incomplete;
    QTest::newRow("credential too long") << with("00ff", QByteArray(201, 'f')) << incomplete;
    QTest::newRow("two serials") << good + "&serial=PIPU0002" << incomplete;
    QTest::newRow("two addresses") << good + "&url=https%3A//evil.example.com/" << incomplete;
    QTest::newRow("http") << with("https", "http") << address;
    QTest::newRow("ftp") << with("https", "ftp") << address;
    QTest::newRow("a name in front of the host") << with("//pi.", "//pi.example.com%40evil.") << address;
    QTest::newRow("a backslash") << with("//pi.", "//pi.example.com%5C.evil.") << address;
    QTest::newRow("empty serial") << with("serial=PIPU0001", "serial=") << serial;
    QTest::newRow("serial with a bar") << with("serial=PIPU0001", "serial=a%7Cb") << serial;
    QTest::newRow("serial with a line break") << with("serial=PIPU0001", "serial=a%0Ab") << serial;
    QTest::newRow("serial that is no text") << with("serial=PIPU0001", "serial=%ff") << serial;
    QTest::newRow("serial too long") << with("serial=PIPU0001", "serial=" + QByteArray(201, 'a')) << serial;
}

void TestPushEnrolment::refuses()
{
    QFETCH(QByteArray, link);
    const auto read = readEnrolment(bytesOf(link));
    QVERIFY(!read);
    QTEST(int(read.error().trouble), "trouble");
}

void TestPushEnrolment::knows_which_addresses_may_be_used_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown"); // empty: none
    const auto row = [](const char *url, const char *shown) {
        QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(shown);
    };
    row("https://pi.example.com/ttype/push", "pi.example.com");
    row("https://PI.Example.com/ttype/push", "pi.example.com");
    row("https://pi.example.com:443/ttype/push", "pi.example.com");
    row("https://pi.example.com:8443/x?y=1", "pi.example.com:8443");
    row("https://[2001:db8::1]/", "2001:db8::1");
    row("https://xn--bro-hoa.example.com/", "xn--bro-hoa.example.com");
    row("http://127.0.0.1:18085/ttype/push", "127.0.0.1:18085");
    row("http://localhost/ttype/push", "localhost");
    row("http://[::1]/", "::1");
    row("http://pi.example.com/ttype/push", "");
    row("http://localhost.example.com/", "");
    row("http://127.0.0.1.example.com/", "");
    row("https://büro.example.com/", "");
    row("https://alice@pi.example.com/", "");
    row("https://pi.example.com/#a", "");
    row("https://pi.example.com /", "");
    row("https://pi.example.com\\@evil.example.com/", "");
    row("https://pi.example.com:0/", "");
    row("https://pi.example.com:99999/", "");
    row("https:///ttype/push", "");
    row("https:pi.example.com", "");
    row("//pi.example.com/", "");
    row("file:///etc/passwd", "");
    row("javascript://pi.example.com/", "");
    row("", "");
}

void TestPushEnrolment::knows_which_addresses_may_be_used()
{
    QFETCH(QString, url);
    const auto address = addressOf(url);
    QTEST(address ? address->toString() : QString(), "shown");
}

void TestPushEnrolment::is_what_a_text_is_recognised_as()
{
    enrol::Recognition found = enrol::recognise(bytesOf(good));
    QCOMPARE(found.kind, enrol::Kind::Push);
    QCOMPARE(found.enrolments.size(), std::size_t{1});
    QCOMPARE(found.enrolments.front().serial, QStringLiteral("PIPU0001"));
    found = enrol::recognise(bytesOf("Please scan <" + good + "> today"));
    QCOMPARE(found.kind, enrol::Kind::Push);
    QCOMPARE(found.enrolments.size(), std::size_t{1});
    // One that is broken is still named for what it is.
    found = enrol::recognise(bytesOf(with("https", "http")));
    QCOMPARE(found.kind, enrol::Kind::Push);
    QCOMPARE(found.origin, enrol::Origin::PushEnrolment);
    QVERIFY(found.enrolments.empty());
    QVERIFY(found.unusable);
    QCOMPARE(found.unusable->trouble, Trouble::UnusableAddress);
    // Beside an account both are offered, and neither is refused.
    found = enrol::recognise(bytesOf("otpauth://totp/A:b?secret=GEZDGNBVGY3TQOJQ&issuer=A\n" + good));
    QCOMPARE(found.kind, enrol::Kind::Account);
    QCOMPARE(found.accounts.size(), std::size_t{1});
    QCOMPARE(found.enrolments.size(), std::size_t{1});
    QVERIFY(found.refused.empty() && !found.unusable);
}

QTEST_GUILESS_MAIN(TestPushEnrolment)
#include "tst_push_enrolment.moc"
