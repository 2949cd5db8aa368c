// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/scan_result_dialog.h"

#include "app/support/outside_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/capture_view.h"
#include "app/widgets/card.h"
#include "app/widgets/tablet_widget.h"
#include "app/widgets/text_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace watchword::app {

ScanResultDialog::ScanResultDialog(const Theme &theme, const std::vector<QImage> &pictures,
                                   const std::vector<ScanFinding> &findings, QWidget *parent)
    : PageDialog(theme, tr("Add accounts"), parent)
{
    const int accounts = int(std::ranges::count_if(findings, &ScanFinding::isAccount));
    const QString title = tr("%n codes were found", nullptr, int(findings.size()));
    QString lead = accounts == 0 ? tr("None of them can be added.")
        : accounts == 1          ? tr("One of them can be added.")
                                 : tr("%n of them can be added. Choose which.", nullptr, accounts);
    if (!pictures.empty())
        lead = tr("%1 The picture is forgotten when you close this.").arg(lead);
    addTitle(title);
    column()->addWidget(new TextLabel(theme, TypeRole::Body, lead, this, &Tokens::text2));
    setAccessibleName(title);
    setAccessibleDescription(lead);

    std::vector<OutlinedCode> codes;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].picture >= 0)
            codes.push_back({findings[i].picture, findings[i].corners, int(i) + 1, findings[i].isAccount});
    }
    if (!pictures.empty()) {
        m_capture = new CaptureView(theme, pictures, std::move(codes), this);
        column()->addWidget(m_capture);
        connect(m_capture, &CaptureView::codeClicked, this, [this](int number) {
            if (QCheckBox *box = m_boxes[std::size_t(number) - 1])
                box->toggle();
        });
    }
    auto *card = new Card(theme, CardTone::Surface, this);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (i > 0)
            card->addDivider();
        card->column()->addWidget(makeRow(findings[i], int(i)));
    }
    column()->addWidget(card);
    m_trouble = new TextLabel(theme, TypeRole::Body, {}, this, &Tokens::danger);
    m_trouble->hide();
    column()->addWidget(m_trouble);
    column()->addStretch();

    auto *cancel = makeButton(accounts == 0 ? tr("Close") : tr("Cancel"), "plain");
    m_add = makeButton({}, "primary");
    m_add->setDefault(true);
    buttons()->addTrailing(cancel);
    if (accounts == 0)
        m_add->hide();
    else
        buttons()->addTrailing(m_add);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT addRequested(chosen()); });
    countChosen();
    const auto first = std::ranges::find_if(m_boxes, [](const QCheckBox *box) { return box != nullptr; });
    if (first != m_boxes.end())
        (*first)->setFocus(Qt::OtherFocusReason);
    else
        cancel->setFocus(Qt::OtherFocusReason);
    fit(820);
}

QWidget *ScanResultDialog::makeRow(const ScanFinding &finding, int index)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(12);
    auto *box = new QCheckBox(row);
    QSizePolicy policy = box->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    box->setSizePolicy(policy);
    line->addWidget(box);
    if (finding.isAccount) {
        box->setChecked(finding.isChosen);
        box->setAccessibleName(tr("%1: %2, %3").arg(QLocale().toString(index + 1), finding.title, finding.detail));
        box->setAccessibleDescription((QStringList(finding.status) + finding.remarks).join(QStringLiteral(". ")));
        box->installEventFilter(this);
        box->setProperty("number", index + 1);
        connect(box, &QCheckBox::toggled, this, &ScanResultDialog::countChosen);
    } else {
        box->hide();
    }
    m_boxes.push_back(finding.isAccount ? box : nullptr);
    auto *number = new TextLabel(theme(), TypeRole::SmallStrong, QLocale().toString(index + 1), row);
    number->setWordWrap(false);
    line->addWidget(number);
    const bool isLarge = textScale(theme().font(TypeRole::Body)) >= 1.5;
    if (isLarge) {
        // The words need the room.
    } else if (finding.hasName) {
        auto *tablet = new TabletWidget(theme(), 32, row);
        tablet->setIssuer(finding.title);
        line->addWidget(tablet);
    } else {
        auto *icon = new QLabel(row);
        icon->setPixmap(theme().icon(QStringLiteral("qr"), &Tokens::text2).pixmap(QSize(20, 20), devicePixelRatioF()));
        icon->setAlignment(Qt::AlignCenter);
        icon->setFixedSize(32, 32);
        line->addWidget(icon);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *title = new TextLabel(theme(), TypeRole::BodyStrong, finding.title, row);
    title->setBuddy(box);
    words->addWidget(title);
    words->addWidget(new TextLabel(theme(), TypeRole::Small, finding.detail, row, &Tokens::text2));
    for (const QString &remark : finding.remarks)
        words->addWidget(new TextLabel(theme(), TypeRole::Small, remark, row, &Tokens::warning));
    line->addLayout(words, 1);
    if (!finding.status.isEmpty()) {
        auto *status = new TextLabel(theme(), TypeRole::Small, finding.status, row,
                                     finding.isChosen ? &Tokens::text2 : &Tokens::warning);
        status->setWordWrap(isLarge);
        if (isLarge)
            words->addWidget(status);
        else
            line->addWidget(status);
    }
    return row;
}

QList<int> ScanResultDialog::chosen() const
{
    QList<int> indices;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i] && m_boxes[i]->isChecked())
            indices.append(int(i));
    }
    return indices;
}

void ScanResultDialog::countChosen()
{
    if (!m_add)
        return;
    const int count = int(chosen().size());
    m_add->setText(count == 1 ? tr("Add 1 account") : tr("Add %n accounts", nullptr, count));
    m_add->setEnabled(count > 0);
}

void ScanResultDialog::setSaving()
{
    m_add->setEnabled(false);
    m_add->setText(tr("Saving…"));
}

void ScanResultDialog::setTrouble(const QString &sentence)
{
    countChosen();
    m_trouble->setText(sentence);
    m_trouble->show();
}

bool ScanResultDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (m_capture && (event->type() == QEvent::FocusIn || event->type() == QEvent::Enter))
        m_capture->setHighlighted(watched->property("number").toInt());
    return PageDialog::eventFilter(watched, event);
}

} // namespace watchword::app
