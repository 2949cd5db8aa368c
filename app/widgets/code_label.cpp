// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/code_label.h"

#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "core/otp/grouping.h"

#include <QAccessible>
#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace watchword::app {

namespace {

constexpr qreal tagGap = 8; // between the word and the next code

} // namespace

CodeLabel::CodeLabel(const Theme &theme, TypeRole role, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_role(role)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    readFonts();
    connect(&theme, &Theme::changed, this, [this] {
        readFonts();
        update();
    });
}

void CodeLabel::readFonts()
{
    m_digits = Digits(m_theme.font(m_role));
    // The next code is a little smaller here, so that it never competes with the one to type.
    QFont next = m_theme.nextFont(m_role);
    const qreal ratio = 0.59;
    if (next.pointSizeF() > 0)
        next.setPointSizeF(next.pointSizeF() * ratio);
    else
        next.setPixelSize(qRound(next.pixelSize() * ratio));
    m_nextDigits = Digits(next);
    updateGeometry();
}

void CodeLabel::setCode(const QString &code)
{
    if (m_code == code)
        return;
    const bool resized = m_code.size() != code.size();
    m_code = code;
    if (resized)
        updateGeometry();
    nameForReaders();
    update();
}

void CodeLabel::setNextCode(const QString &code)
{
    if (m_nextCode == code)
        return;
    m_nextCode = code;
    nameForReaders();
    update();
}

void CodeLabel::setSubject(const QString &subject)
{
    m_subject = subject;
    nameForReaders();
}

void CodeLabel::nameForReaders()
{
    QString name = m_subject.isEmpty() ? tr("code %1").arg(otp::grouped(m_code))
                                       : tr("%1, code %2").arg(m_subject, otp::grouped(m_code));
    if (!m_nextCode.isEmpty())
        name = tr("%1, next code %2").arg(name, otp::grouped(m_nextCode));
    setAccessibleName(name);
}

qreal CodeLabel::nextLineHeight() const
{
    return m_nextDigits.height() * 1.1;
}

qreal CodeLabel::nextTagWidth() const
{
    return QFontMetricsF(m_theme.font(TypeRole::Tag)).horizontalAdvance(tr("next")) + tagGap;
}

QSize CodeLabel::sizeHint() const
{
    const QString code = m_code.isEmpty() ? QStringLiteral("000000") : m_code;
    const qreal width = qMax(m_digits.width(code), nextTagWidth() + m_nextDigits.width(code));
    return {qCeil(width) + 16, qCeil(m_digits.height() * 1.1 + nextLineHeight()) + 8};
}

void CodeLabel::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Without a next code the current one stands in the middle; with one it moves up half a line.
    const qreal middle = height() / 2.0 - (m_nextCode.isEmpty() ? 0 : nextLineHeight() / 2);
    painter.setPen(t.text);
    m_digits.draw(painter, {(width() - m_digits.width(m_code)) / 2, middle + m_digits.capHeight() / 2}, m_code);
    if (!m_nextCode.isEmpty()) {
        const qreal tagWidth = nextTagWidth();
        const qreal digitsWidth = m_nextDigits.width(m_nextCode);
        const qreal left = (width() - tagWidth - digitsWidth) / 2;
        const qreal baseline = middle + m_digits.height() * 0.55 + nextLineHeight() / 2 + m_nextDigits.capHeight() / 2;
        painter.setPen(t.text2);
        m_nextDigits.draw(painter, {isRightToLeft() ? left : left + tagWidth, baseline}, m_nextCode);
        painter.setFont(m_theme.font(TypeRole::Tag));
        painter.drawText(QPointF(isRightToLeft() ? left + digitsWidth + tagGap : left, baseline), tr("next"));
    }
    if (m_keyboardFocus) {
        painter.setPen(QPen(t.focus, t.highContrast ? 3 : 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), measures::controlRadius,
                                measures::controlRadius);
    }
}

void CodeLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space
        || event->matches(QKeySequence::Copy))
        Q_EMIT copyRequested();
    else
        QWidget::keyPressEvent(event);
}

void CodeLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT copyRequested();
}

void CodeLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        readFonts();
    QWidget::changeEvent(event);
}

void CodeLabel::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
}

void CodeLabel::focusOutEvent(QFocusEvent *event)
{
    m_keyboardFocus = false;
    QWidget::focusOutEvent(event);
}

} // namespace watchword::app
