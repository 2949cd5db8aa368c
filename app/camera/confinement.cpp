// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/confinement.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>
#include <QStandardPaths>

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
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace watchword::app {

namespace {

constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t writing =
    LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG;
constexpr std::uint64_t everything = reading | writing | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_REMOVE_DIR
    | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_SOCK
    | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

void allow(int rules, const QByteArray &folder, std::uint64_t what)
{
    landlock_path_beneath_attr beneath = {};
    beneath.allowed_access = what;
    beneath.parent_fd = ::open(folder.constData(), O_PATH | O_CLOEXEC);
    if (beneath.parent_fd < 0)
        return;
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    ::close(beneath.parent_fd);
}

void limitCameraFiles()
{
    const landlock_ruleset_attr all = {.handled_access_fs = everything};
    const int rules = int(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
    if (rules < 0)
        return;
    for (const char *folder : {"/usr", "/lib", "/lib64", "/nix/store", "/app"})
        allow(rules, folder, reading | LANDLOCK_ACCESS_FS_EXECUTE);
    for (const char *folder : {"/etc", "/proc", "/sys", "/run"})
        allow(rules, folder, reading);
    for (const QByteArray &folder :
         (qgetenv("GST_PLUGIN_PATH") + ':' + qgetenv("GST_PLUGIN_SYSTEM_PATH") + ':' + qgetenv("LD_LIBRARY_PATH"))
             .split(':'))
        allow(rules, folder, reading | LANDLOCK_ACCESS_FS_EXECUTE);
    allow(rules, "/dev", reading | LANDLOCK_ACCESS_FS_WRITE_FILE);
    // What plug-ins there are is remembered there; looking at each again takes seconds.
    const QString remembered =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/gstreamer-1.0");
    QDir().mkpath(remembered);
    allow(rules, QFile::encodeName(remembered), reading | writing);
    ::syscall(SYS_landlock_restrict_self, rules, 0);
    ::close(rules);
}

#if defined(__x86_64__)
constexpr std::uint32_t cameraArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t cameraArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t cameraArchitecture = 0; // system calls have other numbers there
#endif

/// What reaches the network or into other processes is answered with EPERM. Sockets of this computer (the media server) and of its
/// kernel (which devices come and go) stay.
void limitCameraCalls()
{
    constexpr std::array forbidden = {SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_keyctl,
                                      SYS_io_uring_setup};
    constexpr std::array families = {AF_UNIX, AF_NETLINK};
    constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
    constexpr std::uint32_t otherNumbers = 0x40000000; // the same calls by the numbers of x32
    std::array<sock_filter, 2 * (forbidden.size() + families.size()) + 10> program = {};
    std::size_t size = 0;
    const auto add = [&](sock_filter line) { program[size++] = line; };
    const auto load = [](std::size_t offset) {
        return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, std::uint32_t(offset));
    };
    const auto answer = [](std::uint32_t what) { return sock_filter BPF_STMT(BPF_RET | BPF_K, what); };
    add(load(offsetof(seccomp_data, arch)));
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, cameraArchitecture, 1, 0));
    add(answer(SECCOMP_RET_KILL_PROCESS));
    add(load(offsetof(seccomp_data, nr)));
    add(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, otherNumbers, 0, 1));
    add(answer(refuse));
    for (const long call : forbidden) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, std::uint32_t(call), 0, 1));
        add(answer(refuse));
    }
    // The first argument of socket() is the family.
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 1, 0));
    add(answer(SECCOMP_RET_ALLOW));
    add(load(offsetof(seccomp_data, args)));
    for (const int family : families) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, std::uint32_t(family), 0, 1));
        add(answer(SECCOMP_RET_ALLOW));
    }
    add(answer(refuse));
    const sock_fprog filter = {.len = static_cast<unsigned short>(size), .filter = program.data()};
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

} // namespace

void confineCamera()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    limitCameraFiles();
    if (cameraArchitecture != 0)
        limitCameraCalls();
}

} // namespace watchword::app
