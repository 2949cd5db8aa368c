// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/card.h"

#include <QWidget>

class QVBoxLayout;

namespace watchword::app {

class ButtonRow;
class TextLabel;

/// A note inside a page: an icon, a bold line, text, and perhaps buttons.
class Note final : public QWidget
{
    Q_OBJECT

public:
    Note(const Theme &theme, CardTone tone, const QString &icon, QWidget *parent = nullptr);

    /// An empty title or text has no line. Announced to screen readers when the note is shown.
    void setText(const QString &title, const QString &text);
    void addButton(QWidget *button);

protected:
    void showEvent(QShowEvent *event) override;

private:
    TextLabel *m_title;
    TextLabel *m_text;
    ButtonRow *m_buttons;
};

} // namespace watchword::app
