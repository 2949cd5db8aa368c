// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace watchword::app {

class Theme;

/// The rounded square with the initial of a site. Decoration: screen readers read the name beside it.
class TabletWidget final : public QWidget
{
    Q_OBJECT

public:
    TabletWidget(const Theme &theme, int side, QWidget *parent = nullptr);

    void setIssuer(const QString &issuer);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_issuer;
};

} // namespace watchword::app
