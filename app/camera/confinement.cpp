// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/confinement.h"

#include "app/confinement/limits.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>
#include <QStandardPaths>

#include <array>
#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

namespace watchword::app {

namespace {

void limitCameraFiles()
{
    FileRules rules;
    for (const char *folder : {"/usr", "/lib", "/lib64", "/nix/store", "/app"})
        rules.allow(folder, FileRules::read | FileRules::execute);
    for (const char *folder : {"/etc", "/proc", "/sys", "/run"})
        rules.allow(folder, FileRules::read);
    for (const QByteArray &folder :
         (qgetenv("GST_PLUGIN_PATH") + ':' + qgetenv("GST_PLUGIN_SYSTEM_PATH") + ':' + qgetenv("LD_LIBRARY_PATH"))
             .split(':'))
        rules.allow(folder.constData(), FileRules::read | FileRules::execute);
    rules.allow("/dev", FileRules::read | FileRules::write);
    // What plug-ins there are is remembered there; looking at each again takes seconds.
    const QString remembered =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/gstreamer-1.0");
    QDir().mkpath(remembered);
    rules.allow(QFile::encodeName(remembered).constData(),
                FileRules::read | FileRules::write | FileRules::makeAndRemove);
    rules.enforce();
}

/// What reaches the network or into other processes. Sockets of this computer (the media server) and of its kernel (which devices
/// come and go) stay.
void limitCameraCalls()
{
    constexpr std::array<long, 5> forbidden = {SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_keyctl,
                                               SYS_io_uring_setup};
    constexpr std::array families = {AF_UNIX, AF_NETLINK};
    forbidSystemCalls(forbidden, families);
}

} // namespace

void confineCamera()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    limitCameraFiles();
    limitCameraCalls();
}

} // namespace watchword::app
