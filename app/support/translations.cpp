// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

// Resources of a static library have to be asked for; the macro must stand outside every namespace.
static void addLanguages()
{
    Q_INIT_RESOURCE(watchword_i18n);
}

namespace watchword::app {

namespace {

void install(QCoreApplication &application, std::unique_ptr<QTranslator> translator, bool isLoaded)
{
    if (!isLoaded)
        return;
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    addLanguages();
    const QString folder = QStringLiteral(":/i18n");
    const QString separator = QStringLiteral("_");

    // English first: its plurals hold wherever the person's language has no words. The last one installed is asked first.
    auto english = std::make_unique<QTranslator>();
    const bool hasEnglish = english->load(QStringLiteral("watchword_en"), folder);
    install(application, std::move(english), hasEnglish);

    auto qt = std::make_unique<QTranslator>();
    const bool hasQt =
        qt->load(locale, QStringLiteral("qtbase"), separator, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, std::move(qt), hasQt);

    auto own = std::make_unique<QTranslator>();
    const bool hasOwn = own->load(locale, QStringLiteral("watchword"), separator, folder);
    install(application, std::move(own), hasOwn);
}

void installTranslations(QCoreApplication &application)
{
    installTranslations(application, QLocale::system());
}

} // namespace watchword::app
