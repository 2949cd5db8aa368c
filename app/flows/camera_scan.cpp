// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/camera_scan.h"

#include "app/dialogs/camera_dialog.h"
#include "app/flows/frame_look.h"
#include "app/support/logged_steps.h"
#include "app/support/outside_text.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace watchword::app {

namespace {

using namespace std::chrono_literals;

/// How long a code that was found is seen with its outline.
constexpr auto foundStays = 400ms;
/// After which the same code is another look at it.
constexpr qint64 untilForgotten = 3000;
constexpr qint64 betweenLooks = 500;
/// Cameras begin in the dark, and hands pass by.
constexpr qint64 untilRemarked = 2500;

QList<QPolygon> outlinesOf(const std::vector<qr::Found> &found)
{
    QList<QPolygon> outlines;
    for (const qr::Found &each : found)
        outlines << QPolygon(QList<QPoint>(each.corners.begin(), each.corners.end()));
    return outlines;
}

} // namespace

CameraScan::CameraScan(const Theme &theme, QWidget &window, const QString &wanted, Judge judge)
    : m_reader([this](const QImage &frame, std::vector<qr::Found> found) { takeCodes(frame, std::move(found)); })
    , m_dialog(new CameraDialog(theme, &window))
    , m_judge(std::move(judge))
    , m_wanted(wanted)
{
    connect(&m_camera, &Camera::devicesChanged, this, &CameraScan::takeDevices);
    connect(&m_camera, &Camera::frameTaken, this, &CameraScan::takeFrame);
    connect(&m_camera, &Camera::troubled, this, &CameraScan::takeTrouble);
    connect(m_dialog, &CameraDialog::tryAgainRequested, this, &CameraScan::start);
    connect(m_dialog, &CameraDialog::deviceChosen, this, [this](const QByteArray &id) {
        const auto device = std::ranges::find(m_devices, id, &camera::Device::id);
        if (device == m_devices.end() || *device == m_chosen)
            return;
        m_wanted = device->name;
        choose(*device);
        Q_EMIT cameraChosen(m_wanted);
    });
}

CameraScan::~CameraScan() = default;

CameraDialog *CameraScan::dialog() const
{
    return m_dialog;
}

void CameraScan::start()
{
    m_isDone = false;
    m_sinceStart.start();
    m_devices.clear();
    m_chosen = {};
    m_dialog->showStarting();
    m_camera.open();
}

void CameraScan::stop()
{
    m_isDone = true;
    m_camera.close();
}

void CameraScan::takeDevices(const QList<camera::Device> &devices)
{
    const camera::Device before = m_chosen;
    m_devices = devices;
    if (devices.isEmpty()) {
        m_chosen = {};
        m_dialog->setDevices(devices, {});
        return showTrouble(before.id.isEmpty() ? CameraTrouble::NoCamera : CameraTrouble::Unplugged);
    }
    if (!devices.contains(m_chosen)) {
        const auto wanted = std::ranges::find(devices, m_wanted, &camera::Device::name);
        choose(wanted != devices.end() ? *wanted : devices.first());
        if (!before.id.isEmpty())
            m_dialog->remark(CameraDialog::Remark::Device,
                             tr("%1 was unplugged").arg(outsideTextInSentence(before.name)),
                             tr("This is what %1 sees.").arg(outsideTextInSentence(m_chosen.name)));
    }
    m_dialog->setDevices(devices, m_chosen.id);
}

void CameraScan::choose(const camera::Device &device)
{
    m_chosen = device;
    m_sinceOrdinary.invalidate();
    m_dialog->takeBack(CameraDialog::Remark::Look);
    m_dialog->takeBack(CameraDialog::Remark::Device);
    m_dialog->showStarting();
    m_camera.choose(device.id);
}

void CameraScan::takeTrouble(CameraTrouble trouble)
{
    // Said of the one before: another one has been chosen meanwhile, or there is none, which was said.
    if (trouble == CameraTrouble::Unplugged)
        return;
    if (trouble == CameraTrouble::Crashed || trouble == CameraTrouble::Missing)
        m_dialog->setDevices({}, {});
    showTrouble(trouble);
}

void CameraScan::showTrouble(CameraTrouble trouble)
{
    const bool isWorthTrying = trouble == CameraTrouble::Busy || trouble == CameraTrouble::Refused
        || trouble == CameraTrouble::NoPicture || trouble == CameraTrouble::Crashed;
    m_dialog->showTrouble(cameraText(trouble), isWorthTrying);
}

void CameraScan::takeFrame(const QImage &frame)
{
    if (m_isDone || !m_dialog)
        return;
    if (m_sinceStart.isValid()) {
        qCDebug(scanSteps) << "camera: first frame after" << m_sinceStart.elapsed() << "ms";
        m_sinceStart.invalidate();
    }
    m_dialog->showFrame(frame);
    m_reader.take(frame);
    if (!m_sinceLook.isValid() || m_sinceLook.hasExpired(betweenLooks))
        lookAt(frame);
}

void CameraScan::lookAt(const QImage &frame)
{
    m_sinceLook.start();
    const FrameLook look = lookOf(frame);
    if (look == FrameLook::Ordinary) {
        m_sinceOrdinary.start();
        return m_dialog->takeBack(CameraDialog::Remark::Look);
    }
    if (!m_sinceOrdinary.isValid())
        m_sinceOrdinary.start();
    if (!m_sinceOrdinary.hasExpired(untilRemarked))
        return;
    const ErrorText text = cameraText(look == FrameLook::Black ? CameraTrouble::Covered : CameraTrouble::Pattern);
    m_dialog->remark(CameraDialog::Remark::Look, text.sentence, text.hint);
}

void CameraScan::takeCodes(const QImage &frame, std::vector<qr::Found> found)
{
    if (m_isDone || !m_dialog)
        return;
    // Stripes of any kind can look like a barcode to a camera.
    std::erase_if(found, [](const qr::Found &each) { return !each.isQr; });
    if (found.empty()) {
        m_dialog->showOutlines({}, false);
        if (m_sinceCodes.isValid() && m_sinceCodes.hasExpired(untilForgotten))
            m_last.clear();
        return;
    }
    m_sinceCodes.start();
    const bool isSame = std::ranges::all_of(
        found, [this](const qr::Found &each) { return std::ranges::find(m_last, each.payload) != m_last.end(); });
    const QList<QPolygon> outlines = outlinesOf(found);
    if (!isSame)
        judge(frame, std::move(found));
    if (m_dialog)
        m_dialog->showOutlines(outlines, m_verdict != Verdict::Other);
}

void CameraScan::judge(const QImage &frame, std::vector<qr::Found> found)
{
    CodeReading reading;
    reading.pictures.push_back(frame);
    m_last.clear();
    for (qr::Found &each : found) {
        m_last.push_back(each.payload.clone());
        reading.texts.push_back({std::move(each.payload), 0, each.corners, true});
    }
    m_verdict = m_judge(std::move(reading));
    if (m_verdict == Verdict::Done)
        finish();
}

void CameraScan::finish()
{
    stop();
    QTimer::singleShot(foundStays, m_dialog, [this] {
        m_dialog->accept();
        Q_EMIT done();
    });
}

} // namespace watchword::app
