// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/push_text.h"

#include "app/support/outside_text.h"
#include "core/push/server_address.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace watchword::app {

namespace {

using push::Ending;
using push::RequestState;
using push::Trouble;

/// The context of these sentences in the translations.
struct PushWords {
    Q_DECLARE_TR_FUNCTIONS(PushText)

public:
    static ErrorText ofTrouble(const push::Failure &failure, PushMoment moment, const QString &host);
    static ErrorText ofOtherServer(const push::Failure &failure, const QString &host);
    static ErrorText unknownAccount(PushMoment moment, const QString &host);
    static ErrorText serverFailed(PushMoment moment, const QString &host);
    static ErrorText serverRefused(const push::Failure &failure, PushMoment moment, const QString &host);
    static ErrorText untrusted(PushMoment moment, const QString &host);
    static ErrorText notSaved(PushMoment moment);
    static QString afterwards(PushMoment moment);
    static QString newCode() { return tr("Have the service show a new QR code and scan that."); }
    static QString signInAgain()
    {
        return tr("Nothing is sent again. If you are still signing in, start the sign-in once more.");
    }
    static QString askDesk(const QString &host) { return tr("If it stays so, tell the IT desk for %1.").arg(host); }
};

/// What happens next by itself, or may be tried.
QString PushWords::afterwards(PushMoment moment)
{
    switch (moment) {
    case PushMoment::Enrolling: return tr("Then try again; the QR code was not used up.");
    case PushMoment::Polling: return tr("Watchword goes on asking by itself.");
    case PushMoment::Answering: return tr("Then try again.");
    }
    return {};
}

ErrorText PushWords::notSaved(PushMoment moment)
{
    const QString keychain = tr("See that your keychain is unlocked and the disk is not full, then try again.");
    switch (moment) {
    case PushMoment::Enrolling:
        return {tr("The account could not be saved, so the service was not told of it."), keychain};
    case PushMoment::Polling: return {tr("What was found out could not be saved."), keychain};
    case PushMoment::Answering: return {tr("Your answer could not be saved, so it was not sent."), keychain};
    }
    return {};
}

/// Its key is refused, or its serial. The server does not always tell one from the other.
ErrorText PushWords::unknownAccount(PushMoment moment, const QString &host)
{
    if (moment == PushMoment::Enrolling)
        return {tr("%1 did not accept this computer’s signature.").arg(host), newCode()};
    return {
        tr("%1 does not know this account, or knows it with another key.").arg(host),
        tr("Perhaps it was deleted there, or set up on another device. Nothing was removed here; set it up again if "
           "you still need it.")};
}

ErrorText PushWords::serverFailed(PushMoment moment, const QString &host)
{
    const QString sentence = tr("%1 has a fault of its own at the moment.").arg(host);
    switch (moment) {
    case PushMoment::Enrolling: return {sentence, tr("Try again in a minute.") + QLatin1Char(' ') + askDesk(host)};
    case PushMoment::Polling: return {sentence, afterwards(moment) + QLatin1Char(' ') + askDesk(host)};
    case PushMoment::Answering: return {sentence, signInAgain()};
    }
    return {};
}

ErrorText PushWords::serverRefused(const push::Failure &failure, PushMoment moment, const QString &host)
{
    // Numbers of ours and of the protocol, never the server's words.
    const QString sentence = failure.detail.isEmpty()
        ? tr("%1 answered with an error.").arg(host)
        : tr("%1 answered with the error %2.").arg(host, outsideTextInSentence(failure.detail, 20));
    switch (moment) {
    case PushMoment::Enrolling: return {sentence, newCode() + QLatin1Char(' ') + askDesk(host)};
    case PushMoment::Polling: return {sentence, afterwards(moment) + QLatin1Char(' ') + askDesk(host)};
    case PushMoment::Answering: return {sentence, signInAgain()};
    }
    return {};
}

ErrorText PushWords::untrusted(PushMoment moment, const QString &host)
{
    const QString sentence =
        tr("The certificate of %1 is not from an authority that this computer trusts, so nothing was sent.").arg(host);
    if (moment == PushMoment::Enrolling)
        return {
            sentence,
            tr("Many institutions have an authority of their own: ask the IT desk for its certificate as a file, and "
               "choose that.")};
    return {sentence,
            tr("Perhaps the network wants you to sign in first: open any web page. If it does not, ask the IT desk "
               "whether the certificate was changed.")};
}

ErrorText PushWords::ofOtherServer(const push::Failure &failure, const QString &host)
{
    return {failure.detail.isEmpty() ? tr("The request wants its answer sent to another server than %1.").arg(host)
                                     : tr("The request wants its answer sent to %1, but the account belongs to %2.")
                                           .arg(outsideTextInSentence(failure.detail), host),
            tr("It cannot be answered. Tell the IT desk for %1 of it.").arg(host)};
}

// One case a trouble and no default: a new one without words does not compile. Longer than functions are here, but a list.
ErrorText PushWords::ofTrouble(const push::Failure &failure, PushMoment moment, const QString &host)
{
    switch (failure.trouble) {
    case Trouble::Internal:
        return {tr("Watchword made a mistake of its own; nothing was sent."),
                tr("Please try again, and report it when it happens again.")};
    case Trouble::NotSaved: return notSaved(moment);
    case Trouble::Stopped: return {tr("You stopped it."), tr("Start again whenever you like.")};
    // the QR code
    case Trouble::NoEnrolment:
        return {tr("That does not set up approving of sign-ins."),
                tr("Show the QR code of the service once more and scan it.")};
    case Trouble::UnknownVersion:
        return {tr("The QR code is of a newer kind than this Watchword understands."),
                tr("Install a newer Watchword, or choose another method at the service.")};
    case Trouble::IncompleteLink: return {tr("The QR code is incomplete or contradicts itself."), newCode()};
    case Trouble::UnusableAddress:
        return {tr("The QR code names an address that is not safe to talk to."),
                tr("Only addresses that begin with https:// are. Ask the service’s IT desk for a new QR code.")};
    case Trouble::UnusableSerial:
        return {tr("The QR code gives the account a serial number that cannot be signed safely."),
                tr("Ask the service’s IT desk for a new QR code.")};
    case Trouble::LockNeeded:
        return {
            tr("%1 wants Watchword to ask for a password before each approval.").arg(host),
            tr("Your accounts are in the keychain, which opens with your session and asks for none. Give them a password "
               "of their own, and this goes on with the same QR code. Nothing was sent yet.")};
    case Trouble::Expired:
        return moment == PushMoment::Answering ? ErrorText{tr("The request’s time is over."), signInAgain()}
                                               : ErrorText{tr("The QR code’s time is over."), newCode()};
    // a challenge
    case Trouble::BadChallenge:
        return {tr("A request came that %1 had not signed.").arg(host),
                tr("It is not shown, and nothing was sent. If it happens often, tell the IT desk.")};
    case Trouble::OtherServer: return ofOtherServer(failure, host);
    case Trouble::NotOffered:
        return {
            tr("That is not among the choices that were sent."),
            tr("Look once more at the page where you sign in. If the next one is wrong too, the sign-in is denied.")};
    // what the server said
    case Trouble::NotAServer:
        return {tr("What answers at %1 is not a server for sign-in requests.").arg(host),
                tr("Perhaps the network wants you to sign in first: open any web page.") + QLatin1Char(' ')
                    + (moment == PushMoment::Answering ? signInAgain() : afterwards(moment))};
    case Trouble::CodeUsed:
        return moment == PushMoment::Enrolling ? ErrorText{tr("The QR code was used before, or withdrawn."), newCode()}
                                               : unknownAccount(moment, host);
    case Trouble::CodeRefused: return {tr("%1 did not accept the QR code.").arg(host), newCode()};
    case Trouble::SignatureRefused: return unknownAccount(moment, host);
    case Trouble::ClockOff:
        return {tr("The clocks of this computer and of %1 differ by more than a minute.").arg(host),
                tr("Have the desktop’s settings set date and time automatically.") + QLatin1Char(' ') + askDesk(host)};
    case Trouble::PollingNotAllowed:
        return {tr("%1 does not let programs ask whether a sign-in waits.").arg(host),
                tr("Ask its IT desk to allow polling for your account.")};
    case Trouble::ServerFailed: return serverFailed(moment, host);
    case Trouble::ServerRefused: return serverRefused(failure, moment, host);
    case Trouble::UnusableServerKey:
        return {tr("%1 sent a key that is too weak, or of a kind that Watchword does not know.").arg(host),
                tr("Tell its IT desk; the account cannot be used.")};
    // on the way to it
    case Trouble::NoConnection:
        return {tr("%1 cannot be reached.").arg(host),
                tr("See that the network is connected, and the VPN if the service needs one.") + QLatin1Char(' ')
                    + afterwards(moment)};
    case Trouble::NoAnswer:
        return {tr("%1 did not answer.").arg(host),
                moment == PushMoment::Polling ? afterwards(moment) : tr("Try again in a moment.")};
    case Trouble::TooLarge:
        return {tr("%1 answered with far more than an answer has, and the rest was not read.").arg(host),
                askDesk(host)};
    case Trouble::Redirected:
        return {tr("%1 sends Watchword on to another address, where it does not go.").arg(host),
                tr("Perhaps the network wants you to sign in first: open any web page.") + QLatin1Char(' ')
                    + askDesk(host)};
    case Trouble::ProxyWantsLogin:
        return {tr("The network’s proxy wants a user name and password, so nothing reached %1.").arg(host),
                tr("Ask the IT desk for a way to %1 without signing in to the proxy.").arg(host)};
    case Trouble::ProxyFailed:
        return {tr("The proxy that your system names does not answer."),
                tr("Look at the proxy in the network settings.") + QLatin1Char(' ') + afterwards(moment)};
    case Trouble::UntrustedServer: return untrusted(moment, host);
    case Trouble::OtherHostName:
        return {tr("The certificate that was shown is not one of %1, so nothing was sent.").arg(host),
                tr("Perhaps the network wants you to sign in first: open any web page.") + QLatin1Char(' ')
                    + askDesk(host)};
    case Trouble::ExpiredCertificate:
        return {tr("The certificate of %1 has expired or is not valid yet, so nothing was sent.").arg(host),
                tr("See that this computer’s date is right; if it is, tell the IT desk.")};
    case Trouble::ChangedKey:
        return {
            tr("%1 shows another key than the one that you confirmed, so nothing was sent.").arg(host),
            tr("Somebody may stand between you and the server. Ask the IT desk whether the certificate was changed, "
               "and only then set the account up again.")};
    case Trouble::NoEncryption:
        return {tr("No encrypted connection to %1 could be made, so nothing was sent.").arg(host),
                tr("Try another network.") + QLatin1Char(' ') + askDesk(host)};
    }
    return {};
}

/// A length of time in the largest unit that says it well.
QString lengthText(qint64 seconds)
{
    if (seconds < 100)
        return PushWords::tr("%n second(s)", nullptr, int(seconds));
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 100)
        return PushWords::tr("%n minute(s)", nullptr, int(minutes));
    return PushWords::tr("%n hour(s)", nullptr, int((minutes + 30) / 60));
}

} // namespace

ErrorText pushErrorText(const push::Failure &failure, PushMoment moment, const QString &host)
{
    return PushWords::ofTrouble(failure, moment, outsideTextInSentence(host));
}

QString pushHost(const accounts::PushAccount &account)
{
    const auto address = push::addressOf(account.url);
    return address ? address->toString() : QString();
}

QString pushTitle(const accounts::PushAccount &account)
{
    const QString issuer = outsideText(account.issuer.trimmed());
    return issuer.isEmpty() ? pushHost(account) : issuer;
}

QString pushName(const accounts::PushAccount &account)
{
    const QString name = outsideText(account.name.trimmed());
    return name.isEmpty() ? outsideText(account.serial) : name;
}

QString pushTitleAndName(const accounts::PushAccount &account)
{
    return PushWords::tr("%1, %2").arg(outsideTextInSentence(pushTitle(account)),
                                       outsideTextInSentence(pushName(account)));
}

qint64 endOf(const push::Request &request)
{
    return request.firstSeen + push::PushInbox::validity;
}

QString timeLeftText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, (milliseconds + 999) / 1000);
    return PushWords::tr("About %n second(s) left", nullptr, int(seconds));
}

QString agoText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds / 1000);
    return seconds == 0 ? PushWords::tr("just now") : PushWords::tr("%1 ago").arg(lengthText(seconds));
}

QString momentText(qint64 seconds, qint64 now)
{
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds);
    const QLocale locale;
    QString time = locale.toString(moment.time(), QLocale::ShortFormat);
    if (moment.date() == QDateTime::fromSecsSinceEpoch(now).date())
        return time;
    return PushWords::tr("%1, %2").arg(locale.toString(moment.date(), QLocale::ShortFormat), time);
}

RequestText requestText(const push::Request &request, const accounts::PushAccount &account, qint64 now)
{
    const QString host = outsideTextInSentence(pushHost(account));
    const auto failureText = [&] {
        return request.failure ? pushErrorText(*request.failure, PushMoment::Answering, pushHost(account)).whole()
                               : QString();
    };
    const bool isApproval = request.answer.choice == push::Choice::Approve;
    switch (request.state) {
    case RequestState::Open:
        return {PushWords::tr("Are you signing in to %1?").arg(outsideTextInSentence(pushTitle(account))),
                PushWords::tr("Approve only if you started this sign-in yourself, just now.")};
    case RequestState::Sending:
        if (request.isBeingSaved)
            return {PushWords::tr("Saving your answer…"),
                    (isApproval ? PushWords::tr("You approved.") : PushWords::tr("You denied.")) + QLatin1Char(' ')
                        + PushWords::tr("It is sent once it is saved; your keychain may ask for its password first.")};
        return {PushWords::tr("Waiting for %1…").arg(host),
                isApproval ? PushWords::tr("You approved. The sign-in goes on when the server has confirmed it.")
                           : PushWords::tr("You denied. The server is being told.")};
    case RequestState::Unheard:
        return {PushWords::tr("The server may not have heard you"),
                (isApproval ? PushWords::tr("You approved.") : PushWords::tr("You denied.")) + QLatin1Char(' ')
                    + failureText()};
    case RequestState::Approved:
        return {PushWords::tr("Approved"),
                PushWords::tr("%1 confirmed it. You can go back to your browser.").arg(host)};
    case RequestState::Denied: return {PushWords::tr("Denied"), PushWords::tr("%1 confirmed it.").arg(host)};
    case RequestState::NotTaken:
        return {
            PushWords::tr("The server did not take your answer"),
            isApproval && !request.challenge.options.isEmpty()
                ? PushWords::tr(
                      "Perhaps what you typed was wrong, the time was over, or another device had answered. %1 "
                      "does not say which. If you are still signing in, start the sign-in once more.")
                      .arg(host)
                : PushWords::tr("Perhaps the time was over, or another device had answered. %1 does not say which. If "
                                "you are still signing in, start the sign-in once more.")
                      .arg(host)};
    case RequestState::Failed: return {PushWords::tr("The server answered with an error"), failureText()};
    case RequestState::Expired:
        return {PushWords::tr("Expired at %1").arg(momentText(std::min(endOf(request), now) / 1000, now / 1000)),
                request.failure // of an answer that nobody confirmed
                    ? PushWords::tr("%1 may have heard your answer before that, or not: nothing confirmed it. The page "
                                    "where you sign in shows what came of it.")
                          .arg(host)
                    : PushWords::tr("Nothing was approved. If you are still signing in, start the sign-in once more.")};
    case RequestState::AnsweredElsewhere:
        if (request.failure) // of an answer that nobody confirmed
            return {PushWords::tr("The server does not ask any more"),
                    PushWords::tr(
                        "%1 has probably heard your answer after all, or another device has answered. The page where "
                        "you sign in shows what came of it.")
                        .arg(host)};
        return {PushWords::tr("Answered elsewhere"),
                PushWords::tr("%1 does not ask any more: another device has answered, or the sign-in was cancelled.")
                    .arg(host)};
    case RequestState::OtherServer:
        return {
            PushWords::tr("This request wants its answer sent to another server"),
            pushErrorText({Trouble::OtherServer, request.otherHost}, PushMoment::Answering, pushHost(account)).whole()};
    }
    return {};
}

QString stateText(RequestState state)
{
    switch (state) {
    case RequestState::Open: return PushWords::tr("Waiting for your answer");
    case RequestState::Sending: return PushWords::tr("Being sent");
    case RequestState::Unheard: return PushWords::tr("Perhaps not heard");
    case RequestState::Approved: return PushWords::tr("Approved");
    case RequestState::Denied: return PushWords::tr("Denied");
    case RequestState::NotTaken: return PushWords::tr("Not taken by the server");
    case RequestState::Failed: return PushWords::tr("Answered with an error");
    case RequestState::Expired: return PushWords::tr("Expired");
    case RequestState::AnsweredElsewhere: return PushWords::tr("Answered elsewhere");
    case RequestState::OtherServer: return PushWords::tr("Refused: for another server");
    }
    return {};
}

QString endingText(Ending ending)
{
    switch (ending) {
    case Ending::Approved: return stateText(RequestState::Approved);
    case Ending::Denied: return stateText(RequestState::Denied);
    case Ending::NotTaken: return stateText(RequestState::NotTaken);
    case Ending::Expired: return stateText(RequestState::Expired);
    case Ending::AnsweredElsewhere: return stateText(RequestState::AnsweredElsewhere);
    case Ending::OtherServer: return stateText(RequestState::OtherServer);
    }
    return {};
}

QString statusText(const accounts::PushAccount &account, const push::PushStatus &status, qint64 nowSeconds)
{
    if (account.state == accounts::PushState::Enrolling)
        return PushWords::tr("Setting up was not finished");
    if (status.trouble)
        return pushErrorText(*status.trouble, PushMoment::Polling, pushHost(account)).sentence;
    if (status.lastContact != 0)
        return PushWords::tr("Last contact %1").arg(momentText(status.lastContact, nowSeconds));
    return status.isChecking ? PushWords::tr("Asking the server…") : PushWords::tr("No contact yet");
}

QString clockOffsetText(const accounts::PushAccount &account, const push::PushStatus &status)
{
    if (status.clockOffset == 0 || status.trouble) // which may be just that it does not help
        return {};
    const QString host = outsideTextInSentence(pushHost(account)), length = lengthText(std::abs(status.clockOffset));
    return status.clockOffset > 0
        ? PushWords::tr("The clock of %1 is %2 ahead of this computer’s. Sign-in requests work all the same.")
              .arg(host, length)
        : PushWords::tr("The clock of %1 is %2 behind this computer’s. Sign-in requests work all the same.")
              .arg(host, length);
}

QString mutedText(qint64 until, qint64 now)
{
    return until == 0 ? QString()
                      : PushWords::tr("Quiet until %1, after two denials").arg(momentText(until / 1000, now / 1000));
}

QString mutingText(const accounts::PushAccount &account, qint64 until, qint64 now)
{
    return PushWords::tr(
               "You denied twice within ten minutes, so requests of %1 no longer pop up until %2. They are still in "
               "Watchword’s list. If it was not you who signed in, somebody may know your password: change it.")
        .arg(outsideTextInSentence(pushTitle(account)), momentText(until / 1000, now / 1000));
}

QString waitingText(int number)
{
    return PushWords::tr("%n sign-in(s) waiting", nullptr, number);
}

QString refusedText(qint64 number)
{
    return number == 0
        ? QString()
        : PushWords::tr("%n request(s) came without the signature of a server that you set up. Nothing of that "
                        "was shown.",
                        nullptr, int(std::min<qint64>(number, std::numeric_limits<int>::max())));
}

QString dayText(qint64 seconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds).date(), QLocale::LongFormat);
}

QString fingerprintText(const QByteArray &sha256)
{
    const QString digits = QString::fromLatin1(sha256.toHex().toUpper());
    QStringList groups;
    for (qsizetype at = 0; at < digits.size(); at += 4)
        groups << digits.sliced(at, 4);
    return groups.join(QLatin1Char(' '));
}

} // namespace watchword::app
