// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/file_recording.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include <unistd.h>

namespace watchword::tests {

namespace {

std::mutex recordingMutex;
FileRecording *current = nullptr;

/// A file, whatever its names.
struct Node {
    QByteArray synced;
    QByteArray now;
};
using NodePointer = std::shared_ptr<Node>;

/// A change of names: `name` goes to this file, or (null) goes away.
struct NameChange {
    QByteArray name;
    NodePointer node;
};
/// What happens at once or not at all.
using NameStep = std::vector<NameChange>;

/// The folder after some steps: what is on the disk for good, and what may get there.
struct Model {
    std::map<QByteArray, NodePointer> now, synced;
    std::vector<NameStep> pending;

    void change(const NameStep &step)
    {
        for (const NameChange &one : step) {
            if (one.node)
                now[one.name] = one.node;
            else
                now.erase(one.name);
        }
        pending.push_back(step);
    }

    void take(const FileStep &step)
    {
        switch (step.kind) {
        case FileStep::Kind::Create: change({{step.name, std::make_shared<Node>()}}); break;
        case FileStep::Kind::Write: now.at(step.name)->now += step.content; break;
        case FileStep::Kind::Sync: now.at(step.name)->synced = now.at(step.name)->now; break;
        case FileStep::Kind::Rename:
            if (now.at(step.name) != (now.contains(step.other) ? now.at(step.other) : nullptr))
                change({{step.other, now.at(step.name)}, {step.name, nullptr}});
            break;
        case FileStep::Kind::Link: change({{step.other, now.at(step.name)}}); break;
        case FileStep::Kind::Unlink: change({{step.name, nullptr}}); break;
        case FileStep::Kind::SyncFolder:
            synced = now;
            pending.clear();
            break;
        }
    }
};

QByteArray pathOf(int file)
{
    std::array<char, PATH_MAX> path{};
    const ssize_t length = ::readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path.data(), path.size());
    return QByteArray(path.data(), std::max<ssize_t>(length, 0));
}

void record(FileStep::Kind kind, const QByteArray &path, const QByteArray &other = {}, const QByteArray &content = {})
{
    const std::scoped_lock lock(recordingMutex);
    if (!current)
        return;
    const QByteArray name = current->nameOf(path);
    if (name.isEmpty())
        return;
    if (name == "." && kind == FileStep::Kind::Sync)
        kind = FileStep::Kind::SyncFolder;
    current->add({kind, name, other.isEmpty() ? QByteArray() : current->nameOf(other), content});
}

/// Sets errno, when the step is to find a full disk.
bool isRefused(const QByteArray &path)
{
    const std::scoped_lock lock(recordingMutex);
    if (!current || current->nameOf(path).isEmpty() || !current->refusesStep())
        return false;
    errno = ENOSPC;
    return true;
}

} // namespace

FolderState folderState(const QString &path)
{
    FolderState state;
    for (const QString &name : QDir(path).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(path + QLatin1Char('/') + name);
        if (file.open(QIODevice::ReadOnly))
            state[name.toUtf8()] = file.readAll();
    }
    return state;
}

void putFolderState(const QString &path, const FolderState &state)
{
    for (const QString &name : QDir(path).entryList(QDir::Files | QDir::Hidden))
        QFile::remove(path + QLatin1Char('/') + name);
    for (const auto &[name, content] : state) {
        QFile file(path + QLatin1Char('/') + QString::fromUtf8(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a state cannot be put into the folder");
    }
}

FileRecording::FileRecording(const QString &folder, std::function<void()> atEach)
    : m_folder(QFile::encodeName(QDir(folder).canonicalPath()))
    , m_atEach(std::move(atEach))
{
    const std::scoped_lock lock(recordingMutex);
    current = this;
}

FileRecording::FileRecording(const QString &folder, std::size_t stepsBeforeFull)
    : FileRecording(folder)
{
    const std::scoped_lock lock(recordingMutex);
    m_stepsBeforeFull = stepsBeforeFull;
}

FileRecording::~FileRecording()
{
    const std::scoped_lock lock(recordingMutex);
    current = nullptr;
}

void FileRecording::add(FileStep step)
{
    if (m_atEach)
        m_atEach();
    m_steps.push_back(std::move(step));
}

bool FileRecording::refusesStep()
{
    return m_stepsBeforeFull == m_steps.size() && std::exchange(m_stepsBeforeFull, {});
}

QByteArray FileRecording::nameOf(const QByteArray &path) const
{
    if (path == m_folder)
        return ".";
    return path.startsWith(m_folder + '/') ? path.sliced(m_folder.size() + 1) : QByteArray();
}

std::vector<FolderState> statesAfterCut(const FolderState &before, const std::vector<FileStep> &steps,
                                        std::size_t count)
{
    Model model;
    for (const auto &[name, content] : before)
        model.now[name] = std::make_shared<Node>(Node{content, content});
    model.synced = model.now;
    for (std::size_t i = 0; i < count; ++i)
        model.take(steps[i]);

    std::set<FolderState> states;
    const std::size_t subsets = std::size_t{1} << std::min<std::size_t>(model.pending.size(), 12);
    for (std::size_t subset = 0; subset < subsets; ++subset) {
        auto names = model.synced;
        for (std::size_t i = 0; i < model.pending.size(); ++i) {
            if ((subset >> i & 1) == 0)
                continue;
            for (const NameChange &one : model.pending[i]) {
                if (one.node)
                    names[one.name] = one.node;
                else
                    names.erase(one.name);
            }
        }
        for (const int part : {0, 1, 2}) { // of what was not synced
            FolderState state;
            for (const auto &[name, node] : names) {
                const QByteArray &synced = node->synced, &now = node->now;
                const qsizetype more = now.size() - synced.size();
                state[name] = now.first(synced.size() + more * part / 2);
            }
            states.insert(std::move(state));
        }
    }
    return {states.begin(), states.end()};
}

} // namespace watchword::tests

namespace tests = watchword::tests;

// The linker puts these in the place of the calls in our own code, by these names.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {
int __real_mkostemp(char *name, int flags);
ssize_t __real_write(int file, const void *bytes, std::size_t count);
int __real_fsync(int file);
int __real_rename(const char *from, const char *to);
int __real_link(const char *from, const char *to);
int __real_unlink(const char *path);

int __wrap_mkostemp(char *name, int flags);
ssize_t __wrap_write(int file, const void *bytes, std::size_t count);
int __wrap_fsync(int file);
int __wrap_rename(const char *from, const char *to);
int __wrap_link(const char *from, const char *to);
int __wrap_unlink(const char *path);

int __wrap_mkostemp(char *name, int flags)
{
    if (tests::isRefused(name))
        return -1;
    const int file = __real_mkostemp(name, flags);
    if (file >= 0)
        tests::record(tests::FileStep::Kind::Create, name);
    return file;
}

ssize_t __wrap_write(int file, const void *bytes, std::size_t count)
{
    if (tests::isRefused(tests::pathOf(file)))
        return -1;
    const ssize_t written = __real_write(file, bytes, count);
    if (written > 0)
        tests::record(tests::FileStep::Kind::Write, tests::pathOf(file), {},
                      QByteArray(static_cast<const char *>(bytes), written));
    return written;
}

int __wrap_fsync(int file)
{
    if (tests::isRefused(tests::pathOf(file)))
        return -1;
    const int done = __real_fsync(file);
    if (done == 0)
        tests::record(tests::FileStep::Kind::Sync, tests::pathOf(file));
    return done;
}

int __wrap_rename(const char *from, const char *to)
{
    if (tests::isRefused(from))
        return -1;
    const int done = __real_rename(from, to);
    if (done == 0)
        tests::record(tests::FileStep::Kind::Rename, from, to);
    return done;
}

int __wrap_link(const char *from, const char *to)
{
    if (tests::isRefused(from))
        return -1;
    const int done = __real_link(from, to);
    if (done == 0)
        tests::record(tests::FileStep::Kind::Link, from, to);
    return done;
}

int __wrap_unlink(const char *path)
{
    const int done = __real_unlink(path);
    if (done == 0)
        tests::record(tests::FileStep::Kind::Unlink, path);
    return done;
}
}
// NOLINTEND(bugprone-reserved-identifier)
