// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/screen_scan.h"

#include "app/flows/hidden_windows.h"
#include "app/support/code_finder.h"
#include "app/support/logged_steps.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTimer>

namespace watchword::app {

namespace {

/// In pixels.
QSize largestMonitor()
{
    QSize largest;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QSize size = screen->size() * screen->devicePixelRatio();
        if (size.width() * size.height() > largest.width() * largest.height())
            largest = size;
    }
    return largest;
}

} // namespace

ScreenScan::ScreenScan(QWidget &main, ScreenGrabber &grabber, QObject *parent)
    : QObject(parent)
    , m_main(main)
    , m_grabber(grabber)
    , m_finder(std::make_shared<CodeFinder>())
{
}

ScreenScan::~ScreenScan() = default;

void ScreenScan::start(Handler<Result<CodeReading>> done)
{
    qCDebug(scanSteps) << "asked for";
    m_done = std::move(done);
    hide();
}

void ScreenScan::hide()
{
    m_hidden = std::make_unique<HiddenWindows>(
        m_main,
        [this] {
            qCDebug(scanSteps) << "our windows are gone";
            grab();
        },
        nullptr);
    // While they go.
    m_grabber.prepare();
    m_finder->prepare(largestMonitor());
}

void ScreenScan::grab()
{
    m_grabber.grab(
        this, [this](Result<std::vector<Capture>> captures) { take(std::move(captures)); },
        [this] {
            m_hidden.reset();
            Q_EMIT waiting();
        });
}

void ScreenScan::take(Result<std::vector<Capture>> captures)
{
    if (!captures)
        return finish(std::unexpected(captures.error()));
    qCDebug(scanSteps) << "captured, monitors:" << captures->size();
    std::vector<QImage> pictures;
    for (Capture &capture : *captures) {
        pictures.push_back(std::move(capture.image));
        m_isSecondLook = m_isSecondLook || capture.byPerson; // who is not asked twice
    }
    if (m_isSecondLook)
        m_hidden.reset();
    m_isSearching = std::make_unique<QObject>();
    QTimer::singleShot(longSearch, m_isSearching.get(), [this] {
        m_hidden.reset();
        Q_EMIT searching();
    });
    readPictures(
        std::move(pictures), this, [this](CodeReading reading) { look(std::move(reading)); },
        // There will be something to show: our windows can come back while the search goes on.
        [this] { m_hidden.reset(); }, m_finder);
}

void ScreenScan::look(CodeReading reading)
{
    m_isSearching.reset();
    qCDebug(scanSteps) << "searched, found:" << reading.texts.size();
    if (m_isSecondLook && reading.blank == int(reading.pictures.size()))
        return finish(failure(ErrorCode::CaptureBlank));
    if (!reading.texts.empty() || m_isSecondLook)
        return finish(std::move(reading));
    m_isSecondLook = true;
    m_hidden ? grab() : hide(); // they came back while the desktop was waited for
}

void ScreenScan::finish(Result<CodeReading> result)
{
    m_hidden.reset();
    std::exchange(m_done, {})(std::move(result));
}

} // namespace watchword::app
