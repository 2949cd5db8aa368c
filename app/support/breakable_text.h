// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchword::app {

/// The same text, that a label can break in the middle of long words (hosts, names, what a server said) instead of being as
/// wide as these. Nothing of it looks different where there is room.
QString breakable(const QString &text);

/// A path, which a label breaks behind slashes by itself: broken in a name only where that is long.
QString breakablePath(const QString &path);

/// A sentence that says where Watchword's folder is, for a label.
QString folderSentence(const QString &folder);

/// Broken at the blank nearest to the middle: for buttons, which break nothing themselves.
QString inTwoLines(QString words);

} // namespace watchword::app
