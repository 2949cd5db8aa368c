// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/device_list.h"
#include "app/support/camera_messages.h"

#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QObject>
#include <QTimer>
#include <QVideoSink>

#include <memory>
#include <span>

class QCamera;

namespace watchword::app {

/// Says which cameras there are, and shows what the chosen one sees, a frame each time that one is wanted. Ends the program when
/// whoever asks is gone.
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
    QMediaCaptureSession m_session;
    QVideoSink m_sink;
    std::unique_ptr<QCamera> m_camera;
    QTimer m_patience; ///< with a camera that gives no frames
    QElapsedTimer m_sinceLast;
    bool m_isWanted = false; ///< a frame
};

} // namespace watchword::app
