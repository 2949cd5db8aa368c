// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/export_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace watchword::app {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

} // namespace

QString numbersText(const QList<int> &numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts << QLocale().toString(number);
    if (texts.size() < 2)
        return texts.join(QString());
    const QString last = texts.takeLast();
    return ExportWords::tr("%1 and %2").arg(texts.join(QStringLiteral(", ")), last);
}

QString missingPartsText(const transfer::MigrationSet &set)
{
    const QList<int> missing = set.missing();
    if (missing.isEmpty())
        return {};
    const QString size = QLocale().toString(int(set.parts.size()));
    return missing.size() == 1 ? ExportWords::tr("Part %1 of %2 is missing.").arg(numbersText(missing), size)
                               : ExportWords::tr("Parts %1 of %2 are missing.").arg(numbersText(missing), size);
}

} // namespace watchword::app
