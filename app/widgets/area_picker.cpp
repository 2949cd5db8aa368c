// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/area_picker.h"

#include "app/support/theme/theme.h"
#include "app/widgets/picture_row.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace watchword::app {

namespace {

constexpr int smallest = 16;     ///< side of the area, pixels of the picture
constexpr int smallestDrag = 4;  ///< pixels of the screen; anything shorter is a click
constexpr int stepsAcross = 40;  ///< of the arrow keys
constexpr int smallerSteps = 10; ///< how many make one step

} // namespace

AreaPicker::AreaPicker(const Theme &theme, const std::vector<QImage> &pictures, int highest, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pictures(new PictureRow(pictures, highest, this))
{
    // Free to grow: the height that a hint allows is that of another width.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Area to search"));
    connect(m_pictures, &PictureRow::changed, this, qOverload<>(&QWidget::update));
    const QSize size = m_pictures->sizeOf(0);
    setArea({size.width() / 3, size.height() / 3, size.width() / 3, size.height() / 3});
}

QSize AreaPicker::sizeHint() const
{
    return {900, heightForWidth(900)};
}

int AreaPicker::heightForWidth(int width) const
{
    return m_pictures->heightFor(width);
}

void AreaPicker::setArea(const QRect &area)
{
    const QSize size = m_pictures->sizeOf(m_picture);
    QRect wanted = area;
    wanted.setWidth(std::clamp(area.width(), std::min(smallest, size.width()), size.width()));
    wanted.setHeight(std::clamp(area.height(), std::min(smallest, size.height()), size.height()));
    wanted.moveLeft(std::clamp(area.left(), 0, size.width() - wanted.width()));
    wanted.moveTop(std::clamp(area.top(), 0, size.height() - wanted.height()));
    m_area = wanted;
    const auto percent = [](int part, int whole) { return QLocale().toString(part * 100 / whole); };
    QString where = tr("From %1 to %2 % across and from %3 to %4 % down")
                        .arg(percent(wanted.left(), size.width()), percent(wanted.right() + 1, size.width()),
                             percent(wanted.top(), size.height()), percent(wanted.bottom() + 1, size.height()));
    if (m_pictures->count() > 1)
        where = tr("Monitor %1. %2").arg(QLocale().toString(m_picture + 1), where);
    setAccessibleDescription(where);
    update();
}

QRectF AreaPicker::shownArea() const
{
    const double scale = m_pictures->scaleFor(width());
    const QPointF origin = m_pictures->placeOf(m_picture, width()).topLeft();
    return {origin + QPointF(m_area.topLeft()) * scale, QSizeF(m_area.size()) * scale};
}

QPoint AreaPicker::pixelAt(const QPointF &position) const
{
    const QRectF place = m_pictures->placeOf(m_picture, width());
    const QPointF inside = (position - place.topLeft()) / m_pictures->scaleFor(width());
    const QSize size = m_pictures->sizeOf(m_picture);
    return {std::clamp(int(inside.x()), 0, size.width() - 1), std::clamp(int(inside.y()), 0, size.height() - 1)};
}

void AreaPicker::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    for (int i = 0; i < m_pictures->count(); ++i) {
        if (!m_pictures->placeOf(i, width()).contains(event->position()))
            continue;
        m_picture = i;
        m_isDrawing = true;
        m_pressed = pixelAt(event->position());
        m_before = m_area;
    }
}

void AreaPicker::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDrawing)
        return;
    const QPoint now = pixelAt(event->position());
    const double scale = m_pictures->scaleFor(width());
    if ((now - m_pressed).manhattanLength() * scale < smallestDrag)
        return;
    setArea(QRect(QPoint(std::min(now.x(), m_pressed.x()), std::min(now.y(), m_pressed.y())),
                  QPoint(std::max(now.x(), m_pressed.x()), std::max(now.y(), m_pressed.y()))));
}

void AreaPicker::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_isDrawing, false) || m_area != m_before)
        return;
    QRect moved = m_before;
    moved.moveCenter(m_pressed);
    setArea(moved);
}

void AreaPicker::keyPressEvent(QKeyEvent *event)
{
    const QSize size = m_pictures->sizeOf(m_picture);
    int step = std::max(1, std::max(size.width(), size.height()) / stepsAcross);
    if (event->modifiers() & Qt::ControlModifier)
        step = std::max(1, step / smallerSteps);
    int x = 0;
    int y = 0;
    switch (event->key()) {
    case Qt::Key_Left: x = -step; break;
    case Qt::Key_Right: x = step; break;
    case Qt::Key_Up: y = -step; break;
    case Qt::Key_Down: y = step; break;
    default: return QWidget::keyPressEvent(event);
    }
    event->modifiers() & Qt::ShiftModifier ? growBy(x, y) : moveBy(x, y);
}

void AreaPicker::moveBy(int x, int y)
{
    const int last = m_pictures->sizeOf(m_picture).width() - 1;
    if (x > 0 && m_area.right() == last && m_picture + 1 < m_pictures->count())
        goTo(m_picture + 1, true);
    else if (x < 0 && m_area.left() == 0 && m_picture > 0)
        goTo(m_picture - 1, false);
    else
        setArea(m_area.translated(x, y));
}

void AreaPicker::growBy(int x, int y)
{
    const QSize room = m_pictures->sizeOf(m_picture) - QSize(m_area.left(), m_area.top());
    setArea({m_area.topLeft(), QSize(m_area.width() + x, m_area.height() + y).boundedTo(room)});
}

void AreaPicker::goTo(int picture, bool isFromLeft)
{
    m_picture = picture;
    QRect area = m_area;
    area.moveLeft(isFromLeft ? 0 : m_pictures->sizeOf(picture).width());
    setArea(area);
}

void AreaPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()), 10, 10);
    painter.setClipPath(frame);
    painter.fillRect(rect(), QColor(0x22, 0x30, 0x38));
    m_pictures->paint(painter, width());
    const QRectF area = shownArea();
    QPainterPath rest;
    rest.addRect(QRectF(rect()));
    rest.addRect(area);
    painter.fillPath(rest, QColor(11, 20, 24, 150));
    // Two pens, so that it shows on any picture; thicker with the keyboard's focus.
    const double thick = hasFocus() ? 4 : 2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0x0B, 0x14, 0x18), thick + 2));
    painter.drawRect(area);
    painter.setPen(QPen(QColor(0xF2, 0xB8, 0x4B), thick));
    painter.drawRect(area);
    if (!hasFocus())
        return;
    painter.setPen(QPen(m_theme.tokens().focus, 4));
    painter.drawPath(frame);
}

} // namespace watchword::app
