// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault.h"

class QWidget;

namespace watchword::app {

class Theme;

/// Opens the page about lines that this version does not understand: which they are, that they are kept, and what to do.
void showOddRecords(const Theme &theme, const vault::Vault &vault, QWidget *parent);

} // namespace watchword::app
