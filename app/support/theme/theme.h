// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/appearance.h"
#include "app/support/theme/tokens.h"
#include "app/support/theme/type_roles.h"

#include <QIcon>
#include <QObject>
#include <QPalette>

#include <optional>

class QWindow;

namespace watchword::app {

/// What the desktop says beyond its palette (the portal's settings); empty where it says nothing.
struct DesktopHints {
    std::optional<bool> dark;
    std::optional<QColor> accent;
    bool highContrast = false;
    bool reducedMotion = false;
    friend bool operator==(const DesktopHints &, const DesktopHints &) = default;
};

/// The colours and fonts in force. Built once; everything that paints takes a reference and asks when it paints. Follows
/// the system's palette and the setting; `changed` comes after the application's palette and font are already new.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void setAppearance(Appearance appearance);
    Appearance appearance() const { return m_appearance; }
    void setSystemColours(bool use);
    void setDesktopHints(const DesktopHints &hints);

    /// Gives the application the style, the palette and the fonts, and follows the system from then on.
    void install();

    const Tokens &tokens() const { return m_tokens; }
    QFont font(TypeRole role) const;
    QFont nextFont(TypeRole role) const;
    /// False when the style's animation time is 0 or the desktop asks for less motion: then everything jumps.
    bool motion() const;
    /// A drawing of resources/icons in a token's colour, which it goes on following.
    QIcon icon(const QString &name, TokenMember colour = &Tokens::text) const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readSystem();
    void apply();
    Tokens chosenTokens() const;

    Appearance m_appearance = Appearance::System;
    bool m_useSystemColours = false;
    bool m_installed = false;
    bool m_applying = false;
    DesktopHints m_hints;
    QPalette m_systemPalette;
    Tokens m_tokens;
};

} // namespace watchword::app
