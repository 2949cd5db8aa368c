// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/confinement/confinement.h"

#include "app/confinement/limits.h"

#include <array>
#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

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
    FileRules rules;
    // Plug-ins for pictures inside SVG, fonts, and what poppler knows of them.
    for (const char *folder : {"/usr", "/lib", "/etc/fonts", "/var/cache/fontconfig"})
        rules.allow(folder, FileRules::read);
    rules.enforce();
}

/// What reaches others.
void limitSystemCalls()
{
    constexpr std::array<long, 16> forbidden = {SYS_connect,
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
    forbidSystemCalls(forbidden, {});
}

} // namespace

void confine()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limitResources();
    limitFiles();
    limitSystemCalls();
}

} // namespace watchword::app
