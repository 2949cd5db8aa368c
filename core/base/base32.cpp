// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base32.h"

#include <QString>

#include <string_view>

namespace watchword {

namespace {

constexpr std::string_view base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr int notInAlphabet = -1;

constexpr int base32Value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a';
    if (c >= '2' && c <= '7')
        return c - '2' + 26;
    return notInAlphabet;
}

constexpr bool isDroppedFromBase32(char c)
{
    return std::string_view(" +\t\r\n\v\f-_=").find(c) != std::string_view::npos;
}

// Bytes of the UTF-8 sequence that begins at the start of `text`, so that the person is told a whole character.
std::size_t utf8SequenceLength(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && length < 4 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        ++length;
    return length;
}

// Web pages put no-break spaces between the groups of a key.
constexpr std::string_view noBreakSpace = "\xC2\xA0";

} // namespace

Result<SecretBytes> decodeBase32(ByteView text)
{
    const std::string_view in(reinterpret_cast<const char *>(text.data()), text.size());
    SecretBytes out(in.size() * 5 / 8);
    std::size_t written = 0;
    unsigned bits = 0;
    int bitCount = 0;
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (isDroppedFromBase32(in[i]))
            continue;
        if (in.substr(i).starts_with(noBreakSpace)) {
            ++i;
            continue;
        }
        const int value = base32Value(in[i]);
        if (value == notInAlphabet) {
            const std::string_view bad = in.substr(i, utf8SequenceLength(in.substr(i)));
            return failure(ErrorCode::InvalidBase32, QString::fromUtf8(bad.data(), qsizetype(bad.size())));
        }
        bits = (bits << 5U | unsigned(value)) & 0xFFFU;
        bitCount += 5;
        if (bitCount >= 8) {
            bitCount -= 8;
            out.data()[written++] = std::byte(bits >> unsigned(bitCount) & 0xFFU);
        }
    }
    if (written == 0)
        return failure(ErrorCode::MissingSecret);
    out.resize(written);
    return out;
}

SecretBytes encodeBase32(ByteView bytes)
{
    SecretBytes out((bytes.size() * 8 + 4) / 5);
    std::size_t written = 0;
    unsigned bits = 0;
    unsigned bitCount = 0;
    for (const std::byte byte : bytes) {
        bits = (bits << 8U | std::to_integer<unsigned>(byte)) & 0xFFFU;
        bitCount += 8;
        while (bitCount >= 5) {
            bitCount -= 5;
            out.data()[written++] = std::byte(base32Alphabet[bits >> bitCount & 0x1FU]);
        }
    }
    if (bitCount > 0)
        out.data()[written] = std::byte(base32Alphabet[bits << (5 - bitCount) & 0x1FU]);
    return out;
}

} // namespace watchword
