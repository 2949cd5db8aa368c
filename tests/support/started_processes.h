// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/files.h"

#include <QDir>

#include <vector>

#include <sys/types.h>

namespace watchword::tests {

/// The processes that this one has started and that it has not seen end.
inline std::vector<pid_t> startedProcesses()
{
    std::vector<pid_t> found;
    const auto threads = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        const QByteArray children = contentOf(QStringLiteral("/proc/self/task/%1/children").arg(thread)).simplified();
        for (const QByteArray &number : children.split(' ')) {
            if (!number.isEmpty())
                found.push_back(number.toInt());
        }
    }
    return found;
}

} // namespace watchword::tests
