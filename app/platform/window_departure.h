// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/handler.h"

#include <QWindow>

#include <vector>

class QObject;

namespace watchword::app {

/// Calls `gone` when these windows, which have just been hidden, are off the screen and what was behind them had time to be
/// painted. Under X11 that is a moment after the window manager has let go of them, unless a compositor fades them out;
/// elsewhere, and at the latest, after 350 ms.
void whenOffScreen(const std::vector<WId> &windows, QObject *context, Handler<> gone);

} // namespace watchword::app
