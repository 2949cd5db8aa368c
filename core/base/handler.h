// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace watchword {

/// What is called with an answer that cannot come at once: later, once, never re-entrantly, and never after the
/// context object given beside it has died.
template <class... T>
using Handler = std::move_only_function<void(T...)>;

} // namespace watchword
