// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"

#include <QString>

namespace watchword::app {

/// "6 digits, new every 30 seconds".
QString parametersText(const otp::Parameters &parameters);
/// What is worth saying before an account is saved, in one or two sentences.
QString remarkText(accounts::Remark remark);
/// What an account is called where there is room for one name: its site, else its name at the site. May be shown.
QString accountTitle(const accounts::Account &account);
/// "GitHub, alice": both where there are both. May be shown.
QString accountTitleAndName(const accounts::Account &account);
/// The same, and the first, cut so that they leave room in a sentence of one or two lines: for the toast.
QString accountBriefly(const accounts::Account &account);
QString accountBriefly(const accounts::PushAccount &account);
QString accountTitleBriefly(const accounts::Account &account);

} // namespace watchword::app
