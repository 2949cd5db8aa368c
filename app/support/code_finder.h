// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/child_program.h"
#include "core/base/error.h"
#include "core/qr/reader.h"

#include <QImage>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace watchword::app {

/// Where the reader is (`ownProgram`).
QString readerProgram();

/// What was found in a picture.
struct FoundCodes {
    std::vector<qr::Found> codes; ///< each once, in reading order
    std::optional<Error> error;   ///< why the search for QR codes did not come to its end
};

/// Reads the codes of pictures as qr::Reader does, but by a process of our own (`app/reader`), which gets a picture's greys and
/// nothing else: the library that decodes ends the process that it runs in when it meets what it did not expect (its checks are
/// on in the packages of distributions), and that must not be the one that has the accounts. One process serves one picture
/// after the other, and is replaced when it has ended. Blocking: off the GUI thread, one picture at a time.
class CodeFinder
{
public:
    explicit CodeFinder(QString program = readerProgram(),
                        std::chrono::milliseconds patience = std::chrono::seconds{20});
    ~CodeFinder();

    /// Starts the reader and has it prepare for a picture of this size, before that is there. Not blocking.
    void prepare(const QSize &size);
    /// `onFound` hears of each code as soon as it is read. Waits for the reader's answer no longer than the search may take and
    /// then the patience. Errors: RendererMissing, RendererFailed, RendererSlow, each with the detail "search".
    FoundCodes read(const QImage &picture, const qr::SearchLimits &limits = {},
                    const std::function<void(const qr::Found &)> &onFound = {});

private:
    enum class Outcome { Done, Failed, Slow, Missing };

    ChildProgram &child();
    Outcome ask(const QImage &picture, const qr::SearchLimits &limits,
                const std::function<void(const qr::Found &)> &onFound, std::vector<qr::Found> &codes);

    QString m_program;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<ChildProgram> m_child;
};

} // namespace watchword::app
