// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace watchword::app {

class Theme;

/// The first minute: one filled button and the lesser ways as a list.
class EmptyPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit EmptyPage(const Theme &theme, QWidget *parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void scanRequested();
    void pictureRequested();
    void pasteRequested();
    void typeRequested();

private:
    QPushButton *makeWay(const QString &icon, const QString &text, const QString &keys);
    QLabel *makeText(const QString &text, bool title);
    void readTheme();

    const Theme &m_theme;
    QPushButton *m_scan;
    QLabel *m_symbol;
    QList<QLabel *> m_titles;
    QList<QLabel *> m_quiet;
    QList<QPushButton *> m_ways;
};

} // namespace watchword::app
