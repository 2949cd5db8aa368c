// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme/theme.h"

#include "app/support/theme/icon_engine.h"
#include "app/support/theme/watchword_style.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QStyle>

namespace watchword::app {

namespace {

/// Where no desktop names a font, Qt falls back on 9 pt "Sans Serif", which is smaller than any desktop's own.
QFont comfortable(QFont font)
{
    constexpr int fallbackPointSize = 9;
    constexpr qreal comfortablePointSize = 10.5;
    if (font.pointSize() == fallbackPointSize && font.family() == QLatin1String("Sans Serif"))
        font.setPointSizeF(comfortablePointSize);
    return font;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    readSystem();
    m_tokens = chosenTokens();
}

Theme::~Theme() = default;

void Theme::setAppearance(Appearance appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    apply();
}

void Theme::setSystemColours(bool use)
{
    if (m_useSystemColours == use)
        return;
    m_useSystemColours = use;
    apply();
}

void Theme::setDesktopHints(const DesktopHints &hints)
{
    if (m_hints == hints)
        return;
    m_hints = hints;
    apply();
}

void Theme::install()
{
    m_installed = true;
    QApplication::setFont(comfortable(QApplication::font()));
    QApplication::setStyle(new WatchwordStyle(*this));
    apply();
    qApp->installEventFilter(this);
}

QFont Theme::font(TypeRole role) const
{
    return fontFor(role, QApplication::font());
}

QFont Theme::nextFont(TypeRole role) const
{
    return nextCodeFont(role, QApplication::font());
}

bool Theme::motion() const
{
    return !m_hints.reducedMotion && QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

QIcon Theme::icon(const QString &name, TokenMember colour) const
{
    return QIcon(new IconEngine(*this, name, colour));
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // A change of the system's palette arrives as a theme change at the windows, since ours hides it from the application.
    if (event->type() == QEvent::ThemeChange && !m_applying && watched->isWidgetType()) {
        readSystem();
        apply();
    } else if (event->type() == QEvent::ApplicationFontChange && watched == qApp && !m_applying) {
        Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

void Theme::readSystem()
{
    // Only an application without a palette of its own shows the system's.
    const QScopedValueRollback applying(m_applying, true);
    QApplication::setPalette(QPalette());
    m_systemPalette = QApplication::palette();
}

Tokens Theme::chosenTokens() const
{
    if (isHighContrast(m_systemPalette))
        return highContrastTokens(m_systemPalette);
    const bool systemIsDark = m_hints.dark.value_or(isDark(m_systemPalette));
    const bool dark = m_appearance == Appearance::System ? systemIsDark : m_appearance == Appearance::Dark;
    if (m_useSystemColours && dark == isDark(m_systemPalette)) {
        const QColor accent = m_hints.accent.value_or(m_systemPalette.color(QPalette::Highlight));
        return derivedTokens({m_systemPalette.color(QPalette::Window), m_systemPalette.color(QPalette::Base),
                              m_systemPalette.color(QPalette::Text), accent});
    }
    Tokens tokens = dark ? darkTokens() : lightTokens();
    if (m_hints.highContrast)
        tokens = highContrastTokens(paletteOf(tokens));
    return tokens;
}

void Theme::apply()
{
    const Tokens tokens = chosenTokens();
    const bool different = !(tokens == m_tokens);
    m_tokens = tokens;
    if (!m_installed)
        return;
    {
        const QScopedValueRollback applying(m_applying, true);
        QApplication::setPalette(paletteOf(m_tokens));
        QFont button = QApplication::font();
        button.setWeight(QFont::DemiBold);
        QApplication::setFont(button, "QPushButton");
    }
    if (different)
        Q_EMIT changed();
}

} // namespace watchword::app
