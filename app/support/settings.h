// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/appearance.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

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
    /// Whether the program runs on when its window is closed; empty while the person has not chosen.
    std::optional<bool> keepRunning = {};
    /// Whether there were enrolments to approve sign-ins when the vault was last open: what is to be said while it is not.
    bool approvesSignIns = false;
    /// The person was told once that it runs on.
    bool knowsItKeepsRunning = false;
    /// Accounts with a password of their own lock when nobody has used the computer for so long: 5 s to a day; zero: never.
    std::chrono::seconds lockAfter = std::chrono::minutes(10);

    /// As the person chose; else where it would be missed: no sign-in arrives while it does not run, and who has it start
    /// with the session wants it there.
    bool keepsRunning(bool startsWithSession) const
    {
        return keepRunning.value_or(approvesSignIns || startsWithSession);
    }

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
