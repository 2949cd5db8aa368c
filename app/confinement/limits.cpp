// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/confinement/limits.h"

#include <cerrno>
#include <cstddef>
#include <vector>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace watchword::app {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t architecture = 0; // system calls have other numbers there
#endif

} // namespace

const std::uint64_t FileRules::read = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
const std::uint64_t FileRules::execute = LANDLOCK_ACCESS_FS_EXECUTE;
const std::uint64_t FileRules::write = LANDLOCK_ACCESS_FS_WRITE_FILE;
const std::uint64_t FileRules::makeAndRemove = LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG;

FileRules::FileRules()
{
    const landlock_ruleset_attr all = {
        .handled_access_fs = read | execute | write | makeAndRemove | LANDLOCK_ACCESS_FS_REMOVE_DIR
            | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_SOCK
            | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM};
    m_rules = int(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
}

FileRules::~FileRules()
{
    if (m_rules >= 0)
        ::close(m_rules);
}

void FileRules::allow(const char *folder, std::uint64_t what)
{
    landlock_path_beneath_attr beneath = {};
    beneath.allowed_access = what;
    beneath.parent_fd = ::open(folder, O_PATH | O_CLOEXEC);
    if (beneath.parent_fd < 0)
        return;
    ::syscall(SYS_landlock_add_rule, m_rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    ::close(beneath.parent_fd);
}

void FileRules::enforce()
{
    ::syscall(SYS_landlock_restrict_self, m_rules, 0);
}

void forbidSystemCalls(std::span<const long> calls, std::span<const int> socketFamilies)
{
    if (architecture == 0)
        return;
    constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
    constexpr std::uint32_t otherNumbers = 0x40000000; // the same calls by the numbers of x32
    std::vector<sock_filter> program;
    const auto add = [&](sock_filter line) { program.push_back(line); };
    const auto load = [](std::size_t offset) {
        return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, std::uint32_t(offset));
    };
    const auto answer = [](std::uint32_t what) { return sock_filter BPF_STMT(BPF_RET | BPF_K, what); };
    add(load(offsetof(seccomp_data, arch)));
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0));
    add(answer(SECCOMP_RET_KILL_PROCESS));
    add(load(offsetof(seccomp_data, nr)));
    add(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, otherNumbers, 0, 1));
    add(answer(refuse));
    for (const long call : calls) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, std::uint32_t(call), 0, 1));
        add(answer(refuse));
    }
    // The first argument of socket() is the family.
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 1, 0));
    add(answer(SECCOMP_RET_ALLOW));
    add(load(offsetof(seccomp_data, args)));
    for (const int family : socketFamilies) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, std::uint32_t(family), 0, 1));
        add(answer(SECCOMP_RET_ALLOW));
    }
    add(answer(refuse));
    const sock_fprog filter = {.len = static_cast<unsigned short>(program.size()), .filter = program.data()};
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

} // namespace watchword::app
