// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/screen.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace watchword::bench {

/// What one reader did on one screen.
struct ScreenReading {
    std::vector<bool> found; ///< for each code that counts
    int madeUp = 0;          ///< payloads that are nowhere on the screen
    bool wasStopped = false; ///< it took too long
    double milliseconds = 0;
};

/// One screen and what readers did on it; no payload is kept.
struct ScreenResult {
    quint32 seed = 0;
    QString size;                            ///< such as 1920x1080
    QString picture;                         ///< a digest: results of another picture must not be merged with this one
    std::vector<screens::CodeClasses> codes; ///< of the codes that count
    int unreadable = 0;                      ///< codes that do not count
    std::map<std::string, ScreenReading> readings;
};

/// Results by seed, kept in files of one JSON object a line.
class ScreenResults
{
public:
    /// A reading that is there already is replaced. False: the same seed with another picture.
    bool add(const ScreenResult &result);
    /// False, with a line on standard error: the file cannot be read, or holds results of other pictures.
    bool addFile(const QString &name);
    /// Prints recall a class, processor time a size and what was made up, over the screens that all readers have read.
    void report() const;

private:
    std::map<quint32, ScreenResult> m_results;
};

QByteArray asLine(const ScreenResult &result);

} // namespace watchword::bench
