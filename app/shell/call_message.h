// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/single_instance.h"

#include <optional>

namespace watchword::app {

/// A call as it goes over the socket: a line that names the format, then token and text, each after its length.
SecretBytes writeCall(const Call &call);

/// How far a message that comes in piece by piece is.
enum class MessageState { Incomplete, Complete, Refused };

/// Looks at what has come so far; gives the call when it is complete. Anything that is not exactly one call is refused.
MessageState readCall(ByteView soFar, Call &call);

/// What the first instance answers to a call that it took.
inline constexpr char callTaken = 'k';

} // namespace watchword::app
