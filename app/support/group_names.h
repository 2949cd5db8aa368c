// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

#include <QStringList>

namespace watchword::app {

/// The groups that these accounts are in, each once, as a person sorts them.
QStringList groupNames(const QList<accounts::Account> &accounts);

} // namespace watchword::app
