// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

/// What a process can take from itself with Landlock and seccomp, for it and all that it starts. A kernel that does not offer it is no
/// error.
namespace watchword::app {

/// Of all files, only what is allowed can still be reached once `enforce` was called.
class FileRules
{
public:
    static const std::uint64_t read;
    static const std::uint64_t execute;
    static const std::uint64_t write;         ///< to files that are there
    static const std::uint64_t makeAndRemove; ///< files

    FileRules();
    ~FileRules();
    FileRules(const FileRules &) = delete;
    FileRules &operator=(const FileRules &) = delete;

    /// In this folder and below it; a folder that is not there is passed over.
    void allow(const char *folder, std::uint64_t what);
    void enforce();

private:
    int m_rules;
};

/// Answers these system calls with EPERM from now on, and socket() too where it asks for another family than these; none: for all.
/// Only where the numbers of the calls are known; calls by those of another architecture end the process.
void forbidSystemCalls(std::span<const long> calls, std::span<const int> socketFamilies);

} // namespace watchword::app
