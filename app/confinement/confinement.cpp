// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/confinement/confinement.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace watchword::app {

namespace {

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both = {most, most};
    ::setrlimit(resource, &both);
}

void limitResources()
{
    constexpr rlim_t mebibyte = rlim_t{1024} * 1024;
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, 1024 * mebibyte);
    limit(RLIMIT_CPU, 60);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_FSIZE, 0);
}

/// Of all files only these folders can still be read, and nothing be changed or started.
void limitFiles()
{
    constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    const landlock_ruleset_attr all = {
        .handled_access_fs = reading | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE
            | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR
            | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK
            | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM};
    const int rules = int(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
    if (rules < 0)
        return;
    // Plug-ins for pictures inside SVG, fonts, and what poppler knows of them.
    for (const char *folder : {"/usr", "/lib", "/etc/fonts", "/var/cache/fontconfig"}) {
        landlock_path_beneath_attr beneath = {};
        beneath.allowed_access = reading;
        beneath.parent_fd = ::open(folder, O_PATH | O_CLOEXEC);
        if (beneath.parent_fd < 0)
            continue;
        ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
        ::close(beneath.parent_fd);
    }
    ::syscall(SYS_landlock_restrict_self, rules, 0);
    ::close(rules);
}

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t architecture = 0; // system calls have other numbers there
#endif

/// What reaches others is answered with EPERM.
void limitSystemCalls()
{
    constexpr std::array forbidden = {SYS_socket,
                                      SYS_connect,
                                      SYS_execve,
                                      SYS_execveat,
                                      SYS_kill,
                                      SYS_tkill,
                                      SYS_tgkill,
                                      SYS_rt_sigqueueinfo,
                                      SYS_rt_tgsigqueueinfo,
                                      SYS_pidfd_send_signal,
                                      SYS_process_vm_readv,
                                      SYS_process_vm_writev,
                                      SYS_ptrace,
                                      SYS_keyctl,
                                      SYS_shmat,
                                      SYS_io_uring_setup,
                                      SYS_truncate};
    constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
    constexpr std::uint32_t otherNumbers = 0x40000000; // the same calls by the numbers of x32
    std::array<sock_filter, 2 * forbidden.size() + 7> program = {};
    std::size_t size = 0;
    const auto add = [&](sock_filter line) { program[size++] = line; };
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
    for (const long call : forbidden) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, std::uint32_t(call), 0, 1));
        add(answer(refuse));
    }
    add(answer(SECCOMP_RET_ALLOW));
    const sock_fprog filter = {.len = static_cast<unsigned short>(size), .filter = program.data()};
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

} // namespace

void confine()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limitResources();
    limitFiles();
    if (architecture != 0)
        limitSystemCalls();
}

} // namespace watchword::app
