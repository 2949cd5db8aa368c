// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/choose_vault.h"

#include "app/dialogs/notice_dialog.h"
#include "app/support/error_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/fact_list.h"
#include "app/windows/two_vaults_page.h"

#include <QDir>
#include <QFileInfo>

namespace watchword::app {

ChooseVault::ChooseVault(const FlowContext &context, TwoVaultsPage &page, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_page(page)
{
    connect(&page, &TwoVaultsPage::chosen, this, &ChooseVault::choose);
}

void ChooseVault::choose(const std::optional<vault::VaultId> &use)
{
    const bool wasOne = m_context.vault.foundVaults().size() == 1;
    m_context.vault.resolveVaults(use, this, [this, isUnion = !use, wasOne](const Result<QString> &kept) {
        if (kept)
            sayWhatIsDone(isUnion, wasOne, *kept);
        else
            m_page.setTrouble(errorText(kept.error()).whole());
    });
}

void ChooseVault::sayWhatIsDone(bool isUnion, bool wasOne, const QString &kept)
{
    if (kept.isEmpty()) {
        Q_EMIT said(isUnion      ? tr("Both sets are together now. Nothing was lost.")
                        : wasOne ? tr("Watchword uses these accounts now.")
                                 : tr("Watchword uses this set now."));
        return;
    }
    const QFileInfo file(kept);
    auto *notice = new NoticeDialog(
        m_context.theme,
        {tr("Watchword"), tr("The other set is kept as a file"),
         tr("Nobody can read it without the accounts that you use now, since its key is kept with them. This version of "
            "Watchword cannot read it back; leave it there for one that can.")},
        &m_context.window);
    auto *facts = new FactList(m_context.theme, notice);
    facts->add(tr("File"), file.fileName());
    facts->add(tr("Folder"), QDir::toNativeSeparators(file.absolutePath()));
    notice->addContent(facts);
    notice->present();
}

} // namespace watchword::app
