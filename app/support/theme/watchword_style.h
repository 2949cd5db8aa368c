// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionToolButton;

namespace watchword::app {

class Theme;

/// The role of a button, as its dynamic property "role" (a string): `primary`, `tonal`, `danger`, `approve`, `deny`, `plain`
/// (the default of a push button), `link`; for tool buttons `icon`.
inline constexpr char roleProperty[] = "role";

/// The platform's style with the design system's buttons, fields and check boxes over it. What it does not draw stays
/// the platform's own.
class WatchwordStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit WatchwordStyle(const Theme &theme);

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    /// The cross that clears a field is ours: Fusion would load every icon theme and picture format for it.
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void drawButtonGround(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget) const;
    void drawButtonLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget) const;
    void drawField(const QStyleOption &option, QPainter &painter) const;
    void drawCheckBox(const QStyleOption &option, QPainter &painter) const;
    void drawRadioButton(const QStyleOption &option, QPainter &painter) const;
    void drawIconButton(const QStyleOptionToolButton &option, QPainter &painter, const QWidget *widget) const;
    void drawFocusFrame(const QStyleOption &option, QPainter &painter) const;
    void drawMenuGround(const QStyleOption &option, QPainter &painter) const;

    const Theme &m_theme;
};

/// Sets the role property; returns the button, so that it can be written where the button is made.
template <class Button>
Button *withRole(Button *button, const char *role)
{
    button->setProperty(roleProperty, QLatin1String(role));
    return button;
}

} // namespace watchword::app
