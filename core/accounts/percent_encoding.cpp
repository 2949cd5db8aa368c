// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/percent_encoding.h"

#include <array>

namespace watchword::accounts {

namespace {

int hexDigit(std::byte byte)
{
    const int c = std::to_integer<int>(byte);
    if (c >= '0' && c <= '9')
        return c - '0';
    const int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isUnreserved(std::byte byte)
{
    const int c = std::to_integer<int>(byte);
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
        || c == '_' || c == '~';
}

} // namespace

SecretBytes percentDecoded(ByteView text, PlusSign plus)
{
    SecretBytes decoded(text.size());
    const std::span<std::byte> out = decoded.data();
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::byte byte = text[i];
        if (byte == std::byte{'%'} && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0) {
            byte = std::byte(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else if (byte == std::byte{'+'} && plus == PlusSign::IsBlank) {
            byte = std::byte{' '};
        }
        out[length++] = byte;
    }
    decoded.resize(length);
    return decoded;
}

SecretBytes percentEncoded(ByteView bytes)
{
    static constexpr std::array<char, 16> digits = {'0', '1', '2', '3', '4', '5', '6', '7',
                                                    '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    SecretBytes encoded(bytes.size() * 3);
    const std::span<std::byte> out = encoded.data();
    std::size_t length = 0;
    for (const std::byte byte : bytes) {
        if (isUnreserved(byte)) {
            out[length++] = byte;
            continue;
        }
        out[length++] = std::byte{'%'};
        out[length++] = std::byte(digits[std::to_integer<std::size_t>(byte >> 4)]);
        out[length++] = std::byte(digits[std::to_integer<std::size_t>(byte & std::byte{15})]);
    }
    encoded.resize(length);
    return encoded;
}

} // namespace watchword::accounts
