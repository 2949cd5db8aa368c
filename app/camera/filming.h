// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/device_list.h"
#include "app/support/camera_messages.h"

#include <QElapsedTimer>
#include <QMediaDevices>
#include <QObject>
#include <QTimer>

#include <memory>
#include <span>

class QCameraDevice;
class QVideoFrame;

namespace watchword::app {

/// Says which cameras there are, and shows what the chosen one sees, a frame each time that one is wanted. One run is for one device:
/// after one that could not be opened, or was unplugged, nothing passes through Qt Multimedia any more. Ends the program when whoever
/// asks is gone.
class Filming final : public QObject
{
    Q_OBJECT

public:
    /// `pixels`: where frames are written.
    Filming(int socket, std::span<std::byte> pixels);
    ~Filming() override;

    /// Says which cameras there are.
    void start();

private:
    void readCommands();
    void answer(const camera::Answer &answer);
    void list();
    void choose(const QByteArray &id);
    void show(const QVideoFrame &frame);
    void sayWhatIsWrong();

    int m_socket;
    std::span<std::byte> m_pixels;
    QMediaDevices m_media;
    QElapsedTimer m_age;
    DeviceList m_known;
    camera::Device m_chosen;
    struct Session;
    std::unique_ptr<Session> m_session; ///< with the chosen one
    QTimer m_patience;                  ///< with a camera that gives no frames
    QElapsedTimer m_sinceLast;
    bool m_isWanted = false; ///< a frame
    bool m_isGone = false;   ///< the chosen one
};

} // namespace watchword::app
