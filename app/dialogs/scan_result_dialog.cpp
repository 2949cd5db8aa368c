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
#include <span>

namespace watchword::app {

namespace {

constexpr int narrow = 560; ///< a page in which the words need all the room

} // namespace

ScanResultDialog::ScanResultDialog(const Theme &theme, const std::vector<QImage> &pictures,
                                   const std::vector<ScanFinding> &findings, const QStringList &notes, QWidget *parent)
    : PageDialog(theme, tr("Add accounts"), parent)
{
    const int accounts = int(std::ranges::count_if(findings, &ScanFinding::isAccount));
    const int count = int(findings.size());
    const QString title = !std::ranges::all_of(findings, &ScanFinding::isOfExport)
        ? tr("%n codes were found", nullptr, count)
        : count == 1 ? tr("1 account was read")
                     : tr("%n accounts were read", nullptr, count);
    QString lead = count == 1 ? (accounts == 1 ? tr("It can be added.") : tr("It can’t be added."))
        : accounts == 0       ? tr("None of them can be added.")
        : accounts == 1       ? tr("One of them can be added.")
                              : tr("%n of them can be added. Choose which.", nullptr, accounts);
    if (!pictures.empty())
        lead = tr("%1 The picture is forgotten when you close this.").arg(lead);
    addTitle(title);
    column()->addWidget(new TextLabel(theme, TypeRole::Body, lead, this, &Tokens::text2));
    setAccessibleName(title);
    setAccessibleDescription((QStringList(lead) + notes).join(QLatin1Char(' ')));
    for (const QString &note : notes)
        column()->addWidget(makeNote(note));
    if (!pictures.empty())
        column()->addWidget(makeCapture(pictures, findings));
    auto *card = new Card(theme, CardTone::Surface, this);
    if (accounts > 1) {
        card->column()->addWidget(makeAll(accounts));
        card->addDivider();
    }
    for (int i = 0; i < count; ++i) {
        const ScanFinding &finding = findings[std::size_t(i)];
        if (i > 0)
            card->addDivider();
        if (!finding.heading.isEmpty())
            card->column()->addWidget(makeHeading(finding.heading));
        card->column()->addWidget(makeRow(finding, i));
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
    arrangeRows();
    fit(820);
}

QWidget *ScanResultDialog::makeCapture(const std::vector<QImage> &pictures, const std::vector<ScanFinding> &findings)
{
    std::vector<OutlinedCode> codes;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const ScanFinding &finding = findings[i];
        if (finding.picture < 0)
            continue;
        const int number = int(i) + 1;
        if (!codes.empty() && codes.back().picture == finding.picture && codes.back().corners == finding.corners) {
            codes.back().last = number;
            codes.back().usable = codes.back().usable || finding.isAccount;
        } else {
            codes.push_back({finding.picture, finding.corners, number, number, finding.isAccount});
        }
    }
    m_capture = new CaptureView(theme(), pictures, std::move(codes), this);
    connect(m_capture, &CaptureView::codeClicked, this, &ScanResultDialog::toggle);
    return m_capture;
}

QWidget *ScanResultDialog::makeNote(const QString &sentence)
{
    auto *card = new Card(theme(), CardTone::Warning, this);
    card->column()->setContentsMargins(12, 8, 12, 8);
    card->column()->addWidget(new TextLabel(theme(), TypeRole::Body, sentence, card));
    return card;
}

QWidget *ScanResultDialog::makeHeading(const QString &text)
{
    auto *heading = new TextLabel(theme(), TypeRole::SmallStrong, text, this, &Tokens::text2);
    heading->setContentsMargins(12, 12, 12, 0);
    return heading;
}

QWidget *ScanResultDialog::makeAll(int accounts)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 8, 12, 8);
    m_all = new QCheckBox(tr("All"), row);
    m_all->setAccessibleName(tr("All %n accounts", nullptr, accounts));
    m_all->setTristate(true);
    line->addWidget(m_all);
    // A person never sets it to "some".
    connect(m_all, &QCheckBox::clicked, this, [this] { toggle(1, int(m_boxes.size())); });
    return row;
}

void ScanResultDialog::toggle(int first, int last)
{
    const auto boxes = std::span(m_boxes).subspan(std::size_t(first) - 1, std::size_t(last - first) + 1);
    const bool isEach =
        std::ranges::all_of(boxes, [](const QCheckBox *box) { return box == nullptr || box->isChecked(); });
    for (QCheckBox *box : boxes) {
        if (box)
            box->setChecked(!isEach);
    }
    countChosen();
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
    QWidget *const drawing = makeDrawing(finding, row);
    line->addWidget(drawing);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const auto addWords = [&](TypeRole role, const QString &text, TokenMember colour) {
        auto *label = new TextLabel(theme(), role, text, row, colour);
        label->setMinimumWidth(1); // rather one long word that is cut off than the whole page
        words->addWidget(label);
        return label;
    };
    addWords(TypeRole::BodyStrong, finding.title, &Tokens::text)->setBuddy(box);
    addWords(TypeRole::Small, finding.detail, &Tokens::text2);
    for (const QString &remark : finding.remarks)
        addWords(TypeRole::Small, remark, &Tokens::warning);
    line->addLayout(words, 1);
    TextLabel *status = nullptr;
    if (!finding.status.isEmpty())
        status = new TextLabel(theme(), TypeRole::Small, finding.status, row,
                               finding.isChosen ? &Tokens::text2 : &Tokens::warning);
    m_rows.push_back({line, words, drawing, status});
    return row;
}

QWidget *ScanResultDialog::makeDrawing(const ScanFinding &finding, QWidget *row)
{
    if (finding.hasName) {
        auto *tablet = new TabletWidget(theme(), 32, row);
        tablet->setIssuer(finding.title);
        return tablet;
    }
    auto *icon = new QLabel(row);
    icon->setPixmap(theme().icon(QStringLiteral("qr"), &Tokens::text2).pixmap(QSize(20, 20), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignCenter);
    icon->setFixedSize(32, 32);
    return icon;
}

/// What stands beside the words goes below them, or away, where they need the room.
void ScanResultDialog::arrangeRows()
{
    const bool isNarrow = width() < narrow || textScale(theme().font(TypeRole::Body)) >= 1.5;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    for (const Row &row : m_rows) {
        row.drawing->setVisible(!isNarrow);
        if (!row.status)
            continue;
        row.status->setWordWrap(isNarrow);
        if (isNarrow)
            row.words->addWidget(row.status);
        else
            row.line->addWidget(row.status);
    }
}

void ScanResultDialog::resizeEvent(QResizeEvent *event)
{
    PageDialog::resizeEvent(event);
    arrangeRows();
}

void ScanResultDialog::offerArea()
{
    auto *area = makeButton(tr("Choose an area instead"), "link", QStringLiteral("scan-area"));
    buttons()->addLeading(area);
    connect(area, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT areaRequested();
    });
    fit(width());
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
    if (!m_all)
        return;
    const auto accounts = std::ranges::count_if(m_boxes, [](const QCheckBox *box) { return box != nullptr; });
    m_all->setCheckState(count == 0 ? Qt::Unchecked : count == accounts ? Qt::Checked : Qt::PartiallyChecked);
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
