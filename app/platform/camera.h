// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/camera_messages.h"
#include "app/support/camera_text.h"

#include <QImage>
#include <QObject>
#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace watchword::app {

class ChildProcess;

/// The webcams of this computer, seen through a process of our own (`app/camera`) that alone meets drivers and media libraries.
/// What it says is checked; pixels are copied before anything looks at them. It runs from `open` to `close`, or until this dies.
class Camera final : public QObject
{
    Q_OBJECT

public:
    static QString program(); ///< `ownProgram`
    explicit Camera(const QString &program = Camera::program(), QObject *parent = nullptr);
    ~Camera() override;

    /// Starts it, anew if it runs; says which devices there are as soon as that is known.
    void open();
    /// Releases the device; at once, whatever the process is doing.
    void close();
    bool isOpen() const { return m_process != nullptr; }
    /// The process that films; 0 for none.
    qint64 processId() const;
    /// Shows a device, one of those that were said; another one after the first is for another process.
    void choose(const QByteArray &id);

Q_SIGNALS:
    void devicesChanged(const QList<watchword::app::camera::Device> &devices);
    /// Luminance (QImage::Format_Grayscale8); the newest one. The next one is asked for when this one was copied.
    void frameTaken(const QImage &frame);
    /// After Crashed and Missing it is closed; after the others it goes on by itself when it can.
    void troubled(watchword::app::CameraTrouble trouble);

private:
    struct Pixels;
    void launch();
    void listen();
    void take(const camera::Answer &answer);
    void takeFrame(const camera::Frame &frame);
    void send(const camera::Command &command);
    void fail(CameraTrouble trouble);

    QString m_program;
    std::unique_ptr<Pixels> m_pixels;
    std::unique_ptr<ChildProcess> m_process;
    std::unique_ptr<QSocketNotifier> m_answers;
    QTimer m_patience;     ///< with a process that says nothing
    QByteArray m_wanted;   ///< the device, once the process has said that it is there
    bool m_isUsed = false; ///< the process, for one device
};

} // namespace watchword::app
