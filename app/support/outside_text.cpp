// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/outside_text.h"

#include <QTextBoundaryFinder>

namespace watchword::app {

namespace {

constexpr char32_t zeroWidthNonJoiner = 0x200C; // Persian and Indian words need it
constexpr char32_t zeroWidthJoiner = 0x200D;    // and so do emoji of several parts

bool showsItself(char32_t c)
{
    if (c == zeroWidthNonJoiner || c == zeroWidthJoiner)
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return true;
    }
}

QString marked(QStringView text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (!showsItself(c))
            shown += outsideTextMark;
        else if (isPair)
            shown += text.sliced(i, 2);
        else
            shown += text[i];
        if (isPair)
            ++i;
    }
    return shown;
}

/// Between two characters as a person sees them, and where one alone is too long, at least not inside a pair.
qsizetype placeToCut(const QString &text, qsizetype atMost)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(atMost);
    const qsizetype place = finder.isAtBoundary() ? atMost : finder.toPreviousBoundary();
    if (place > 0)
        return place;
    return text[atMost - 1].isHighSurrogate() ? atMost - 1 : atMost;
}

/// At most `longest` characters of it, with marks and all.
QString shownText(const QString &text, qsizetype longest)
{
    // What is cut anyway need not be looked at: a mark never makes the text shorter than half.
    QString shown = marked(QStringView(text).left(longest * 2 + 2));
    if (shown.size() <= longest)
        return shown;
    shown.truncate(placeToCut(shown, longest - 1));
    return shown + QChar(0x2026);
}

} // namespace

QString outsideText(const QString &text)
{
    return shownText(text, longestOutsideText);
}

QString outsideTextForToolTip(const QString &text)
{
    // In a paragraph of its own, so that a tool tip takes it as rich text always and shows the escapes as characters.
    return QStringLiteral("<p>") + outsideText(text).toHtmlEscaped() + QStringLiteral("</p>");
}

QString outsideTextForMenu(const QString &text)
{
    return outsideText(text).replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString outsideTextInSentence(const QString &text, qsizetype longest)
{
    constexpr QChar firstStrongIsolate{0x2068};
    constexpr QChar popDirectionalIsolate{0x2069};
    return firstStrongIsolate + shownText(text, longest) + popDirectionalIsolate;
}

} // namespace watchword::app
