// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/vault/vault.h"

#include <QObject>

namespace watchword::app {

class TwoVaultsPage;

/// Two vaults were found, and somebody chose: carries it out, and says where the one is kept that is not used.
class ChooseVault final : public QObject
{
    Q_OBJECT

public:
    ChooseVault(const FlowContext &context, TwoVaultsPage &page, QObject *parent = nullptr);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void choose(const std::optional<vault::VaultId> &use);
    void sayWhatIsDone(bool isUnion, bool wasOne, const QString &kept);

    FlowContext m_context;
    TwoVaultsPage &m_page;
};

} // namespace watchword::app
