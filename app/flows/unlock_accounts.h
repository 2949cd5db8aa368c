// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/base/error.h"
#include "core/base/secret_bytes.h"

#include <QObject>
#include <QString>

namespace watchword::app {

/// Opening a vault that has a password, and what to do without one.
class UnlockAccounts final : public QObject
{
    Q_OBJECT

public:
    /// `folder` is where the sealed file lies.
    UnlockAccounts(const FlowContext &context, QString folder, QObject *parent = nullptr);

public Q_SLOTS:
    void unlock(const watchword::SecretBytes &password);
    void explainForgotten();

Q_SIGNALS:
    void answered(const watchword::Result<void> &answer);

private:
    FlowContext m_context;
    QString m_folder;
};

} // namespace watchword::app
