// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <vector>

namespace watchword::app {

class PictureRow;
class Theme;

/// Captured pictures with a rectangle on one of them. The mouse draws it anew, or moves it by a click; the arrow keys move it,
/// also to the next picture, with Shift they change its size, with Ctrl both in small steps. The pictures are shared with
/// whoever owns and wipes them.
class AreaPicker final : public QWidget
{
    Q_OBJECT

public:
    /// There is at least one picture.
    AreaPicker(const Theme &theme, const std::vector<QImage> &pictures, int highest, QWidget *parent = nullptr);

    /// The picture on which the rectangle is, and the rectangle in its pixels.
    int picture() const { return m_picture; }
    QRect area() const { return m_area; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF shownArea() const;
    QPoint pixelAt(const QPointF &position) const;
    void moveBy(int x, int y);
    void growBy(int x, int y);
    void goTo(int picture, bool isFromLeft);
    void setArea(const QRect &area);

    const Theme &m_theme;
    PictureRow *m_pictures;
    int m_picture = 0;
    QRect m_area;
    QPoint m_pressed; ///< in the picture's pixels
    QRect m_before;   ///< the area when the mouse was pressed
    bool m_isDrawing = false;
};

} // namespace watchword::app
