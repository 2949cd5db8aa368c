// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_bytes.h"

#include <QStringConverter>
#include <QUtf8StringView>

#include <algorithm>
#include <string_view>

namespace watchword {

namespace {

std::string_view charsOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view whiteSpace = " \t\r\n\v\f";

} // namespace

bool isText(ByteView bytes) noexcept
{
    const std::string_view chars = charsOf(bytes);
    const auto isControl = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == '\x7F';
    };
    return std::ranges::none_of(chars, isControl)
        && QUtf8StringView(chars.data(), qsizetype(chars.size())).isValidUtf8();
}

ByteView trimmed(ByteView text) noexcept
{
    if (charsOf(text).starts_with(byteOrderMark))
        text = text.subspan(byteOrderMark.size());
    const std::string_view chars = charsOf(text);
    const std::size_t first = chars.find_first_not_of(whiteSpace);
    if (first == std::string_view::npos)
        return {};
    return text.subspan(first, chars.find_last_not_of(whiteSpace) - first + 1);
}

bool startsWithFolded(ByteView text, QByteArrayView prefix) noexcept
{
    if (text.size() < std::size_t(prefix.size()))
        return false;
    const auto folded = [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; };
    return std::ranges::equal(charsOf(text).substr(0, std::size_t(prefix.size())), prefix, {}, folded);
}

QString textFromOutside(ByteView bytes)
{
    const std::string_view chars = charsOf(bytes);
    const QByteArrayView view(chars.data(), qsizetype(chars.size()));
    if (!QUtf8StringView(view.data(), view.size()).isValidUtf8())
        return QString::fromLatin1(view);
    // QString::fromUtf8 would drop a U+FEFF in front, and a name would not read as it was written.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(view);
}

} // namespace watchword
