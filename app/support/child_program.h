// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <span>

#include <sys/types.h>

namespace watchword::app {

/// Where a program is that only we start: in the libexec folder of the programs' own installation, or beside the program in a
/// build. Never looked for elsewhere.
QString childProgram(const QString &name);

/// How long a child may take.
struct Patience {
    std::chrono::milliseconds forOne{10'000};     ///< until the next of its answers is there
    std::chrono::milliseconds altogether{60'000}; ///< that is waited for it
};

/// A process of ours that gets what a stranger made, so that no fault in the libraries that look at it reaches this process:
/// only a socket is open in it, and nothing of our environment. It does not outlive this. Blocking: off the GUI thread.
class ChildProgram
{
public:
    /// `isCancelled` is looked at while it is waited; it outlives this.
    ChildProgram(const QString &program, const Patience &patience, const std::atomic_bool *isCancelled = nullptr);
    ~ChildProgram();
    ChildProgram(const ChildProgram &) = delete;
    ChildProgram &operator=(const ChildProgram &) = delete;

    bool isRunning() const { return m_process > 0; }
    /// Why it is not.
    bool isMissing() const { return m_isMissing; }

    /// Each of these says whether it could be done before the patience for one answer ended, which `begin` begins.
    void begin() { m_waitedForOne = std::chrono::nanoseconds{0}; }
    bool write(ByteView bytes);
    bool endInput();
    bool read(std::span<std::byte> to);
    /// Whether it was the time that ended it.
    bool isSlow() const { return m_isSlow; }

private:
    bool becomes(short event);

    Patience m_patience;
    const std::atomic_bool *m_isCancelled;
    pid_t m_process = -1;
    int m_socket = -1;
    bool m_isMissing = false;
    bool m_isSlow = false;
    std::chrono::nanoseconds m_waited{0};
    std::chrono::nanoseconds m_waitedForOne{0};
};

} // namespace watchword::app
