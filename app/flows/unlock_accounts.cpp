// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/unlock_accounts.h"

#include "app/dialogs/notice_dialog.h"
#include "app/support/breakable_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/text_label.h"
#include "core/vault/vault.h"

#include <utility>

namespace watchword::app {

UnlockAccounts::UnlockAccounts(const FlowContext &context, QString folder, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_folder(std::move(folder))
{
}

void UnlockAccounts::unlock(const SecretBytes &password)
{
    m_context.vault.unlock(password.clone(), this, [this](const Result<void> &answer) { Q_EMIT answered(answer); });
}

void UnlockAccounts::explainForgotten()
{
    auto *notice = new NoticeDialog(
        m_context.theme,
        {tr("Forgot the password?"), tr("Only a backup helps"),
         tr("There is no way round the password, for you, for us or for anybody else: the file cannot be read without it. "
            "Nothing has been removed, and you can try as often as you like.")},
        &m_context.window);
    const auto add = [&](const QString &text) {
        notice->addContent(new TextLabel(m_context.theme, TypeRole::Body, text, notice));
    };
    add(tr(
        "If there is a backup of this computer from before the password was changed, put Watchword’s folder back from it and "
        "give the password of that time."));
    add(tr(
        "To start again without these accounts, quit Watchword and move its folder somewhere else, for the day on which "
        "the password comes back to you. Then set up each account anew at its site; most sites let you in with a "
        "recovery code."));
    add(folderSentence(m_folder));
    notice->present();
}

} // namespace watchword::app
