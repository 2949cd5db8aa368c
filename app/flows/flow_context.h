// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace watchword {
class Clock;
}
namespace watchword::vault {
class Vault;
}

namespace watchword::app {

class SecretClipboard;
class Theme;

/// What a user story works with; all of it outlives the flows. Dialogs belong to `window`.
struct FlowContext {
    vault::Vault &vault;
    SecretClipboard &clipboard;
    const Clock &clock;
    Theme &theme;
    QWidget &window;
};

} // namespace watchword::app
