// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/code_reader.h"
#include "app/flows/live_reader.h"
#include "app/platform/camera.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace watchword::app {

class CameraDialog;
class Theme;

/// One look through a webcam: the device, its dialog, and what is read in the frames. It goes on until something was read that ends
/// it, or the dialog is closed.
class CameraScan final : public QObject
{
    Q_OBJECT

public:
    /// What a frame's codes are.
    enum class Verdict {
        Done,  ///< what was wanted: the camera stops
        Kept,  ///< a part of it: on to the next
        Other, ///< none of ours
    };
    using Judge = std::function<Verdict(CodeReading)>;

    /// `wanted`: name of the camera to begin with, if it is there. `judge` is called with each set of codes that is not the one
    /// before.
    CameraScan(const Theme &theme, QWidget &window, const QString &wanted, Judge judge);
    ~CameraScan() override;

    /// Not opened yet.
    CameraDialog *dialog() const;
    void start();
    /// Releases the device at once.
    void stop();

Q_SIGNALS:
    /// By the person.
    void cameraChosen(const QString &name);
    /// What was found was seen for a moment, and the dialog has closed.
    void done();

private:
    void takeDevices(const QList<camera::Device> &devices);
    void takeFrame(const QImage &frame);
    void takeTrouble(CameraTrouble trouble);
    void takeCodes(const QImage &frame, std::vector<qr::Found> found);
    void judge(const QImage &frame, std::vector<qr::Found> found);
    void lookAt(const QImage &frame);
    void choose(const camera::Device &device);
    void showTrouble(CameraTrouble trouble);
    void finish();

    Camera m_camera;
    LiveReader m_reader;
    QPointer<CameraDialog> m_dialog;
    Judge m_judge;
    QString m_wanted;
    QList<camera::Device> m_devices;
    camera::Device m_chosen;         ///< with no id: none
    std::vector<SecretBytes> m_last; ///< the codes of the frame that was judged last
    Verdict m_verdict = Verdict::Other;
    QElapsedTimer m_sinceStart; ///< until the first frame
    QElapsedTimer m_sinceCodes;
    QElapsedTimer m_sinceLook;
    QElapsedTimer m_sinceOrdinary;
    bool m_isDone = false;
};

} // namespace watchword::app
