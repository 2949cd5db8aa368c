// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme/watchword_style.h"

#include "app/support/theme/focus_ring.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

namespace watchword::app {

namespace {

enum class ButtonRole { Primary, Tonal, Danger, Approve, Deny, Plain, Link, Toast };

ButtonRole roleOf(const QWidget *widget)
{
    const QString role = widget ? widget->property(roleProperty).toString() : QString();
    if (role == QLatin1String("primary"))
        return ButtonRole::Primary;
    if (role == QLatin1String("tonal"))
        return ButtonRole::Tonal;
    if (role == QLatin1String("danger"))
        return ButtonRole::Danger;
    if (role == QLatin1String("approve"))
        return ButtonRole::Approve;
    if (role == QLatin1String("deny"))
        return ButtonRole::Deny;
    if (role == QLatin1String("link"))
        return ButtonRole::Link;
    if (role == QLatin1String("toast"))
        return ButtonRole::Toast;
    return ButtonRole::Plain;
}

bool isIconButton(const QWidget *widget)
{
    return widget && widget->property(roleProperty).toString() == QLatin1String("icon");
}

struct ButtonColours {
    QColor ground;
    QColor edge;
    QColor label;
};

ButtonColours coloursOf(ButtonRole role, QStyle::State state, const Tokens &t)
{
    const bool pressed = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = state & QStyle::State_MouseOver;
    const auto pick = [&](const QColor &rest, const QColor &hover, const QColor &press) {
        return pressed ? press : hovered ? hover : rest;
    };
    const QColor none(Qt::transparent);
    if (!(state & QStyle::State_Enabled))
        return role == ButtonRole::Link ? ButtonColours{none, none, t.text2}
                                        : ButtonColours{t.sunken, t.divider, t.text2};
    switch (role) {
    case ButtonRole::Primary:
        return {pick(t.accent, t.accentHover, t.accentPress), t.highContrast ? t.outline : none, t.accentText};
    case ButtonRole::Tonal:
        return {pick(t.accentSoft, t.hover, t.press), t.highContrast ? t.outline : none, t.accentInk};
    case ButtonRole::Danger:
        return {pick(t.danger, t.dangerHover, t.dangerHover), t.highContrast ? t.outline : none, t.dangerText};
    // Neither stands out: a filled Approve would train the reflex that attacks by fatigue live on.
    case ButtonRole::Approve: return {pick(t.accentSoft, t.hover, t.press), t.accent, t.accentInk};
    case ButtonRole::Deny: return {pick(t.surface, t.hover, t.dangerSoft), t.danger, t.danger};
    case ButtonRole::Link: return {pick(none, t.hover, t.press), none, t.accentInk};
    case ButtonRole::Toast:
        return {pick(none, mix(t.toast, t.toastAccent, 0.14), mix(t.toast, t.toastAccent, 0.24)), none, t.toastAccent};
    case ButtonRole::Plain: break;
    }
    return {pick(t.surface, t.hover, t.press), t.outline, t.text};
}

/// A rectangle that a one pixel pen strokes without blur.
QRectF stroked(const QRect &rect, qreal width)
{
    return QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
}

void roundedPanel(QPainter &painter, const QRect &rect, qreal radius, const QColor &ground, const QColor &edge,
                  qreal width = 1)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground.alpha() ? QBrush(ground) : QBrush(Qt::NoBrush));
    if (edge.alpha() == 0) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(rect), radius, radius);
    } else {
        painter.setPen(QPen(edge, width));
        painter.drawRoundedRect(stroked(rect, width), radius - width / 2, radius - width / 2);
    }
}

/// A one-colour icon in the colour of the label that it stands beside.
QPixmap tinted(QPixmap pixmap, const QColor &colour)
{
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(), pixmap.deviceIndependentSize()), colour);
    return pixmap;
}

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

/// Enter presses the button that has the focus, everywhere; no other one is a default that takes it.
bool press(QAbstractButton &button)
{
    if (auto *menuButton = qobject_cast<QPushButton *>(&button); menuButton && menuButton->menu())
        menuButton->showMenu();
    else
        button.click();
    return true;
}

} // namespace

WatchwordStyle::WatchwordStyle(const Theme &theme)
    : m_theme(theme)
{
}

void WatchwordStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
        widget->installEventFilter(this);
    }
}

QIcon WatchwordStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return m_theme.icon(QStringLiteral("close"), &Tokens::text2);
    return QProxyStyle::standardIcon(icon, option, widget);
}

bool WatchwordStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        FocusRing::follow(static_cast<QWidget *>(watched), static_cast<QFocusEvent *>(event)->reason());
    else if (event->type() == QEvent::FocusOut)
        FocusRing::leave(static_cast<QWidget *>(watched));
    else if (event->type() == QEvent::KeyPress && isEnter(*static_cast<QKeyEvent *>(event)))
        return press(*static_cast<QAbstractButton *>(watched));
    return QProxyStyle::eventFilter(watched, event);
}

void WatchwordStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    painter->save();
    if (element == CE_PushButtonBevel) {
        drawButtonGround(*qstyleoption_cast<const QStyleOptionButton *>(option), *painter, widget);
    } else if (element == CE_PushButtonLabel) {
        drawButtonLabel(*qstyleoption_cast<const QStyleOptionButton *>(option), *painter, widget);
    } else if (element == CE_PushButton) {
        drawButtonGround(*qstyleoption_cast<const QStyleOptionButton *>(option), *painter, widget);
        drawButtonLabel(*qstyleoption_cast<const QStyleOptionButton *>(option), *painter, widget);
    } else if (element == CE_FocusFrame) {
        drawFocusFrame(*option, *painter);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
    painter->restore();
}

void WatchwordStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    painter->save();
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(*option, *painter);
        break;
    }
    case PE_FrameLineEdit: break;
    case PE_IndicatorCheckBox: drawCheckBox(*option, *painter); break;
    case PE_IndicatorRadioButton: drawRadioButton(*option, *painter); break;
    case PE_PanelMenu: drawMenuGround(*option, *painter); break;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    painter->restore();
}

void WatchwordStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                        const QWidget *widget) const
{
    if (control == CC_ToolButton && isIconButton(widget)) {
        painter->save();
        drawIconButton(*qstyleoption_cast<const QStyleOptionToolButton *>(option), *painter, widget);
        painter->restore();
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize WatchwordStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                       const QWidget *widget) const
{
    if (type == CT_PushButton) {
        const int padding = roleOf(widget) >= ButtonRole::Link ? 8 : 14;
        // Between icon and label Qt counts 4 pixels, and 8 are drawn.
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int gap = button && !button->icon.isNull() ? 4 : 0;
        return {size.width() + gap + 2 * padding, qMax(measures::buttonHeight, size.height() + 12)};
    }
    if (type == CT_ToolButton && isIconButton(widget)) {
        const int side = qMax(measures::clickTarget, qMax(size.width(), size.height()) + 8);
        return {side, side};
    }
    const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        return {natural.width(), qMax(measures::fieldHeight, size.height() + 12)};
    return natural;
}

int WatchwordStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 4;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ButtonIconSize: return measures::iconInButton;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WatchwordStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *answer) const
{
    if (hint == SH_FocusFrame_AboveWidget)
        return 1;
    if (hint == SH_FocusFrame_Mask)
        return 0;
    if (hint == SH_UnderlineShortcut)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

void WatchwordStyle::drawButtonGround(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget) const
{
    const ButtonColours colours = coloursOf(roleOf(widget), option.state, m_theme.tokens());
    roundedPanel(painter, option.rect, measures::controlRadius, colours.ground, colours.edge);
}

void WatchwordStyle::drawButtonLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget) const
{
    const ButtonColours colours = coloursOf(roleOf(widget), option.state, m_theme.tokens());
    constexpr int gap = 8;
    const bool hasIcon = !option.icon.isNull();
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const int iconSide = hasIcon ? option.iconSize.width() : 0;
    QRect rest = option.rect.adjusted(8, 0, -8, 0);
    if (hasMenu) {
        const QRect arrow(rest.right() - 15, rest.center().y() - 7, 16, 16);
        paintIcon(painter, visualRect(option.direction, option.rect, arrow), QStringLiteral("chevron-down"),
                  colours.label);
        rest.setRight(arrow.left() - 4);
    }
    const int room = rest.width() - (hasIcon ? iconSide + gap : 0);
    QString text = option.text;
    const int mnemonic =
        Qt::TextShowMnemonic | (styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? 0 : Qt::TextHideMnemonic);
    if (option.fontMetrics.size(mnemonic, text).width() > room)
        text = option.fontMetrics.elidedText(text, Qt::ElideRight, room, mnemonic);
    const int textWidth = option.fontMetrics.size(mnemonic, text).width();
    const int total = textWidth + (hasIcon ? iconSide + (text.isEmpty() ? 0 : gap) : 0);
    int x = rest.left() + (rest.width() - total) / 2;
    if (hasIcon) {
        const QRect place = visualRect(option.direction, option.rect,
                                       QRect(x, rest.center().y() - iconSide / 2 + 1, iconSide, iconSide));
        const QPixmap icon = option.icon.pixmap(QSize(iconSide, iconSide), painter.device()->devicePixelRatioF());
        painter.drawPixmap(place.topLeft(), tinted(icon, colours.label));
        x += iconSide + gap;
    }
    painter.setPen(colours.label);
    const QRect textRect =
        visualRect(option.direction, option.rect, QRect(x, rest.top(), textWidth + 1, rest.height()));
    painter.drawText(textRect, int(Qt::AlignVCenter | Qt::AlignHCenter) | mnemonic, text);
}

void WatchwordStyle::drawField(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool enabled = option.state & State_Enabled;
    const bool readOnly = option.state & State_ReadOnly;
    const bool focused = option.state & State_HasFocus;
    const bool invalid = option.styleObject && option.styleObject->property("invalid").toBool();
    const QColor edge = !enabled ? t.divider : focused ? t.focus : invalid ? t.danger : t.outline;
    roundedPanel(painter, option.rect, measures::controlRadius, enabled && !readOnly ? t.surface : t.sunken, edge,
                 focused || invalid ? 2 : 1);
}

void WatchwordStyle::drawCheckBox(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool enabled = option.state & State_Enabled;
    const bool set = option.state & (State_On | State_NoChange);
    const QColor ground = !enabled ? t.sunken : set ? t.accent : (option.state & State_MouseOver) ? t.hover : t.surface;
    roundedPanel(painter, option.rect, measures::checkBoxRadius, ground,
                 set && enabled ? t.accent
                     : enabled  ? t.outline
                                : t.divider);
    painter.setPen(QPen(enabled ? t.accentText : t.text2, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF r = option.rect;
    const auto at = [&r](qreal x, qreal y) { return QPointF(r.left() + x * r.width(), r.top() + y * r.height()); };
    if (option.state & State_On)
        painter.drawPolyline(QPolygonF{at(0.26, 0.52), at(0.44, 0.69), at(0.75, 0.34)});
    else if (option.state & State_NoChange)
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
}

void WatchwordStyle::drawRadioButton(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool enabled = option.state & State_Enabled;
    const bool set = option.state & State_On;
    const QColor ground = !enabled ? t.sunken : (option.state & State_MouseOver) ? t.hover : t.surface;
    roundedPanel(painter, option.rect, option.rect.width() / 2.0, ground,
                 set && enabled ? t.accent
                     : enabled  ? t.outline
                                : t.divider,
                 set ? 2 : 1);
    if (!set)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(enabled ? t.accent : t.text2);
    const qreal radius = option.rect.width() * 0.25;
    painter.drawEllipse(QRectF(option.rect).center(), radius, radius);
}

void WatchwordStyle::drawIconButton(const QStyleOptionToolButton &option, QPainter &painter,
                                    const QWidget *widget) const
{
    const Tokens &t = m_theme.tokens();
    const bool enabled = option.state & State_Enabled;
    const bool pressed = option.state & (State_Sunken | State_On);
    if (enabled && (pressed || option.state & State_MouseOver))
        roundedPanel(painter, option.rect, measures::controlRadius, pressed ? t.press : t.hover,
                     t.highContrast ? t.outline : QColor(Qt::transparent), 2);
    const QSize size = option.iconSize;
    const QRect place = alignedRect(option.direction, Qt::AlignCenter, size, option.rect);
    painter.setLayoutDirection(option.direction);
    Q_UNUSED(widget)
    option.icon.paint(&painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

void WatchwordStyle::drawFocusFrame(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const qreal width = t.highContrast ? 3 : 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.focus, width));
    painter.drawRoundedRect(stroked(option.rect, width), measures::controlRadius + 3, measures::controlRadius + 3);
}

void WatchwordStyle::drawMenuGround(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    painter.fillRect(option.rect, t.raised);
    painter.setPen(t.divider);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

} // namespace watchword::app
