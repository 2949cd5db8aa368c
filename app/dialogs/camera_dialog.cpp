// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/camera_dialog.h"

#include "app/support/outside_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/camera_view.h"
#include "app/widgets/note.h"
#include "app/widgets/parts_view.h"
#include "app/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace watchword::app {

namespace {

constexpr int cameraDialogWidth = 528;

} // namespace

CameraDialog::CameraDialog(const Theme &theme, QWidget *parent)
    : PageDialog(theme, tr("Add account"), parent)
    , m_devices(new QComboBox(this))
    , m_choice(makeChoice())
    , m_view(new CameraView(theme, this))
    , m_hint(new TextLabel(theme, TypeRole::Small,
                           tr("20 to 30 cm away, flat and in good light. If it stays blurred, make the code larger "
                              "instead of coming closer: not every camera can focus."),
                           this, &Tokens::text2))
    , m_trouble(new Note(theme, CardTone::Warning, QStringLiteral("warning"), this))
    , m_note(new Note(theme, CardTone::Quiet, QStringLiteral("info"), this))
{
    const QString title = tr("Hold the QR code up to the camera");
    setAccessibleName(title);
    setAccessibleDescription(m_hint->text());
    addTitle(title);
    column()->addWidget(m_choice);
    column()->addWidget(m_view);
    column()->addWidget(m_trouble);
    column()->addWidget(m_note);
    column()->addWidget(m_hint);
    column()->addStretch();
    m_choice->hide();
    m_trouble->hide();
    m_note->hide();
    makeWays();
    showStarting();
    m_close->setFocus(Qt::OtherFocusReason);
    fit(cameraDialogWidth);
}

QWidget *CameraDialog::makeChoice()
{
    auto *choice = new QWidget(this);
    auto *line = new QHBoxLayout(choice);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    auto *label = new TextLabel(theme(), TypeRole::Body, tr("&Camera"), choice);
    label->setWordWrap(false);
    // Names may be long; the window stays narrow.
    m_devices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_devices->setMinimumContentsLength(8);
    m_devices->setAccessibleName(tr("Camera"));
    label->setBuddy(m_devices);
    line->addWidget(label);
    line->addWidget(m_devices, 1);
    connect(m_devices, &QComboBox::activated, this,
            [this](int index) { Q_EMIT deviceChosen(m_devices->itemData(index).toByteArray()); });
    return choice;
}

void CameraDialog::makeWays()
{
    const auto way = [this](const QString &text, const QString &icon, void (CameraDialog::*signal)()) {
        QPushButton *button = makeButton(text, "plain", icon);
        connect(button, &QPushButton::clicked, this, signal);
        buttons()->addTrailing(button);
        m_ways.append(button);
    };
    m_more = makeButton(tr("Another way"), "link");
    buttons()->addLeading(m_more);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_wantsWays = true;
        setWaysShown(true);
        m_ways.last()->setFocus(Qt::OtherFocusReason);
    });
    m_close = makeButton(tr("Close"), "plain");
    buttons()->addTrailing(m_close);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    // Below one another the last one is at the top.
    way(tr("Type the key"), QStringLiteral("keyboard"), &CameraDialog::typeRequested);
    way(tr("Paste"), QStringLiteral("paste"), &CameraDialog::pasteWayRequested);
    way(tr("Open a picture file"), QStringLiteral("picture"), &CameraDialog::pictureRequested);
    way(tr("Scan the screen"), QStringLiteral("scan-screen"), &CameraDialog::screenRequested);
    m_again = makeButton(tr("Try again"), "primary", QStringLiteral("camera"));
    buttons()->addTrailing(m_again);
    connect(m_again, &QPushButton::clicked, this, &CameraDialog::tryAgainRequested);
    m_again->hide();
    setWaysShown(false);
}

void CameraDialog::setWaysShown(bool shown)
{
    for (QPushButton *way : std::as_const(m_ways))
        way->setVisible(shown);
    m_more->setVisible(!shown);
    if (isVisible())
        fit(width());
}

void CameraDialog::setDevices(const QList<camera::Device> &devices, const QByteArray &chosen)
{
    const QSignalBlocker quiet(m_devices);
    m_devices->clear();
    for (const camera::Device &device : devices)
        m_devices->addItem(outsideText(device.name), device.id);
    m_devices->setCurrentIndex(m_devices->findData(chosen));
    const bool hasChoice = devices.size() > 1;
    if (m_choice->isHidden() == hasChoice) {
        m_choice->setVisible(hasChoice);
        if (isVisible())
            fit(width());
    }
}

void CameraDialog::showStarting()
{
    endTrouble();
    m_view->showWords(tr("The camera is starting…"));
}

void CameraDialog::endTrouble()
{
    if (!std::exchange(m_hasTrouble, false))
        return;
    m_trouble->hide();
    m_view->show();
    m_hint->show();
    m_again->hide();
    m_again->setDefault(false);
    m_note->setVisible(m_remark || m_parts);
    if (m_parts)
        m_parts->show();
    setWaysShown(m_wantsWays);
}

void CameraDialog::showFrame(const QImage &frame)
{
    endTrouble();
    m_view->showFrame(frame);
}

void CameraDialog::showOutlines(const QList<QPolygon> &codes, bool usable)
{
    m_view->showOutlines(codes, usable);
}

void CameraDialog::showTrouble(const ErrorText &text, bool isWorthTrying)
{
    m_hasTrouble = true;
    m_view->showWords({});
    m_view->hide();
    m_hint->hide();
    m_note->hide();
    m_trouble->hide(); // said anew when it is shown
    m_trouble->setText(text.sentence, text.hint);
    m_trouble->show();
    if (m_parts)
        m_parts->hide();
    m_again->setVisible(isWorthTrying);
    setWaysShown(true);
    // Whoever presses Enter wants what helps most.
    QPushButton *const best = isWorthTrying ? m_again : m_ways.last();
    m_again->setDefault(isWorthTrying);
    best->setFocus(Qt::OtherFocusReason);
}

void CameraDialog::say(const QString &title, const QString &text)
{
    const QString whole = title + u'\n' + text;
    if (m_said == whole && m_note->isVisible())
        return;
    m_said = whole;
    m_note->hide(); // said anew when it is shown
    m_note->setText(title, text);
    if (m_hasTrouble)
        return; // it is shown afterwards
    m_note->show();
    if (isVisible())
        fit(width());
}

void CameraDialog::remark(Remark kind, const QString &title, const QString &text)
{
    m_remark = kind;
    say(title, text);
}

void CameraDialog::takeBack(Remark kind)
{
    if (m_remark != kind)
        return;
    m_remark.reset();
    m_said.clear();
    m_note->hide();
}

void CameraDialog::showParts(int size, const QList<int> &missing, const QString &title, const QString &text)
{
    m_remark.reset();
    delete m_parts;
    m_parts = new PartsView(theme(), size, missing, title, this);
    m_parts->setVisible(!m_hasTrouble);
    column()->insertWidget(column()->indexOf(m_note) + 1, m_parts);
    say(title, text);
}

} // namespace watchword::app
