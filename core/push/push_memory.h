// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/base/error.h"
#include "core/base/handler.h"
#include "core/push/challenge.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

class QObject;

namespace watchword::push {

/// How a request ended, for the local history.
enum class Ending { Approved, Denied, NotTaken, Expired, AnsweredElsewhere, OtherServer };

struct HistoryEntry {
    accounts::AccountId account;
    qint64 time = 0; ///< UNIX seconds
    Ending ending = Ending::Denied;

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// What was chosen for a nonce, once and for ever.
struct Decision {
    QString nonce;
    Answer answer;
    bool isOver = false; ///< the server has answered, whatever it said: nothing is sent any more
    bool isHeld = false; ///< a denial of which nothing has left yet, as the person may still say why

    friend bool operator==(const Decision &, const Decision &) = default;
};

/// What must outlive the program: which requests were answered and how, and the history. Kept by count and never by date, so
/// that no clock can make an answered request look like a new one.
class PushMemory
{
public:
    static constexpr qsizetype mostDecisions = 1000; ///< of an enrolment
    static constexpr qsizetype longestHistory = 1000;

    /// What makes no sense is left out; what a later version has put beside it is carried.
    static PushMemory read(const QByteArray &json);
    QByteArray write() const;

    std::optional<Decision> decision(accounts::AccountId account, const QString &nonce) const;
    /// Notes a decision. The first one for a nonce stands: false for another one. Of a denial that is held the reason may
    /// still be said.
    enum class Leaves { Now, Later };
    bool decide(accounts::AccountId account, const QString &nonce, const Answer &answer, Leaves leaves = Leaves::Now);
    void setOver(accounts::AccountId account, const QString &nonce);
    /// Nothing of a denial has left after all.
    void hold(accounts::AccountId account, const QString &nonce);

    const QList<HistoryEntry> &history() const { return m_history; }
    void addHistory(const HistoryEntry &entry);
    void clearHistory() { m_history.clear(); }
    /// How many challenges were ever refused because their server had not signed them so, each time that one came.
    int refused() const { return m_refused; }
    void addRefused(int count);
    /// An enrolment that the person has removed for ever. Never because it is not to be seen somewhere.
    void forget(accounts::AccountId account);

    friend bool operator==(const PushMemory &, const PushMemory &) = default;

private:
    QHash<accounts::AccountId, QList<Decision>> m_decisions; // the oldest first
    QList<HistoryEntry> m_history;                           // the same
    int m_refused = 0;
    QJsonObject m_rest; // what a later version noted
};

/// Where that is kept: durably, and for nobody else to read, as it says when somebody signs in and where.
class PushMemoryStore
{
public:
    virtual ~PushMemoryStore() = default;
    /// What was saved last; empty when there was nothing.
    virtual void load(QObject *context, Handler<Result<QByteArray>> handler) = 0;
    /// Whether somebody is there who has just chosen something, and may be asked for the keychain's password.
    enum class Asking { Allowed, Never };
    /// Answers when it would outlive a crash of the computer. Saved in the order of the calls.
    virtual void save(const QByteArray &memory, Asking asking, QObject *context, Handler<Result<void>> handler) = 0;
};

} // namespace watchword::push
