// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/protection_dialog.h"
#include "app/flows/flow_context.h"
#include "core/base/error.h"

#include <QObject>
#include <QPointer>

namespace watchword::app {

class NoticeDialog;

/// What protects the accounts: a password of their own in place of the keychain, another password, or the keychain again.
class ProtectAccounts final : public QObject
{
    Q_OBJECT

public:
    explicit ProtectAccounts(const FlowContext &context, QObject *parent = nullptr);

public Q_SLOTS:
    /// The first password: as the first thing of all, or as the way out of the keychain.
    void usePassword();
    void changePassword();
    void useKeychain();

Q_SIGNALS:
    /// A sentence for the toast.
    void said(const QString &sentence);

private:
    using Aim = ProtectionDialog::Aim;

    QString asideFor(Aim aim) const;
    void ask(Aim aim);
    void begin();
    void checkFirst();
    void carryOut();
    void finish(Aim aim, const Result<void> &done);
    /// A save was refused: the keychain has no password.
    void offerPassword();
    void follow();
    QWidget *onTop() const;

    FlowContext m_context;
    QPointer<ProtectionDialog> m_dialog;
    QPointer<NoticeDialog> m_offer;
};

} // namespace watchword::app
