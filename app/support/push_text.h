// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/error_text.h"
#include "core/push/push_service.h"

namespace watchword::app {

/// What was being done with a server when something went wrong: some of the words differ.
enum class PushMoment { Enrolling, Polling, Answering };

/// The words for what went wrong with a server. `host` is the server's own (pushHost(), or ServerAddress::toString() of an
/// enrolment). No text of a server is in them. Plain text.
ErrorText pushErrorText(const push::Failure &failure, PushMoment moment, const QString &host);

/// Host of the enrolled server, with its port when that is not the usual one; as it stands in the address. May be shown.
QString pushHost(const accounts::PushAccount &account);
/// What an account is called where there is room for one name: its service, else its host. May be shown.
QString pushTitle(const accounts::PushAccount &account);
/// Who signs in with it: the name, else the serial. May be shown.
QString pushName(const accounts::PushAccount &account);
/// "ACME, alice": for notifications and lists. May be shown.
QString pushTitleAndName(const accounts::PushAccount &account);

/// UNIX milliseconds at which a request ends, about.
qint64 endOf(const push::Request &request);
/// "About 42 seconds left". Servers do not say how long they wait, hence "about".
QString timeLeftText(qint64 milliseconds);
/// "18 seconds ago".
QString agoText(qint64 milliseconds);
/// "14:02", by the person's language; with the day when it was not on the day of `now`. Both UNIX seconds.
QString momentText(qint64 seconds, qint64 now);

/// A request's state in words: a title without a full stop, and whole sentences below it (may be empty). `now` is UNIX
/// milliseconds. Plain text.
struct RequestText {
    QString title;
    QString sentence;
};
RequestText requestText(const push::Request &request, const accounts::PushAccount &account, qint64 now);
/// The same state in a word or three, for a list: "Waiting", "Approved".
QString stateText(push::RequestState state);
/// How a request ended, for the history: the words of stateText().
QString endingText(push::Ending ending);

/// What is under the name in an account's row: what is wrong with its server, that it is being asked, or "Last contact
/// 14:02". One line without a full stop, or a sentence when something is wrong.
QString statusText(const accounts::PushAccount &account, const push::PushStatus &status, qint64 nowSeconds);
/// "The clock of pi.example is 2 minutes ahead of this computer's …"; empty when there is nothing to be said.
QString clockOffsetText(const accounts::PushAccount &account, const push::PushStatus &status);
/// "Quiet until 14:22, after two denials". `until` is UNIX milliseconds; empty for 0.
QString mutedText(qint64 until, qint64 now);
/// That pop-ups are muted from now on, and what that means: said once, when it begins. Whole sentences.
QString mutingText(const accounts::PushAccount &account, qint64 until, qint64 now);
/// "3 sign-ins waiting".
QString waitingText(int number);
/// That challenges were refused which no server had signed; empty for 0.
QString refusedText(qint64 number);
/// A day in full, in the person's own way.
QString dayText(qint64 seconds);
/// A SHA-256 to be compared by eye: capital hexadecimal digits in groups of four.
QString fingerprintText(const QByteArray &sha256);

} // namespace watchword::app
