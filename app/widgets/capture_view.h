// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPolygon>
#include <QWidget>

#include <vector>

namespace watchword::app {

class PictureRow;
class Theme;

/// A code in one of the pictures. `usable` codes have a solid outline, others a dashed one; both carry their number, or
/// those of the first and the last of what is in them.
struct OutlinedCode {
    int picture = 0;
    QPolygon corners; ///< in the picture's pixels
    int number = 1;
    int last = 1;
    bool usable = true;
};

/// The pictures that were read, side by side, dimmed but for the codes, which are outlined and numbered. The pictures
/// are shared with whoever owns and wipes them.
class CaptureView final : public QWidget
{
    Q_OBJECT

public:
    CaptureView(const Theme &theme, const std::vector<QImage> &pictures, std::vector<OutlinedCode> codes,
                QWidget *parent = nullptr);

    /// The number whose outline is thicker; 0 for none.
    void setHighlighted(int number);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void codeClicked(int first, int last);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QPolygonF outlineOf(const OutlinedCode &code) const;
    void drawOutline(QPainter &painter, const OutlinedCode &code) const;

    const Theme &m_theme;
    PictureRow *m_pictures;
    std::vector<OutlinedCode> m_codes;
    int m_highlighted = 0;
};

} // namespace watchword::app
