// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/odd_record_text.h"

#include <QCoreApplication>

namespace watchword::app {

namespace {

struct OddRecordWords {
    Q_DECLARE_TR_FUNCTIONS(OddRecordText)

public:
    static QString of(const vault::OddRecord &record);
};

QString OddRecordWords::of(const vault::OddRecord &record)
{
    using Kind = vault::OddRecord::Kind;
    using Why = vault::OddRecord::Why;
    if (record.why == Why::Doubled)
        return tr("An entry with the same number as another one.");
    const bool isNewer = record.why == Why::Newer;
    switch (record.kind) {
    case Kind::Account:
        return isNewer ? tr("An account with a kind of code that this version does not know.")
                       : tr("An account whose entry cannot be read.");
    case Kind::SignIn:
        return isNewer ? tr("An account that approves sign-ins, in the form of a newer version.")
                       : tr("An account that approves sign-ins, whose entry cannot be read.");
    case Kind::Entry: break;
    }
    return isNewer ? tr("An entry of a newer version.") : tr("An entry that is damaged, or not Watchword’s.");
}

} // namespace

QString oddRecordText(const vault::OddRecord &record)
{
    return OddRecordWords::of(record);
}

} // namespace watchword::app
