// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/add_account_private.h"

#include "app/dialogs/notice_dialog.h"
#include "app/support/export_text.h"
#include "app/support/theme/measures.h"
#include "app/widgets/card.h"
#include "app/widgets/parts_view.h"
#include "app/widgets/text_label.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace watchword::app {

namespace {

constexpr std::size_t mostShown = 6;

QString number(qsizetype value)
{
    return QLocale().toString(value);
}

QString readText(std::size_t entries)
{
    return entries == 1 ? AddAccount::tr("1 account was read.")
                        : AddAccount::tr("%n accounts were read.", nullptr, int(entries));
}

/// What was read of one export.
QWidget *makeSet(const Theme &theme, const transfer::MigrationSet &set, const QString &heading, QWidget *parent)
{
    const QString sentence = set.isComplete()
        ? readText(set.entries())
        : AddAccount::tr("%1 %2").arg(readText(set.entries()), missingPartsText(set));
    auto *card = new Card(theme, CardTone::Surface, parent);
    QVBoxLayout *column = card->column();
    column->setContentsMargins(measures::cardPadding, 12, measures::cardPadding, 12);
    column->setSpacing(8);
    if (!heading.isEmpty())
        column->addWidget(new TextLabel(theme, TypeRole::SmallStrong, heading, card, &Tokens::text2));
    column->addWidget(new PartsView(theme, int(set.parts.size()), set.missing(), sentence, card));
    column->addWidget(new TextLabel(theme, TypeRole::Body, sentence, card));
    return card;
}

} // namespace

bool AddAccount::Private::gather(Findings &findings)
{
    bool wasNew = true;
    if (gathered) {
        if (!findings.isWorthKeeping())
            return false;
        wasNew = gathered->merge(std::move(findings));
    } else if (findings.lacksParts()) {
        gathered = std::make_unique<Findings>(std::move(findings));
    } else {
        return false;
    }
    if (gathered->lacksParts())
        askForMore(wasNew);
    else
        takeGathered();
    return true;
}

void AddAccount::Private::askForMore(bool wasNew)
{
    const std::vector<transfer::MigrationSet> &sets = gathered->exports();
    const auto lacking = std::ranges::count_if(sets, [](const auto &set) { return !set.isComplete(); });
    const auto first = std::ranges::find_if(sets, [](const auto &set) { return !set.isComplete(); });
    const qsizetype size = qsizetype(first->parts.size());
    const QString what = lacking == 1
        ? AddAccount::tr("%1 of %2 – scan the next one").arg(number(size - first->missing().size()), number(size))
        : AddAccount::tr("%n exports are not whole yet", nullptr, int(lacking));
    QString todo = AddAccount::tr(
        "Google Authenticator shows many accounts as several QR codes. Go on to the next one there and scan it, or open, paste or "
        "drop its picture here. Nothing is saved yet.");
    if (!wasNew)
        todo = AddAccount::tr("This one had been read before. %1").arg(todo);
    auto *page = new NoticeDialog(context.theme, {AddAccount::tr("Add accounts"), what, todo}, &context.window);
    std::size_t entries = 0;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        entries += sets[i].entries();
        if (i < mostShown)
            page->addContent(
                makeSet(context.theme, sets[i],
                        sets.size() > 1 ? AddAccount::tr("Export %1").arg(number(qsizetype(i) + 1)) : QString(), page));
    }
    const auto way = [this](void (AddAccount::*slot)()) { return [this, slot] { (q.*slot)(); }; };
    page->addAction(AddAccount::tr("Scan the screen"), QStringLiteral("scan-screen"), way(&AddAccount::scanScreen));
    page->addAction(AddAccount::tr("Use the webcam"), QStringLiteral("camera"), way(&AddAccount::useCamera));
    page->addAction(AddAccount::tr("Open a picture file"), QStringLiteral("picture"), way(&AddAccount::openPicture));
    page->addAction(AddAccount::tr("Paste"), QStringLiteral("paste"), way(&AddAccount::paste));
    page->addAction(entries == 1 ? AddAccount::tr("Go on with this account")
                                 : AddAccount::tr("Go on with these %n accounts", nullptr, int(entries)),
                    QStringLiteral("next"), [this] { takeGathered(); });
    QObject::connect(page, &QDialog::rejected, &q, [this] { gathered.reset(); });
    show(page);
    letGiveWay(*page);
    page->present();
}

void AddAccount::Private::takeGathered()
{
    const std::shared_ptr<Findings> findings = std::exchange(gathered, nullptr);
    findings->settle();
    choose(findings, Source::Picture); // nobody looks at its pictures any more
}

void AddAccount::Private::returnToGathering()
{
    if (!gathered || q.isOpen() || !toEnrol.empty() || !vaultTakes())
        return;
    // Whole, and the camera's dialog was closed while what it had found was still being shown.
    if (gathered->lacksParts())
        askForMore(true);
    else
        takeGathered();
}

} // namespace watchword::app
