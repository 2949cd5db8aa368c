// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/canvas.h"

#include <QStringList>

namespace watchword::screens {

namespace {

const QStringList &words()
{
    static const QStringList list =
        QStringLiteral(
            "the of and to in that is was for it with as on be at by this had not are but from or have an they "
            "which one you were her all she there would their we him been has when who will more no if out so "
            "said what up its about into than them can only other new some could time these two may then do "
            "first any my now such like our over man me even most made after also did many before must through "
            "back years where much your way well down should because each just those people how too little "
            "state good very make world still own see men work long get here between both life being under "
            "never day same another know while last might us great old year off come since against go came "
            "right used take three Settings Account Password Invoice Meeting Monday Report Project Harbour "
            "Release 2026 14:30 €120.00 README QR-Code Straße naïve")
            .split(QLatin1Char(' '));
    return list;
}

} // namespace

Theme anyTheme(Random &random, double darkShare)
{
    Theme theme;
    theme.isDark = random.chance(darkShare);
    theme.accent = QColor::fromHsl(random.between(0, 359), 190, theme.isDark ? 150 : 105);
    const int shade = random.between(0, 14);
    if (theme.isDark) {
        theme.window = QColor(24 + shade, 24 + shade, 28 + shade);
        theme.bar = QColor(44 + shade, 44 + shade, 50 + shade);
        theme.field = QColor(36 + shade, 36 + shade, 42 + shade);
        theme.text = QColor(226, 226, 230);
        theme.muted = QColor(140, 140, 150);
        theme.line = QColor(66, 66, 74);
    } else {
        theme.window = QColor(255 - shade, 255 - shade, 255 - shade);
        theme.bar = QColor(226 - shade, 226 - shade, 230 - shade);
        theme.field = QColor(244, 245, 247);
        theme.text = QColor(24, 26, 30);
        theme.muted = QColor(110, 114, 122);
        theme.line = QColor(206, 208, 214);
    }
    return theme;
}

void Canvas::setFont(double points, Face face, bool isBold)
{
    QFont font(face == Face::Sans       ? QStringLiteral("DejaVu Sans")
                   : face == Face::Mono ? QStringLiteral("DejaVu Sans Mono")
                                        : QStringLiteral("DejaVu Serif"));
    font.setPixelSize(std::max(6, px(points)));
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    painter.setFont(font);
}

void Canvas::drawText(int x, int y, const QString &text, const QColor &colour)
{
    painter.setPen(colour);
    painter.drawText(x, y, text);
}

QString anyWords(Random &random, int count)
{
    QStringList chosen;
    for (int i = 0; i < count; ++i)
        chosen.append(random.oneOf(words()));
    return chosen.join(QLatin1Char(' '));
}

QColor anyBright(Random &random)
{
    return QColor::fromHsl(random.between(0, 359), random.between(100, 230), random.between(90, 190));
}

} // namespace watchword::screens
