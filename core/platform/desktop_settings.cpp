// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/desktop_settings.h"

#include <QDBusArgument>

namespace watchword::platform {

namespace {

const QString portal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
constexpr int portalPatience = 30'000; // milliseconds: it may have to be started

} // namespace

DesktopSettings::DesktopSettings(QObject *parent)
    : QObject(parent)
    , m_bus(MessageBus::Which::Session)
{
    ask();
}

DesktopSettings::~DesktopSettings() = default;

void DesktopSettings::ask()
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(portal, portalPath, portalSettings, QStringLiteral("ReadAll"));
    question.setArguments({QStringList{appearance}});
    m_bus.call(question, portalPatience, this, [this](Result<QDBusMessage> answer) {
        if (!answer)
            return;
        listen();
        const auto all = qdbus_cast<QMap<QString, QVariantMap>>(answer->arguments().value(0));
        take(all.value(appearance));
    });
}

void DesktopSettings::take(const QVariantMap &found)
{
    // https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
    Values values;
    if (const uint scheme = found.value(QStringLiteral("color-scheme")).toUInt(); scheme == 1 || scheme == 2)
        values.dark = scheme == 1;
    values.highContrast = found.value(QStringLiteral("contrast")).toUInt() == 1;
    values.reducedMotion = found.value(QStringLiteral("reduced-motion")).toUInt() == 1;
    if (values == m_values)
        return;
    m_values = values;
    Q_EMIT changed();
}

void DesktopSettings::listen()
{
    if (m_listens)
        return;
    // Asked again rather than believed: anybody can send a signal.
    m_listens = m_bus.connection().connect({}, portalPath, portalSettings, QStringLiteral("SettingChanged"),
                                           {appearance}, {}, this, SLOT(ask()));
}

} // namespace watchword::platform
