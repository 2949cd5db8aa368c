// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/camera_messages.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace watchword::app::camera {

namespace {

constexpr quint32 mark = 0x57574331; // WWC1

enum class Kind : quint32 { Devices = 1, Frame, Trouble, Choose, Next };

/// A mark of the protocol's version, what it is, and two numbers, in the computer's own byte order.
using Head = std::array<quint32, 4>;

QByteArray head(Kind kind, quint32 first = 0, quint32 second = 0)
{
    const Head head = {mark, quint32(kind), first, second};
    return {reinterpret_cast<const char *>(head.data()), qsizetype(sizeof head)};
}

void append(QByteArray &packet, const QByteArray &text)
{
    const quint32 size = quint32(text.size());
    packet.append(reinterpret_cast<const char *>(&size), sizeof size).append(text);
}

class PacketReader
{
public:
    explicit PacketReader(QByteArrayView packet)
        : m_rest(packet)
    {
    }

    std::optional<quint32> number()
    {
        quint32 value = 0;
        if (m_rest.size() < qsizetype(sizeof value))
            return {};
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest = m_rest.sliced(sizeof value);
        return value;
    }

    std::optional<QByteArray> text()
    {
        const auto size = number();
        if (!size || *size > quint32(longestText) || m_rest.size() < qsizetype(*size))
            return {};
        QByteArray text = m_rest.first(*size).toByteArray();
        m_rest = m_rest.sliced(*size);
        return text;
    }

    /// Nothing when it is none of ours.
    std::optional<Head> head()
    {
        Head head = {};
        for (quint32 &each : head) {
            const auto value = number();
            if (!value)
                return {};
            each = *value;
        }
        return head[0] == mark ? std::optional(head) : std::nullopt;
    }

    bool isAtEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

std::optional<Devices> devices(PacketReader &reader, quint32 count)
{
    if (count > quint32(mostDevices))
        return {};
    Devices devices;
    for (quint32 i = 0; i < count; ++i) {
        const auto id = reader.text();
        const auto name = reader.text();
        if (!id || !name)
            return {};
        devices.list.append({*id, QString::fromUtf8(*name)});
    }
    return devices;
}

std::optional<Frame> frame(quint32 width, quint32 height)
{
    const auto mayBe = [](quint32 side) { return side >= quint32(leastSide) && side <= quint32(longestSide); };
    if (!mayBe(width) || !mayBe(height) || width * height > quint32(mostPixels))
        return {};
    return Frame{int(width), int(height)};
}

template <class Message, class Part>
std::optional<Message> whole(const PacketReader &reader, const std::optional<Part> &part)
{
    return part && reader.isAtEnd() ? std::optional<Message>(*part) : std::nullopt;
}

struct PackAnswer {
    QByteArray operator()(const Devices &devices) const
    {
        const qsizetype count = std::min<qsizetype>(devices.list.size(), mostDevices);
        QByteArray packet = head(Kind::Devices, quint32(count));
        for (const Device &device : devices.list.first(count)) {
            append(packet, device.id.left(longestText));
            append(packet, device.name.toUtf8().left(longestText));
        }
        return packet;
    }
    QByteArray operator()(const Frame &frame) const
    {
        return head(Kind::Frame, quint32(frame.width), quint32(frame.height));
    }
    QByteArray operator()(Trouble trouble) const { return head(Kind::Trouble, quint32(trouble)); }
};

struct PackCommand {
    QByteArray operator()(const Choose &choose) const
    {
        QByteArray packet = head(Kind::Choose);
        append(packet, choose.id.left(longestText));
        return packet;
    }
    QByteArray operator()(Next) const { return head(Kind::Next); }
};

} // namespace

QByteArray packed(const Answer &answer)
{
    return std::visit(PackAnswer(), answer);
}

QByteArray packed(const Command &command)
{
    return std::visit(PackCommand(), command);
}

std::optional<Answer> readAnswer(QByteArrayView packet)
{
    PacketReader reader(packet);
    const auto head = reader.head();
    if (!head)
        return {};
    switch (Kind((*head)[1])) {
    case Kind::Devices: {
        const auto read = devices(reader, (*head)[2]);
        return whole<Answer>(reader, read);
    }
    case Kind::Frame: return whole<Answer>(reader, frame((*head)[2], (*head)[3]));
    case Kind::Trouble:
        if ((*head)[2] > quint32(Trouble::Unplugged))
            return {};
        return whole<Answer>(reader, std::optional(Trouble((*head)[2])));
    case Kind::Choose:
    case Kind::Next: break;
    }
    return {};
}

std::optional<Command> readCommand(QByteArrayView packet)
{
    PacketReader reader(packet);
    const auto head = reader.head();
    if (!head)
        return {};
    if ((*head)[1] == quint32(Kind::Next))
        return whole<Command>(reader, std::optional(Next{}));
    if ((*head)[1] != quint32(Kind::Choose))
        return {};
    if (const auto id = reader.text())
        return whole<Command>(reader, std::optional(Choose{*id}));
    return {};
}

} // namespace watchword::app::camera
