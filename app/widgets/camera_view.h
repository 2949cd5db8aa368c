// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QPolygon>
#include <QWidget>

namespace watchword::app {

class Theme;

/// What a camera sees, mirrored as in a mirror, so that a hand goes where it is seen to go; with the codes that were found outlined. Or
/// words in its place.
class CameraView final : public QWidget
{
    Q_OBJECT

public:
    explicit CameraView(const Theme &theme, QWidget *parent = nullptr);

    void showFrame(const QImage &frame);
    /// In the frame's pixels. `usable` codes have a solid outline, others a dashed one.
    void showOutlines(const QList<QPolygon> &codes, bool usable);
    /// Instead of a frame.
    void showWords(const QString &words);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintWords(QPainter &painter) const;

    const Theme &m_theme;
    QImage m_frame;
    QList<QPolygon> m_codes;
    bool m_isUsable = false;
    QString m_words;
};

} // namespace watchword::app
