// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchword::app {

/// How much of a text from outside is shown.
inline constexpr qsizetype longestOutsideText = 200;
/// Stands for each control, bidirectional control or otherwise invisible character of a text from outside.
inline constexpr QChar outsideTextMark{0xFFFD};

/// A text from outside (issuer, name, host, what a server said) as it may be shown in a plain-text place: characters
/// that do something instead of showing something are a visible mark, and more than 200 characters end in "…".
QString outsideText(const QString &text);
/// The same for places that would read it as rich text: tool tips.
QString outsideTextForToolTip(const QString &text);
/// The same for places that would read `&` as a shortcut: menus, buttons, labels with a buddy.
QString outsideTextForMenu(const QString &text);
/// The same for the middle of a sentence of ours: kept apart, so that its direction does not turn the sentence round.
/// At most `longest` characters of it.
QString outsideTextInSentence(const QString &text, qsizetype longest = longestOutsideText);

} // namespace watchword::app
