// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "app/support/camera_messages.h"
#include "app/support/error_text.h"

#include <QPolygon>

class QComboBox;
class QPushButton;

namespace watchword::app {

class CameraView;
class Note;
class PartsView;

/// What a webcam sees, with the codes in it outlined, and below it what is to be said of them. Other ways to the same end are shown
/// when asked for, and whenever the camera shows nothing.
class CameraDialog final : public PageDialog
{
    Q_OBJECT

public:
    CameraDialog(const Theme &theme, QWidget *parent);

    /// A choice is shown when there is one.
    void setDevices(const QList<camera::Device> &devices, const QByteArray &chosen);
    /// Until there is a frame; no trouble any more.
    void showStarting();
    void showFrame(const QImage &frame);
    /// In the last frame's pixels; see CameraView.
    void showOutlines(const QList<QPolygon> &codes, bool usable);
    /// There is no picture, and why. It may be worth another try.
    void showTrouble(const ErrorText &text, bool isWorthTrying);

    /// Something to know of what is seen; said anew only when it is another one.
    enum class Remark { Foreign, Look, Device };
    void remark(Remark kind, const QString &title, const QString &text);
    /// What was said of this kind is no longer true.
    void takeBack(Remark kind);
    /// What was read of an export, in words and as a picture.
    void showParts(int size, const QList<int> &missing, const QString &title, const QString &text);

Q_SIGNALS:
    void deviceChosen(const QByteArray &id);
    void tryAgainRequested();
    void screenRequested();
    void pictureRequested();
    void pasteWayRequested();
    void typeRequested();

private:
    QWidget *makeChoice();
    void makeWays();
    void setWaysShown(bool shown);
    void endTrouble();
    void say(const QString &title, const QString &text);

    QComboBox *m_devices;
    QWidget *m_choice;
    CameraView *m_view;
    TextLabel *m_hint;
    Note *m_trouble;
    Note *m_note;
    QWidget *m_parts = nullptr;
    QString m_said;
    std::optional<Remark> m_remark;
    QList<QPushButton *> m_ways;
    QPushButton *m_more = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_close = nullptr;
    bool m_hasTrouble = false;
    bool m_wantsWays = false; ///< also without trouble
};

} // namespace watchword::app
