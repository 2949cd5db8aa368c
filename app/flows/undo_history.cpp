// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/undo_history.h"

#include <algorithm>

namespace watchword::app {

namespace {

constexpr std::size_t longestHistory = 50;

} // namespace

int UndoHistory::add(const QString &sentence, std::function<void()> undo)
{
    m_steps.push_back({++m_lastNumber, std::move(undo)});
    if (m_steps.size() > longestHistory)
        m_steps.pop_front();
    Q_EMIT told(sentence, m_lastNumber);
    return m_lastNumber;
}

void UndoHistory::amend(int number, const QString &sentence)
{
    if (isLast(number))
        Q_EMIT told(sentence, number);
}

bool UndoHistory::isLast(int number) const
{
    return !m_steps.empty() && m_steps.back().number == number;
}

void UndoHistory::undoLast()
{
    if (m_steps.empty())
        Q_EMIT nothingLeft();
    else
        undo(m_steps.back().number);
}

void UndoHistory::undo(int number)
{
    const auto step = std::ranges::find(m_steps, number, &Step::number);
    if (step == m_steps.end())
        return;
    const auto takeBack = std::move(step->undo);
    m_steps.erase(step);
    takeBack();
}

} // namespace watchword::app
