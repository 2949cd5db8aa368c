// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QWidget;

namespace watchword::app {

/// For whatever window asks for the keyboard next.
void useActivationToken(const QByteArray &token);

/// Shows a window, also when it was minimised or hidden, brings it to the front and asks for the keyboard.
/// `activationToken` is that of a later start (`Call`); without it some desktops only mark the window.
void raiseWindow(QWidget &window, const QByteArray &activationToken);

} // namespace watchword::app
