// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/autostart.h"

#include "core/vault/careful_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <optional>

#include <unistd.h>

namespace watchword::app {

namespace {

constexpr qsizetype longestFile = qsizetype{64} * 1024;
const QByteArray entryGroup = QByteArrayLiteral("[Desktop Entry]");
const QByteArray ourMark = QByteArrayLiteral("X-Watchword-Autostart");

/// Place of a key's line in the one group that counts; its group's end where there is none. -1: there is no such group.
struct Place {
    qsizetype line = -1;
    bool isThere = false;
};

Place placeOf(const QByteArrayList &lines, QByteArrayView key)
{
    const qsizetype group = lines.indexOf(entryGroup);
    if (group < 0)
        return {};
    qsizetype line = group + 1;
    for (; line < lines.size() && !lines[line].startsWith('['); ++line) {
        const qsizetype equals = lines[line].indexOf('=');
        if (equals >= 0 && lines[line].first(equals).trimmed() == key)
            return {line, true};
    }
    while (line > group + 1 && lines[line - 1].trimmed().isEmpty())
        --line;
    return {line, false};
}

std::optional<QByteArray> valueOf(const QByteArray &file, QByteArrayView key)
{
    const QByteArrayList lines = file.split('\n');
    const Place place = placeOf(lines, key);
    if (!place.isThere)
        return std::nullopt;
    return lines[place.line].sliced(lines[place.line].indexOf('=') + 1).trimmed();
}

/// The file with another value for a key, or without it; every other line as it was.
QByteArray with(const QByteArray &file, QByteArrayView key, const std::optional<QByteArray> &value)
{
    QByteArrayList lines = file.split('\n');
    const Place place = placeOf(lines, key);
    if (place.line < 0)
        return file;
    if (place.isThere)
        lines.removeAt(place.line);
    if (value)
        lines.insert(place.line, key.toByteArray() + '=' + *value);
    return lines.join('\n');
}

/// An argument of Exec: in quotes, `"`, `` ` ``, `$` and `\` behind a backslash, and then once more as any text of such a
/// file. https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
QByteArray quoted(const QString &argument)
{
    QByteArray text;
    for (const char one : QFile::encodeName(argument)) {
        if (one == '"' || one == '`' || one == '$')
            text += "\\\\";
        else if (one == '\\')
            text += "\\\\\\";
        else if (one == '%')
            text += '%';
        text += one == '\\' ? QByteArray("\\") : QByteArray(1, one);
    }
    const bool isPlain = std::ranges::all_of(text, [](char one) {
        return (one >= '0' && one <= '9') || (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z')
            || QByteArrayView("/._-+:,@").contains(one);
    });
    return isPlain ? text : '"' + text + '"';
}

/// The program that an Exec starts.
QString programOf(const QByteArray &command)
{
    QByteArray text = command;
    text.replace("\\\\", "\\");
    QByteArray program;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char one = text[i];
        if (one == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (one == ' ' || one == '\t'))
            break;
        else if ((one == '\\' || one == '%') && i + 1 < text.size())
            program += text[++i];
        else
            program += one;
    }
    return QFile::decodeName(program);
}

bool canBeStarted(const std::optional<QByteArray> &command)
{
    const QString program = command ? programOf(*command) : QString();
    if (program.isEmpty())
        return false;
    const QFileInfo file(program);
    return file.isAbsolute() ? file.isFile() && file.isExecutable()
                             : !QStandardPaths::findExecutable(program).isEmpty();
}

bool starts(const QByteArray &file)
{
    return valueOf(file, "Hidden") != "true" && valueOf(file, "X-GNOME-Autostart-enabled") != "false"
        && canBeStarted(valueOf(file, "Exec"));
}

} // namespace

/// What stands under the name.
struct Autostart::File {
    QByteArray content;
    bool isThere = false;

    bool isOurs() const { return valueOf(content, ourMark) == "true"; }
    bool isSound() const { return content.split('\n').contains(entryGroup); }

    static File read(const QString &path)
    {
        auto content = vault::readWholeFile(path, longestFile);
        const bool isThere = content || content.error().code != ErrorCode::FileNotFound;
        return {content ? std::move(*content) : QByteArray(), isThere};
    }
};

QString Autostart::fileName()
{
    return QStringLiteral("org.watchword.Watchword.desktop");
}

Autostart::Places Autostart::usualPlaces()
{
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    for (QString &folder : folders)
        folder += QLatin1String("/autostart");
    const QString own = folders.takeFirst();
    // An AppImage runs from a place that is another one each time.
    const QString image = qEnvironmentVariable("APPIMAGE");
    return {own, folders, QFileInfo(image).isAbsolute() ? image : QCoreApplication::applicationFilePath()};
}

QByteArray Autostart::sharedFile() const
{
    for (const QString &folder : m_places.sharedFolders) {
        if (const File file = File::read(folder + QLatin1Char('/') + fileName()); file.isThere)
            return file.content;
    }
    return {};
}

bool Autostart::isOn() const
{
    const File own = File::read(path());
    return starts(own.isThere ? own.content : sharedFile());
}

bool Autostart::canChange() const
{
    QFileInfo place(path());
    if (place.exists() && !place.isFile())
        return false;
    // What is missing is made in what is there.
    do {
        place = QFileInfo(place.path());
    } while (!place.exists() && !place.isRoot());
    return place.isDir() && place.isWritable();
}

QByteArray Autostart::freshFile() const
{
    return entryGroup
        + "\n"
          "Type=Application\n"
          "Name=Watchword\n"
          "Exec="
        + quoted(m_places.program)
        + " --hidden\n"
          "Icon=org.watchword.Watchword\n"
          "Terminal=false\n"
          "StartupNotify=false\n"
        + ourMark + "=true\n";
}

Result<void> Autostart::write(const QByteArray &content, const File &old)
{
    if (!QDir().mkpath(m_places.folder))
        return failure(ErrorCode::NoPermission);
    // What a person wrote and cannot be kept going stays beside it.
    const bool isReplaced = !old.isThere || old.isOurs() || old.isSound();
    return vault::writeCarefully(path(), content, isReplaced ? vault::OldFile::Replace : vault::OldFile::KeepAsFirst,
                                 [](const QByteArray &) { return Result<void>(); });
}

Result<void> Autostart::set(bool on)
{
    const File own = File::read(path());
    if (on == isOn())
        return {};
    const bool isPersons = own.isThere && own.isSound() && !own.isOurs();
    if (on && isPersons) {
        QByteArray content = with(own.content, "Hidden", std::nullopt);
        content = with(content, "X-GNOME-Autostart-enabled", std::nullopt);
        if (!canBeStarted(valueOf(content, "Exec")))
            content = with(content, "Exec", quoted(m_places.program) + " --hidden");
        return write(content, own);
    }
    if (on)
        return write(freshFile(), own);
    // Where an administrator's file would count again, ours has to stay and say no.
    if (isPersons || starts(sharedFile()))
        return write(with(isPersons ? own.content : freshFile(), "Hidden", "true"), own);
    if (::unlink(QFile::encodeName(path()).constData()) != 0 && errno != ENOENT)
        return std::unexpected(vault::errorOfErrno(errno, QStringLiteral("unlink")));
    return {};
}

void Autostart::repair()
{
    const File own = File::read(path());
    if (!own.isOurs() || valueOf(own.content, "Hidden") == "true" || canBeStarted(valueOf(own.content, "Exec")))
        return;
    // When it fails the box in the settings shows that nothing is started.
    [[maybe_unused]] const auto written = write(freshFile(), own);
}

} // namespace watchword::app
