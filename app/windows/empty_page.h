// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/tokens.h"
#include "app/support/theme/type_roles.h"
#include "app/windows/scrolling_page.h"

class QLabel;
class QPushButton;

namespace watchword::app {

class TextLabel;
class Theme;

/// The first minute: one filled button and the lesser ways as a list.
class EmptyPage final : public ScrollingPage
{
    Q_OBJECT

public:
    explicit EmptyPage(const Theme &theme, QWidget *parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void scanRequested();
    void scanSoonRequested();
    void cameraRequested();
    void pictureRequested();
    void pasteRequested();
    void typeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitWidth();
    QPushButton *makeWay(const QString &icon, const QString &text, const QString &keys, const QString &hint = {});
    TextLabel *makeText(TypeRole role, const QString &text, TokenMember colour = &Tokens::text2);
    void readTheme();

    const Theme &m_theme;
    QPushButton *m_scan;
    QLabel *m_symbol;
    QList<QPushButton *> m_ways;
};

} // namespace watchword::app
