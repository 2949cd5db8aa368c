// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"

namespace watchword::app {

/// The keys and what they do.
class ShortcutsDialog final : public PageDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const Theme &theme, QWidget *parent);
};

} // namespace watchword::app
