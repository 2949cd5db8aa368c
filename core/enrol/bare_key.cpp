// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base32.h"
#include "core/base/text_bytes.h"
#include "core/enrol/recognise.h"

#include <algorithm>
#include <array>

namespace watchword::enrol {

namespace {

constexpr int shortestKey = 16;
constexpr std::size_t longestKey = 512;
constexpr std::array usualLengths = {16, 24, 26, 32, 40, 48, 52, 56, 64, 103, 104};

// What a text of base32 letters is made of; nothing of it is kept.
struct Shape {
    int letters = 0;
    int digits = 0;
    bool hasUpper = false;
    bool hasLower = false;
    bool isBase32 = true;
    bool isInEqualGroups = true; // the last one may be shorter
};

class ShapeReader
{
public:
    void take(char c)
    {
        if (c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n') {
            endGroup();
            return;
        }
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isLower = c >= 'a' && c <= 'z';
        const bool isDigit = c >= '2' && c <= '7';
        m_shape.isBase32 = m_shape.isBase32 && (isUpper || isLower || isDigit);
        m_shape.hasUpper = m_shape.hasUpper || isUpper;
        m_shape.hasLower = m_shape.hasLower || isLower;
        m_shape.digits += int(isDigit);
        ++m_shape.letters;
        ++m_group;
        if (m_firstGroup > 0 && (m_group > m_firstGroup || m_lastWasShorter))
            m_shape.isInEqualGroups = false;
    }

    Shape shape() const { return m_shape; }

private:
    void endGroup()
    {
        if (m_group == 0)
            return;
        if (m_firstGroup == 0)
            m_firstGroup = m_group;
        m_lastWasShorter = m_group < m_firstGroup;
        m_group = 0;
    }

    Shape m_shape;
    int m_group = 0;
    int m_firstGroup = 0;
    bool m_lastWasShorter = false;
};

} // namespace

bool looksLikeBareKey(ByteView utf8)
{
    ByteView text = trimmed(utf8);
    while (!text.empty() && text.back() == std::byte{'='})
        text = text.first(text.size() - 1);
    if (text.size() > longestKey)
        return false;
    ShapeReader reader;
    for (const std::byte byte : text)
        reader.take(char(byte));
    const Shape shape = reader.shape();
    if (!shape.isBase32 || shape.letters < shortestKey || !shape.isInEqualGroups || (shape.hasUpper && shape.hasLower))
        return false;
    const bool mayBeAWord = shape.hasLower && shape.digits == 0;
    return !mayBeAWord || std::ranges::find(usualLengths, shape.letters) != usualLengths.end();
}

Result<accounts::Proposal> fromBareKey(ByteView utf8)
{
    Result<SecretBytes> secret = decodeBase32(trimmed(utf8));
    if (!secret)
        return std::unexpected(secret.error());
    accounts::Proposal proposal;
    proposal.secret = std::move(*secret);
    proposal.remarks = accounts::remarksOn(proposal.account.parameters, proposal.secret);
    return proposal;
}

} // namespace watchword::enrol
