// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/capture_view.h"

#include "app/support/theme/theme.h"
#include "app/widgets/picture_row.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace watchword::app {

namespace {

constexpr int highest = 300;
constexpr double outlineDistance = 6;
constexpr double badgeRadius = 12;

} // namespace

CaptureView::CaptureView(const Theme &theme, const std::vector<QImage> &pictures, std::vector<OutlinedCode> codes,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pictures(new PictureRow(pictures, highest, this))
    , m_codes(std::move(codes))
{
    // Free to grow: the height that a hint allows is that of another width.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("What was looked at"));
    connect(m_pictures, &PictureRow::changed, this, qOverload<>(&QWidget::update));
}

void CaptureView::setHighlighted(int number)
{
    m_highlighted = number;
    update();
}

QSize CaptureView::sizeHint() const
{
    return {600, heightForWidth(600)};
}

int CaptureView::heightForWidth(int width) const
{
    return m_pictures->heightFor(width);
}

QPolygonF CaptureView::outlineOf(const OutlinedCode &code) const
{
    const double scale = m_pictures->scaleFor(width());
    const QPointF origin = m_pictures->placeOf(code.picture, width()).topLeft();
    QPolygonF outline;
    for (const QPoint &corner : code.corners)
        outline << origin + QPointF(corner) * scale;
    return QPolygonF(
        outline.boundingRect().marginsAdded({outlineDistance, outlineDistance, outlineDistance, outlineDistance}));
}

void CaptureView::drawOutline(QPainter &painter, const OutlinedCode &code) const
{
    // Two pens, so that it shows on any picture.
    const QColor dark(0x0B, 0x14, 0x18);
    const QColor light = code.usable ? QColor(0xF2, 0xB8, 0x4B) : QColor(Qt::white);
    const QRectF box = outlineOf(code).boundingRect();
    const double width = code.number <= m_highlighted && m_highlighted <= code.last ? 5 : 3;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(dark, width + 2));
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(QPen(light, width, code.usable ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(box, 6, 6);

    const QString text = code.last == code.number
        ? QLocale().toString(code.number)
        : tr("%1–%2").arg(QLocale().toString(code.number), QLocale().toString(code.last));
    painter.setFont(m_theme.font(TypeRole::SmallStrong));
    const double wide = std::max(2 * badgeRadius, painter.fontMetrics().horizontalAdvance(text) + badgeRadius);
    const QRectF badge(box.topLeft() - QPointF(badgeRadius, badgeRadius) / 2, QSizeF(wide, 2 * badgeRadius));
    painter.setPen(QPen(dark, 2));
    painter.setBrush(light);
    painter.drawRoundedRect(badge, badgeRadius, badgeRadius);
    painter.drawText(badge, Qt::AlignCenter, text);
}

void CaptureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()), 10, 10);
    painter.setClipPath(frame);
    painter.fillRect(rect(), QColor(0x22, 0x30, 0x38));
    m_pictures->paint(painter, width());

    QPainterPath dimmed;
    dimmed.addRect(QRectF(rect()));
    for (const OutlinedCode &code : m_codes) {
        if (code.usable)
            dimmed.addPolygon(outlineOf(code));
    }
    dimmed.setFillRule(Qt::OddEvenFill);
    painter.fillPath(dimmed, QColor(11, 20, 24, 128));
    for (const OutlinedCode &code : m_codes)
        drawOutline(painter, code);
}

void CaptureView::mouseReleaseEvent(QMouseEvent *event)
{
    for (const OutlinedCode &code : m_codes) {
        if (outlineOf(code).containsPoint(event->position(), Qt::OddEvenFill))
            Q_EMIT codeClicked(code.number, code.last);
    }
}

} // namespace watchword::app
