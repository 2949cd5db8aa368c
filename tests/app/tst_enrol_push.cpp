// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a link to a server that may ask for approvals, with everything that gets in the way. The network answers what it is told
// to; the vault and its steps are real. The keys are those of tests/data/push.
#include "app/support/outside_text.h"
#include "core/push/push_protocol.h"
#include "tests/app/flow_bench.h"
#include "tests/support/push_data.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QThreadPool>

using namespace watchword;
using namespace watchword::tests;
using namespace watchword::app;
using accounts::PushState;

namespace {

// A key of 4096 bits takes long on a busy machine.
constexpr int patience = 120'000;
constexpr char host[] = "pi.example.com";
constexpr char accountLink[] = "otpauth://totp/GitHub:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";

/// The link of the vectors without the lock that it asks for; with other parameters instead.
QByteArray linkWith(const QByteArray &serial = "PIPU0000TEST", const QByteArray &more = {},
                    const QByteArray &server = host)
{
    QByteArray link = test::pushVectors().value(QStringLiteral("qr_uri")).toString().toUtf8();
    link.replace("&pin=True", more);
    link.replace("serial=PIPU0000TEST", "serial=" + serial);
    link.replace(host, server);
    return link;
}

/// An account of the vectors as it is after an enrolment that worked.
accounts::PushAccount enrolledBefore()
{
    accounts::PushAccount account = test::vectorAccount();
    account.serial = QStringLiteral("PIPU0000TEST");
    return account;
}

class Bench : public FlowBench
{
public:
    void scan(const QByteArray &link) { flow.openText(SecretBytes::copyOf(bytesOf(link))); }
    /// Agrees and waits until the server is asked, the `number`th time.
    bool agree(std::size_t number = 1) { return press(QStringLiteral("Set it up")) && isAsked(number); }
    bool isAsked(std::size_t number)
    {
        return QTest::qWaitFor([&] { return enrolments() == number; }, patience);
    }
    /// What was sent to enrol; polls are GETs.
    std::size_t enrolments() const
    {
        return std::size_t(
            std::ranges::count_if(signIns.http.sent, [](const HttpRequest &one) { return one.form.has_value(); }));
    }
    void answerWell(const QByteArray &serial = "PIPU0000TEST")
    {
        QByteArray answer =
            QJsonDocument(test::pushVectors().value(QStringLiteral("enrol_response")).toObject()).toJson();
        answerForm(HttpAnswer{200, answer.replace("PIPU0000TEST", serial), {}});
    }
    void fail(HttpTrouble trouble, const QByteArray &certificate = {})
    {
        answerForm(std::unexpected(HttpFailure{trouble, {}, certificate}));
    }
    void answerForm(HttpClient::Answered answer)
    {
        if (putInFront(true))
            signIns.http.answerNext(std::move(answer));
    }
    /// The next signed poll, at first answered with nothing waiting.
    bool answerPoll(HttpClient::Answered answer = HttpAnswer{200, R"({"result":{"status":true,"value":[]}})", {}})
    {
        if (!QTest::qWaitFor([&] { return putInFront(false); }, patience))
            return false;
        signIns.http.answerNext(std::move(answer));
        return true;
    }
    QList<accounts::PushAccount> kept() const { return process.vault->pushAccounts(); }
    QList<accounts::PushAccount> trashed() const { return process.vault->trashedPushAccounts(); }
    bool keep(const accounts::PushAccount &account)
    {
        return bool(process.wait<vault::Vault::Saved>([&](QObject *context, auto handler) {
            process.vault->addPush(account, test::vectorKey(), context, std::move(handler));
        }));
    }

private:
    /// A form (an enrolment, an approval) or a poll among those that wait for an answer.
    bool putInFront(bool isForm)
    {
        auto &all = signIns.http.waiting;
        const auto one =
            std::ranges::find_if(all, [&](const auto &each) { return each.request.form.has_value() == isForm; });
        if (one == all.end())
            return false;
        std::rotate(all.begin(), one, one + 1);
        return true;
    }
};

bool says(const QString &words)
{
    const QWidgetList all = QApplication::allWidgets();
    return std::ranges::any_of(all, [&](QWidget *widget) {
        const auto *label = qobject_cast<QLabel *>(widget);
        // Long words have places to wrap in them.
        return label && label->isVisible() && label->text().remove(QChar(0x200B)).contains(words);
    });
}

/// The words as they are when a host is in a sentence.
QString withHost(const char *words)
{
    return QString::fromUtf8(words).arg(outsideTextInSentence(QLatin1String(host)));
}

CertificateFacts certificate(const QByteArray &name)
{
    CertificateFacts facts;
    facts.subject = QString::fromUtf8(name);
    facts.issuer = QStringLiteral("Nobody \u202E knows");
    facts.validFrom = 1'700'000'000;
    facts.validUntil = 1'800'000'000;
    facts.sha256 = QByteArray::fromHex("00112233445566778899AABBCCDDEEFF") + QByteArray(16, '\xAB');
    facts.keySha256 = QByteArray(32, 'k');
    facts.der = "DER of " + name;
    return facts;
}

QString writeFile(const QString &folder, const QByteArray &content)
{
    const QString path = folder + QStringLiteral("/authority.pem");
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

bool chooseFile(const QString &path)
{
    QFileDialog *files = nullptr;
    if (!QTest::qWaitFor([&] { return (files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())); }))
        return false;
    Q_EMIT files->fileSelected(path);
    static_cast<QDialog *>(files)->done(QDialog::Accepted);
    return true;
}

} // namespace

class TestEnrolPush final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_is_done_before_it_is_agreed_to();
    void the_card_says_whose_code_it_is_data();
    void the_card_says_whose_code_it_is();
    void is_enrolled_and_tested();
    void the_test_may_be_skipped_denied_or_late();
    void what_the_code_cannot_do_is_said_data();
    void what_the_code_cannot_do_is_said();
    void a_lock_that_is_asked_for_takes_a_password_data();
    void a_lock_that_is_asked_for_takes_a_password();
    void what_gets_in_the_way_is_said_and_tried_again_data();
    void what_gets_in_the_way_is_said_and_tried_again();
    void a_code_that_is_over_or_used_up_is_scanned_anew();
    void a_key_that_was_shown_is_pinned();
    void an_authority_of_its_own_is_trusted_for_this_server();
    void a_keychain_that_stays_locked_costs_nothing();
    void stopping_leaves_nothing_that_nobody_knows();
    void a_known_serial_gets_a_new_key();
    void one_of_several_codes_is_chosen_in_the_list();
    void a_second_link_is_counted_while_one_is_being_set_up();
    void cleanup();
};

void TestEnrolPush::cleanup()
{
    QTRY_VERIFY(openDialogSays().isEmpty());
    QThreadPool::globalInstance()->waitForDone();
}

void TestEnrolPush::nothing_is_done_before_it_is_agreed_to()
{
    Bench bench;
    bench.scan(linkWith());
    QVERIFY(bench.flow.isOpen());
    QTRY_VERIFY(named<QPushButton>(QStringLiteral("Set it up")));
    QVERIFY(says(QStringLiteral("This lets you approve sign-ins on this computer")));
    QVERIFY(named(QStringLiteral("A second secret, not a second device")));
    QTest::qWait(50);
    QVERIFY(bench.signIns.http.sent.empty() && bench.kept().isEmpty());
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QVERIFY(bench.signIns.http.sent.empty() && bench.kept().isEmpty() && bench.trashed().isEmpty());
}

void TestEnrolPush::the_card_says_whose_code_it_is_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QStringList>("facts");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *name, const QByteArray &link, const QStringList &facts, const QString &note = {}) {
        QTest::newRow(name) << link << facts << note;
    };
    row("usual", linkWith(),
        {QStringLiteral("Server: pi.example.com"), QStringLiteral("Service: ACME & Söhne"),
         QStringLiteral("Account: alice@users PIPU0000TEST"), QStringLiteral("Serial number: PIPU0000TEST")},
        QStringLiteral("This gives an account a new key"));
    row("another port is another server", linkWith("PIPU0000TEST", {}, "pi.example.com:8443"),
        {QStringLiteral("Server: pi.example.com:8443")}, QStringLiteral("Another server uses the same serial number"));
    row("a long host is whole",
        linkWith("PIPU1", {}, "a-very-long-name-of-a-server.in-a-very-long-department.university.example"),
        {QStringLiteral("Server: a-very-long-name-of-a-server.in-a-very-long-department.university.example")});
    row("a host in other letters is shown as DNS sees it", linkWith("PIPU1", {}, "xn--pple-43d.com"),
        {QStringLiteral("Server: xn--pple-43d.com")});
    row("letters that do something",
        linkWith("PIPU1", "&issuer=x")
            .replace("issuer=ACME%20%26%20S%C3%B6hne", "issuer=A%E2%80%AEB")
            .replace("&issuer=x", ""),
        {QStringLiteral("Service: A") + outsideTextMark + QStringLiteral("B")});
    row("without words", linkWith("PIPU1").replace("issuer=ACME%20%26%20S%C3%B6hne&", ""),
        {QStringLiteral("Serial number: PIPU1")});
    row("this computer itself", linkWith("PIPU1").replace("https%3A//pi.example.com", "http%3A//127.0.0.1%3A8080"),
        {QStringLiteral("Server: 127.0.0.1:8080"),
         QStringLiteral("Connection: Not encrypted; the server is this computer itself")});
}

void TestEnrolPush::the_card_says_whose_code_it_is()
{
    QFETCH(QByteArray, link);
    QFETCH(QStringList, facts);
    QFETCH(QString, note);
    Bench bench;
    QVERIFY(bench.keep(enrolledBefore()));
    bench.scan(link);
    QTRY_VERIFY(named<QPushButton>(QStringLiteral("Set it up")));
    for (const QString &fact : facts)
        QVERIFY2(named(fact), qPrintable(fact));
    for (const char *each : {"This gives an account a new key", "Another server uses the same serial number"})
        QCOMPARE(named(QLatin1String(each)) != nullptr, note == QLatin1String(each));
    QVERIFY(openDialogSays().contains(facts.first().startsWith(QLatin1String("Server")) ? facts.first() : QString()));
}

void TestEnrolPush::is_enrolled_and_tested()
{
    Bench bench;
    bench.scan(linkWith());
    QVERIFY(bench.agree());
    QCOMPARE(bench.kept().size(), 1);
    QCOMPARE(bench.kept().first().state, PushState::Enrolling);
    QCOMPARE(bench.signIns.http.sent.front().trust, ServerTrust());
    QVERIFY(named(withHost("Give its public part to %1: being done")));
    QVERIFY(named(QStringLiteral("Save it with your accounts: done")));
    bench.answerWell();
    QTRY_VERIFY(openDialogSays().startsWith(QStringLiteral("Ask the service for a test: it will appear here")));
    QVERIFY(named(withHost("Asking %1 for the first time…")));
    QVERIFY(bench.answerPoll());
    QTRY_VERIFY(named(withHost("%1 knows this computer now")));
    QCOMPARE(bench.kept().first().state, PushState::Ready);
    // The test comes, is answered elsewhere in the program, and the server confirms it.
    QVERIFY(press(QStringLiteral("Check now")));
    const accounts::AccountId id = bench.kept().first().id;
    const QJsonArray challenges = test::pushVectors().value(QStringLiteral("poll_response_value")).toArray();
    QVERIFY(bench.answerPoll(HttpAnswer{200, test::enveloped(QJsonArray{challenges.first()}), {}}));
    QTRY_COMPARE(bench.signIns.service.requests().size(), 1);
    QTRY_VERIFY(named(QStringLiteral("The test is here")));
    const QString nonce = bench.signIns.service.requests().first().nonce();
    QVERIFY(bench.signIns.service.answer(id, nonce, {push::Choice::Approve, {}, {}}));
    QVERIFY(bench.isAsked(2));               // which is the answer's form
    QVERIFY(!named(QStringLiteral("Done"))); // not before the server has said so
    bench.answerForm(HttpAnswer{200, test::enveloped(true), {}});
    QTRY_VERIFY(openDialogSays().startsWith(QStringLiteral("Notification approved")));
    QVERIFY(says(withHost("%1 has confirmed it.")));
    QTRY_COMPARE(QApplication::focusWidget(), named<QPushButton>(QStringLiteral("Done")));
    QVERIFY(press(QStringLiteral("Done")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QCOMPARE(bench.kept().size(), 1);
}

void TestEnrolPush::the_test_may_be_skipped_denied_or_late()
{
    Bench bench;
    bench.scan(linkWith());
    QVERIFY(bench.agree());
    bench.answerWell();
    QTRY_VERIFY(named(QStringLiteral("Skip the test")));
    // The server is not there any more: said, with a way to ask again.
    QVERIFY(bench.answerPoll(std::unexpected(HttpFailure{HttpTrouble::NoConnection, {}, {}})));
    QTRY_VERIFY(named(withHost("%1 cannot be reached.")));
    QVERIFY(named<QPushButton>(QStringLiteral("Check now")));
    // What is still said makes room for another link.
    bench.openLink(accountLink);
    QTRY_VERIFY(named(QStringLiteral("Copy code")));
    QVERIFY(!named(QStringLiteral("Skip the test")));
    bench.flow.close();
    QCOMPARE(bench.kept().size(), 1);
    QCOMPARE(bench.kept().first().state, PushState::Unproven);
}

void TestEnrolPush::what_the_code_cannot_do_is_said_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &link, const QString &words) {
        QTest::newRow(name) << link << words;
    };
    row("http", linkWith().replace("https%3A", "http%3A"), QStringLiteral("an address that is not safe to talk to"));
    row("no credential", linkWith().replace("enrollment_credential", "x"), QStringLiteral("The QR code is incomplete"));
    row("a newer kind", linkWith().replace("&v=1", "&v=2"), QStringLiteral("of a newer kind"));
    row("a serial that would sign something else", linkWith("PI%7CPU"),
        QStringLiteral("a serial number that cannot be signed safely"));
    row("another program’s", "my-secure://enroll?token=e30", QStringLiteral("This code is for approving sign-ins"));
}

void TestEnrolPush::what_the_code_cannot_do_is_said()
{
    QFETCH(QByteArray, link);
    QFETCH(QString, words);
    Bench bench;
    bench.scan(link);
    QTRY_VERIFY2(openDialogSays().contains(words), qPrintable(openDialogSays()));
    QVERIFY(!named(QStringLiteral("Set it up")));
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QVERIFY(bench.kept().isEmpty() && bench.signIns.http.sent.empty());
}

void TestEnrolPush::a_lock_that_is_asked_for_takes_a_password_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<accounts::PushLock>("lock");
    QTest::newRow("pin") << QByteArray("&pin=True") << accounts::PushLock::Any;
    QTest::newRow("app_force_unlock") << QByteArray("&app_force_unlock=biometric") << accounts::PushLock::Biometric;
}

// The keychain has none to give: said, and with the switch it goes on with the same code.
void TestEnrolPush::a_lock_that_is_asked_for_takes_a_password()
{
    QFETCH(QByteArray, parameter);
    Bench bench;
    QSignalSpy wanted(&bench.flow, &AddAccount::usePasswordRequested);
    const QString words = withHost("%1 wants Watchword to ask for a password before each approval.");
    bench.scan(linkWith("PIPU1", parameter));
    QTRY_VERIFY2(openDialogSays().contains(words), qPrintable(openDialogSays()));
    QVERIFY(!named(QStringLiteral("Set it up")));
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QVERIFY(wanted.isEmpty() && bench.kept().isEmpty());

    bench.scan(linkWith("PIPU1", parameter));
    QTRY_VERIFY(named<QPushButton>(QStringLiteral("Use a password…")));
    QVERIFY(press(QStringLiteral("Use a password…")));
    QCOMPARE(wanted.size(), 1);
    QVERIFY(openDialogSays().contains(words)); // should the person think better of it
    const auto given = bench.process.wait<Result<void>>([&](QObject *context, auto handler) {
        bench.process.vault->setPassword(SecretBytes::copyOf(bytesOf(QByteArrayView("word"))), context,
                                         std::move(handler));
    });
    QVERIFY(given);
    QTRY_VERIFY(named<QPushButton>(QStringLiteral("Set it up")));
    QVERIFY(says(QStringLiteral("Your password before each approval")));
    QVERIFY(bench.signIns.http.sent.empty());
    QVERIFY(bench.agree());
    bench.answerWell("PIPU1");
    QTRY_VERIFY(named(QStringLiteral("Skip the test")));
    QTEST(bench.kept().first().lock, "lock");
    bench.flow.close();

    bench.scan(linkWith("PIPU2", parameter)); // from then on nothing is in its way
    QTRY_VERIFY(named<QPushButton>(QStringLiteral("Set it up")));
}

void TestEnrolPush::what_gets_in_the_way_is_said_and_tried_again_data()
{
    using Troubles = QList<std::pair<HttpTrouble, const char *>>;
    QTest::addColumn<Troubles>("troubles");
    QTest::addColumn<bool>("mayBeHeard");
    QTest::newRow("nothing is sent")
        << Troubles{{HttpTrouble::NoConnection, "%1 cannot be reached."},
                    {HttpTrouble::ProxyFailed, "The proxy that your system names does not answer."},
                    {HttpTrouble::OtherHostName, "The certificate that was shown is not one of %1"},
                    {HttpTrouble::ExpiredCertificate, "The certificate of %1 has expired or is not valid yet"},
                    {HttpTrouble::NoEncryption, "No encrypted connection to %1 could be made"}}
        << false;
    QTest::newRow("the server may have heard it")
        << Troubles{{HttpTrouble::TooLarge, "%1 answered with far more than an answer has"},
                    {HttpTrouble::NoAnswer, "%1 did not answer."}}
        << true;
}

void TestEnrolPush::what_gets_in_the_way_is_said_and_tried_again()
{
    using Troubles = QList<std::pair<HttpTrouble, const char *>>;
    QFETCH(Troubles, troubles);
    QFETCH(bool, mayBeHeard);
    Bench bench;
    bench.scan(linkWith());
    QVERIFY(bench.agree());
    const QByteArray first = *bench.signIns.http.sent.front().form;
    std::size_t tries = 1;
    for (const auto &[trouble, words] : troubles) {
        bench.fail(trouble);
        QTRY_VERIFY2(openDialogSays().contains(withHost(words)), qPrintable(openDialogSays()));
        QVERIFY(openDialogSays().contains(QStringLiteral("The QR code is good until about ")));
        // Nothing that would let an untrusted one pass.
        for (const char *way : {"Open the authority’s certificate…", "It is the same: trust this key"})
            QVERIFY(!named(QString::fromUtf8(way)));
        QVERIFY(press(QStringLiteral("Try again")));
        QVERIFY(bench.isAsked(++tries));
        QCOMPARE(*bench.signIns.http.sent.back().form, first); // the same key
    }
    bench.fail(troubles.first().first);
    QTRY_VERIFY(openDialogSays().contains(withHost(troubles.first().second)));
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QVERIFY(bench.process.settles());
    // A key that the server may know is kept, for whoever has to sort that out; any other is of no use.
    QCOMPARE(bench.kept().size(), mayBeHeard ? 1 : 0);
    QCOMPARE(bench.trashed().size(), mayBeHeard ? 0 : 1);
}

void TestEnrolPush::a_code_that_is_over_or_used_up_is_scanned_anew()
{
    Bench bench;
    bench.scan(linkWith());
    QVERIFY(bench.agree());
    bench.fail(HttpTrouble::NoConnection);
    QTRY_VERIFY(named(QStringLiteral("Try again")));
    bench.process.clock.seconds += 601;
    QVERIFY(press(QStringLiteral("Try again")));
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("The QR code’s time is over.")));
    QVERIFY(!named(QStringLiteral("Try again")) && named(QStringLiteral("Scan again")));
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_COMPARE(bench.trashed().size(), 1);
    bench.scan(linkWith());
    QVERIFY(bench.agree(2));
    bench.answerForm(HttpAnswer{
        404,
        R"({"result":{"status":false,"error":{"code":601,"message":"No token with this serial number in the rollout state 'clientwait'."}}})",
        {}});
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("The QR code was used before, or withdrawn.")));
    QVERIFY(named(QStringLiteral("Scan again")));
    QVERIFY(!says(QStringLiteral("clientwait"))); // the server's words
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_COMPARE(bench.trashed().size(), 2);
}

void TestEnrolPush::a_key_that_was_shown_is_pinned()
{
    Bench bench;
    bench.signIns.http.facts["shown"] = certificate("pi.example.com");
    bench.scan(linkWith("PIPU0000TEST", "&x=1").replace("sslverify=1", "sslverify=0"));
    QVERIFY(bench.agree());
    QCOMPARE(bench.signIns.http.sent.front().trust, ServerTrust()); // what the code says is no reason
    bench.fail(HttpTrouble::UntrustedServer, "shown");
    QTRY_VERIFY(openDialogSays().startsWith(withHost("Is this really the certificate of %1?")));
    QVERIFY(named(QStringLiteral(
        "Fingerprint (SHA-256): 0011 2233 4455 6677 8899 AABB CCDD EEFF ABAB ABAB ABAB ABAB ABAB ABAB ABAB ABAB")));
    QVERIFY(named(QStringLiteral("Name: pi.example.com")));
    QVERIFY(named(QStringLiteral("Issued by: Nobody ") + outsideTextMark + QStringLiteral(" knows")));
    // Whoever only presses Enter trusts nobody.
    QVERIFY(QApplication::focusWidget() != named(QStringLiteral("It is the same: trust this key")));
    QVERIFY(press(QStringLiteral("It is the same: trust this key")));
    QVERIFY(bench.isAsked(2));
    QCOMPARE(bench.signIns.http.sent.back().trust, (ServerTrust{ServerTrust::Kind::Key, QByteArray(32, 'k')}));
    // Another key afterwards: no way round it.
    bench.fail(HttpTrouble::ChangedKey, "shown");
    QTRY_VERIFY(openDialogSays().contains(withHost("%1 shows another key than the one that you confirmed")));
    QVERIFY(!named(QStringLiteral("Try again")) && !named(QStringLiteral("It is the same: trust this key")));
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_COMPARE(bench.trashed().size(), 1);
    // A code that wants its server's certificate to be checked never pins what is shown.
    bench.scan(linkWith());
    QVERIFY(bench.agree(3));
    bench.fail(HttpTrouble::UntrustedServer, "shown");
    QTRY_VERIFY(openDialogSays().startsWith(withHost("The certificate of %1 is not from an authority")));
    QVERIFY(!named(QStringLiteral("It is the same: trust this key")));
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestEnrolPush::an_authority_of_its_own_is_trusted_for_this_server()
{
    Bench bench;
    bench.signIns.http.facts["authority"] = certificate("Authority of ACME");
    bench.scan(linkWith());
    QVERIFY(bench.agree());
    const auto chooses = [&](const QByteArray &content) {
        return press(QStringLiteral("Open the authority’s certificate…"))
            && chooseFile(writeFile(bench.folder.path(), content));
    };
    bench.fail(HttpTrouble::UntrustedServer);
    QTRY_VERIFY(named(QStringLiteral("Open the authority’s certificate…")));
    QVERIFY(chooses("no certificate"));
    QTRY_VERIFY(openDialogSays().contains(QStringLiteral("There is no certificate in this file.")));
    QVERIFY(press(QStringLiteral("Choose another file")));
    QVERIFY(chooseFile(bench.folder.path() + QStringLiteral("/nothing")));
    QTRY_VERIFY(named(QStringLiteral("Choose another file")));
    QVERIFY(press(QStringLiteral("Choose another file")));
    // Back from the files is back to the question.
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()));
    qobject_cast<QFileDialog *>(QApplication::activeModalWidget())->reject();
    QTRY_VERIFY(named(QStringLiteral("Open the authority’s certificate…")));
    QVERIFY(chooses("authority"));
    QTRY_VERIFY(openDialogSays().startsWith(withHost("Trust this authority for %1?")));
    QVERIFY(named(QStringLiteral("Name: Authority of ACME")));
    QCOMPARE(bench.enrolments(), std::size_t{1});
    QVERIFY(press(QStringLiteral("Trust it for this server")));
    QVERIFY(bench.isAsked(2));
    QCOMPARE(bench.signIns.http.sent.back().trust,
             (ServerTrust{ServerTrust::Kind::Authority, "DER of Authority of ACME"}));
    bench.answerWell();
    QTRY_VERIFY(named(QStringLiteral("Skip the test")));
    QCOMPARE(bench.kept().first().trust.kind, ServerTrust::Kind::Authority);
    QVERIFY(press(QStringLiteral("Skip the test")));
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestEnrolPush::a_keychain_that_stays_locked_costs_nothing()
{
    Bench bench;
    bench.scan(linkWith());
    QVERIFY(named(QStringLiteral("Set it up")));
    bench.process.store.script(Call::Write, 1, Behaviour::Fail, {ErrorCode::KeychainLocked, {}});
    QVERIFY(press(QStringLiteral("Set it up")));
    QTRY_VERIFY_WITH_TIMEOUT(
        openDialogSays().contains(QStringLiteral("The account could not be saved, so the service was not told of it.")),
        patience);
    QVERIFY(bench.signIns.http.sent.empty());
    QVERIFY(press(QStringLiteral("Try again")));
    QVERIFY(bench.isAsked(1));
    // Locked again, after the server has done its part: nothing is asked of the server twice.
    bench.process.store.forgetScripts();
    bench.process.store.script(Call::Write, 1, Behaviour::Fail, {ErrorCode::KeychainLocked, {}});
    bench.answerWell();
    QTRY_VERIFY(
        openDialogSays().contains(withHost("%1 has taken this computer’s key, and its answer could not be saved.")));
    bench.process.clock.seconds += 86'400;
    QVERIFY(press(QStringLiteral("Try again")));
    QTRY_VERIFY(named(QStringLiteral("Skip the test")));
    QCOMPARE(bench.enrolments(), std::size_t{1});
    QCOMPARE(bench.kept().size(), 1);
    QCOMPARE(bench.kept().first().state, PushState::Unproven);
    QVERIFY(press(QStringLiteral("Skip the test")));
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestEnrolPush::stopping_leaves_nothing_that_nobody_knows()
{
    Bench bench;
    QSignalSpy said(&bench.flow, &AddAccount::said);
    bench.scan(linkWith());
    QVERIFY(press(QStringLiteral("Set it up")));
    QTRY_VERIFY(named(QStringLiteral("Make a new key of 4096 bits: being done")));
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QCOMPARE(said.takeLast().first().toString(), QStringLiteral("Stopped. Nothing was sent."));
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(20);
    QVERIFY(bench.kept().isEmpty() && bench.signIns.http.sent.empty());
    // When the server may have heard it, the key is kept.
    bench.scan(linkWith());
    QVERIFY(bench.agree());
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QVERIFY(said.takeLast().first().toString().contains(QStringLiteral("may have heard of it")));
    QVERIFY(bench.process.settles());
    QCOMPARE(bench.kept().size(), 1);
    // Scanned once more, what is left of it is said.
    bench.scan(linkWith());
    QTRY_VERIFY(named(QStringLiteral("An earlier try was not finished")));
    bench.flow.close();
    QCOMPARE(bench.kept().size(), 1);
}

void TestEnrolPush::a_known_serial_gets_a_new_key()
{
    Bench bench;
    QVERIFY(bench.keep(enrolledBefore()));
    const accounts::AccountId old = bench.kept().first().id;
    bench.scan(linkWith());
    QTRY_VERIFY(named(QStringLiteral("This gives an account a new key")));
    QVERIFY(bench.agree());
    bench.answerWell();
    QTRY_VERIFY(named(QStringLiteral("Skip the test")));
    QCOMPARE(bench.kept().size(), 2); // until the new one has proved itself
    // Both are of one server, which is asked for one after the other.
    QVERIFY(bench.answerPoll());
    QVERIFY(bench.answerPoll());
    QTRY_COMPARE(bench.trashed().size(), 1);
    QCOMPARE(bench.trashed().first().id, old);
    QTRY_VERIFY(says(QStringLiteral("The old key is in the trash.")));
    QVERIFY(press(QStringLiteral("Skip the test")));
    QTRY_VERIFY(!bench.flow.isOpen());
}

void TestEnrolPush::one_of_several_codes_is_chosen_in_the_list()
{
    Bench bench;
    QMimeData data;
    data.setText(QLatin1String(accountLink) + QLatin1Char('\n') + QString::fromLatin1(linkWith("PIPU1"))
                 + QLatin1Char('\n') + QString::fromLatin1(linkWith("PIPU2", {}, "other.example.com")));
    bench.flow.openMime(&data);
    QTRY_VERIFY(named(QStringLiteral("Add 3 accounts")));
    QVERIFY(says(QStringLiteral("Sign-ins to approve · pi.example.com")));
    QVERIFY(press(QStringLiteral("Add 3 accounts")));
    // The account for codes is saved at once, each of the others asks first.
    QTRY_COMPARE(bench.saved(), 1);
    QTRY_VERIFY(named(QStringLiteral("Server: pi.example.com")));
    QVERIFY(bench.kept().isEmpty());
    QVERIFY(press(QStringLiteral("Cancel")));
    QTRY_VERIFY(named(QStringLiteral("Server: other.example.com")));
    QVERIFY(bench.agree());
    bench.answerWell("PIPU2");
    QTRY_VERIFY(named(QStringLiteral("Skip the test")));
    QVERIFY(press(QStringLiteral("Skip the test")));
    QTRY_VERIFY(!bench.flow.isOpen());
    QCOMPARE(bench.kept().size(), 1);
    QCOMPARE(bench.kept().first().serial, QStringLiteral("PIPU2"));
}

void TestEnrolPush::a_second_link_is_counted_while_one_is_being_set_up()
{
    Bench bench;
    bench.scan(linkWith());
    bench.openLink(accountLink);
    QTRY_VERIFY(says(QStringLiteral("1 more links came in meanwhile.")) || says(QStringLiteral("came in meanwhile")));
    QVERIFY(!named(QStringLiteral("Copy code")));
    QVERIFY(named(QStringLiteral("Set it up")));
    bench.flow.close();
    QTRY_VERIFY(!bench.flow.isOpen());
    QVERIFY(bench.kept().isEmpty());
}

QTEST_MAIN(TestEnrolPush)
#include "tst_enrol_push.moc"
