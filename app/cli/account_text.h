// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/json_writer.h"
#include "core/accounts/account.h"

namespace watchword::app::cli {

/// "GitHub, alice", safe to show.
QString accountLabel(const accounts::Account &account);
/// `totp`, `hotp` or `steam`.
QString typeName(const otp::Parameters &parameters);
/// "6 digits, new every 30 seconds".
QString typeInWords(const otp::Parameters &parameters);
/// `{"id","issuer","name"}`.
void writeAccountName(JsonWriter &writer, const accounts::Account &account);
/// The accounts that NAME means: the one with that id, else all whose issuer, name or `issuer:name` it is, without case.
QList<accounts::Account> accountsCalled(const QString &name, const QList<accounts::Account> &all);

} // namespace watchword::app::cli
