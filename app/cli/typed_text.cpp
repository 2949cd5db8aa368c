// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/typed_text.h"

#include "app/cli/invocation.h"

#include <array>
#include <cerrno>
#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace watchword::app::cli {

namespace {

constexpr std::size_t longestInput = std::size_t{1024} * 1024;

// While it lives, what is typed is not shown.
class HiddenTyping
{
public:
    HiddenTyping()
    {
        m_isTerminal = ::isatty(STDIN_FILENO) != 0 && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        hidden.c_lflag &= ~tcflag_t(ICANON); // else a line ends at 4,095 bytes
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        std::fputs(qUtf8Printable(CommandLine::tr("Paste the link and press Enter; it is not shown: ")), stderr);
    }
    ~HiddenTyping()
    {
        if (!m_isTerminal)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;
    bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before = {};
    bool m_isTerminal = false;
};

} // namespace

Result<SecretBytes> readTypedText()
{
    const HiddenTyping typing;
    SecretBytes text;
    SecretBytes part(4096);
    while (true) {
        const ssize_t got = ::read(STDIN_FILENO, part.data().data(), part.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(ErrorCode::FileNotReadable);
        if (got == 0)
            break;
        text.append(part.view().first(std::size_t(got)));
        if (text.size() > longestInput)
            return failure(ErrorCode::TooLarge);
        if (typing.isTerminal() && (text.text().contains('\n') || text.text().contains('\r')))
            break;
    }
    if (text.isEmpty())
        return failure(ErrorCode::EmptyInput);
    return text;
}

} // namespace watchword::app::cli
