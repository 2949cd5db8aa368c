// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;

namespace watchword::app {

class Theme;

/// Names and what is under them, to be read: one stop for the Tab key, which a screen reader reads as "Account, alice; …".
class FactList final : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(const Theme &theme, QWidget *parent = nullptr);

    /// The text may be one from outside, as it may be shown. Returns its place, for setText().
    int add(const QString &name, const QString &text);
    void setText(int place, const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void nameForReaders();

    const Theme &m_theme;
    QFormLayout *m_lines;
    QStringList m_names;
    QStringList m_texts;
    QList<QLabel *> m_labels;
};

} // namespace watchword::app
