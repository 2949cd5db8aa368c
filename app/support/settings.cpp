// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace watchword::app {

namespace {

const QString clearAfterKey = QStringLiteral("copying/clearAfterSeconds");
const QString hideCodesKey = QStringLiteral("codes/hide");
const QString appearanceKey = QStringLiteral("look/theme");

const QString cameraKey = QStringLiteral("camera/name");
constexpr qsizetype longestCameraName = 256;
const QString keepRunningKey = QStringLiteral("running/keepWhenClosed");
const QString knowsItKeepsRunningKey = QStringLiteral("running/wasTold");
const QString lockAfterKey = QStringLiteral("locking/afterSeconds");
const QString approvesSignInsKey = QStringLiteral("signIns/expected");

QString nameOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System: return QStringLiteral("system");
    case Appearance::Light: return QStringLiteral("light");
    case Appearance::Dark: return QStringLiteral("dark");
    }
    return {};
}

Appearance appearanceNamed(const QString &name)
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        if (name == nameOf(appearance))
            return appearance;
    }
    return Appearance::System;
}

Settings inRange(Settings settings)
{
    using namespace std::chrono_literals;
    settings.clearAfter = std::clamp<std::chrono::seconds>(settings.clearAfter, 5s, 600s);
    if (settings.lockAfter != 0s)
        settings.lockAfter = std::clamp<std::chrono::seconds>(settings.lockAfter, 5s, 24h);
    settings.camera.truncate(longestCameraName);
    return settings;
}

std::optional<bool> choiceIn(const QString &text)
{
    if (text == QLatin1String("true"))
        return true;
    return text == QLatin1String("false") ? std::optional(false) : std::nullopt;
}

Settings readFrom(const QString &path)
{
    const QSettings file(path, QSettings::IniFormat);
    Settings settings;
    bool isNumber = false;
    if (const int seconds = file.value(clearAfterKey).toString().toInt(&isNumber); isNumber)
        settings.clearAfter = std::chrono::seconds(seconds);
    settings.hideCodes = file.value(hideCodesKey).toString() == QLatin1String("true");
    settings.appearance = appearanceNamed(file.value(appearanceKey).toString());
    settings.camera = file.value(cameraKey).toString();
    settings.keepRunning = choiceIn(file.value(keepRunningKey).toString());
    settings.approvesSignIns = file.value(approvesSignInsKey).toString() == QLatin1String("true");
    settings.knowsItKeepsRunning = file.value(knowsItKeepsRunningKey).toString() == QLatin1String("true");
    if (const int seconds = file.value(lockAfterKey).toString().toInt(&isNumber); isNumber)
        settings.lockAfter = std::chrono::seconds(seconds);
    return inRange(settings);
}

} // namespace

QString SettingsStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/org.watchword.Watchword/settings.ini");
}

SettingsStore::SettingsStore(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_settings(readFrom(path))
{
}

bool SettingsStore::change(const Settings &settings)
{
    const Settings wanted = inRange(settings);
    if (wanted == m_settings)
        return true;
    m_settings = wanted;
    Q_EMIT changed(m_settings);

    QDir().mkpath(QFileInfo(m_path).path());
    // QSettings writes a new file beside the old one and renames it; mode 0600 for files named as here.
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(clearAfterKey, int(m_settings.clearAfter.count()));
    file.setValue(hideCodesKey, m_settings.hideCodes);
    file.setValue(appearanceKey, nameOf(m_settings.appearance));
    file.setValue(cameraKey, m_settings.camera);
    if (m_settings.keepRunning)
        file.setValue(keepRunningKey, *m_settings.keepRunning);
    file.setValue(approvesSignInsKey, m_settings.approvesSignIns);
    file.setValue(knowsItKeepsRunningKey, m_settings.knowsItKeepsRunning);
    file.setValue(lockAfterKey, int(m_settings.lockAfter.count()));
    file.sync();
    return file.status() == QSettings::NoError
        && QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace watchword::app
