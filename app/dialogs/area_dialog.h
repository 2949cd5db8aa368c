// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"

#include <QImage>

#include <vector>

namespace watchword::app {

class AreaPicker;

/// Choosing the part of a capture that is to be searched again.
class AreaDialog final : public PageDialog
{
    Q_OBJECT

public:
    /// There is at least one picture; they are shared with whoever owns and wipes them.
    AreaDialog(const Theme &theme, const std::vector<QImage> &pictures, QWidget *parent);

Q_SIGNALS:
    /// The dialog has closed. `area` is in the pixels of that picture.
    void chosen(int picture, const QRect &area);

private:
    AreaPicker *m_picker;
};

} // namespace watchword::app
