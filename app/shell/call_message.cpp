// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/call_message.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace watchword::app {

namespace {

constexpr QByteArrayView opening = "watchword call 1\n";
constexpr std::size_t lengthSize = sizeof(quint32);

void appendField(SecretBytes &message, ByteView field)
{
    std::array<std::byte, lengthSize> length;
    qToBigEndian(quint32(field.size()), length.data());
    message.append(length);
    message.append(field);
}

/// Takes one field off the front of `rest`.
MessageState readField(ByteView &rest, std::size_t longest, ByteView &field)
{
    if (rest.size() < lengthSize)
        return MessageState::Incomplete;
    const auto length = std::size_t(qFromBigEndian<quint32>(rest.data()));
    if (length > longest)
        return MessageState::Refused;
    if (rest.size() - lengthSize < length)
        return MessageState::Incomplete;
    field = rest.subspan(lengthSize, length);
    rest = rest.subspan(lengthSize + length);
    return MessageState::Complete;
}

} // namespace

SecretBytes writeCall(const Call &call)
{
    SecretBytes message;
    message.reserve(std::size_t(opening.size()) + 2 * lengthSize + std::size_t(call.activationToken.size())
                    + call.text.size());
    message.append(bytesOf(opening));
    appendField(message, bytesOf(call.activationToken));
    appendField(message, call.text.view());
    return message;
}

MessageState readCall(ByteView soFar, Call &call)
{
    const ByteView start = bytesOf(opening);
    if (!std::ranges::equal(soFar.first(std::min(soFar.size(), start.size())),
                            start.first(std::min(soFar.size(), start.size()))))
        return MessageState::Refused;
    if (soFar.size() < start.size())
        return MessageState::Incomplete;
    ByteView rest = soFar.subspan(start.size());
    ByteView token;
    ByteView text;
    if (const MessageState state = readField(rest, Call::longestToken, token); state != MessageState::Complete)
        return state;
    if (const MessageState state = readField(rest, Call::longestText, text); state != MessageState::Complete)
        return state;
    if (!rest.empty())
        return MessageState::Refused;
    call.activationToken = QByteArray(reinterpret_cast<const char *>(token.data()), qsizetype(token.size()));
    call.text = SecretBytes::copyOf(text);
    return MessageState::Complete;
}

} // namespace watchword::app
