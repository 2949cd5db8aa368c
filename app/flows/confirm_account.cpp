// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/confirm_account.h"

#include "app/dialogs/confirm_card.h"
#include "app/dialogs/notice_dialog.h"
#include "app/support/account_text.h"
#include "app/support/first_paint.h"
#include "app/support/logged_steps.h"
#include "app/support/secret_clipboard.h"
#include "app/support/theme/theme.h"

#include <algorithm>

namespace watchword::app {

ConfirmAccount::ConfirmAccount(const FlowContext &context, accounts::Proposal proposal, QStringList leftAlone,
                               QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_proposal(std::move(proposal))
    , m_leftAlone(std::move(leftAlone))
{
}

void ConfirmAccount::start()
{
    if (!sayIfThere())
        openCard();
}

bool ConfirmAccount::sayIfThere()
{
    const QList<vault::Duplicate> doubles = m_context.vault.duplicatesOf(m_proposal);
    const auto same = std::ranges::find(doubles, vault::DuplicateKind::SameSecret, &vault::Duplicate::kind);
    if (same == doubles.end())
        return false;
    const QList<accounts::Account> trash = m_context.vault.trashedAccounts();
    const auto inTrash = std::ranges::find(trash, same->existing, &accounts::Account::id);
    const auto existing = m_context.vault.account(same->existing);
    const QString name = accountTitleAndName(inTrash != trash.end() ? *inTrash : existing.value_or(m_proposal.account));
    if (inTrash != trash.end()) {
        offerFromTrash(same->existing, name);
        return true;
    }
    auto *notice = new NoticeDialog(m_context.theme,
                                    {tr("Add account"), tr("This account is already here"),
                                     tr("%1 has the same key. Nothing was added.").arg(name)},
                                    &m_context.window);
    m_notice = notice;
    connect(notice, &QDialog::finished, this, &ConfirmAccount::finished);
    notice->present();
    return true;
}

void ConfirmAccount::offerFromTrash(accounts::AccountId id, const QString &name)
{
    auto *notice = new NoticeDialog(m_context.theme,
                                    {tr("Add account"), tr("This account is in the trash"),
                                     tr("%1 has the same key. Take it out of the trash to use it again.").arg(name)},
                                    &m_context.window);
    m_notice = notice;
    notice->addAction(tr("Take it out of the trash"), QStringLiteral("undo"), [this, id, name] {
        m_context.vault.setTrashed({id}, false, this, [this, id, name](const vault::Vault::Saved &answer) {
            if (answer)
                Q_EMIT saved(id);
            Q_EMIT said(answer ? tr("%1 is back.").arg(name) : errorText(answer.error()).whole());
            Q_EMIT finished();
        });
    });
    connect(notice, &QDialog::rejected, this, &ConfirmAccount::finished);
    notice->present();
}

void ConfirmAccount::openCard()
{
    m_card = new ConfirmCard(m_context.theme, m_context.clock, std::move(m_proposal), &m_context.window);
    connect(m_card, &ConfirmCard::copyRequested, this, &ConfirmAccount::copy);
    m_card->setLeftAlone(m_leftAlone);
    connect(m_card, &ConfirmCard::acceptedRequested, this, [this] { save(Then::Finish); });
    connect(m_card, &ConfirmCard::keepRequested, this, [this] { save(Then::Leave); });
    connect(m_card, &ConfirmCard::replaceChosen, this, [this] {
        m_replaces = m_twin;
        save(m_waiting);
    });
    connect(m_card, &ConfirmCard::keepBothChosen, this, [this] {
        m_keepsBoth = true;
        save(m_waiting);
    });
    connect(m_card, &ConfirmCard::stopWaitingRequested, this, [this] { m_context.vault.stopWaiting(); });
    connect(&m_context.vault, &vault::Vault::activityChanged, m_card,
            [this] { m_card->setWaiting(m_context.vault.activity() == vault::Activity::WaitingForPrompt); });
    connect(m_card, &ConfirmCard::scanAgainRequested, this, &ConfirmAccount::scanAgainRequested);
    connect(m_card, &QDialog::finished, this, &ConfirmAccount::finished);
    logFirstPaint(*m_card, scanSteps(), "the card is shown");
    m_card->open();
}

void ConfirmAccount::setPassedOver(int links)
{
    if (m_card)
        m_card->setPassedOver(links);
}

void ConfirmAccount::close()
{
    if (m_card)
        m_card->leave();
    if (m_notice)
        m_notice->reject();
}

void ConfirmAccount::copy()
{
    const std::optional<otp::Code> code = m_card->currentCode();
    if (!code) {
        save(Then::ShowCounterCode);
        return;
    }
    m_context.clipboard.copy(code->digits);
    m_card->setCopied();
    Q_EMIT said(tr("%1 code copied, cleared in %2 s")
                    .arg(accountTitleBriefly(m_card->proposal().account))
                    .arg(m_context.clipboard.clearAfter().count()));
    save(Then::Stay);
}

void ConfirmAccount::save(Then then)
{
    if (m_id) {
        afterSaving(QList{*m_id}, then);
        return;
    }
    accounts::Proposal proposal = m_card->proposal();
    const QList<vault::Duplicate> doubles = m_context.vault.duplicatesOf(proposal);
    // Added meanwhile: by another program, or by a save of this card whose end was not seen.
    const auto same = std::ranges::find_if(doubles, [this](const vault::Duplicate &one) {
        return one.kind == vault::DuplicateKind::SameSecret && m_context.vault.account(one.existing);
    });
    if (same != doubles.end()) {
        afterSaving(QList{same->existing}, then);
        return;
    }
    if (!m_keepsBoth && !m_replaces) {
        const auto twin = std::ranges::find(doubles, vault::DuplicateKind::SameName, &vault::Duplicate::kind);
        if (twin != doubles.end()) {
            m_waiting = then;
            m_twin = twin->existing;
            m_card->askAboutTwin(
                accountTitleAndName(m_context.vault.account(twin->existing).value_or(proposal.account)));
            return;
        }
    }
    m_card->setSaving();
    const auto answered = [this, then](const vault::Vault::Saved &answer) { afterSaving(answer, then); };
    if (m_replaces) {
        m_context.vault.replace(*m_replaces, std::move(proposal), this, answered);
    } else {
        std::vector<accounts::Proposal> proposals;
        proposals.push_back(std::move(proposal));
        m_context.vault.add(std::move(proposals), this, answered);
    }
}

void ConfirmAccount::afterSaving(const vault::Vault::Saved &answer, Then then)
{
    if (!m_card)
        return;
    if (!answer) {
        m_card->setTrouble(errorText(answer.error()));
        return;
    }
    if (!m_id) {
        m_id = answer->value(0);
        m_card->setSaved();
        Q_EMIT saved(*m_id);
    }
    if (then == Then::Leave) {
        Q_EMIT said(tr("%1 was added.").arg(accountBriefly(m_card->proposal().account)));
        m_card->leave();
    } else if (then == Then::Finish) {
        const QString name = accountBriefly(m_card->proposal().account);
        m_card->leave();
        Q_EMIT accepted(name);
    } else if (then == Then::ShowCounterCode) {
        takeCounterCode();
    }
}

void ConfirmAccount::takeCounterCode()
{
    m_context.vault.takeCounterCode(*m_id, this, [this](const Result<vault::CounterCode> &answer) {
        if (!m_card)
            return;
        if (answer)
            m_card->showCounterCode(answer->code);
        else
            m_card->setTrouble(errorText(answer.error()));
    });
}

} // namespace watchword::app
