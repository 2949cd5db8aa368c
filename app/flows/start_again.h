// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"

#include <QObject>

namespace watchword::app {

/// The accounts are gone from the keychain, and somebody wants to begin anew: asks once more, carries it out, and says how it
/// went.
class StartAgain final : public QObject
{
    Q_OBJECT

public:
    explicit StartAgain(const FlowContext &context, QObject *parent = nullptr);

    void ask();

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void start();

    FlowContext m_context;
};

} // namespace watchword::app
