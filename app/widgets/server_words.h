// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace watchword::app {

class Theme;

/// What a server said, as a quotation of its own that nobody takes for words of ours: plain text, cut and with its tricks
/// marked. Empty texts have no line.
class ServerWords final : public QWidget
{
    Q_OBJECT

public:
    ServerWords(const Theme &theme, const QStringList &texts, QWidget *parent = nullptr);
};

} // namespace watchword::app
