// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/odd_records_notice.h"

#include "app/dialogs/notice_dialog.h"
#include "app/support/odd_record_text.h"
#include "app/support/outside_text.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/text_label.h"
#include "core/vault/odd_record.h"

#include <QCoreApplication>

namespace watchword::app {

namespace {

constexpr qsizetype mostShown = 50;

struct OddRecordsNotice {
    Q_DECLARE_TR_FUNCTIONS(OddRecordsNotice)
};

QString todoFor(vault::Protection protection)
{
    QString todo = OddRecordsNotice::tr(
        "Each of them is kept exactly as it is, whatever else you change, and your other accounts work "
        "without it. What a newer version has written, a newer version shows: update Watchword. An "
        "account that you miss can be set up anew at its site.");
    if (protection == vault::Protection::Keychain)
        todo += QLatin1Char(' ')
            + OddRecordsNotice::tr(
                    "The lines are counted as in the items “Watchword” of your desktop’s password manager.");
    return todo;
}

} // namespace

void showOddRecords(const Theme &theme, const vault::Vault &vault, QWidget *parent)
{
    const QList<vault::OddRecord> records = vault.oddRecords();
    if (records.isEmpty())
        return;
    auto *notice = new NoticeDialog(
        theme,
        {OddRecordsNotice::tr("Needs attention"),
         OddRecordsNotice::tr("This version does not understand %n entries", nullptr, int(records.size())),
         todoFor(vault.protection())},
        parent);
    auto *facts = new FactList(theme, notice);
    for (const vault::OddRecord &record : records.first(qMin(mostShown, records.size()))) {
        const QString text = oddRecordText(record);
        facts->add(OddRecordsNotice::tr("Line %1").arg(record.line),
                   record.service.isEmpty()
                       ? text
                       : OddRecordsNotice::tr("%1: %2").arg(outsideTextInSentence(record.service), text));
    }
    notice->addContent(facts);
    if (records.size() > mostShown)
        notice->addContent(new TextLabel(theme, TypeRole::Body,
                                         OddRecordsNotice::tr("and %n more", nullptr, int(records.size() - mostShown)),
                                         notice, &Tokens::text2));
    notice->present();
}

} // namespace watchword::app
