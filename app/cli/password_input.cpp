// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/password_input.h"

#include "app/cli/invocation.h"
#include "app/cli/output.h"

#include <QFile>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace watchword::app::cli {

namespace {

constexpr std::size_t longestPassword = 4096;

class OpenFile
{
public:
    OpenFile(const char *path, int flags)
        : m_number(::open(path, flags | O_CLOEXEC | O_NOCTTY)) // NOLINT(cppcoreguidelines-pro-type-vararg)
    {
    }
    ~OpenFile()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number;
};

// Everything typed comes at once and unseen, Ctrl+C too: a program that was ended would leave the terminal so.
class SilentTerminal
{
public:
    explicit SilentTerminal(int file)
        : m_file(file)
    {
        m_isSilent = ::tcgetattr(m_file, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~(tcflag_t(ECHO) | tcflag_t(ICANON) | tcflag_t(ISIG));
        silent.c_cc[VMIN] = 1;
        silent.c_cc[VTIME] = 0;
        m_isSilent = m_isSilent && ::tcsetattr(m_file, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_isSilent)
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;
    bool isSilent() const { return m_isSilent; }

private:
    int m_file;
    termios m_before = {};
    bool m_isSilent = false;
};

void write(int file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (::write(file, bytes.constData(), std::size_t(bytes.size())) < 0)
        return; // whoever cannot see the question can answer it all the same
}

bool continuesCharacter(std::byte one)
{
    return (one & std::byte{0xC0}) == std::byte{0x80};
}

void takeBackCharacter(SecretBytes &text)
{
    std::size_t size = text.size();
    while (size > 0 && continuesCharacter(text.view()[size - 1]))
        --size;
    text.resize(size > 0 ? size - 1 : 0);
}

// One line; false when it was given up.
bool readLine(int file, SecretBytes &text)
{
    constexpr char controlC = 3, controlD = 4, backspace = 8, controlU = 21, erase = 127;
    text.reserve(longestPassword);
    char one = 0;
    while (text.size() < longestPassword) {
        const ssize_t got = ::read(file, &one, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || one == controlC || (one == controlD && text.isEmpty()))
            return false;
        if (one == '\n' || one == '\r') {
            one = 0;
            return true;
        }
        if (one == backspace || one == erase)
            takeBackCharacter(text);
        else if (one == controlU)
            text.clear();
        else
            text.append(std::as_bytes(std::span(&one, 1)));
    }
    return false;
}

std::unexpected<NoPassword> none(ErrorCode code)
{
    return std::unexpected(NoPassword{errorId(code), errorText({code, {}})});
}

} // namespace

std::expected<SecretBytes, NoPassword> passwordFromFile(const QString &path)
{
    const OpenFile file(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK);
    struct stat status{};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0)
        return none(errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileNotReadable);
    const bool isOurs = status.st_uid == ::geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    if (!S_ISREG(status.st_mode) || !isOurs)
        return std::unexpected(
            NoPassword{QStringLiteral("password-file-unsafe"),
                       {CommandLine::tr("The file with the password is no file of yours, or others may read it."),
                        CommandLine::tr("Make it yours alone with “chmod 600”; pipes and devices are not read.")}});
    if (std::size_t(status.st_size) > longestPassword)
        return none(ErrorCode::TooLarge);
    SecretBytes text(std::size_t(status.st_size));
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t got = ::read(file.number(), text.data().data() + done, text.size() - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return none(ErrorCode::FileNotReadable);
        if (got == 0)
            break;
        done += std::size_t(got);
    }
    text.resize(done);
    if (const qsizetype end = text.text().indexOf('\n'); end >= 0)
        text.resize(std::size_t(end));
    if (text.text().endsWith('\r'))
        text.resize(text.size() - 1);
    if (text.isEmpty())
        return none(ErrorCode::EmptyInput);
    return text;
}

std::expected<SecretBytes, NoPassword> passwordFromTerminal(bool isAgain)
{
    const NoPassword nobody{
        QStringLiteral("password-needed"),
        {CommandLine::tr("Your accounts are protected by a password, and here nobody can be asked for it."),
         CommandLine::tr("Run the command in a terminal, or give it “--password-file FILE”.")}};
    const OpenFile terminal("/dev/tty", O_RDWR);
    if (!terminal.isOpen())
        return std::unexpected(nobody);
    const SilentTerminal silent(terminal.number());
    if (!silent.isSilent())
        return std::unexpected(nobody);
    if (isAgain)
        write(terminal.number(), CommandLine::tr("That is not the password.") + QLatin1Char('\n'));
    write(terminal.number(), CommandLine::tr("Password of your accounts (it is not shown): "));
    SecretBytes text;
    const bool isGiven = readLine(terminal.number(), text);
    write(terminal.number(), QStringLiteral("\n"));
    if (!isGiven || text.isEmpty())
        return std::unexpected(
            NoPassword{QStringLiteral("password-needed"),
                       {CommandLine::tr("No password was given."), CommandLine::tr("Nothing was done.")}});
    return text;
}

} // namespace watchword::app::cli
