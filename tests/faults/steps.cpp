// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/steps.h"

#include "tests/faults/hurried_clock.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace watchword::faults {

namespace {

constexpr int untilItGivesUp = 60; // s of the program's own time

constexpr std::array kinds = {std::pair("EIO", Fault::InputOutputError), std::pair("ENOSPC", Fault::NoSpace),
                              std::pair("short", Fault::ShortWrite),     std::pair("torn", Fault::TornWrite),
                              std::pair("error", Fault::Refused),        std::pair("error-done", Fault::RefusedButDid),
                              std::pair("not-found", Fault::NotFound),   std::pair("hang", Fault::HangsUndone),
                              std::pair("hang-done", Fault::HangsDone),  std::pair("late", Fault::Late),
                              std::pair("twice", Fault::Twice),          std::pair("die-before", Fault::DiesBefore),
                              std::pair("die-after", Fault::DiesAfter)};

std::string setting(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

/// Past our own wrappers.
void log(const std::string &line)
{
    static const std::string path = setting("WATCHWORD_FAULT_LOG");
    const long file = ::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const std::string text = line + '\n';
    ::syscall(SYS_write, file, text.data(), text.size());
    ::syscall(SYS_close, file);
}

Fault wantedFault()
{
    const std::string wanted = setting("WATCHWORD_FAULT_KIND");
    for (const auto &[name, fault] : kinds) {
        if (wanted == name)
            return fault;
    }
    return Fault::None;
}

void waitToDie()
{
    waitHurried(untilItGivesUp);
    log("gave up waiting");
    die();
}

} // namespace

Fault beginStep(const std::string &name)
{
    static const std::string wanted = setting("WATCHWORD_FAULT_STEP");
    static const Fault fault = wantedFault();
    static std::mutex mutex;
    static std::map<std::string, int> counts;
    const std::scoped_lock lock(mutex);
    const std::string numbered = name + ' ' + std::to_string(++counts[name]);
    log(numbered);
    if (numbered != wanted)
        return Fault::None;
    log("fired");
    return fault;
}

void die()
{
    ::kill(::getpid(), SIGKILL);
    std::abort();
}

void dieOfWaiting()
{
    std::thread(waitToDie).detach();
}

void blockFor(bool forever)
{
    if (forever)
        waitToDie();
    waitHurried(lateSeconds);
}

} // namespace watchword::faults
