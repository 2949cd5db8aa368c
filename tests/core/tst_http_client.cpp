// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests over real TLS: who is believed and who is not, and all that a server or network can do to an answer.
#include "core/platform/network_http_client.h"
#include "tests/support/push_server_process.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

using namespace watchword;
using namespace std::chrono_literals;

namespace {

using Answered = HttpClient::Answered;
using Trust = ServerTrust::Kind;

constexpr auto patience = 60'000;

QByteArray urlWith(const test::PushServerProcess &server, const QByteArray &query = "?serial=x")
{
    return server.url().toUtf8() + query;
}

ServerTrust byAuthority(const HttpClient &client, const test::PushServerProcess &server)
{
    return {Trust::Authority, client.factsOf(server.certificate(QStringLiteral("ca")))->der};
}

ServerTrust byKey(const HttpClient &client, const test::PushServerProcess &server, const QString &name)
{
    return {Trust::Key, client.factsOf(server.certificate(name))->keySha256};
}

QString words(const Answered &answer)
{
    return answer ? QString::number(answer->status)
                  : QStringLiteral("trouble %1 (%2)").arg(int(answer.error().trouble)).arg(answer.error().detail);
}

} // namespace

class TestHttpClient final : public QObject
{
    Q_OBJECT

private:
    Answered sent(HttpClient &client, const HttpRequest &request)
    {
        std::optional<Answered> answer;
        client.send(request, this, [&answer](const Answered &one) { answer = one; });
        const bool hasAnswered = QTest::qWaitFor([&answer] { return answer.has_value(); }, patience);
        return hasAnswered ? *answer : std::unexpected(HttpFailure{HttpTrouble::NoAnswer, QStringLiteral("test"), {}});
    }
    HttpTrouble troubleOf(HttpClient &client, const HttpRequest &request)
    {
        const Answered answer = sent(client, request);
        return answer ? HttpTrouble(-1) : answer.error().trouble;
    }

private Q_SLOTS:
    void believes_only_who_is_trusted_data();
    void believes_only_who_is_trusted();
    void sends_nothing_to_who_is_not_trusted();
    void shows_the_certificate_that_was_not_believed();
    void keeps_to_the_key_that_was_confirmed();
    void does_not_mix_ways_of_trusting();
    void sends_what_was_said_and_nothing_else();
    void goes_nowhere_else();
    void takes_no_more_than_the_limit();
    void waits_no_longer_than_the_limit();
    void tells_sent_from_unsent();
    void sends_a_form_once_when_it_is_cut_off();
    void resumes_the_tls_session_in_a_new_connection_data();
    void resumes_the_tls_session_in_a_new_connection();
    void hands_on_what_is_no_success();
    void reads_the_date_of_a_trusted_server();
    void uses_the_proxy_of_the_system();
    void refuses_what_is_not_encrypted();
    void ends_with_its_context();
    void reads_certificates();
};

void TestHttpClient::believes_only_who_is_trusted_data()
{
    QTest::addColumn<QString>("shown"); // by the server
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("pinned");
    QTest::addColumn<int>("trouble"); // -1: an answer
    const auto row = [](const char *name, const char *shown, Trust kind, const char *pinned, int trouble) {
        QTest::newRow(name) << QString::fromLatin1(shown) << int(kind) << QString::fromLatin1(pinned) << trouble;
    };
    const int untrusted = int(HttpTrouble::UntrustedServer), changed = int(HttpTrouble::ChangedKey);
    const int host = int(HttpTrouble::OtherHostName), expired = int(HttpTrouble::ExpiredCertificate);
    row("its authority", "good", Trust::Authority, "", -1);
    row("its authority, expired", "expired", Trust::Authority, "", expired);
    row("its authority, another host", "other_host", Trust::Authority, "", host);
    row("its authority, another's certificate", "other_ca", Trust::Authority, "", untrusted);
    row("its authority, self-signed", "self_signed", Trust::Authority, "", untrusted);
    row("the system, an unknown authority", "good", Trust::System, "", untrusted);
    row("the system, self-signed", "self_signed", Trust::System, "", untrusted);
    row("the system, expired too", "self_signed_expired", Trust::System, "", untrusted);
    row("the system, another host too", "self_signed_other_host", Trust::System, "", untrusted);
    row("its key, self-signed", "self_signed", Trust::Key, "self_signed", -1);
    row("its key, renewed", "self_signed_renewed", Trust::Key, "self_signed", -1);
    row("its key, another host", "self_signed_other_host", Trust::Key, "self_signed", -1);
    row("its key, of an authority that is not shown", "good", Trust::Key, "good", untrusted);
    row("its key, of an authority that is shown", "other_ca_chain", Trust::Key, "other_ca", -1);
    row("another key, of an authority that is shown", "other_ca_chain", Trust::Key, "self_signed", changed);
    row("its authority, another one that is shown", "other_ca_chain", Trust::Authority, "", untrusted);
    row("another key", "self_signed_changed", Trust::Key, "self_signed", changed);
    row("another key, of an authority", "good", Trust::Key, "self_signed", changed);
    row("its key, expired", "self_signed_expired", Trust::Key, "self_signed", expired);
}

void TestHttpClient::believes_only_who_is_trusted()
{
    QFETCH(QString, shown);
    QFETCH(int, kind);
    QFETCH(QString, pinned);
    QFETCH(int, trouble);
    test::PushServerProcess server(shown);
    QVERIFY(server.isRunning());
    platform::NetworkHttpClient client;
    const ServerTrust trust = Trust(kind) == Trust::Key ? byKey(client, server, pinned)
        : Trust(kind) == Trust::Authority               ? byAuthority(client, server)
                                                        : ServerTrust();
    // Twice: what was learned the first time must not make the second one careless.
    for (const bool isForm : {false, true}) {
        HttpRequest request{urlWith(server), {}, trust};
        if (isForm)
            request.form = "serial=x";
        const Answered answer = sent(client, request);
        QCOMPARE(answer ? -1 : int(answer.error().trouble), trouble);
        QCOMPARE(answer ? answer->status : 0, answer ? 400 : 0);
    }
    QCOMPARE(server.seen().size(), trouble == -1 ? 2 : 0);
}

void TestHttpClient::sends_nothing_to_who_is_not_trusted()
{
    test::PushServerProcess server(QStringLiteral("self_signed"));
    platform::NetworkHttpClient client;
    const HttpRequest poll{urlWith(server), {}, byKey(client, server, QStringLiteral("self_signed"))};
    QVERIFY(sent(client, poll));
    // Another key from now on, while a connection to the right one is open and its certificate is known.
    server.ask("certificate", {{QStringLiteral("name"), QStringLiteral("good")}});
    HttpRequest answer = poll;
    answer.form = "secret=1";
    QCOMPARE(troubleOf(client, answer), HttpTrouble::ChangedKey);
    QCOMPARE(server.seen().size(), 1);
}

void TestHttpClient::shows_the_certificate_that_was_not_believed()
{
    test::PushServerProcess server(QStringLiteral("self_signed"));
    platform::NetworkHttpClient client;
    const Answered answer = sent(client, {urlWith(server), {}, {}});
    QCOMPARE(answer.error().trouble, HttpTrouble::UntrustedServer);
    const auto shown = client.factsOf(answer.error().certificate);
    QCOMPARE(shown, client.factsOf(server.certificate(QStringLiteral("self_signed"))));
    // What the person confirms is then enough.
    QCOMPARE(words(sent(client, {urlWith(server), {}, {Trust::Key, shown->keySha256}})), QStringLiteral("400"));
}

void TestHttpClient::keeps_to_the_key_that_was_confirmed()
{
    test::PushServerProcess server(QStringLiteral("self_signed"));
    platform::NetworkHttpClient client;
    const ServerTrust trust = byKey(client, server, QStringLiteral("self_signed"));
    const HttpRequest request{urlWith(server), QByteArray("a=1"), trust};
    QCOMPARE(words(sent(client, request)), QStringLiteral("400"));
    for (const auto &[name, trouble] : {std::pair{"self_signed_changed", int(HttpTrouble::ChangedKey)},
                                        {"self_signed_renewed", -1},
                                        {"good", int(HttpTrouble::ChangedKey)},
                                        {"self_signed_other_host", -1},
                                        {"self_signed_expired", int(HttpTrouble::ExpiredCertificate)},
                                        {"self_signed", -1}}) {
        server.ask("certificate", {{QStringLiteral("name"), QLatin1String(name)}});
        const Answered answer = sent(client, request);
        QVERIFY2((answer ? -1 : int(answer.error().trouble)) == trouble,
                 qPrintable(QLatin1String(name) + words(answer)));
    }
    QCOMPARE(server.seen().size(), 4);
}

void TestHttpClient::does_not_mix_ways_of_trusting()
{
    test::PushServerProcess server(QStringLiteral("good"));
    platform::NetworkHttpClient client;
    QVERIFY(sent(client, {urlWith(server), {}, byAuthority(client, server)}));
    // The connection that polls keep open is not for who trusts otherwise.
    QCOMPARE(troubleOf(client, {urlWith(server), {}, {}}), HttpTrouble::UntrustedServer);
    QCOMPARE(troubleOf(client, {urlWith(server), {}, byKey(client, server, QStringLiteral("self_signed"))}),
             HttpTrouble::ChangedKey);
    QCOMPARE(troubleOf(client, {urlWith(server), {}, {Trust::Authority, "nonsense"}}), HttpTrouble::NotAllowed);
    QCOMPARE(server.seen().size(), 1);
}

void TestHttpClient::sends_what_was_said_and_nothing_else()
{
    test::PushServerProcess server;
    platform::NetworkHttpClient client;
    const ServerTrust trust = byAuthority(client, server);
    server.setFault(QStringLiteral("cookie"));
    QVERIFY(sent(client, {urlWith(server, "?serial=a%2Bb&timestamp=1%3A2&x=%7C"), {}, trust}));
    QVERIFY(sent(client, {urlWith(server, ""), QByteArray("serial=a%2Bb&signature=AA%3D%3D"), trust}));
    const QJsonArray seen = server.seen();
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen[0][QStringLiteral("query")].toString(), QStringLiteral("serial=a%2Bb&timestamp=1%3A2&x=%7C"));
    QCOMPARE(seen[1][QStringLiteral("body")].toString(), QStringLiteral("serial=a%2Bb&signature=AA%3D%3D"));
    QCOMPARE(seen[1][QStringLiteral("method")].toString(), QStringLiteral("POST"));
    const QStringList usual = {QStringLiteral("Host"),
                               QStringLiteral("Connection"),
                               QStringLiteral("User-Agent"),
                               QStringLiteral("Accept-Language"),
                               QStringLiteral("Accept-Encoding"),
                               QStringLiteral("Content-Type"),
                               QStringLiteral("Content-Length")};
    for (const auto &one : seen) {
        const QJsonObject headers = one[QStringLiteral("headers")].toObject();
        for (auto header = headers.begin(); header != headers.end(); ++header)
            QVERIFY2(usual.contains(header.key()), qPrintable(header.key()));
        QCOMPARE(headers.value(QStringLiteral("User-Agent")).toString(), QStringLiteral("Watchword"));
        QCOMPARE(headers.value(QStringLiteral("Accept-Language")).toString(), QStringLiteral("*"));
    }
}

void TestHttpClient::goes_nowhere_else()
{
    test::PushServerProcess server;
    platform::NetworkHttpClient client;
    server.setFault(QStringLiteral("redirect"));
    for (const bool isForm : {false, true}) {
        HttpRequest request{urlWith(server), {}, byAuthority(client, server)};
        if (isForm)
            request.form = "a=1";
        QCOMPARE(words(sent(client, request)), QStringLiteral("302"));
    }
    QVERIFY(!server.ask("seen").value(QStringLiteral("redirected")).toBool());
}

void TestHttpClient::takes_no_more_than_the_limit()
{
    test::PushServerProcess server;
    platform::NetworkHttpClient client;
    server.setFault(QStringLiteral("big"));
    QCOMPARE(troubleOf(client, {urlWith(server), {}, byAuthority(client, server)}), HttpTrouble::TooLarge);
    server.setFault(QString());
    QCOMPARE(words(sent(client, {urlWith(server), {}, byAuthority(client, server)})), QStringLiteral("400"));
}

void TestHttpClient::waits_no_longer_than_the_limit()
{
    test::PushServerProcess server;
    platform::NetworkHttpClient client(2s);
    for (const char *fault : {"drip", "silent"}) {
        server.setFault(QLatin1String(fault));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(troubleOf(client, {urlWith(server), QByteArray("a=1"), byAuthority(client, server)}),
                 HttpTrouble::NoAnswer);
        QVERIFY2(timer.elapsed() >= 1'900, fault);
    }
}

void TestHttpClient::tells_sent_from_unsent()
{
    platform::NetworkHttpClient client(2s);
    QCOMPARE(troubleOf(client, {"https://127.0.0.1:1/", QByteArray("a=1"), {}}), HttpTrouble::NoConnection);
    test::PushServerProcess server(QStringLiteral("none"));
    const auto urlOf = [](const QJsonObject &other) {
        return "https://127.0.0.1:" + QByteArray::number(other.value(QLatin1String("port")).toInt()) + '/';
    };
    // Nothing is ever said back: no TLS, and nothing sent.
    const QByteArray deaf = urlOf(server.ask("other_port"));
    QCOMPARE(troubleOf(client, {deaf, QByteArray("a=1"), {}}), HttpTrouble::NoConnection);
    const QByteArray plain =
        urlOf(server.ask("other_port", {{QStringLiteral("greeting"), QStringLiteral("HTTP/1.1 200 OK\r\n\r\n")}}));
    QCOMPARE(troubleOf(client, {plain, QByteArray("a=1"), {}}), HttpTrouble::NoEncryption);
}

void TestHttpClient::sends_a_form_once_when_it_is_cut_off()
{
    test::PushServerProcess server;
    platform::NetworkHttpClient client;
    const ServerTrust trust = byAuthority(client, server);
    QVERIFY(sent(client, {urlWith(server), {}, trust})); // a connection is there
    server.setFault(QStringLiteral("hang_up"));
    QCOMPARE(troubleOf(client, {urlWith(server, ""), QByteArray("a=1"), trust}), HttpTrouble::NoAnswer);
    QCOMPARE(server.seen().size(), 2);
}

void TestHttpClient::resumes_the_tls_session_in_a_new_connection_data()
{
    QTest::addColumn<bool>("isPinned");
    QTest::newRow("by an authority") << false;
    QTest::newRow("by its key") << true;
}

void TestHttpClient::resumes_the_tls_session_in_a_new_connection()
{
    QFETCH(bool, isPinned);
    const QString name = isPinned ? QStringLiteral("self_signed") : QStringLiteral("good");
    test::PushServerProcess server(name);
    platform::NetworkHttpClient client;
    const ServerTrust trust = isPinned ? byKey(client, server, name) : byAuthority(client, server);
    server.setFault(QStringLiteral("close"));
    for (int i = 0; i < 4; ++i) {
        const Answered answer = sent(client, {urlWith(server), {}, trust});
        QVERIFY2(answer, qPrintable(words(answer)));
    }
    QList<bool> resumed;
    for (const auto &one : server.seen())
        resumed << one[QStringLiteral("resumed")].toBool();
    // The second one finds that this server ends its connections.
    QCOMPARE(resumed, QList({false, false, true, true}));
}

void TestHttpClient::hands_on_what_is_no_success()
{
    test::PushServerProcess server;
    platform::NetworkHttpClient client;
    const ServerTrust trust = byAuthority(client, server);
    server.setFault(QStringLiteral("busy"));
    QCOMPARE(words(sent(client, {urlWith(server), {}, trust})), QStringLiteral("503"));
    server.setFault(QStringLiteral("garbage"));
    QCOMPARE(sent(client, {urlWith(server), {}, trust})->body.size(), 256);
    server.setFault(QStringLiteral("empty"));
    QCOMPARE(sent(client, {urlWith(server), {}, trust})->body, QByteArray());
    server.setFault(QStringLiteral("proxy_login"));
    QCOMPARE(words(sent(client, {urlWith(server), {}, trust})), QStringLiteral("407"));
}

void TestHttpClient::reads_the_date_of_a_trusted_server()
{
    test::PushServerProcess server;
    platform::NetworkHttpClient client;
    server.ask("date", {{QStringLiteral("offset"), 7200}});
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const Answered answer = sent(client, {urlWith(server), {}, byAuthority(client, server)});
    QVERIFY(answer && answer->date);
    QVERIFY(*answer->date >= now + 7199 && *answer->date <= now + 7200 + 60);
    test::PushServerProcess plain(QStringLiteral("none"));
    const Answered unproven = sent(client, {urlWith(plain), {}, {}});
    QCOMPARE(words(unproven), QStringLiteral("400"));
    QVERIFY(!unproven->date);
}

void TestHttpClient::uses_the_proxy_of_the_system()
{
    test::PushServerProcess proxy(QStringLiteral("none"));
    const QByteArray address = proxy.url().section(QLatin1String("/ttype"), 0, 0).toUtf8();
    qputenv("https_proxy", address);
    platform::NetworkHttpClient client;
    const HttpRequest request{"https://pi.example.com/ttype/push", QByteArray("a=1"), {}};
    QCOMPARE(troubleOf(client, request), HttpTrouble::ProxyFailed);
    proxy.setFault(QStringLiteral("proxy_login"));
    QCOMPARE(words(sent(client, request)), QStringLiteral("407"));
    const QJsonArray seen = proxy.seen();
    QVERIFY(!seen.isEmpty());
    for (const auto &one : seen) {
        QCOMPARE(one[QStringLiteral("method")].toString(), QStringLiteral("CONNECT"));
        QCOMPARE(one[QStringLiteral("path")].toString(), QStringLiteral("pi.example.com:443"));
        QCOMPARE(one[QStringLiteral("body")].toString(), QString());
    }
    qputenv("https_proxy", "http://127.0.0.1:1");
    QCOMPARE(troubleOf(client, request), HttpTrouble::ProxyFailed);
    // This computer itself is reached without it.
    test::PushServerProcess server;
    QCOMPARE(words(sent(client, {urlWith(server), {}, byAuthority(client, server)})), QStringLiteral("400"));
    qunsetenv("https_proxy");
}

void TestHttpClient::refuses_what_is_not_encrypted()
{
    platform::NetworkHttpClient client;
    for (const char *url :
         {"http://pi.example.com/", "ftp://127.0.0.1/", "file:///etc/passwd", "", "https://", "nonsense",
          "https://alice:word@127.0.0.1/", "data:text/plain,x", "http://localhost.example.com/"})
        QVERIFY2(troubleOf(client, {url, {}, {}}) == HttpTrouble::NotAllowed, url);
}

void TestHttpClient::ends_with_its_context()
{
    test::PushServerProcess server;
    server.setFault(QStringLiteral("silent"));
    bool isAnswered = false;
    {
        platform::NetworkHttpClient client;
        const ServerTrust trust = byAuthority(client, server);
        auto context = std::make_unique<QObject>();
        client.send({urlWith(server), {}, trust}, context.get(), [&](const Answered &) { isAnswered = true; });
        QTRY_COMPARE(server.seen().size(), 1);
        context.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        // And with the client, whoever waits.
        client.send({urlWith(server), QByteArray("a=1"), trust}, this, [&](const Answered &) { isAnswered = true; });
        QTRY_COMPARE(server.seen().size(), 2);
    }
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

void TestHttpClient::reads_certificates()
{
    test::PushServerProcess server(QStringLiteral("none"));
    platform::NetworkHttpClient client;
    const auto facts = client.factsOf(server.certificate(QStringLiteral("good")));
    QVERIFY(facts);
    QCOMPARE(facts->subject, QStringLiteral("localhost"));
    QCOMPARE(facts->issuer, QStringLiteral("Watchword tests: ca"));
    QCOMPARE(facts->sha256.size(), 32);
    QCOMPARE(facts->keySha256.size(), 32);
    QVERIFY(facts->validFrom < facts->validUntil);
    QCOMPARE(client.factsOf(facts->der), facts);
    QCOMPARE(client.factsOf(server.certificate(QStringLiteral("other_host")))->keySha256, facts->keySha256);
    QVERIFY(!client.factsOf({}) && !client.factsOf("x") && !client.factsOf(facts->der.chopped(1)));
    QVERIFY(!client.factsOf(QByteArray(100'000, 'x')));
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
