// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

/// What our own code does to the files of a folder, recorded where it is linked (`-Wl,--wrap=…`), and what a power cut may
/// leave of it.
namespace watchword::tests {

/// What lies in a folder: names and contents.
using FolderState = std::map<QByteArray, QByteArray>;

FolderState folderState(const QString &path);
/// The folder holds this afterwards and nothing else.
void putFolderState(const QString &path, const FolderState &state);

/// One step: a file is made, written, synced or gets and loses names; or the folder is synced.
struct FileStep {
    enum class Kind { Create, Write, Sync, Rename, Link, Unlink, SyncFolder };
    Kind kind;
    QByteArray name;
    QByteArray other;   ///< the new name
    QByteArray content; ///< of a write
};

/// Records what is done in `folder` while it lives. One at a time.
class FileRecording
{
public:
    /// `atEach` is called, on whatever thread, before each step is carried out.
    explicit FileRecording(const QString &folder, std::function<void()> atEach = {});
    /// The step after so many others (none is taken away) finds a full disk, once.
    FileRecording(const QString &folder, std::size_t stepsBeforeFull);
    ~FileRecording();
    FileRecording(const FileRecording &) = delete;
    FileRecording &operator=(const FileRecording &) = delete;

    const std::vector<FileStep> &steps() const { return m_steps; }
    void add(FileStep step);
    /// Whether the step that comes now is to find a full disk.
    bool refusesStep();
    /// The name of a path in the folder, `.` for itself, or nothing.
    QByteArray nameOf(const QByteArray &path) const;

private:
    QByteArray m_folder;
    std::function<void()> m_atEach;
    std::vector<FileStep> m_steps;
    std::optional<std::size_t> m_stepsBeforeFull;
};

/// Everything that may be found in the folder when the power goes after so many steps: of what a file was given since it was
/// synced nothing, half or all; of the names that changed since the folder was synced each one done or undone.
std::vector<FolderState> statesAfterCut(const FolderState &before, const std::vector<FileStep> &steps,
                                        std::size_t count);

} // namespace watchword::tests
