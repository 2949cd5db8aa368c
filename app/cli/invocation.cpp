// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"

#include "app/support/outside_text.h"

#include <QStringList>

namespace watchword::app::cli {

namespace {

constexpr qint64 lastSecondOf9999 = 253402300799;

QString textOf(const SecretBytes &argument)
{
    return QString::fromUtf8(argument.text());
}

std::unexpected<QString> wrong(const QString &sentence)
{
    return std::unexpected(sentence);
}

// Which options a command knows, besides --json, --data-dir, --password-file, --help and --version.
QStringList optionsOf(const QString &command)
{
    if (command == QLatin1String("code"))
        return {QStringLiteral("--next"), QStringLiteral("--at")};
    if (command == QLatin1String("add"))
        return {QStringLiteral("--image"), QStringLiteral("--screen")};
    if (command == QLatin1String("scan"))
        return {QStringLiteral("--reveal")};
    if (command == QLatin1String("list"))
        return {QStringLiteral("--trash")};
    if (command == QLatin1String("edit"))
        return {QStringLiteral("--issuer"), QStringLiteral("--name")};
    return {};
}

// One walk through the arguments.
class Reader
{
public:
    explicit Reader(std::vector<SecretBytes> arguments)
        : m_arguments(std::move(arguments))
    {
    }

    std::expected<Invocation, QString> read()
    {
        bool onlyArguments = false;
        for (m_place = 0; m_place < m_arguments.size(); ++m_place) {
            const QByteArrayView text = m_arguments[m_place].text();
            const bool isOption = !onlyArguments && text.size() > 1 && text.front() == '-';
            if (isOption && text == "--") {
                onlyArguments = true;
            } else if (isOption) {
                if (const QString problem = takeOption(); !problem.isEmpty())
                    return wrong(problem);
            } else if (m_invocation.command.isEmpty()) {
                m_invocation.command = textOf(m_arguments[m_place]);
            } else {
                m_invocation.arguments.push_back(std::move(m_arguments[m_place]));
            }
        }
        for (const QString &option : m_used) {
            if (!m_invocation.help && !optionsOf(m_invocation.command).contains(option))
                return wrong(CommandLine::tr("“%1” does not go with this command.").arg(option));
        }
        return std::move(m_invocation);
    }

private:
    // The sentence about what is wrong, or empty.
    QString takeOption()
    {
        const QString whole = textOf(m_arguments[m_place]);
        const qsizetype equals = whole.indexOf(u'=');
        const QString name = whole.left(equals);
        const auto hasFlag = [&](const char *flag) { return whole == QLatin1String(flag); };
        if (hasFlag("--json"))
            m_invocation.json = true;
        else if (hasFlag("--help") || hasFlag("-h"))
            m_invocation.help = true;
        else if (hasFlag("--version"))
            m_invocation.version = true;
        else if (hasFlag("--next"))
            m_invocation.next = noted(name);
        else if (hasFlag("--screen"))
            m_invocation.screen = noted(name);
        else if (hasFlag("--reveal"))
            m_invocation.reveal = noted(name);
        else if (hasFlag("--trash"))
            m_invocation.trash = noted(name);
        else if (name == QLatin1String("--issuer") && noted(name))
            return takeWords(whole, m_invocation.issuer);
        else if (name == QLatin1String("--name") && noted(name))
            return takeWords(whole, m_invocation.name);
        else if (name == QLatin1String("--data-dir"))
            return takeValue(name, equals < 0 ? QString() : whole.sliced(equals + 1), m_invocation.dataDirectory);
        else if (name == QLatin1String("--password-file"))
            return takeValue(name, equals < 0 ? QString() : whole.sliced(equals + 1), m_invocation.passwordFile);
        else if (name == QLatin1String("--image") && noted(name))
            return takeValue(name, equals < 0 ? QString() : whole.sliced(equals + 1),
                             m_invocation.images.emplace_back());
        else if (name == QLatin1String("--at") && noted(name))
            return takeTime(name, equals < 0 ? QString() : whole.sliced(equals + 1));
        else
            return CommandLine::tr("There is no option “%1”.").arg(outsideText(name));
        return {};
    }

    bool noted(const QString &option)
    {
        m_used << option;
        return true;
    }

    QString takeValue(const QString &option, const QString &given, QString &value)
    {
        value = given;
        if (value.isEmpty() && ++m_place < m_arguments.size())
            value = textOf(m_arguments[m_place]);
        return value.isEmpty() ? CommandLine::tr("“%1” needs something after it.").arg(option) : QString();
    }

    // New words for an account; “--name=” and an empty argument take the old ones away.
    QString takeWords(const QString &whole, std::optional<QString> &words)
    {
        const qsizetype equals = whole.indexOf(u'=');
        if (equals < 0 && ++m_place >= m_arguments.size())
            return CommandLine::tr("“%1” needs something after it.").arg(whole);
        words = (equals < 0 ? textOf(m_arguments[m_place]) : whole.sliced(equals + 1)).trimmed();
        if (words->size() > longestOutsideText)
            return CommandLine::tr("“%1” takes at most %n letter(s).", nullptr, int(longestOutsideText))
                .arg(whole.left(equals));
        return {};
    }

    QString takeTime(const QString &option, const QString &given)
    {
        QString value;
        if (const QString problem = takeValue(option, given, value); !problem.isEmpty())
            return problem;
        bool isNumber = false;
        const qint64 seconds = value.toLongLong(&isNumber);
        if (!isNumber || seconds < 0 || seconds > lastSecondOf9999)
            return CommandLine::tr("“--at” takes a time as UNIX seconds, such as 1234567890.");
        m_invocation.at = seconds;
        return {};
    }

    std::vector<SecretBytes> m_arguments;
    std::size_t m_place = 0;
    Invocation m_invocation;
    QStringList m_used;
};

} // namespace

std::expected<Invocation, QString> Invocation::read(std::vector<SecretBytes> arguments)
{
    return Reader(std::move(arguments)).read();
}

bool Invocation::wantsJson(const std::vector<SecretBytes> &arguments)
{
    for (const SecretBytes &argument : arguments) {
        if (argument.text() == "--")
            return false;
        if (argument.text() == "--json")
            return true;
    }
    return false;
}

} // namespace watchword::app::cli
