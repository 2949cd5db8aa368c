// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/secret_line.h"

#include <QChar>

#include <algorithm>
#include <cstring>

namespace watchword::app {

namespace {

constexpr char32_t zeroWidthJoiner = 0x200D;

bool isContinuation(std::byte byte)
{
    return (byte & std::byte(0xC0)) == std::byte(0x80);
}

std::size_t pointAfter(ByteView text, std::size_t at)
{
    do
        ++at;
    while (at < text.size() && isContinuation(text[at]));
    return at;
}

/// The code point at `at` of well-formed UTF-8.
char32_t pointAt(ByteView text, std::size_t at)
{
    const auto first = std::to_integer<char32_t>(text[at]);
    if (first < 0x80)
        return first;
    char32_t point = first < 0xE0 ? first & 0x1F : first < 0xF0 ? first & 0x0F : first & 0x07;
    for (std::size_t next = at + 1; next < text.size() && isContinuation(text[next]); ++next)
        point = point << 6 | (std::to_integer<char32_t>(text[next]) & 0x3F);
    return point;
}

bool belongsToTheOneBefore(char32_t point)
{
    const QChar::Category category = QChar::category(point);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Mark_SpacingCombining || point == zeroWidthJoiner;
}

bool hasControl(ByteView text)
{
    for (std::size_t at = 0; at < text.size(); at = pointAfter(text, at)) {
        if (QChar::category(pointAt(text, at)) == QChar::Other_Control)
            return true;
    }
    return false;
}

} // namespace

void SecretLine::setCaret(std::size_t at)
{
    m_caret = std::min(at, m_bytes.size());
    m_isAllSelected = false;
}

void SecretLine::selectAll()
{
    m_caret = m_bytes.size();
    m_isAllSelected = true;
}

bool SecretLine::insert(ByteView text)
{
    const std::size_t kept = isAllSelected() ? 0 : m_bytes.size();
    if (text.empty() || kept + text.size() > most || hasControl(text))
        return false;
    if (isAllSelected())
        clear();
    m_bytes.reserve(most); // it stays in one place
    const std::size_t behind = m_bytes.size() - m_caret;
    m_bytes.resize(m_bytes.size() + text.size());
    std::byte *const place = m_bytes.data().data() + m_caret;
    std::memmove(place + text.size(), place, behind);
    std::memcpy(place, text.data(), text.size());
    setCaret(m_caret + text.size());
    return true;
}

bool SecretLine::removeBefore()
{
    if (isAllSelected()) {
        clear();
        return true;
    }
    const std::size_t from = before(m_caret);
    if (from == m_caret)
        return false;
    remove(from, m_caret);
    return true;
}

bool SecretLine::removeAfter()
{
    if (isAllSelected()) {
        clear();
        return true;
    }
    const std::size_t to = after(m_caret);
    if (to == m_caret)
        return false;
    remove(m_caret, to);
    return true;
}

void SecretLine::remove(std::size_t from, std::size_t to)
{
    std::byte *const start = m_bytes.data().data();
    std::memmove(start + from, start + to, m_bytes.size() - to);
    m_bytes.resize(m_bytes.size() - (to - from));
    setCaret(from);
}

void SecretLine::clear()
{
    m_bytes.clear();
    setCaret(0);
}

std::size_t SecretLine::after(std::size_t at) const
{
    const ByteView text = m_bytes.view();
    if (at >= text.size())
        return text.size();
    std::size_t end = pointAfter(text, at);
    while (end < text.size()) {
        const char32_t point = pointAt(text, end);
        if (!belongsToTheOneBefore(point))
            break;
        end = pointAfter(text, end);
        if (point == zeroWidthJoiner && end < text.size())
            end = pointAfter(text, end);
    }
    return end;
}

std::size_t SecretLine::before(std::size_t at) const
{
    // From the start, since only that way it is known what a joiner joins; the line is short.
    std::size_t from = 0;
    for (std::size_t next = after(0); next < at; next = after(next))
        from = next;
    return at == 0 ? 0 : from;
}

} // namespace watchword::app
