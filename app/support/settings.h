// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/appearance.h"

#include <QObject>
#include <QString>

#include <chrono>

namespace watchword::app {

/// What the person chose. A value.
struct Settings {
    /// How long a copied code stays on the clipboard; 5 to 600 s.
    std::chrono::seconds clearAfter{30};
    /// Whether codes are hidden until asked for.
    bool hideCodes = false;
    Appearance appearance = Appearance::System;
    /// Name of the webcam that was chosen last; empty for the first that there is. A text from outside.
    QString camera;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// Keeps the settings in a file of mode 0600 that is replaced as a whole. What is missing or makes no sense in the file
/// is the default; keys of newer versions are left alone.
class SettingsStore final : public QObject
{
    Q_OBJECT

public:
    /// `$XDG_CONFIG_HOME/org.watchword.Watchword/settings.ini`.
    static QString defaultPath();
    /// Reads the file; a missing one is made with the first change.
    explicit SettingsStore(const QString &path = defaultPath(), QObject *parent = nullptr);

    const Settings &settings() const { return m_settings; }
    /// In force at once and written at once. False when the file could not be written; in force all the same.
    bool change(const Settings &settings);

Q_SIGNALS:
    void changed(const watchword::app::Settings &settings);

private:
    QString m_path;
    Settings m_settings;
};

} // namespace watchword::app
