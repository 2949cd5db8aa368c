// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace watchword::app {

class Theme;

/// What a card's ground says.
enum class CardTone { Surface, Warning, Danger, Success, Quiet };

/// A rounded panel: the surface that rows lie on, or in another tone a note. Its layout is a column inside the edge.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const Theme &theme, CardTone tone = CardTone::Surface, QWidget *parent = nullptr);

    void setTone(CardTone tone);
    /// A column with no margins but the edge's own pixel; rows bring their padding.
    QVBoxLayout *column() const { return m_column; }
    /// A line between two rows.
    void addDivider();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    CardTone m_tone;
    QVBoxLayout *m_column;
};

} // namespace watchword::app
