// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme/type_roles.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QScreen>

namespace watchword::app {

namespace {

struct RoleShape {
    qreal ratio;
    QFont::Weight weight;
    bool code = false;
};

RoleShape shapeOf(TypeRole role)
{
    switch (role) {
    case TypeRole::Title: return {1.57, QFont::DemiBold};
    case TypeRole::Heading: return {1.14, QFont::DemiBold};
    case TypeRole::Body: return {1, QFont::Normal};
    case TypeRole::BodyStrong: return {1, QFont::DemiBold};
    case TypeRole::Small: return {0.9, QFont::Normal};
    case TypeRole::SmallStrong: return {0.9, QFont::DemiBold};
    case TypeRole::Tag: return {0.8, QFont::Medium};
    case TypeRole::CodeCompact: return {1.15, QFont::DemiBold, true};
    case TypeRole::CodeNormal: return {1.43, QFont::DemiBold, true};
    case TypeRole::CodeLarge: return {1.86, QFont::DemiBold, true};
    case TypeRole::CodeDetails: return {2.14, QFont::DemiBold, true};
    case TypeRole::CodeCard: return {3.14, QFont::DemiBold, true};
    }
    Q_UNREACHABLE();
}

void scale(QFont &font, const QFont &base, qreal ratio)
{
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * ratio);
    else
        font.setPixelSize(qRound(base.pixelSize() * ratio));
}

} // namespace

qreal pixelSizeOf(const QFont &font)
{
    if (font.pointSizeF() <= 0)
        return font.pixelSize();
    const QScreen *screen = QGuiApplication::primaryScreen();
    return font.pointSizeF() * (screen ? screen->logicalDotsPerInchY() : 96.0) / 72.0;
}

qreal textScale(const QFont &base)
{
    return qMax(1.0, pixelSizeOf(base) / 14.0);
}

QFont fontFor(TypeRole role, const QFont &base)
{
    const RoleShape shape = shapeOf(role);
    QFont font = base;
    scale(font, base, shape.ratio);
    font.setWeight(shape.weight);
    if (role == TypeRole::Tag && pixelSizeOf(font) < 11)
        font.setPixelSize(11);
    if (shape.code)
        font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont nextCodeFont(TypeRole role, const QFont &base)
{
    QFont font = fontFor(role, base);
    font.setWeight(QFont::Normal);
    return font;
}

} // namespace watchword::app
