// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/camera_view.h"

#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace watchword::app {

namespace {

// Cameras see three high for four wide; a wider picture has bars.
constexpr int mostWide = 480;
constexpr int mostHigh = 360;
constexpr double iconSide = 48;

// The same on either theme: a picture, not a surface.
const QColor ground(0x22, 0x30, 0x38);
const QColor darkEdge(0x0B, 0x14, 0x18);
const QColor lantern(0xF2, 0xB8, 0x4B);

} // namespace

CameraView::CameraView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("What the camera sees"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CameraView::showFrame(const QImage &frame)
{
    if (m_frame.isNull())
        setAccessibleDescription({});
    m_frame = frame;
    update();
}

void CameraView::showOutlines(const QList<QPolygon> &codes, bool usable)
{
    m_codes = codes;
    m_isUsable = usable;
    update();
}

void CameraView::showWords(const QString &words)
{
    m_frame = {};
    m_codes.clear();
    m_words = words;
    setAccessibleDescription(words);
    update();
}

QSize CameraView::sizeHint() const
{
    return {mostWide, mostHigh};
}

int CameraView::heightForWidth(int width) const
{
    return std::min(mostHigh, width * 3 / 4);
}

void CameraView::paintWords(QPainter &painter) const
{
    const QSizeF side(iconSide, iconSide);
    const double middle = height() / 2.0;
    const QRectF place(QPointF((width() - iconSide) / 2, middle - iconSide - 8), side);
    painter.fillRect(rect(), m_theme.tokens().sunken);
    m_theme.icon(QStringLiteral("camera"), &Tokens::text2).paint(&painter, place.toRect());
    painter.setPen(m_theme.tokens().text2);
    painter.setFont(m_theme.font(TypeRole::Body));
    const QRectF below(16, middle + 8, width() - 32, middle - 16);
    painter.drawText(below, int(Qt::AlignHCenter) | int(Qt::AlignTop) | int(Qt::TextWordWrap), m_words);
}

void CameraView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()), measures::noteRadius, measures::noteRadius);
    painter.setClipPath(frame);
    if (m_frame.isNull())
        return paintWords(painter);
    painter.fillRect(rect(), ground);

    const QSizeF size = QSizeF(m_frame.size()).scaled(QSizeF(rect().size()), Qt::KeepAspectRatio);
    const double scale = size.width() / m_frame.width();
    painter.translate(width() / 2.0, height() / 2.0);
    painter.scale(-scale, scale);
    painter.translate(-m_frame.width() / 2.0, -m_frame.height() / 2.0);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < 1);
    painter.drawImage(QPointF(0, 0), m_frame);
    // Two pens, so that it shows on any picture.
    painter.setBrush(Qt::NoBrush);
    for (const QPolygon &code : m_codes) {
        painter.setPen(QPen(darkEdge, 6 / scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(code);
        painter.setPen(QPen(m_isUsable ? lantern : QColor(Qt::white), 4 / scale,
                            m_isUsable ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(code);
    }
}

} // namespace watchword::app
