// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What privacyIDEA and eduMFA are sent and how their answers are read: byte for byte as the vectors and as a real server
// (tests/data/push), and nothing that anybody has changed.
#include "core/push/answer_envelope.h"
#include "core/push/canonical_json.h"
#include "core/push/push_protocol.h"
#include "core/push/signed_text.h"
#include "tests/support/push_data.h"

#include <QTest>
#include <QUrlQuery>

using namespace watchword;
using namespace watchword::push;
using accounts::PushAccount;
using accounts::PushServer;

namespace {

const PushProtocol &protocol()
{
    return PushProtocol::of(PushServer::PrivacyIdea);
}

HttpAnswer answered(const QByteArray &body, int status = 200)
{
    return {status, body, {}};
}

HttpAnswer listOf(const QJsonValue &challenge)
{
    return answered(test::enveloped(QJsonArray{challenge}));
}

QJsonObject goodChallenge(int index = 0)
{
    return test::pushVectors().value(QStringLiteral("poll_response_value")).toArray().at(index).toObject();
}

Challenge read(const QJsonObject &fields)
{
    const auto poll = protocol().challengesIn(listOf(fields), test::vectorAccount());
    return poll && !poll->challenges.empty() ? poll->challenges.front() : Challenge();
}

QString vectorAnswer(const char *name)
{
    return test::pushVectors().value(QStringLiteral("answers")).toObject().value(QLatin1String(name)).toString();
}

// A challenge that is signed by the vectors' server, whatever is in it.
QJsonObject signedBy(const SecretBytes &key, QJsonObject fields)
{
    QStringList parts;
    for (const char *name : {"nonce", "url", "serial", "question", "title", "sslverify", "require_presence"}) {
        if (fields.contains(QLatin1String(name)))
            parts << fields.value(QLatin1String(name)).toString();
    }
    fields.insert(QStringLiteral("signature"),
                  QString::fromLatin1(signatureOf(parts.join(QLatin1Char('|')).toUtf8(), key).value()));
    return fields;
}

QJsonObject plainChallenge()
{
    QJsonObject fields = goodChallenge();
    fields.remove(QStringLiteral("capabilities"));
    fields.remove(QStringLiteral("capabilities_signature"));
    return fields;
}

} // namespace

class TestPushProtocol final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makes_the_signatures_of_the_vectors_data();
    void makes_the_signatures_of_the_vectors();
    void sends_the_requests_of_the_vectors();
    void reads_the_challenges_of_the_vectors();
    void refuses_each_bad_challenge();
    void refuses_a_change_of_any_byte();
    void refuses_a_challenge_of_another_account();
    void refuses_what_is_signed_and_yet_odd_data();
    void refuses_what_is_signed_and_yet_odd();
    void names_a_genuine_challenge_that_leads_elsewhere();
    void does_what_the_real_server_saw();
    void answers_only_what_was_asked();
    void gives_a_reason_only_where_one_is_offered();
    void edumfa_knows_no_numbers();
    void reads_answers_data();
    void reads_answers();
    void reads_outcomes();
    void reads_server_keys();
    void writes_canonical_json_data();
    void writes_canonical_json();
    void canonical_json_has_its_limits();
    void times_are_in_utc();
};

void TestPushProtocol::makes_the_signatures_of_the_vectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray vectors = test::pushVectors().value(QStringLiteral("vectors")).toArray();
    for (const auto &one : vectors)
        QTest::newRow(qPrintable(one.toObject().value(QStringLiteral("name")).toString())) << one.toObject();
}

void TestPushProtocol::makes_the_signatures_of_the_vectors()
{
    QFETCH(QJsonObject, vector);
    const QByteArray text = QByteArray::fromHex(vector.value(QStringLiteral("signed_hex")).toString().toLatin1());
    const SecretBytes key = test::vectorKey(vector.value(QStringLiteral("signed_by")).toString());
    const QString wanted = vector.value(QStringLiteral("signature_base32")).toString();
    QCOMPARE(text, vector.value(QStringLiteral("signed_utf8")).toString().toUtf8());
    QCOMPARE(QString::fromLatin1(signatureOf(text, key).value()), wanted);
    const QByteArray spki = crypto::rsaPublicKeyOf(key.view()).value();
    QVERIFY(isSignedBy(spki, text, wanted));
    QVERIFY(!isSignedBy(spki, text + ' ', wanted));
    QVERIFY(!isSignedBy(spki, text, wanted.toLower()));
    QVERIFY(!isSignedBy(spki, text, QString(wanted).remove(QLatin1Char('='))));
    QVERIFY(!isSignedBy(spki, text, QLatin1Char(' ') + wanted));
}

void TestPushProtocol::sends_the_requests_of_the_vectors()
{
    const QJsonObject vectors = test::pushVectors();
    const PushAccount account = test::vectorAccount();
    const SecretBytes key = test::vectorKey();
    const QByteArray spki = crypto::rsaPublicKeyOf(key.view()).value();
    QCOMPARE(QString::fromLatin1(spki.toBase64()), vectors.value(QStringLiteral("pubkey_param")).toString());

    const auto enrolment = readEnrolment(bytesOf(vectors.value(QStringLiteral("qr_uri")).toString().toUtf8()));
    const HttpRequest enrol = protocol().enrolmentRequest(*enrolment, {}, spki);
    QCOMPARE(QString::fromLatin1(*enrol.form), vectors.value(QStringLiteral("enrol_request_body")).toString());
    QCOMPARE(enrol.url, account.url.toUtf8());

    const auto poll = protocol().pollRequest(account, QStringLiteral("2026-11-24T02:30:00.123456+00:00"), key);
    QCOMPARE(QString::fromLatin1(poll->url), vectors.value(QStringLiteral("poll_url")).toString());
    QVERIFY(!poll->form);

    const Challenge standard = read(goodChallenge(0)), presence = read(goodChallenge(1));
    const auto sent = [&](const Challenge &challenge, const Answer &answer) {
        return QString::fromLatin1(protocol().answerRequest(account, challenge, answer, key)->form.value());
    };
    QCOMPARE(sent(standard, {Choice::Approve, {}, {}}), vectorAnswer("approve"));
    QCOMPARE(sent(standard, {Choice::Deny, {}, {}}), vectorAnswer("decline"));
    QCOMPARE(sent(standard, {Choice::Deny, {}, Reason::UnknownTrigger}), vectorAnswer("decline_reason"));
    QCOMPARE(sent(presence, {Choice::Approve, QStringLiteral("42"), {}}), vectorAnswer("presence"));
}

void TestPushProtocol::reads_the_challenges_of_the_vectors()
{
    const QJsonObject vectors = test::pushVectors();
    const auto both = protocol().challengesIn(
        answered(test::enveloped(vectors.value(QStringLiteral("poll_response_value")))), test::vectorAccount());
    QVERIFY(both);
    QCOMPARE(both->challenges.size(), std::size_t{2});
    QCOMPARE(both->refused, 0);
    const Challenge &first = both->challenges[0], &second = both->challenges[1];
    QCOMPARE(first.question, QStringLiteral("Anmelden für alice? ✓ | jetzt"));
    QCOMPARE(first.title, QStringLiteral("Büro|Login"));
    QVERIFY(first.offersReasons && first.options.isEmpty());
    QCOMPARE(second.options, QStringLiteral("42,99,60,78").split(QLatin1Char(',')));
    QVERIFY(second.offersReasons);

    const auto old = protocol().challengesIn(
        answered(test::enveloped(vectors.value(QStringLiteral("poll_response_value_old_server")))),
        test::vectorAccount());
    QCOMPARE(old->challenges.size(), std::size_t{1});
    QVERIFY(!old->challenges.front().offersReasons);
    QCOMPARE(protocol().challengesIn(answered(test::enveloped(QJsonArray())), test::vectorAccount())->challenges.size(),
             std::size_t{0});
}

void TestPushProtocol::refuses_each_bad_challenge()
{
    const QJsonArray bad = test::pushVectors().value(QStringLiteral("bad_challenges")).toArray();
    QCOMPARE(bad.size(), 7);
    for (const auto &one : bad) {
        const auto poll = protocol().challengesIn(listOf(one), test::vectorAccount());
        QVERIFY(poll && poll->challenges.empty() && poll->elsewhere.empty());
        QCOMPARE(poll->refused, 1);
    }
    // One that is good beside one that is not is shown, and the other is counted.
    const auto poll = protocol().challengesIn(answered(test::enveloped(QJsonArray{bad.first(), goodChallenge()})),
                                              test::vectorAccount());
    QCOMPARE(poll->challenges.size(), std::size_t{1});
    QCOMPARE(poll->refused, 1);
}

void TestPushProtocol::refuses_a_change_of_any_byte()
{
    const PushAccount account = test::vectorAccount();
    for (const int index : {0, 1}) {
        const QJsonObject good = goodChallenge(index);
        for (auto field = good.begin(); field != good.end(); ++field) {
            const QString text = field.value().toString();
            if (field.key() == QLatin1String("version"))
                continue; // of no meaning, and not signed
            for (qsizetype at = 0; at <= text.size(); ++at) {
                QString changed = text;
                if (at < text.size())
                    changed[at] = text[at] == u'A' ? u'B' : u'A';
                else
                    changed += u'A';
                QJsonObject fields = good;
                fields.insert(field.key(), changed);
                const auto poll = protocol().challengesIn(listOf(fields), account);
                QVERIFY2(poll->challenges.empty() && poll->elsewhere.empty(), qPrintable(field.key()));
            }
            QJsonObject fields = good;
            fields.insert(field.key(), 1);
            QVERIFY2(read(fields).nonce.isEmpty(), qPrintable(field.key()));
            // Both of them gone is a challenge of an older server, whose signature is the same.
            fields.remove(field.key());
            QVERIFY2(read(fields).nonce.isEmpty(), qPrintable(field.key()));
        }
    }
}

void TestPushProtocol::refuses_a_challenge_of_another_account()
{
    PushAccount account = test::vectorAccount();
    account.serial += QLatin1Char('X');
    QCOMPARE(protocol().challengesIn(listOf(goodChallenge()), account)->refused, 1);
    account = test::vectorAccount();
    account.serverKey = crypto::rsaPublicKeyOf(test::vectorKey().view()).value();
    QCOMPARE(protocol().challengesIn(listOf(goodChallenge()), account)->refused, 1);
    account.serverKey.clear();
    QCOMPARE(protocol().challengesIn(listOf(goodChallenge()), account)->refused, 1);
}

void TestPushProtocol::refuses_what_is_signed_and_yet_odd_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *what, const char *name, const QString &text) {
        QTest::newRow(what) << QString::fromLatin1(name) << text;
    };
    row("a bar in the nonce", "nonce", QStringLiteral("a|b"));
    row("a line break in the nonce", "nonce", QStringLiteral("a\nb"));
    row("no nonce", "nonce", QString());
    row("a long nonce", "nonce", QString(201, QLatin1Char('n')));
    // With it, a challenge with options could be shown as one without: the signed text is the same.
    row("options moved into sslverify", "sslverify", QStringLiteral("1|42,99"));
    row("an empty option", "require_presence", QStringLiteral("42,,99"));
    row("no option", "require_presence", QString());
    row("an option that reads as a denial", "require_presence", QStringLiteral("42,decline"));
    row("a bar in an option", "require_presence", QStringLiteral("42,decline|cancelled"));
    row("too many options", "require_presence", QStringLiteral("1,").repeated(200) + QLatin1Char('1'));
}

void TestPushProtocol::refuses_what_is_signed_and_yet_odd()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    const SecretBytes key = test::vectorKey(QStringLiteral("server"));
    QVERIFY(!read(signedBy(key, plainChallenge())).nonce.isEmpty());
    QJsonObject fields = plainChallenge();
    fields.insert(name, text);
    const auto poll = protocol().challengesIn(listOf(signedBy(key, fields)), test::vectorAccount());
    QCOMPARE(poll->refused, 1);
    QVERIFY(poll->challenges.empty());
}

void TestPushProtocol::names_a_genuine_challenge_that_leads_elsewhere()
{
    const SecretBytes key = test::vectorKey(QStringLiteral("server"));
    const QList<std::pair<QString, QString>> urls = {
        {QStringLiteral("https://evil.example.com/ttype/push"), QStringLiteral("evil.example.com")},
        {QStringLiteral("https://pi.example.com:8443/ttype/push"), QStringLiteral("pi.example.com:8443")},
        {QStringLiteral("http://pi.example.com/ttype/push"), QString()},
        {QStringLiteral("nonsense"), QString()}};
    for (const auto &[url, host] : urls) {
        QJsonObject fields = plainChallenge();
        fields.insert(QStringLiteral("url"), url);
        fields = signedBy(key, fields);
        const auto poll = protocol().challengesIn(listOf(fields), test::vectorAccount());
        QVERIFY(poll->challenges.empty());
        QCOMPARE(poll->elsewhere.size(), std::size_t{1});
        QCOMPARE(poll->elsewhere.front().host, host);
        // And is not answered, whoever asks.
        Challenge challenge = read(goodChallenge());
        challenge.url = url;
        QVERIFY(!protocol().answerRequest(test::vectorAccount(), challenge, {}, test::vectorKey()));
    }
    QJsonObject fields = plainChallenge();
    fields.insert(QStringLiteral("url"), QStringLiteral("https://pi.example.com:443/another/path"));
    QCOMPARE(read(signedBy(key, fields)).url, QStringLiteral("https://pi.example.com:443/another/path"));
}

// Each request of the transcript again, from what the real server had said before it.
void TestPushProtocol::does_what_the_real_server_saw()
{
    const QJsonObject captured = test::pushTranscript();
    const SecretBytes key = test::secretOf(test::derOf(captured.value(QStringLiteral("client_key_pem"))));
    const QJsonArray steps = captured.value(QStringLiteral("transcript")).toArray();
    const auto bodyOf = [&steps](int index) {
        return answered(QJsonDocument(steps[index].toObject().value(QStringLiteral("response")).toObject()).toJson());
    };
    const auto isSame = [](const QByteArray &sent, const QJsonObject &form) {
        const QUrlQuery query(QString::fromLatin1(sent));
        bool same = query.queryItems().size() == form.size();
        for (auto one = form.begin(); one != form.end(); ++one)
            same = same && query.queryItemValue(one.key(), QUrl::FullyDecoded) == one.value().toVariant().toString();
        return same;
    };
    const QString link = steps[0]
                             .toObject()[QStringLiteral("response")][QStringLiteral("detail")]
                                        [QStringLiteral("pushurl")][QStringLiteral("value")]
                             .toString();
    const auto enrolment = readEnrolment(bytesOf(link.toUtf8()));
    PushAccount account;
    account.url = enrolment->url;
    account.serial = enrolment->serial;
    Challenge challenge;
    int polls = 0, answers = 0;
    for (int i = 0; i < steps.size(); ++i) {
        const QJsonObject step = steps[i].toObject();
        const QString name = step.value(QStringLiteral("step")).toString();
        const QJsonObject form = step.value(QStringLiteral("form")).toObject();
        if (name == QLatin1String("enrol")) {
            const QByteArray spki = crypto::rsaPublicKeyOf(key.view()).value();
            QVERIFY(isSame(*protocol().enrolmentRequest(*enrolment, {}, spki).form, form));
            account.serverKey = protocol().serverKeyIn(bodyOf(i), *enrolment).value();
            QCOMPARE(account.serverKey, test::derOf(captured.value(QStringLiteral("server_public_key_pem"))));
        } else if (name.endsWith(QLatin1String(": poll"))) {
            const auto sent = protocol().pollRequest(account, form.value(QStringLiteral("timestamp")).toString(), key);
            QVERIFY(isSame(sent->url.mid(sent->url.indexOf('?') + 1), form));
            const auto poll = protocol().challengesIn(bodyOf(i), account);
            QCOMPARE(poll->challenges.size(), std::size_t{1});
            challenge = poll->challenges.front();
            QVERIFY(challenge.offersReasons);
            QCOMPARE(QString::fromUtf8(challengeText(challenge)),
                     step.value(QStringLiteral("server_signed_string")).toString());
            ++polls;
        } else if (name.endsWith(QLatin1String(": answer"))) {
            Answer answer{Choice::Approve, form.value(QStringLiteral("presence_answer")).toString(), Reason::None};
            if (form.contains(QStringLiteral("decline")))
                answer = {Choice::Deny, {}, Reason::UnknownTrigger};
            const auto sent = protocol().answerRequest(account, challenge, answer, key);
            QVERIFY(isSame(*sent->form, form));
            QCOMPARE(QString::fromUtf8(answerText(challenge, answer)),
                     step.value(QStringLiteral("client_signed_string")).toString());
            const auto outcome = protocol().outcomeIn(bodyOf(i));
            QVERIFY(outcome && outcome->isTaken);
            QCOMPARE(outcome->code, name.startsWith(QLatin1String("code")) ? QStringLiteral("38") : QString());
            ++answers;
        }
    }
    QCOMPARE(polls, 4);
    QCOMPARE(answers, 4);
}

void TestPushProtocol::answers_only_what_was_asked()
{
    const PushAccount account = test::vectorAccount();
    const SecretBytes key = test::vectorKey();
    const Challenge presence = read(goodChallenge(1)), standard = read(goodChallenge(0));
    for (const char *option : {"", "43", "4", "042", "42,99"}) {
        const auto sent =
            protocol().answerRequest(account, presence, {Choice::Approve, QString::fromLatin1(option), {}}, key);
        QVERIFY2(!sent && sent.error().trouble == Trouble::NotOffered, option);
    }
    // A denial needs no number, and a number given where none was asked is not sent.
    QVERIFY(protocol().answerRequest(account, presence, {Choice::Deny, QStringLiteral("42"), {}}, key));
    const auto sent = protocol().answerRequest(account, standard, {Choice::Approve, QStringLiteral("42"), {}}, key);
    QCOMPARE(QString::fromLatin1(*sent->form), vectorAnswer("approve"));
    Challenge other = standard;
    other.serial = QStringLiteral("PIPU1");
    QVERIFY(!protocol().answerRequest(account, other, {}, key));
    QVERIFY(!protocol().answerRequest(account, standard, {}, test::secretOf("no key")));
}

void TestPushProtocol::gives_a_reason_only_where_one_is_offered()
{
    Challenge challenge = read(goodChallenge());
    challenge.offersReasons = false;
    const auto sent = protocol().answerRequest(test::vectorAccount(), challenge, {Choice::Deny, {}, Reason::Cancelled},
                                               test::vectorKey());
    QCOMPARE(QString::fromLatin1(*sent->form), vectorAnswer("decline"));

    // `false` signed by the server offers none.
    const SecretBytes key = test::vectorKey(QStringLiteral("server"));
    const QString nonce = goodChallenge().value(QStringLiteral("nonce")).toString();
    for (const auto &[text, offers] : {std::pair{"{\"decline_reason\": false}", false},
                                       {"{}", false},
                                       {"{\"x\": [1.50, \"é\"], \"decline_reason\": true}", true}}) {
        QJsonObject fields = goodChallenge();
        const QJsonObject offered = QJsonDocument::fromJson(text).object();
        fields.insert(QStringLiteral("capabilities"), QString::fromUtf8(text));
        fields.insert(QStringLiteral("capabilities_signature"),
                      QString::fromLatin1(signatureOf(capabilitiesText(offered, nonce), key).value()));
        QCOMPARE(read(fields).nonce, nonce);
        QCOMPARE(read(fields).offersReasons, offers);
    }
}

void TestPushProtocol::edumfa_knows_no_numbers()
{
    const PushProtocol &edumfa = PushProtocol::of(PushServer::EduMfa);
    PushAccount account = test::vectorAccount();
    account.server = PushServer::EduMfa;
    QCOMPARE(edumfa.challengesIn(listOf(plainChallenge()), account)->challenges.size(), std::size_t{1});
    QCOMPARE(edumfa.challengesIn(listOf(goodChallenge(1)), account)->refused, 1);
    // Nor reasons: what is offered is not taken.
    const auto poll = edumfa.challengesIn(listOf(goodChallenge()), account);
    QVERIFY(!poll->challenges.front().offersReasons);
    const auto sent = edumfa.answerRequest(account, poll->challenges.front(), {Choice::Deny, {}, Reason::Cancelled},
                                           test::vectorKey());
    QCOMPARE(QString::fromLatin1(*sent->form), vectorAnswer("decline"));
}

void TestPushProtocol::reads_answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("trouble");
    const auto error = [](int code, const char *message) {
        return QByteArray(R"({"result":{"status":false,"error":{"code":)") + QByteArray::number(code)
            + R"(,"message":")" + message + R"("}},"detail":null})";
    };
    const auto row = [](const char *name, int status, const QByteArray &body, Trouble trouble) {
        QTest::newRow(name) << status << body << int(trouble);
    };
    const QByteArray yes = test::enveloped(true);
    row("signature", 400, error(10, "ERR10: Could not verify signature!"), Trouble::SignatureRefused);
    row("range", 400, error(10, "ERR10: Timestamp 2026-11-24T02:30:00Z not in valid range."), Trouble::ClockOff);
    row("timestamp", 400, error(10, "ERR10: Could not parse timestamp x"), Trouble::ClockOff);
    row("polling", 403, error(303, "Polling not allowed!"), Trouble::PollingNotAllowed);
    row("used", 404, error(601, "No token with this serial number in the rollout state 'clientwait'."),
        Trouble::CodeUsed);
    row("credential", 400, error(905, "ERR905: Invalid enrollment credential. x"), Trouble::CodeRefused);
    row("missing", 400, error(905, "ERR905: Missing parameters!"), Trouble::ServerRefused);
    row("hidden", 400, error(-311, "Failed special token function"), Trouble::ServerRefused);
    row("500", 500, error(-500, "x"), Trouble::ServerFailed);
    row("503 of a proxy", 503, "<html>", Trouble::ServerFailed);
    row("redirect", 302, "", Trouble::Redirected);
    row("proxy", 407, "", Trouble::ProxyWantsLogin);
    row("a page", 200, "<html></html>", Trouble::NotAServer);
    row("nothing", 200, "", Trouble::NotAServer);
    row("a list", 200, "[]", Trouble::NotAServer);
    row("no result", 200, "{}", Trouble::NotAServer);
    row("status as text", 200, R"({"result":{"status":"true","value":true}})", Trouble::NotAServer);
    row("a failure with 200", 200, error(905, "x"), Trouble::ServerRefused);
    row("a success with 400", 400, yes, Trouble::ServerRefused);
    row("a success with 201", 201, yes, Trouble::ServerRefused);
    row("too much", 200, yes + QByteArray(longestAnswer, ' '), Trouble::TooLarge);
}

void TestPushProtocol::reads_answers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto opened = openAnswer({status, body, {}});
    QVERIFY(!opened);
    QTEST(int(opened.error().trouble), "trouble");
    QVERIFY(!protocol().challengesIn({status, body, {}}, test::vectorAccount()));
    QVERIFY(!protocol().outcomeIn({status, body, {}}));
}

void TestPushProtocol::reads_outcomes()
{
    const auto outcomeOf = [](const QJsonValue &value, const QJsonObject &detail = {}) {
        return protocol().outcomeIn(answered(test::enveloped(value, detail)));
    };
    QVERIFY(outcomeOf(true)->isTaken);
    // HTTP's 200 is none.
    QVERIFY(!outcomeOf(false)->isTaken);
    QVERIFY(!outcomeOf(QJsonArray()) && !outcomeOf(1) && !outcomeOf(QStringLiteral("true")) && !outcomeOf({}));
    const QJsonObject code{{QStringLiteral("display_code"), QStringLiteral("07")},
                           {QStringLiteral("message"), QStringLiteral("Enter <b>it</b>")}};
    QCOMPARE(outcomeOf(true, code), (Outcome{true, QStringLiteral("07"), QStringLiteral("Enter <b>it</b>")}));
    QCOMPARE(outcomeOf(false, code), Outcome());
    const auto gone = protocol().outcomeIn(
        answered(R"({"result":{"status":false,"error":{"code":601,"message":"no such token"}}})", 404));
    QCOMPARE(gone.error().trouble, Trouble::SignatureRefused);
}

void TestPushProtocol::reads_server_keys()
{
    const QJsonObject vectors = test::pushVectors();
    const auto enrolment = readEnrolment(bytesOf(vectors.value(QStringLiteral("qr_uri")).toString().toUtf8()));
    QJsonObject response = vectors.value(QStringLiteral("enrol_response")).toObject();
    const QByteArray spki = test::vectorAccount().serverKey;
    const auto keyIn = [&](const QJsonValue &key) {
        QJsonObject detail = response.value(QStringLiteral("detail")).toObject();
        detail.insert(QStringLiteral("public_key"), key);
        return protocol().serverKeyIn(answered(test::enveloped(true, detail)), *enrolment);
    };
    QCOMPARE(protocol().serverKeyIn(answered(QJsonDocument(response).toJson()), *enrolment).value(), spki);
    QCOMPARE(keyIn(QString::fromLatin1(spki.toBase64())).value(), spki);
    for (const QByteArray &bad : {QByteArray(), QByteArray("x"), spki.toBase64().chopped(4), (spki + 'x').toBase64(),
                                  QByteArray("AAAA"), spki.toBase64() + "!"}) {
        QVERIFY(!keyIn(QString::fromLatin1(bad)));
    }
    QCOMPARE(keyIn(1).error().trouble, Trouble::UnusableServerKey);
    QJsonObject detail = response.value(QStringLiteral("detail")).toObject();
    QVERIFY(!protocol().serverKeyIn(answered(test::enveloped(false, detail)), *enrolment));
    detail.insert(QStringLiteral("serial"), QStringLiteral("PIPU1"));
    QVERIFY(!protocol().serverKeyIn(answered(test::enveloped(true, detail)), *enrolment));
}

void TestPushProtocol::writes_canonical_json_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("canonical");
    // RFC 8785, section 3.2.2 and appendix B
    QTest::newRow("sample")
        << QByteArray(R"({"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],)"
                      R"("string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]})")
        << QByteArray(R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
                      "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    QTest::newRow("keys") << QByteArray(
        R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})")
                          << QByteArray("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    QTest::newRow("numbers") << QByteArray(
        "[-0,5e-324,-5e-324,1.7976931348623157e308,9007199254740992,295147905179352830000,"
        "1e21,1e20,123456.75,-1.5,1e-6,1e-7,1.5e-7,100]")
                             << QByteArray(
                                    "[0,5e-324,-5e-324,1.7976931348623157e+308,9007199254740992,"
                                    "295147905179352830000,1e+21,100000000000000000000,123456.75,-1.5,0.000001,1e-7,"
                                    "1.5e-7,100]");
    QTest::newRow("escapes") << QByteArray(R"(["\b\f\n\r\t\u0000\u001f\u007f"])")
                             << QByteArray("[\"\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\"]");
    QTest::newRow("empty") << QByteArray("{ \"a\" : [ ] , \"\" : { } }") << QByteArray(R"({"":{},"a":[]})");
}

void TestPushProtocol::writes_canonical_json()
{
    QFETCH(QByteArray, json);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(!document.isNull());
    const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    QTEST(canonicalJson(value).value(), "canonical");
}

void TestPushProtocol::canonical_json_has_its_limits()
{
    QVERIFY(!canonicalJson(QJsonValue(QJsonValue::Undefined)));
    QVERIFY(!canonicalJson(QString(QChar(0xD800))));
    QJsonValue deep = true;
    for (int i = 0; i < 31; ++i)
        deep = QJsonArray{deep};
    QVERIFY(canonicalJson(deep));
    QVERIFY(!canonicalJson(QJsonArray{deep}));
}

void TestPushProtocol::times_are_in_utc()
{
    QCOMPARE(pollTimestamp(1795487400), QStringLiteral("2026-11-24T02:30:00Z"));
}

QTEST_GUILESS_MAIN(TestPushProtocol)
#include "tst_push_protocol.moc"
