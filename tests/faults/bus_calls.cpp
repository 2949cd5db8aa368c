// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/steps.h"

// The program's own questions on the message bus, by which it tells a locked keychain from an empty one. An answer that
// comes after a question's time is thrown away by libdbus, so that late is the same as done and never answered.

namespace watchword::faults {

namespace {

// libdbus's types, without its headers.
struct Connection;
struct Message;
struct PendingCall;
using Bool = unsigned;

const char *memberOf(Message *message)
{
    static const auto member = real<const char *(*)(Message *)>("dbus_message_get_member");
    const char *name = member(message);
    return name ? name : "?";
}

/// The same call, which the other side does not know.
void makeUnknown(Message *message)
{
    static const auto setMember = real<Bool (*)(Message *, const char *)>("dbus_message_set_member");
    setMember(message, "NoSuchThing");
}

void makeUnanswered(Message *message)
{
    static const auto setNoReply = real<void (*)(Message *, Bool)>("dbus_message_set_no_reply");
    setNoReply(message, 1);
}

/// Something that nobody answers, in the place of a call. A call that wants no answer does not do: GLib answers a call that
/// it does not know all the same.
Message *newUnanswered()
{
    static const auto newSignal =
        real<Message *(*)(const char *, const char *, const char *)>("dbus_message_new_signal");
    return newSignal("/watchword/faults", "watchword.faults", "Unanswered");
}

void sendCopy(Connection *connection, Message *message)
{
    static const auto copy = real<Message *(*)(const Message *)>("dbus_message_copy");
    static const auto send = real<Bool (*)(Connection *, Message *, unsigned *)>("dbus_connection_send");
    static const auto unref = real<void (*)(Message *)>("dbus_message_unref");
    Message *const second = copy(message);
    makeUnanswered(second);
    send(connection, second, nullptr);
    unref(second);
}

void flush(Connection *connection)
{
    static const auto flushOut = real<void (*)(Connection *)>("dbus_connection_flush");
    flushOut(connection);
}

Bool sendQuestion(Connection *connection, Message *message, PendingCall **pending, int milliseconds)
{
    static const auto next = real<decltype(&sendQuestion)>("dbus_connection_send_with_reply");
    const Fault fault = beginStep(std::string("bus ") + memberOf(message));
    switch (fault) {
    case Fault::DiesBefore: die();
    case Fault::Refused: makeUnknown(message); break;
    case Fault::HangsUndone:
    case Fault::HangsDone:
    case Fault::Late: {
        if (fault != Fault::HangsUndone)
            sendCopy(connection, message);
        dieOfWaiting();
        Message *const unanswered = newUnanswered();
        const Bool sent = next(connection, unanswered, pending, milliseconds);
        static const auto unref = real<void (*)(Message *)>("dbus_message_unref");
        unref(unanswered);
        return sent;
    }
    case Fault::Twice: sendCopy(connection, message); break;
    case Fault::DiesAfter:
        next(connection, message, pending, milliseconds);
        flush(connection);
        die();
    default: break;
    }
    return next(connection, message, pending, milliseconds);
}

} // namespace

} // namespace watchword::faults

WATCHWORD_WRAPPER unsigned dbus_connection_send_with_reply(watchword::faults::Connection *connection,
                                                           watchword::faults::Message *message,
                                                           watchword::faults::PendingCall **pending, int milliseconds)
{
    return watchword::faults::sendQuestion(connection, message, pending, milliseconds);
}
