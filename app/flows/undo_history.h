// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <deque>
#include <functional>

namespace watchword::app {

/// The changes that were saved and can be taken back, the last one first. What takes a change back is an operation of
/// its own, applied to the newest state: it never puts an old state over a new one.
class UndoHistory final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A change was saved: the sentence that tells of it, and what takes it back. Its number.
    int add(const QString &sentence, std::function<void()> undo);
    /// The change of that number went on: told again, and taken back as a whole. Only for the last one.
    void amend(int number, const QString &sentence);
    bool isLast(int number) const;
    bool isEmpty() const { return m_steps.empty(); }
    /// Nothing can be taken back any more.
    void clear() { m_steps.clear(); }

public Q_SLOTS:
    /// Takes the last change back, and forgets it.
    void undoLast();
    /// Takes this change back, unless that was done.
    void undo(int number);

Q_SIGNALS:
    /// For a toast whose "Undo" calls `undo(number)`.
    void told(const QString &sentence, int number);
    void nothingLeft();

private:
    struct Step {
        int number;
        std::function<void()> undo;
    };
    std::deque<Step> m_steps;
    int m_lastNumber = 0;
};

} // namespace watchword::app
