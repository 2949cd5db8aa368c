// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/steps.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdlib>
#include <optional>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// What changes files in the folder. The kernel is called directly: no other way leads past a wrapper.

namespace watchword::faults {

namespace {

/// A name without the time at its end, which differs from run to run: `book.lost-1795955162`.
std::string withoutTime(const std::string &name)
{
    const std::size_t last = name.find_last_not_of("0123456789");
    return last == std::string::npos || name[last] != '-' ? name : name.substr(0, last + 1);
}

/// What a file in the folder is for: its name without what was drawn at random; nothing for files elsewhere.
std::optional<std::string> roleOf(const std::string &path)
{
    static const char *const setting = std::getenv("WATCHWORD_FAULT_FOLDER");
    static const std::string folder = setting ? setting : "";
    if (folder.empty() || !path.starts_with(folder))
        return {};
    if (path.size() == folder.size())
        return "folder";
    if (path[folder.size()] != '/')
        return {};
    const std::string name = path.substr(folder.size() + 1);
    constexpr std::string_view drawn = ".new-";
    const std::size_t place = name.rfind(drawn);
    return place == std::string::npos ? withoutTime(name)
                                      : withoutTime(name.substr(0, place)) + name.substr(place, drawn.size() - 1);
}

std::optional<std::string> roleOf(const char *path)
{
    return path ? roleOf(std::string(path)) : std::nullopt;
}

std::optional<std::string> roleOf(int file)
{
    std::array<char, PATH_MAX> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = ::readlink(link.c_str(), path.data(), path.size());
    return length < 0 ? std::nullopt : roleOf(std::string(path.data(), std::size_t(length)));
}

int failWith(int number)
{
    errno = number;
    return -1;
}

/// Does what `fault` makes of a call on a file.
template <class Call>
auto carryOut(Fault fault, Call call) -> decltype(call())
{
    switch (fault) {
    case Fault::InputOutputError: return failWith(EIO);
    case Fault::NoSpace: return failWith(ENOSPC);
    case Fault::HangsUndone: blockFor(true); break;
    case Fault::DiesBefore: die();
    case Fault::Late: blockFor(false); break;
    case Fault::Twice: call(); break; // as a file server does that did not hear its own answer
    case Fault::DiesAfter: call(); die();
    default: break;
    }
    return call();
}

/// A write of `length` bytes; `call` writes so many of them.
template <class Call>
ssize_t write(int file, std::size_t length, Call call)
{
    const auto role = roleOf(file);
    const Fault fault = role ? beginStep("write " + *role) : Fault::None;
    if (fault == Fault::ShortWrite)
        return call(length / 2);
    if (fault == Fault::TornWrite) {
        call(length / 2);
        die();
    }
    return carryOut(fault, [&]() -> ssize_t { return call(length); });
}

int sync(int file, long number, const char *name)
{
    const auto role = roleOf(file);
    const Fault fault = role ? beginStep(name + *role) : Fault::None;
    return carryOut(fault, [=] { return int(::syscall(number, file)); });
}

template <class Call>
int change(const char *name, const char *from, const char *to, Call call)
{
    const auto roleFrom = roleOf(from);
    const auto roleTo = roleOf(to);
    if (!roleFrom && !roleTo)
        return call();
    return carryOut(beginStep(name + roleFrom.value_or("?") + '>' + roleTo.value_or("?")), call);
}

int move(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    return change("rename ", from, to,
                  [=] { return int(::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags)); });
}

int connect(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    return change("link ", from, to, [=] { return int(::syscall(SYS_linkat, fromFolder, from, toFolder, to, flags)); });
}

int remove(int folder, const char *path, int flags)
{
    const auto role = roleOf(path);
    const Fault fault = role ? beginStep("unlink " + *role) : Fault::None;
    return carryOut(fault, [=] { return int(::syscall(SYS_unlinkat, folder, path, flags)); });
}

int open(int folder, const char *path, int flags, mode_t mode)
{
    const auto role = (flags & O_CREAT) != 0 ? roleOf(path) : std::nullopt;
    const Fault fault = role ? beginStep("create " + *role) : Fault::None;
    return carryOut(fault, [=] { return int(::syscall(SYS_openat, folder, path, flags, mode)); });
}

int makeTemporary(char *name, int flags)
{
    const auto role = roleOf(name);
    const std::string pattern = name;
    static const auto next = real<int (*)(char *, int)>("mkostemp");
    return carryOut(role ? beginStep("create " + *role) : Fault::None, [&] {
        pattern.copy(name, pattern.size());
        return next(name, flags);
    });
}

mode_t modeOf(int flags, va_list more)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}

} // namespace

} // namespace watchword::faults

namespace faults = watchword::faults;

WATCHWORD_WRAPPER ssize_t write(int file, const void *bytes, std::size_t count)
{
    return faults::write(file, count,
                         [=](std::size_t length) { return ssize_t(::syscall(SYS_write, file, bytes, length)); });
}

WATCHWORD_WRAPPER ssize_t pwrite64(int file, const void *bytes, std::size_t count, off64_t offset)
{
    return faults::write(
        file, count, [=](std::size_t length) { return ssize_t(::syscall(SYS_pwrite64, file, bytes, length, offset)); });
}

WATCHWORD_WRAPPER ssize_t pwrite(int file, const void *bytes, std::size_t count, off_t offset)
{
    return pwrite64(file, bytes, count, offset);
}

WATCHWORD_WRAPPER ssize_t writev(int file, const iovec *parts, int count)
{
    return faults::write(file, count > 0 ? parts->iov_len : 0, [=](std::size_t length) {
        const bool isWhole = count > 0 && length == parts->iov_len;
        return ssize_t(isWhole || count <= 0 ? ::syscall(SYS_writev, file, parts, count)
                                             : ::syscall(SYS_write, file, parts->iov_base, length));
    });
}

WATCHWORD_WRAPPER int fsync(int file)
{
    return faults::sync(file, SYS_fsync, "fsync ");
}

WATCHWORD_WRAPPER int fdatasync(int file)
{
    return faults::sync(file, SYS_fdatasync, "fdatasync ");
}

WATCHWORD_WRAPPER int rename(const char *from, const char *to) noexcept
{
    return faults::move(AT_FDCWD, from, AT_FDCWD, to, 0);
}

WATCHWORD_WRAPPER int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    return faults::move(fromFolder, from, toFolder, to, 0);
}

WATCHWORD_WRAPPER int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    return faults::move(fromFolder, from, toFolder, to, flags);
}

WATCHWORD_WRAPPER int link(const char *from, const char *to) noexcept
{
    return faults::connect(AT_FDCWD, from, AT_FDCWD, to, 0);
}

WATCHWORD_WRAPPER int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    return faults::connect(fromFolder, from, toFolder, to, flags);
}

WATCHWORD_WRAPPER int unlink(const char *path) noexcept
{
    return faults::remove(AT_FDCWD, path, 0);
}

WATCHWORD_WRAPPER int unlinkat(int folder, const char *path, int flags) noexcept
{
    return faults::remove(folder, path, flags);
}

WATCHWORD_WRAPPER int mkdir(const char *path, mode_t mode) noexcept
{
    const auto role = faults::roleOf(path);
    return faults::carryOut(role ? faults::beginStep("mkdir " + *role) : faults::Fault::None,
                            [=] { return int(::syscall(SYS_mkdirat, AT_FDCWD, path, mode)); });
}

WATCHWORD_WRAPPER int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = faults::modeOf(flags, more);
    va_end(more);
    return faults::open(AT_FDCWD, path, flags, mode);
}

WATCHWORD_WRAPPER int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = faults::modeOf(flags, more);
    va_end(more);
    return faults::open(AT_FDCWD, path, flags, mode);
}

WATCHWORD_WRAPPER int mkostemp(char *name, int flags)
{
    return faults::makeTemporary(name, flags);
}

WATCHWORD_WRAPPER int mkostemp64(char *name, int flags)
{
    return faults::makeTemporary(name, flags);
}
