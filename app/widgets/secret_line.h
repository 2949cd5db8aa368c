// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

namespace watchword::app {

/// One line of secret text that is being written: UTF-8 that never leaves its locked place, and a caret. A character is
/// what a person takes for one, a letter with its accents.
class SecretLine
{
public:
    /// In bytes. What would make it longer is not taken.
    static constexpr std::size_t most = 1024;

    const SecretBytes &bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    bool isAllSelected() const { return m_isAllSelected && !isEmpty(); }

    std::size_t caret() const { return m_caret; }
    void setCaret(std::size_t at);
    void moveBack() { setCaret(before(m_caret)); }
    void moveOn() { setCaret(after(m_caret)); }
    void moveToStart() { setCaret(0); }
    void moveToEnd() { setCaret(m_bytes.size()); }
    /// The next insertion takes the place of all, and removing removes all.
    void selectAll();

    /// At the caret. False when it does not fit or holds control characters; then nothing is changed.
    bool insert(ByteView text);
    /// The character before or after the caret; false when there is none.
    bool removeBefore();
    bool removeAfter();
    void clear();

    /// Where the character that begins at `at` ends, and where the one that ends at `at` begins.
    std::size_t after(std::size_t at) const;
    std::size_t before(std::size_t at) const;

private:
    void remove(std::size_t from, std::size_t to);

    SecretBytes m_bytes;
    std::size_t m_caret = 0;
    bool m_isAllSelected = false;
};

} // namespace watchword::app
