// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace watchword::app {

class Theme;

/// The QR codes of one export as numbered squares: filled and ticked those that were read, with a dashed edge the others.
class PartsView final : public QWidget
{
    Q_OBJECT

public:
    /// `missing`: numbers from 1. `sentence` says the same in words, for a screen reader.
    PartsView(const Theme &theme, int size, QList<int> missing, const QString &sentence, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int side() const;
    int inRow(int width) const;

    const Theme &m_theme;
    int m_size;
    QList<int> m_missing;
};

} // namespace watchword::app
