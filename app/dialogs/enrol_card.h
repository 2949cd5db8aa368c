// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"

#include <QStringList>

namespace watchword::push {
struct Enrolment;
}

namespace watchword::app {

class Note;

/// The card that asks before a server may ask for approvals of sign-ins: which server, for whom, and what that is good for. Until
/// it is agreed to, nothing is made, saved or sent.
class EnrolCard final : public PageDialog
{
    Q_OBJECT

public:
    EnrolCard(const Theme &theme, const push::Enrolment &enrolment, QWidget *parent);

    /// What the vault holds already that has to do with it.
    void setKnown(const QString &title, const QString &text);
    /// What else was read and not taken, a sentence each.
    void setLeftAlone(const QStringList &sentences);
    /// How many links came meanwhile and were not opened.
    void setPassedOver(int links);

Q_SIGNALS:
    /// The card has closed.
    void agreed();

private:
    void say(Note *note, const QString &title, const QString &text);

    Note *m_known;
    Note *m_leftAlone;
    Note *m_passedOver;
};

} // namespace watchword::app
