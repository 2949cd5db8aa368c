// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace watchword::app {

/// Gives the program the person's language (the first of `locale`'s languages that there is, else English) and Qt's own
/// words in it where they are installed. Once, before the first window.
void installTranslations(QCoreApplication &application, const QLocale &locale);
/// With the system's language.
void installTranslations(QCoreApplication &application);

} // namespace watchword::app
