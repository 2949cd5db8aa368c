// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/accounts/account.h"

namespace watchword::app {

/// The last question before accounts are gone for ever. What keeps them has the focus.
class RemoveDialog final : public PageDialog
{
    Q_OBJECT

public:
    RemoveDialog(const Theme &theme, const QList<accounts::Account> &accounts, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace watchword::app
