// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/breakable_text.h"

#include "app/support/outside_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextBoundaryFinder>

namespace watchword::app {

namespace {

constexpr qsizetype longestWhole = 14;
constexpr qsizetype longName = 30;
/// The context of the sentence in the translations.
struct BreakableWords {
    Q_DECLARE_TR_FUNCTIONS(BreakableText)
};

constexpr QChar zeroWidthSpace{0x200B};

} // namespace

QString breakable(const QString &text)
{
    QString result;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0, run = 0;
    while (finder.toNextBoundary() > 0) {
        const qsizetype to = finder.position();
        run = text[from].isSpace() || text[from] == QLatin1Char('-') ? 0 : run + 1;
        if (run > longestWhole) {
            result += zeroWidthSpace;
            run = 1;
        }
        result += QStringView(text).sliced(from, to - from);
        from = to;
    }
    return result;
}

QString breakablePath(const QString &path)
{
    QStringList names = path.split(u'/');
    for (QString &name : names) {
        if (name.size() > longName)
            name = breakable(name);
    }
    return names.join(u'/');
}

QString folderSentence(const QString &folder)
{
    return BreakableWords::tr("The folder is %1.").arg(breakablePath(outsideTextInSentence(folder)));
}

QString inTwoLines(QString words)
{
    qsizetype best = -1;
    for (qsizetype space = words.indexOf(u' '); space >= 0; space = words.indexOf(u' ', space + 1)) {
        if (best < 0 || qAbs(2 * space - words.size()) < qAbs(2 * best - words.size()))
            best = space;
    }
    if (best >= 0)
        words[best] = u'\n';
    return words;
}

} // namespace watchword::app
