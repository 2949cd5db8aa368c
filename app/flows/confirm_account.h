// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/accounts/account.h"
#include "core/vault/vault.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QDialog;

namespace watchword::app {

class ConfirmCard;

/// The story of one card: the question about what is there already, saving by "Copy code" or "The site accepted it",
/// whichever comes first, and the end.
class ConfirmAccount final : public QObject
{
    Q_OBJECT

public:
    /// `leftAlone`: what else was read with it and not taken, a sentence each.
    ConfirmAccount(const FlowContext &context, accounts::Proposal proposal, QStringList leftAlone, QObject *parent);

    /// Opens the card, or says why there is none.
    void start();
    void setPassedOver(int links);
    void close();

Q_SIGNALS:
    void saved(watchword::accounts::AccountId id);
    void said(const QString &sentence);
    /// The site took the code of the account of this name; `finished` comes first.
    void accepted(const QString &name);
    void scanAgainRequested();
    /// The card or the notice was closed.
    void finished();

private:
    /// What the person wanted when it had to be saved first.
    enum class Then { Stay, ShowCounterCode, Leave, Finish };

    bool sayIfThere();
    void offerFromTrash(accounts::AccountId id, const QString &name);
    void openCard();
    void copy();
    void save(Then then);
    void afterSaving(const vault::Vault::Saved &answer, Then then);
    void takeCounterCode();

    FlowContext m_context;
    accounts::Proposal m_proposal;
    QStringList m_leftAlone;
    QPointer<ConfirmCard> m_card;
    QPointer<QDialog> m_notice;
    std::optional<accounts::AccountId> m_id;
    std::optional<accounts::AccountId> m_twin; ///< of the same name, being asked about
    std::optional<accounts::AccountId> m_replaces;
    bool m_keepsBoth = false;
    Then m_waiting = Then::Stay;
};

} // namespace watchword::app
