// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/child_process.h"
#include "core/base/secret_bytes.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <span>

namespace watchword::app {

/// How long a child may take.
struct Patience {
    std::chrono::milliseconds forOne{10'000};     ///< until the next of its answers is there
    std::chrono::milliseconds altogether{60'000}; ///< that is waited for it
};

/// A process of our own program that gets what a stranger made and answers, so that no fault in the libraries that look at it
/// reaches this process: talked to with patience. Blocking: off the GUI thread.
class ChildProgram
{
public:
    explicit ChildProgram(const QString &program);

    bool isRunning() const { return m_process.isRunning(); }
    /// Why it is not.
    bool isMissing() const { return m_process.isMissing(); }

    /// What is read and written from now on belongs to one answer: the patience for one begins. `isCancelled` is looked at
    /// while it is waited; it lives until the next `begin`, or as long as this.
    void begin(const Patience &patience, const std::atomic_bool *isCancelled = nullptr);
    /// Each of these says whether it could be done before the patience ended.
    bool write(ByteView bytes);
    bool endInput();
    bool read(std::span<std::byte> to);
    /// Whether it was the time that ended it.
    bool isSlow() const { return m_isSlow; }

private:
    bool becomes(short event);

    ChildProcess m_process;
    Patience m_patience;
    const std::atomic_bool *m_isCancelled = nullptr;
    bool m_isSlow = false;
    std::chrono::nanoseconds m_waited{0};
    std::chrono::nanoseconds m_waitedForOne{0};
};

} // namespace watchword::app
