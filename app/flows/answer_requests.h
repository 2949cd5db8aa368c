// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/handler.h"
#include "core/base/secret_bytes.h"
#include "core/ports/clock.h"
#include "core/push/push_service.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

class QWidget;

namespace watchword::app {

class SignInHistory;
class SignInPrompt;
class Theme;
struct SignInView;

/// What a server may ask for before approvals (PushAccount::lock), as the vault can give it.
struct ApprovalLock {
    /// A password that was given before this is asked for again.
    static constexpr std::chrono::seconds freshFor{60};

    /// Whether a password of their own protects the accounts.
    std::function<bool()> isThere;
    /// Since it was given; empty: it was not.
    std::function<std::optional<std::chrono::milliseconds>()> sinceGiven;
    std::function<void(SecretBytes, QObject *, Handler<Result<void>>)> check;
};

/// A request to approve a sign-in comes, is looked at, and answered. One window at a time: the next request comes up by a
/// click, so that no click that was meant for one hits another.
class AnswerRequests final : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all of it outlives the flow.
    struct Context {
        push::PushService &service;
        /// All that there are; those in the trash too, for the history's words.
        std::function<QList<accounts::PushAccount>()> accounts;
        const Clock &clock;
        Theme &theme;
        QWidget &window; ///< what the history belongs to
        ApprovalLock lock;
    };

    explicit AnswerRequests(Context context, QObject *parent = nullptr);
    ~AnswerRequests() override;

    /// Those that wait for an answer, or for *Try again*.
    int waiting() const;

public Q_SLOTS:
    /// Opens the prompt, by a click of the person.
    void review(watchword::accounts::AccountId account, const QString &nonce);
    /// The one that ends first, by a click.
    void reviewNext();
    void showHistory();

Q_SIGNALS:
    /// `sentence`: what a banner says, empty when nothing is to be looked at. `number`: how many wait.
    void waitingChanged(const QString &sentence, int number);
    void said(const QString &sentence);
    /// The accounts are to be protected by a password, which a server asks for.
    void usePasswordRequested();

private:
    std::optional<accounts::PushAccount> accountOf(accounts::AccountId id) const;
    const push::Request *next() const;
    bool isShown(const push::Request &request) const;
    QString sentence() const;
    void follow();
    void followMuting();
    void showHistoryLines();
    void popUp(accounts::AccountId account, const QString &nonce);
    void show(const push::Request &request, bool isAsked);
    SignInPrompt &prompt();
    void setView();
    SignInView viewOf(const push::Request &request, const accounts::PushAccount &account) const;
    void connectPrompt();
    void approve(const QString &number);
    bool isPasswordNeeded(const QString &number) const;
    void checkPassword(const SecretBytes &password, const QString &number);
    void sendApproval(const QString &number);
    void close();
    void askToClear();

    Context m_context;
    QPointer<SignInPrompt> m_prompt;
    QPointer<SignInHistory> m_history;
    QHash<accounts::AccountId, qint64> m_muted; // that was said
};

} // namespace watchword::app
