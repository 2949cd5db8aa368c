// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/start_again.h"

#include "app/dialogs/notice_dialog.h"
#include "app/support/error_text.h"
#include "app/support/lost_book.h"
#include "core/vault/vault.h"

namespace watchword::app {

using vault::State;

StartAgain::StartAgain(const FlowContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void StartAgain::ask()
{
    const QString whatRemains = vault::tellsOfLostBook(m_context.vault.reason())
        ? tr("Nothing is deleted. Each account has to be set up anew at its site. Should a backup of Watchword’s folder turn up "
             "later, move the folder with the new accounts somewhere else before you put it back; should a keychain with your "
             "accounts come back, Watchword finds them there.")
        : tr("Nothing is deleted: should the keychain with your accounts come back, Watchword finds them there. Unless it does, "
             "each account has to be set up anew at its site. What Watchword noted beside the keychain, such as their order, is "
             "kept in its folder as “book.lost-…”; it can be read with that keychain only.");
    auto *notice = new NoticeDialog(
        m_context.theme, {tr("Watchword"), tr("Start again without these accounts?"), whatRemains, tr("Cancel")},
        &m_context.window);
    notice->addOther(tr("Start again"), QStringLiteral("next"), [this] { start(); });
    notice->present();
}

void StartAgain::start()
{
    m_context.vault.startAgain(this, [this](const Result<void> &answer) {
        const State state = m_context.vault.state();
        if (answer)
            Q_EMIT said(tr("Watchword begins anew. Nothing was deleted."));
        else if (state == State::Unlocked)
            Q_EMIT said(tr("Your accounts are there again. Nothing was changed."));
        else if (state == State::Gone) // any other has a page of its own
            Q_EMIT said(errorText(answer.error()).whole());
    });
}

} // namespace watchword::app
