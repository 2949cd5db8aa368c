// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;

namespace watchword::app {

class TextLabel;
class Theme;

/// Facts on a card, each a name and what it is. Nothing is left out of a long one: it wraps anywhere. One stop for the Tab key,
/// which a screen reader reads as "Account, alice; …". Where there is little room the names stand above.
class FactList final : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(const Theme &theme, QWidget *parent = nullptr);

    /// `fact` is plain text that may be shown. Returns its place, for setFact().
    int add(const QString &name, const QString &fact);
    void setFact(int place, const QString &fact);
    /// A line in between that says whose words follow.
    void addCaption(const QString &caption);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Row {
        TextLabel *name;
        TextLabel *fact; ///< null for a caption
        QString text;
    };
    void nameForReaders();
    int room() const;
    void arrange();

    const Theme &m_theme;
    QWidget *m_card;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    std::optional<bool> m_isNarrow;
};

} // namespace watchword::app
