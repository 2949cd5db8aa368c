// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

#include <optional>

namespace watchword::push {

/// JSON in the one spelling of RFC 8785, as UTF-8: keys sorted by their UTF-16, no blanks, numbers as ECMAScript writes
/// them. Empty for what has no such spelling: half a surrogate pair, or more than 32 levels.
std::optional<QByteArray> canonicalJson(const QJsonValue &value);

} // namespace watchword::push
