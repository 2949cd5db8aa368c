// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QCoreApplication>
#include <QStringList>

#include <expected>
#include <optional>
#include <vector>

namespace watchword::app::cli {

/// The context of the command line's sentences in the translations.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// What was asked for. Arguments stay SecretBytes: a link among them holds a secret.
struct Invocation {
    QString command;                    ///< empty: none
    std::vector<SecretBytes> arguments; ///< without the command and the options
    QString dataDirectory;              ///< empty: the usual one
    QString passwordFile;               ///< empty: a person is asked
    QStringList images;
    std::optional<QString> issuer; ///< new ones; may be empty
    std::optional<QString> name;
    std::optional<qint64> at; ///< UNIX seconds
    bool json = false;
    bool next = false;
    bool screen = false;
    bool reveal = false;
    bool trash = false;
    bool help = false;
    bool version = false;

    /// Reads the arguments; else the sentence that says what is wrong with them. `json` is looked for first, so that
    /// also that sentence can be an object.
    static std::expected<Invocation, QString> read(std::vector<SecretBytes> arguments);
    static bool wantsJson(const std::vector<SecretBytes> &arguments);
};

} // namespace watchword::app::cli
