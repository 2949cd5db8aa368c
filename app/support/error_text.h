// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/enrol/recognise.h"

#include <QCoreApplication>
#include <QStringList>

namespace watchword::app {

/// An error in words: what is the matter in one sentence, and in another what to do about it (may be empty). Plain text.
struct ErrorText {
    QString sentence;
    QString hint;

    /// Both, as one paragraph.
    QString whole() const;
};

/// The words for an error. Only details that are safe to show (an offending character, an unknown algorithm, a host) are
/// in them.
ErrorText errorText(const Error &error);

/// A code that is no account of ours, in words: whose it is, and what to do instead. Plain text.
struct OriginText {
    QString title;     ///< "This code is for Microsoft's app"
    QString lead;      ///< one sentence under the title
    QStringList steps; ///< what to do, none to three
    QString noteTitle; ///< may be empty, as the note
    QString note;
    QString sentence; ///< the whole in one paragraph, for a list or a terminal
};

/// The words for what was recognised. `host` is that of a web link.
OriginText originText(enrol::Origin origin, const QString &host = {});

} // namespace watchword::app
