// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/enrol_push.h"
#include "app/flows/flow_context.h"
#include "core/accounts/account.h"
#include "core/base/secret_bytes.h"

#include <QObject>

#include <memory>

class QMimeData;

namespace watchword::app {

/// The story of adding accounts, for codes and for sign-ins to approve: from the screen, a webcam, a picture, the clipboard, a drop, a link or typed, always through a card
/// that asks first. One card at a time; what comes while one is open is counted and said.
class AddAccount final : public QObject
{
    Q_OBJECT

public:
    AddAccount(const FlowContext &context, const EnrolPush::Ports &signIns, QObject *parent = nullptr);
    ~AddAccount() override;

    /// Whether `openMime` would take it (a picture, picture files or links by their look): for drags, and for Ctrl+V
    /// in the search, where other text goes into the search. Reads no file.
    static bool canOpen(const QMimeData &data);
    /// A link given as an argument or by a second start.
    void openText(SecretBytes text);
    /// The camera to begin with, by its name; the first one where it is not there.
    void setCamera(const QString &name);
    /// Whether a card or another dialog of this story is open.
    bool isOpen() const;

public Q_SLOTS:
    void scanScreen();
    /// After three seconds in which a menu or a page can be opened.
    void scanSoon();
    /// A scan is likely to be asked for soon: what makes the first one slow is done now.
    void prepareScan();
    void useCamera();
    void openPicture();
    /// From the clipboard: a picture, files, a link or a bare key.
    void paste();
    /// The form for a key typed by hand.
    void typeKey();
    /// What was dropped on the window; `data` is used before this returns.
    void openMime(const QMimeData *data);
    /// Closes what is open without asking and drops its secrets: the vault was locked.
    void close();

Q_SIGNALS:
    /// The vault holds it now.
    void accountSaved(watchword::accounts::AccountId id);
    /// A sentence for the toast.
    void said(const QString &sentence);
    /// The accounts are to be protected by a password, without which what is being added cannot be.
    void usePasswordRequested();
    /// Another camera, by the person.
    void cameraChosen(const QString &name);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchword::app
