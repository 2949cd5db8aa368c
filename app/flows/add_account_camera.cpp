// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/add_account_private.h"

#include "app/dialogs/camera_dialog.h"
#include "app/support/export_text.h"

#include <QLocale>

#include <algorithm>

namespace watchword::app {

void AddAccount::Private::film()
{
    filming = std::make_unique<CameraScan>(context.theme, context.window, cameraName,
                                           [this](CodeReading reading) { return judgeFrame(std::move(reading)); });
    CameraScan *const scan = filming.get();
    CameraDialog *const page = scan->dialog();
    QObject::connect(scan, &CameraScan::cameraChosen, &q, [this](const QString &name) {
        cameraName = name;
        Q_EMIT q.cameraChosen(name);
    });
    // What was found, when its outline was seen for a moment.
    QObject::connect(scan, &CameraScan::done, &q, [this] {
        if (const std::function<void()> next = std::exchange(afterFilming, nullptr))
            next();
    });
    QObject::connect(page, &QDialog::finished, &q, [this, scan] {
        scan->stop();
        if (filming.get() == scan)
            filming.release()->deleteLater(); // it may be what has closed the dialog
    });
    QObject::connect(page, &CameraDialog::screenRequested, &q, &AddAccount::scanScreen);
    QObject::connect(page, &CameraDialog::pictureRequested, &q, &AddAccount::openPicture);
    QObject::connect(page, &CameraDialog::pasteWayRequested, &q, &AddAccount::paste);
    QObject::connect(page, &CameraDialog::typeRequested, &q, &AddAccount::typeKey);
    afterFilming = nullptr;
    show(page);
    letGiveWay(*page);
    scan->start();
    if (gathered)
        showPartsFilmed(true);
}

CameraScan::Verdict AddAccount::Private::judgeFrame(CodeReading reading)
{
    Findings findings(std::move(reading));
    if (findings.isWorthKeeping() && (gathered || findings.lacksParts())) {
        bool wasNew = true;
        if (gathered)
            wasNew = gathered->merge(std::move(findings));
        else
            gathered = std::make_unique<Findings>(std::move(findings));
        showPartsFilmed(wasNew);
        if (gathered->lacksParts())
            return CameraScan::Verdict::Kept;
        afterFilming = [this] { takeGathered(); };
        return CameraScan::Verdict::Done;
    }
    if (!findings.isOurs()) {
        const enrol::Recognition &what = findings.recognition(findings.mostTelling());
        const OriginText text = originText(what.origin, what.host);
        filming->dialog()->remark(CameraDialog::Remark::Foreign, text.title,
                                  text.steps.isEmpty() ? text.lead : text.sentence);
        return CameraScan::Verdict::Other;
    }
    findings.settle();
    afterFilming = [this, found = std::make_shared<Findings>(std::move(findings))] { present(found, Source::Camera); };
    return CameraScan::Verdict::Done;
}

void AddAccount::Private::showPartsFilmed(bool wasNew)
{
    const std::vector<transfer::MigrationSet> &sets = gathered->exports();
    auto set = std::ranges::find_if(sets, [](const auto &each) { return !each.isComplete(); });
    if (set == sets.end() && sets.empty())
        return;
    if (set == sets.end())
        set = sets.begin();
    const QList<int> missing = set->missing();
    const QLocale locale;
    const int size = int(set->parts.size());
    const QString title =
        AddAccount::tr("%1 of %2 read").arg(locale.toString(size - int(missing.size())), locale.toString(size));
    QString text =
        missing.isEmpty() ? QString() : AddAccount::tr("Hold up the next one. %1").arg(missingPartsText(*set));
    if (!wasNew)
        text = AddAccount::tr("This one had been read before. %1").arg(text);
    filming->dialog()->showParts(size, missing, title, text);
}

} // namespace watchword::app
