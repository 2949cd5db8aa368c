// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"

#include <QStringList>
namespace watchword::app {

/// The last question before accounts are gone for ever. What keeps them has the focus.
class RemoveDialog final : public PageDialog
{
    Q_OBJECT

public:
    /// What is to go, by names that may be shown.
    struct Accounts {
        QStringList withCodes;
        QStringList forSignIns; ///< that approve or deny
    };

    RemoveDialog(const Theme &theme, const Accounts &accounts, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace watchword::app
