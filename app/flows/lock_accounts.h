// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/base/handler.h"

#include <QObject>
#include <QPointer>

namespace watchword::app {

class NoticeDialog;
class SettingsStore;

/// The lock. With a password of their own the accounts are locked, and everything that shows or remembers anything of them
/// goes. In the keychain they have no lock but the login session's: a person who asks for one is told so, and what can
/// be done instead.
class LockAccounts final : public QObject
{
    Q_OBJECT

public:
    LockAccounts(const FlowContext &context, SettingsStore &settings, QObject *parent = nullptr);

    /// Whether there is a lock to be turned.
    bool hasPassword() const;
    /// The same with something to lock: accounts that are shown, or the key to a file that cannot be read.
    bool canLock() const;
    /// Nobody is at the computer any more. `done` is called when keys and secrets are wiped, or nothing is to be.
    void lockForAbsence(Handler<> done);

public Q_SLOTS:
    /// The person wants it.
    void lock();

Q_SIGNALS:
    /// The accounts are locked: everything of them that is shown or kept is to go, now.
    void forgetRequested();
    /// Nobody is there, be it locked or not: what was typed of the password is to go.
    void absenceBegan();
    /// Without a lock: the codes that are shown are to be hidden.
    void hideRequested();
    /// "Use a password…"
    void usePasswordRequested();
    /// A sentence for the toast.
    void said(const QString &sentence);

private:
    bool isShown() const;
    void follow();
    void sayThatTheSessionIsTheLock();
    void hideCodes();

    FlowContext m_context;
    SettingsStore &m_settings;
    QPointer<NoticeDialog> m_notice;
    bool m_wasShown;
};

} // namespace watchword::app
