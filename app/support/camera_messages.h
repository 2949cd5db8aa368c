// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

/// What Watchword and the program with the camera (`app/camera`) say to each other, a message a packet. The pixels of a frame are
/// not in it: they lie in memory that both have (`mostPixels` bytes, the program's file `pixelsFile`).
namespace watchword::app::camera {

inline constexpr int pixelsFile = 3;
/// One byte a pixel.
inline constexpr int mostPixels = 4 * 1024 * 1024;
inline constexpr int leastSide = 16;
inline constexpr int longestSide = 4096;
inline constexpr int mostDevices = 16;
/// Of an id or a name, in bytes.
inline constexpr int longestText = 256;
inline constexpr int longestMessage = 16 * 1024;

struct Device {
    QByteArray id; ///< the same in the next run, as long as no camera of the same name comes or goes
    QString name;  ///< a text from outside
    friend bool operator==(const Device &, const Device &) = default;
};

// From the program

/// All cameras that there are now.
struct Devices {
    QList<Device> list;
    friend bool operator==(const Devices &, const Devices &) = default;
};

/// The luminance of one frame lies in the common memory, row by row. The next one is written after `Next`.
struct Frame {
    int width = 0;
    int height = 0;
    friend bool operator==(const Frame &, const Frame &) = default;
};

/// Why there are no frames.
enum class Trouble : quint32 {
    Busy,      ///< somebody else has the camera
    Refused,   ///< the person who runs us may not use it
    NoPicture, ///< it is said to run and gives none, and nobody knows why
    Unplugged, ///< the chosen one is gone
};

using Answer = std::variant<Devices, Frame, Trouble>;

// To the program

/// Begins with this one, and with the first frame. Once in a run.
struct Choose {
    QByteArray id;
    friend bool operator==(const Choose &, const Choose &) = default;
};

/// The last frame was taken, another one is wanted.
struct Next {
    friend bool operator==(const Next &, const Next &) = default;
};

using Command = std::variant<Choose, Next>;

/// Texts that are too long are cut, devices that are too many left out.
QByteArray packed(const Answer &answer);
QByteArray packed(const Command &command);

/// Nothing when it is no message that may be, to the last byte.
std::optional<Answer> readAnswer(QByteArrayView packet);
std::optional<Command> readCommand(QByteArrayView packet);

} // namespace watchword::app::camera
