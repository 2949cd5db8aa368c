// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace watchword::app {

class Theme;

/// What a server offers to choose from, as large buttons in rows of three, of which one is chosen: by click, arrows and Space, or the
/// keys 1 to 9 for its place.
class NumberChoices final : public QWidget
{
    Q_OBJECT

public:
    NumberChoices(const Theme &theme, const QStringList &choices, QWidget *parent = nullptr);

    /// Empty: none yet.
    QString chosen() const;
    /// A key that stands for a place; false for any other.
    bool choose(int key);
    void focusFirst();

Q_SIGNALS:
    void chosenChanged();

private:
    class Choice;
    QButtonGroup *m_buttons;
    QStringList m_choices;
};

} // namespace watchword::app
