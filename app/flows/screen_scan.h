// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/code_reader.h"
#include "app/platform/screen_grab.h"

#include <QObject>

#include <chrono>
#include <memory>

class QWidget;

namespace watchword::app {

class HiddenWindows;

/// One scan of the screen: our windows go, every monitor is captured, the codes are read, our windows come back. Where
/// nothing is found, a second look is taken before that is said: a compositor may still have been fading our window out.
/// When this dies, our windows come back, the search ends, and the pictures are wiped.
class ScreenScan final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds longSearch{1};

    /// `main` comes back in front.
    ScreenScan(QWidget &main, ScreenGrabber &grabber, QObject *parent = nullptr);
    ~ScreenScan() override;

    /// To be called once. Our windows are back when `done` is called; errors are those of `ScreenGrabber`, and
    /// CaptureBlank.
    void start(Handler<Result<CodeReading>> done);

Q_SIGNALS:
    /// The desktop has not answered yet: it may be asking the person, or hang. Our windows are back; a late answer still
    /// counts.
    void waiting();
    /// The search takes long. Our windows are back.
    void searching();

private:
    void hide();
    void grab();
    void take(Result<std::vector<Capture>> captures);
    void look(CodeReading reading);
    void finish(Result<CodeReading> result);

    QWidget &m_main;
    ScreenGrabber &m_grabber;
    Handler<Result<CodeReading>> m_done;
    std::unique_ptr<HiddenWindows> m_hidden;
    std::shared_ptr<CodeFinder> m_finder;   ///< started while our windows go
    std::unique_ptr<QObject> m_isSearching; ///< while it is there
    bool m_isSecondLook = false;
};

} // namespace watchword::app
