// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/alarm.h"
#include "core/ports/clock.h"
#include "core/ports/http_client.h"
#include "core/push/push_inbox.h"
#include "core/push/push_keeper.h"
#include "core/push/push_schedule.h"

#include <QSet>

#include <memory>

namespace watchword::push {

/// What is known of an enrolment's server, for its row.
struct PushStatus {
    std::optional<Failure> trouble; ///< of the last poll; empty: it went well, or there was none yet
    qint64 lastContact = 0;         ///< UNIX seconds of the last poll that went well; 0: none yet
    qint64 clockOffset = 0; ///< seconds by which the server's clock is ahead, as it is taken into account; 0: not
    bool isChecking = false;

    friend bool operator==(const PushStatus &, const PushStatus &) = default;
};

/// Asks servers for requests to approve sign-ins, keeps the list of them and sends the person's answers. Nothing is
/// answered, nothing is sent again unless somebody says so. Lives on one thread; keys are used on others.
class PushService final : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Ports {
        HttpClient &http;
        PushKeeper &keeper;
        PushMemoryStore &store;
        const Clock &clock;
        Alarm &alarm;
        std::function<double()> random; ///< from 0 up to, not including, 1
        /// Milliseconds, by which it is seen that somebody has set the clock; left out, nobody does.
        std::function<qint64()> elapsed = {};
    };

    /// The largest offset of a server's clock that is believed.
    static constexpr qint64 largestOffset = qint64{12} * 3600;

    explicit PushService(Ports ports, QObject *parent = nullptr);
    ~PushService() override;

    /// Loads what was answered before; nothing is polled until that is there. takeAccounts() tries again.
    void start();

    /// The requests, the oldest first. Texts in them are a server's: see Challenge.
    const QList<Request> &requests() const { return m_inbox.requests(); }
    /// One of them; null: it is not there any more.
    const Request *request(accounts::AccountId account, const QString &nonce) const
    {
        return m_inbox.find(account, nonce);
    }
    /// How many of an account wait for the person, with those that are not listed.
    int waiting(accounts::AccountId account) const;
    int moreOpen(accounts::AccountId account) const { return m_inbox.moreOpen(account); }
    /// While the vault is locked: how many were waiting when that began and may still be answered. No more is known of them,
    /// and nothing of what came since.
    int waitingUnderLock() const { return m_isLocked ? m_inbox.lockedAway() : 0; }
    /// UNIX milliseconds; 0: pop-ups are not muted.
    qint64 mutedUntil(accounts::AccountId account) const;
    PushStatus status(accounts::AccountId account) const { return m_status.value(account); }
    /// How many challenges were ever not shown, as their server had not signed them so (for the doctor). Saved with whatever is
    /// saved next, and by itself at most once a minute, so that whoever sends them makes nobody write.
    int refusedChallenges() const { return m_memory.refused(); }
    const QList<HistoryEntry> &history() const { return m_memory.history(); }

    /// Gives the person's answer. The choice is saved before it is sent. Errors: NotOffered (said once: the next number that
    /// is not offered denies), Internal for a request that is not open.
    Expected<void> answer(accounts::AccountId account, const QString &nonce, const Answer &answer);
    /// The person has denied and is being asked why: saved at once, and nothing leaves before answer() with the reason, or
    /// without one. When that never comes (locked, ended) it is sent after the next poll that still brings the request.
    void holdDenial(accounts::AccountId account, const QString &nonce);
    /// "I started it", said of one that was denied: it does not count for muting.
    void setStartedByPerson(accounts::AccountId account, const QString &nonce);
    /// "Try again": sends the identical bytes.
    Expected<void> tryAgain(accounts::AccountId account, const QString &nonce);
    void dismiss(accounts::AccountId account, const QString &nonce);
    void clearHistory();
    /// After an enrolment was removed for ever.
    void forget(accounts::AccountId account);

    /// "Check now"; also after an enrolment.
    void checkNow(accounts::AccountId account);
    /// The vault was opened, closed, or has other enrolments. While it is closed nothing is asked, and nothing of enrolments,
    /// requests and their history stays here.
    void takeAccounts();
    void setFocused(bool isFocused);
    /// While the session is locked or asleep.
    void setPaused(bool isPaused);
    bool isPaused() const { return m_schedule.isPaused(); }
    void networkCame();

Q_SIGNALS:
    /// The list, or anything in it, is different.
    void requestsChanged();
    /// A request that is worth a prompt and a notification: open, and not muted.
    void requestCame(watchword::accounts::AccountId account, const QString &nonce);
    void statusChanged(watchword::accounts::AccountId account);
    void pausedChanged();
    /// The first signed poll of an enrolment was answered.
    void proved(watchword::accounts::AccountId account);

private:
    qint64 now() const { return m_ports.clock.millisecondsSinceEpoch(); }
    void lockAway();
    void wake();
    void followClock();
    void pollDue();
    void poll(const accounts::PushAccount &account);
    void takePoll(accounts::AccountId id, const HttpClient::Answered &answer);
    bool takeOffset(accounts::AccountId id, const HttpClient::Answered &answer);
    void takeChallenges(const accounts::PushAccount &account, const Poll &poll);
    void prove(accounts::PushAccount account);
    void endPoll(accounts::AccountId id, const std::optional<Failure> &trouble);
    void sendAnswer(accounts::AccountId id, const QString &nonce, const Answer &answer);
    void signAnswer(accounts::AccountId id, const QString &nonce, const Answer &answer);
    void takeAnswered(accounts::AccountId id, const QString &nonce, const Expected<Outcome> &outcome, bool hasAnswered);
    void save();
    void saveCount();

    Ports m_ports;
    PushMemory m_memory;
    PushMemory m_noted; // as it was last given to the store
    PushInbox m_inbox{m_memory};
    PushSchedule m_schedule;
    QHash<accounts::AccountId, PushStatus> m_status;
    QSet<QString> m_busyServers;          // that a poll is at
    QList<accounts::AccountId> m_waiting; // for one of these
    QSet<accounts::AccountId> m_proving;
    qint64 m_countSaved = 0;             // when, of refused challenges
    std::optional<qint64> m_clockAhead;  // of what has elapsed
    std::unique_ptr<QObject> m_unlocked; // of what is being done with keys: that ends when the vault is locked
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isLocked = true;
};

/// What a failure on the network is called here.
Failure failureOf(const HttpFailure &failure);

} // namespace watchword::push
