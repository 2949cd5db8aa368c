// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/confinement/confinement.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace watchword;

namespace {

/// What a process that is confined says of an attempt: 0, or the error's number. Only system calls are made in it.
template <class Attempt>
int confined(Attempt attempt)
{
    const pid_t child = ::fork();
    if (child == 0) {
        app::confine();
        errno = 0;
        ::_exit(attempt() ? 0 : errno != 0 ? errno : 255);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

rlim_t limitOf(__rlimit_resource resource)
{
    rlimit limit = {};
    ::getrlimit(resource, &limit);
    return limit.rlim_max;
}

} // namespace

#define NEEDS_LANDLOCK()                                                                                               \
    if (::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) < 0)                       \
    QSKIP("the kernel has no Landlock")

/// What the renderer cannot do, whatever takes hold of it.
class TestConfinement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads_the_systems_files_and_no_others();
    void changes_no_file();
    void has_no_way_to_others();
    void is_bounded();
    void ends_with_whoever_started_it();

private:
    QTemporaryDir m_folder;
    QByteArray m_private;
};

void TestConfinement::initTestCase()
{
    m_private = QFile::encodeName(m_folder.filePath(QStringLiteral("private")));
    QFile file(QString::fromLocal8Bit(m_private));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
}

void TestConfinement::reads_the_systems_files_and_no_others()
{
    NEEDS_LANDLOCK();
    const auto opens = [](const char *path, int how = O_RDONLY) { return [=] { return ::open(path, how) >= 0; }; };
    QVERIFY(opens(m_private.constData())());
    QVERIFY(opens("/etc/passwd")());
    QCOMPARE(confined(opens(m_private.constData())), EACCES);
    QCOMPARE(confined(opens("/etc/passwd")), EACCES);
    QCOMPARE(confined(opens("/proc/self/environ")), EACCES);
    QCOMPARE(confined(opens("/", O_RDONLY | O_DIRECTORY)), EACCES);
    QCOMPARE(confined(opens("/usr/share/fonts", O_RDONLY | O_DIRECTORY)), 0);
    QCOMPARE(confined(opens("/lib/x86_64-linux-gnu/libc.so.6")),
             QFile::exists(QStringLiteral("/lib/x86_64-linux-gnu/libc.so.6")) ? 0 : ENOENT);
}

void TestConfinement::changes_no_file()
{
    NEEDS_LANDLOCK();
    const char *path = m_private.constData();
    const QByteArray other = m_private + ".other";
    QCOMPARE(confined([=] { return ::open(path, O_WRONLY) >= 0; }), EACCES);
    QCOMPARE(confined([=] { return ::truncate(path, 0) == 0; }), EPERM);
    QCOMPARE(confined([=] { return ::unlink(path) == 0; }), EACCES);
    QCOMPARE(confined([&] { return ::rename(path, other.constData()) == 0; }), EACCES);
    QCOMPARE(confined([&] { return ::open(other.constData(), O_WRONLY | O_CREAT, 0600) >= 0; }), EACCES);
    QCOMPARE(confined([&] { return ::mkdir(other.constData(), 0700) == 0; }), EACCES);
    // A file that was open before, as standard error could be.
    const int open = ::open(path, O_WRONLY | O_APPEND);
    QVERIFY(open >= 0);
    QCOMPARE(confined([=] { return ::write(open, "x", 1) == 1; }), 1000 + SIGXFSZ);
    ::close(open);
    QFile file(QString::fromLocal8Bit(m_private));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestConfinement::has_no_way_to_others()
{
    for (const int family : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK})
        QCOMPARE(confined([=] { return ::socket(family, SOCK_DGRAM, 0) >= 0; }), EPERM);
    char name[] = "/bin/true";
    char *const arguments[] = {name, nullptr};
    QCOMPARE(confined([&] { return ::execv(name, arguments) == 0; }), EPERM);
    const pid_t parent = ::getpid();
    QCOMPARE(confined([=] { return ::kill(parent, 0) == 0; }), EPERM);
    QCOMPARE(confined([=] { return ::tgkill(parent, parent, 0) == 0; }), EPERM);
    QVERIFY(confined([] { return ::raise(SIGKILL) == 0; }) == EPERM); // but it can end itself:
    QVERIFY(confined([] {
                ::abort();
                return true;
            })
            > 1000);
    int here = 0;
    iovec place = {&here, sizeof here};
    QCOMPARE(confined([=] { return ::process_vm_readv(parent, &place, 1, &place, 1, 0) > 0; }), EPERM);
    QCOMPARE(confined([] { return ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1; }), 0);
}

void TestConfinement::is_bounded()
{
    QCOMPARE(confined([] { return limitOf(RLIMIT_CORE) == 0; }), 0);
    QCOMPARE(confined([] { return limitOf(RLIMIT_FSIZE) == 0; }), 0);
    QCOMPARE(confined([] { return limitOf(RLIMIT_NOFILE) <= 64; }), 0);
    QCOMPARE(confined([] { return limitOf(RLIMIT_CPU) <= 60; }), 0);
    QCOMPARE(confined([] { return limitOf(RLIMIT_AS) <= rlim_t{1} << 30; }), 0);
    QCOMPARE(confined([] {
                 return ::mmap(nullptr, std::size_t{1} << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                     != MAP_FAILED;
             }),
             ENOMEM);
}

// Its parent starts it and is killed; it holds the pipe open as long as it lives.
void TestConfinement::ends_with_whoever_started_it()
{
    std::array<int, 2> ends = {-1, -1};
    QCOMPARE(::pipe(ends.data()), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        if (::fork() == 0) {
            app::confine();
            [[maybe_unused]] const ssize_t said = ::write(ends[1], "x", 1);
        }
        for (;;)
            ::pause();
    }
    ::close(ends[1]);
    char said = 0;
    QCOMPARE(::read(ends[0], &said, 1), 1);
    ::kill(parent, SIGKILL);
    ::waitpid(parent, nullptr, 0);
    QCOMPARE(::read(ends[0], &said, 1), 0);
    ::close(ends[0]);
}

QTEST_GUILESS_MAIN(TestConfinement)
#include "tst_confinement.moc"
