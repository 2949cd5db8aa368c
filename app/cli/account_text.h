// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/json_writer.h"
#include "core/accounts/push_account.h"

namespace watchword::app::cli {

/// "GitHub, alice", safe to show.
QString accountLabel(const accounts::Account &account);
/// "ACME, alice", of one that approves sign-ins.
QString accountLabel(const accounts::PushAccount &account);
/// `totp`, `hotp` or `steam`.
QString typeName(const otp::Parameters &parameters);
/// "6 digits, new every 30 seconds".
QString typeInWords(const otp::Parameters &parameters);
/// "Approve / Deny with pi.example.com", and what is not as it should be.
QString typeInWords(const accounts::PushAccount &account);
/// `{"id","issuer","name"}`.
void writeAccountName(JsonWriter &writer, const accounts::Account &account);
/// The accounts that NAME means: the one with that id, else all whose issuer, name or `issuer:name` it is, without case.
QList<accounts::Account> accountsCalled(const QString &name, const QList<accounts::Account> &all);
/// Whether NAME means one that approves sign-ins.
bool isCalled(const QString &name, const QList<accounts::PushAccount> &all);

} // namespace watchword::app::cli
