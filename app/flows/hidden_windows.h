// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/handler.h"

#include <QObject>
#include <QPointer>
#include <QRect>

#include <vector>

class QWidget;

namespace watchword::app {

/// Takes this program's windows off the screen and brings them back when it dies, whatever happened meanwhile.
class HiddenWindows final : public QObject
{
    Q_OBJECT

public:
    /// `main` comes back in front, also when it was hidden before. `gone` is called when they are off the screen, also of a compositor that fades them.
    HiddenWindows(QWidget &main, Handler<> gone, QObject *parent);
    ~HiddenWindows() override;

private:
    struct Hidden {
        QPointer<QWidget> window;
        QRect geometry;
    };
    std::vector<Hidden> m_hidden;
    QPointer<QWidget> m_main;
};

} // namespace watchword::app
