// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/add_account.h"
#include "app/flows/confirm_account.h"
#include "app/flows/findings.h"
#include "app/flows/hidden_windows.h"
#include "app/support/error_text.h"

#include <QDialog>
#include <QPointer>

namespace watchword::app {

class NoticeDialog;
class PageDialog;

/// Where texts come from: it decides what is said when there is none.
enum class Source { Screen, Picture, Clipboard, Drop, Link };

class AddAccount::Private
{
public:
    Private(AddAccount &owner, const FlowContext &flowContext)
        : q(owner)
        , context(flowContext)
    {
    }

    /// False when a card is open already (it comes to the front) or the vault takes nothing.
    bool begin();
    bool vaultTakes() const;
    void scan();
    void grab();
    void look(CodeReading reading, Source source);
    void take(CodeReading reading, Source source);
    void takeData(const QMimeData &data, Source source);
    void takeText(SecretBytes text, Source source);

    void takePicture(QImage picture, Source source);
    void takeFiles(const QList<QUrl> &urls, Source source);

    // Exports that come in several codes (add_account_parts.cpp)
    /// Puts it to what was gathered before, if it belongs there; else says false.
    bool gather(Findings &findings);
    /// The page that says what is missing; everything that comes in while it is there is put to the rest.
    void askForMore(bool wasNew);
    void takeGathered();
    /// After another page was closed, while an export is being gathered.
    void returnToGathering();

    void confirm(accounts::Proposal proposal);
    void choose(Findings findings);
    void explain(const Findings &findings);
    void sayNothingFound(Findings findings, Source source);
    void say(const ErrorText &text, Source source);
    /// The other ways to the same end, as buttons.
    void addWays(NoticeDialog &notice, Source source);
    void show(QDialog *opened);
    /// What is dropped or pasted on the page, or comes from elsewhere, takes the page's place.
    void letGiveWay(PageDialog &page);
    void addChosen(ScanResultDialog &list, const std::shared_ptr<Findings> &findings, const QList<int> &places);

    AddAccount &q;
    FlowContext context;
    std::unique_ptr<HiddenWindows> hidden;
    QPointer<QDialog> dialog;
    QPointer<ConfirmAccount> card;
    SecretBytes waitingText;            ///< a link that came before the vault was open
    std::unique_ptr<Findings> gathered; ///< parts of exports, while some are missing
    bool givesWay = false;              ///< the dialog that is open
    bool isReading = false;
    bool isSecondLook = false;
    int passedOver = 0;
};

} // namespace watchword::app
