// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/call_message.h"
#include "app/shell/single_instance.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <future>

using namespace watchword;
using namespace watchword::app;
using Role = SingleInstance::Role;

namespace {

const QByteArray acmeLink = "otpauth://totp/Acme:alice?secret=GEZDGNBVGY3TQOJQ&issuer=Acme";

Call callOf(const QByteArray &text, const QByteArray &token = {})
{
    return {SecretBytes::copyOf(bytesOf(text)), token};
}

/// A later start, on a thread of its own as it would be in a process of its own.
std::future<Role> startLater(const QString &directory, const QByteArray &text, const QByteArray &token = {})
{
    return std::async(std::launch::async, [=] { return SingleInstance(directory, {}).start(callOf(text, token)); });
}

bool isDone(const std::future<Role> &role)
{
    return role.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

int connectedTo(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ? socket : -1;
}

mode_t modeOf(const QByteArray &path)
{
    struct stat status{};
    return lstat(path.constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hands_the_text_and_the_token_to_the_first_instance_data();
    void hands_the_text_and_the_token_to_the_first_instance();
    void keeps_the_order_of_several_calls();
    void lets_only_this_user_come_near_the_socket();
    void takes_over_from_an_instance_that_was_killed();
    void becomes_the_first_again_when_the_first_has_gone();
    void stands_alone_without_a_run_time_folder_of_our_own_data();
    void stands_alone_without_a_run_time_folder_of_our_own();
    void stands_alone_when_the_first_does_not_answer();
    void does_not_hand_over_a_text_over_the_limit();
    void keeps_instances_of_another_key_apart();
    void is_not_held_up_by_callers_that_say_nothing();
    void refuses_what_is_not_exactly_one_call_data();
    void refuses_what_is_not_exactly_one_call();
    void takes_the_token_of_the_desktop_from_the_environment();

private:
    QByteArray folder() const { return QFile::encodeName(m_directory->path()) + "/watchword"; }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestSingleInstance::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void TestSingleInstance::hands_the_text_and_the_token_to_the_first_instance_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("token");
    QTest::addRow("a link") << acmeLink << QByteArray("xterm-1-host_TIME123");
    QTest::addRow("nothing: only to come to the front") << QByteArray() << QByteArray();
    QTest::addRow("any bytes") << QByteArray("\0\xff\n%s", 5) << QByteArray();
    QTest::addRow("the longest text") << QByteArray(qsizetype(Call::longestText), 'x') << QByteArray(1024, 't');
}

void TestSingleInstance::hands_the_text_and_the_token_to_the_first_instance()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, token);
    SingleInstance first(m_directory->path(), {});
    QCOMPARE(first.start({}), Role::First);
    QSignalSpy spy(&first, &SingleInstance::called);
    auto second = startLater(m_directory->path(), text, token);
    QTRY_VERIFY(isDone(second));
    QCOMPARE(second.get(), Role::Second);
    QTRY_COMPARE(spy.count(), 1);
    const std::vector<Call> calls = first.takeCalls();
    QCOMPARE(calls.size(), std::size_t(1));
    QCOMPARE(calls[0].text.text().toByteArray(), text);
    QCOMPARE(calls[0].activationToken, token);
    QVERIFY(first.takeCalls().empty());
}

void TestSingleInstance::keeps_the_order_of_several_calls()
{
    SingleInstance first(m_directory->path(), {});
    QCOMPARE(first.start({}), Role::First);
    for (const char *text : {"one", "two", "three"}) {
        auto second = startLater(m_directory->path(), text);
        QTRY_VERIFY(isDone(second));
    }
    const std::vector<Call> calls = first.takeCalls();
    QCOMPARE(calls.size(), std::size_t(3));
    QCOMPARE(calls[0].text.text().toByteArray(), QByteArray("one"));
    QCOMPARE(calls[2].text.text().toByteArray(), QByteArray("three"));
}

void TestSingleInstance::lets_only_this_user_come_near_the_socket()
{
    QVERIFY(QDir().mkpath(QString::fromUtf8(folder())));
    QCOMPARE(chmod(folder().constData(), 0755), 0); // made by somebody with a wide umask
    SingleInstance first(m_directory->path(), {});
    QCOMPARE(first.start({}), Role::First);
    QCOMPARE(modeOf(folder()), mode_t(0700));
    QCOMPARE(modeOf(folder() + "/socket"), mode_t(0600));
    QCOMPARE(modeOf(folder() + "/lock"), mode_t(0600));
}

void TestSingleInstance::takes_over_from_an_instance_that_was_killed()
{
    const pid_t child = fork();
    if (child == 0) {
        SingleInstance first(m_directory->path(), {});
        first.start({});
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(QFile::exists(QString::fromUtf8(folder() + "/socket")));
    SingleInstance next(m_directory->path(), {});
    QCOMPARE(next.start({}), Role::First);
    auto second = startLater(m_directory->path(), acmeLink);
    QTRY_VERIFY(isDone(second));
    QCOMPARE(second.get(), Role::Second);
}

void TestSingleInstance::becomes_the_first_again_when_the_first_has_gone()
{
    {
        SingleInstance first(m_directory->path(), {});
        QCOMPARE(first.start({}), Role::First);
    }
    QVERIFY(!QFile::exists(QString::fromUtf8(folder() + "/socket")));
    SingleInstance next(m_directory->path(), {});
    QCOMPARE(next.start({}), Role::First);
}

void TestSingleInstance::stands_alone_without_a_run_time_folder_of_our_own_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addRow("none named") << QString();
    QTest::addRow("not absolute") << QStringLiteral("run");
    QTest::addRow("not there") << QStringLiteral("/nonexistent/run");
    QTest::addRow("a file") << QStringLiteral("FILE");
    QTest::addRow("others may write") << QStringLiteral("OPEN");
    QTest::addRow("the folder in it is a link to elsewhere") << QStringLiteral("LINK");
    QTest::addRow("a path too long for a socket") << QStringLiteral("LONG");
}

void TestSingleInstance::stands_alone_without_a_run_time_folder_of_our_own()
{
    QFETCH(QString, directory);
    if (directory == QStringLiteral("FILE")) {
        directory = m_directory->filePath(QStringLiteral("file"));
        QFile file(directory);
        QVERIFY(file.open(QFile::WriteOnly));
    } else if (directory == QStringLiteral("OPEN")) {
        directory = m_directory->path();
        QCOMPARE(chmod(QFile::encodeName(directory).constData(), 0777), 0);
    } else if (directory == QStringLiteral("LINK")) {
        directory = m_directory->path();
        QVERIFY(QDir(directory).mkdir(QStringLiteral("elsewhere")));
        QVERIFY(QFile::link(m_directory->filePath(QStringLiteral("elsewhere")),
                            m_directory->filePath(QStringLiteral("watchword"))));
    } else if (directory == QStringLiteral("LONG")) {
        directory = m_directory->filePath(QString(120, QLatin1Char('l')));
        QVERIFY(QDir().mkdir(directory));
    }
    SingleInstance instance(directory, {});
    QCOMPARE(instance.start(callOf(acmeLink)), Role::Alone);
}

void TestSingleInstance::stands_alone_when_the_first_does_not_answer()
{
    SingleInstance first(m_directory->path(), {});
    QCOMPARE(first.start({}), Role::First);
    SingleInstance second(m_directory->path(), {});
    QCOMPARE(second.start(callOf(acmeLink)), Role::Alone); // on this thread, so that the first is as good as hung
}

void TestSingleInstance::does_not_hand_over_a_text_over_the_limit()
{
    SingleInstance first(m_directory->path(), {});
    QCOMPARE(first.start({}), Role::First);
    auto second = startLater(m_directory->path(), QByteArray(qsizetype(Call::longestText) + 1, 'x'));
    QTRY_VERIFY(isDone(second));
    QCOMPARE(second.get(), Role::Alone);
    QVERIFY(first.takeCalls().empty());
}

void TestSingleInstance::keeps_instances_of_another_key_apart()
{
    SingleInstance first(m_directory->path(), {});
    SingleInstance other(m_directory->path(), QStringLiteral("0123abcd"));
    QCOMPARE(first.start({}), Role::First);
    QCOMPARE(other.start({}), Role::First);
}

void TestSingleInstance::is_not_held_up_by_callers_that_say_nothing()
{
    SingleInstance first(m_directory->path(), {});
    QCOMPARE(first.start({}), Role::First);
    QList<int> silent;
    for (int i = 0; i < 4; ++i)
        silent.append(connectedTo(folder() + "/socket"));
    auto second = startLater(m_directory->path(), acmeLink);
    QTRY_VERIFY(isDone(second));
    QCOMPARE(second.get(), Role::Second);
    for (const int socket : silent) {
        QVERIFY(socket >= 0);
        close(socket);
    }
}

void TestSingleInstance::refuses_what_is_not_exactly_one_call_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<MessageState>("state");
    const QByteArray whole = writeCall(callOf("abc", "t")).text().toByteArray();
    QTest::addRow("a call") << whole << MessageState::Complete;
    for (qsizetype length = 0; length < whole.size(); ++length)
        QTest::addRow("the first %d bytes", int(length)) << whole.left(length) << MessageState::Incomplete;
    QTest::addRow("more than a call") << whole + "x" << MessageState::Refused;
    QTest::addRow("two calls") << whole + whole << MessageState::Refused;
    QTest::addRow("something else") << QByteArray("GET / HTTP/1.0\r\n") << MessageState::Refused;
    QTest::addRow("a later format") << QByteArray("watchword call 2\n") << MessageState::Refused;
    QTest::addRow("a token over the limit") << QByteArray("watchword call 1\n\0\0\4\1", 21) << MessageState::Refused;
    QTest::addRow("a text over the limit")
        << QByteArray("watchword call 1\n\0\0\0\0\0\4\0\1", 25) << MessageState::Refused;
    QTest::addRow("the greatest length") << QByteArray("watchword call 1\n\xff\xff\xff\xff", 21)
                                         << MessageState::Refused;
}

void TestSingleInstance::refuses_what_is_not_exactly_one_call()
{
    QFETCH(QByteArray, message);
    QFETCH(MessageState, state);
    Call call;
    QCOMPARE(readCall(bytesOf(message), call), state);
    QCOMPARE(call.text.isEmpty(), state != MessageState::Complete);
}

void TestSingleInstance::takes_the_token_of_the_desktop_from_the_environment()
{
    qunsetenv("XDG_ACTIVATION_TOKEN");
    qputenv("DESKTOP_STARTUP_ID", "x11");
    QCOMPARE(Call::tokenOfEnvironment(), QByteArray("x11"));
    qputenv("XDG_ACTIVATION_TOKEN", "wayland");
    QCOMPARE(Call::tokenOfEnvironment(), QByteArray("wayland"));
    qputenv("XDG_ACTIVATION_TOKEN", QByteArray(5000, 't'));
    QCOMPARE(Call::tokenOfEnvironment().size(), qsizetype(Call::longestToken));
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
