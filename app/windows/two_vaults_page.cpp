// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/two_vaults_page.h"

#include "app/support/account_text.h"
#include "app/support/alert_readers.h"
#include "app/support/breakable_text.h"
#include "app/support/push_text.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/button_row.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace watchword::app {

namespace {

constexpr int mostRows = 5; ///< of a list before it scrolls
constexpr int rowGap = 2;   ///< above and below each

QStringList namesOf(const vault::FoundVault &found)
{
    QStringList names;
    for (const accounts::Account &account : found.accounts) {
        const QString name = accountTitleAndName(account);
        names << (account.trashed ? TwoVaultsPage::tr("%1 (in the trash)").arg(name) : name);
    }
    for (const accounts::PushAccount &account : found.pushAccounts) {
        const QString name = pushTitleAndName(account);
        names << (account.trashed ? TwoVaultsPage::tr("%1 (approves sign-ins, in the trash)").arg(name)
                                  : TwoVaultsPage::tr("%1 (approves sign-ins)").arg(name));
    }
    return names;
}

bool areSame(const std::vector<vault::FoundVault> &some, const std::vector<vault::FoundVault> &others)
{
    return std::ranges::equal(some, others, [](const vault::FoundVault &one, const vault::FoundVault &other) {
        return one.id == other.id && one.accounts == other.accounts && one.pushAccounts == other.pushAccounts
            && one.isOfBook == other.isOfBook;
    });
}

} // namespace

TwoVaultsPage::TwoVaultsPage(const Theme &theme, QWidget *parent)
    : ScrollingPage(parent)
    , m_theme(theme)
    , m_note(new Card(theme, CardTone::Warning))
    , m_title(new TextLabel(theme, TypeRole::Heading, {}))
    , m_what(new TextLabel(theme, TypeRole::Body, {}))
    , m_status(new TextLabel(theme, TypeRole::Body, {}))
    , m_again(withRole(new QPushButton(tr("Try again")), "plain"))
    , m_later(withRole(new QPushButton(tr("Decide later")), "plain"))
{
    column()->setContentsMargins(measures::windowMargin, 12, measures::windowMargin, 24);
    column()->setSpacing(measures::cardGap);
    m_note->column()->setSpacing(8);
    m_note->column()->addWidget(m_title);
    m_note->column()->addWidget(m_what);
    column()->addWidget(m_note);
    m_first = addList(tr("Accounts of the first set"));
    m_second = addList(tr("Accounts of the second set"));
    m_second.why->hide();

    column()->addSpacing(measures::cardGap);
    m_ways = new Card(theme);
    m_ways->column()->setSpacing(measures::cardPadding);
    m_both = addWay("primary", &TwoVaultsPage::useBoth);
    m_useFirst = addWay("plain", &TwoVaultsPage::useFirst);
    m_useSecond = addWay("plain", &TwoVaultsPage::useSecond);
    m_status->hide();
    column()->addWidget(m_ways);
    column()->addWidget(m_status);
    auto *row = new ButtonRow;
    row->addLeading(m_again);
    row->addTrailing(m_later);
    column()->addLayout(row);
    column()->addStretch(1);
    for (QPushButton *button : {m_again, m_later})
        button->setAccessibleName(button->text());
    m_later->setAccessibleDescription(tr("Closes the window; nothing is changed."));
    m_later->setToolTip(m_later->accessibleDescription());
    connect(m_again, &QPushButton::clicked, this, &TwoVaultsPage::openRequested);
    connect(m_later, &QPushButton::clicked, this, &TwoVaultsPage::laterRequested);
    connect(&theme, &Theme::changed, this, &TwoVaultsPage::fitWidth);
}

TwoVaultsPage::Shown TwoVaultsPage::addList(const QString &name)
{
    Shown shown{};
    shown.title = new TextLabel(m_theme, TypeRole::BodyStrong, {});
    shown.why = new TextLabel(m_theme, TypeRole::Small, {}, this, &Tokens::text2);
    shown.card = new Card(m_theme);
    shown.list = new QListWidget;
    shown.list->setAccessibleName(name);
    shown.list->setFrameShape(QFrame::NoFrame);
    shown.list->setSelectionMode(QAbstractItemView::NoSelection);
    shown.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    shown.list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    shown.list->setTextElideMode(Qt::ElideMiddle);
    shown.list->setUniformItemSizes(true);
    shown.list->setSpacing(rowGap);
    shown.title->setBuddy(shown.list);
    shown.card->column()->setContentsMargins(4, 4, 4, 4);
    shown.card->column()->addWidget(shown.list);
    column()->addSpacing(measures::cardGap);
    column()->addWidget(shown.title);
    column()->addWidget(shown.why);
    column()->addWidget(shown.card);
    return shown;
}

TwoVaultsPage::Way TwoVaultsPage::addWay(const char *role, void (TwoVaultsPage::*choosing)())
{
    Way way{};
    way.whole = new QWidget;
    way.button = withRole(new QPushButton, role);
    way.button->setMinimumHeight(40);
    way.meaning = new TextLabel(m_theme, TypeRole::Small, {}, this, &Tokens::text2);
    auto *lines = new QVBoxLayout(way.whole);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    lines->addWidget(way.button);
    lines->addWidget(way.meaning);
    m_ways->column()->addWidget(way.whole);
    connect(way.button, &QPushButton::clicked, this, [this, choosing, button = way.button] {
        m_pressed = button;
        (this->*choosing)();
    });
    return way;
}

void TwoVaultsPage::say(const vault::Vault &vault)
{
    auto found = vault.foundVaults();
    if (found.empty())
        return; // it is over, and the page about to go
    if (!areSame(found, m_found)) {
        m_found = std::move(found);
        setTrouble({});
        showFound();
        fitWidth();
        if (isVisible())
            alertReaders(m_title);
    }
    setBusy(vault.activity() != vault::Activity::Idle);
}

void TwoVaultsPage::showFound()
{
    const bool isOne = m_found.size() == 1;
    showList(m_first, m_found.front());
    m_first.why->setVisible(!isOne);
    m_second.title->setVisible(!isOne);
    m_second.card->setVisible(!isOne);
    if (isOne)
        return sayOne();
    showList(m_second, m_found.back());
    m_title->setText(tr("Two sets of accounts were found"));
    m_what->setText(
        tr("Your keychain holds two different sets of accounts, as after a copy or a restored backup, or beside "
           "another computer. Nothing has been changed, and nothing will be before you choose."));
    m_first.title->setText(tr("First set: %n account(s)", nullptr, m_first.list->count()));
    m_first.why->setText(m_found.front().isOfBook ? tr("It is the first since Watchword used it here last.")
                                                  : tr("It is the first since it was changed more often."));
    m_second.title->setText(tr("Second set: %n account(s)", nullptr, m_second.list->count()));
    offer(
        m_both, tr("Put both together"),
        tr("Recommended: the accounts of both sets come into one list, and nothing is lost. What you then see twice you can "
           "delete."));
    offer(m_useFirst, tr("Use the first set"),
          tr("The second one is kept as a file in Watchword’s folder. This version cannot read that file back."));
    offer(m_useSecond, tr("Use the second set"),
          tr("The first one is kept as a file in Watchword’s folder. This version cannot read that file back."));
}

void TwoVaultsPage::sayOne()
{
    m_title->setText(tr("These are not the accounts of before"));
    m_what->setText(
        tr("The keychain holds a set of accounts, but the file with the order of your accounts belongs to another "
           "set, whose keys are not in this keychain. That happens when Watchword’s folder or a keychain was copied "
           "or restored. Nothing has been changed. If you used another keychain before, open that and try again."));
    m_first.title->setText(tr("In the keychain: %n account(s)", nullptr, m_first.list->count()));
    offer(m_both, tr("Use these accounts"),
          tr("The file of before is put aside in Watchword’s folder. It holds order and groups, but no keys."));
    offer(m_useFirst, {}, {});
    offer(m_useSecond, {}, {});
}

void TwoVaultsPage::offer(const Way &way, const QString &text, const QString &meaning)
{
    way.button->setText(text);
    way.button->setAccessibleName(text);
    way.button->setAccessibleDescription(meaning);
    way.meaning->setText(meaning);
    way.whole->setVisible(!text.isEmpty());
}

void TwoVaultsPage::showList(const Shown &shown, const vault::FoundVault &found)
{
    shown.list->clear();
    const QStringList names = namesOf(found);
    for (const QString &name : names) {
        auto *item = new QListWidgetItem(name, shown.list);
        item->setToolTip(name.toHtmlEscaped());
    }
    shown.card->setVisible(!names.isEmpty());
    shown.list->setCurrentRow(names.isEmpty() ? -1 : 0);
}

/// Lists as high as their rows, up to a few of them; in a narrow window, words of buttons in two lines.
void TwoVaultsPage::fitWidth()
{
    const bool isLarge = textScale(m_theme.font(TypeRole::Body)) >= 1.5;
    const int side = isLarge ? measures::cardPadding : 20;
    for (Card *card : {m_note, m_ways})
        card->column()->setContentsMargins(side, 16, side, 16);
    const int room = viewport()->width() - 2 * (measures::windowMargin + side + 1);
    for (QPushButton *button : {m_both.button, m_useFirst.button, m_useSecond.button, m_again, m_later}) {
        const QString words = button->accessibleName();
        button->setText(words);
        if (button->minimumSizeHint().width() > room)
            button->setText(inTwoLines(words));
    }
    for (QListWidget *list : {m_first.list, m_second.list}) {
        if (list->count() > 0)
            list->setFixedHeight(qMin(mostRows, list->count()) * (list->sizeHintForRow(0) + 2 * rowGap) + 2 * rowGap);
    }
}

void TwoVaultsPage::resizeEvent(QResizeEvent *event)
{
    ScrollingPage::resizeEvent(event);
    fitWidth();
}

void TwoVaultsPage::useBoth()
{
    choose(m_found.size() == 1 ? std::optional(m_found.front().id) : std::nullopt);
}

void TwoVaultsPage::useFirst()
{
    choose(m_found.front().id);
}

void TwoVaultsPage::useSecond()
{
    choose(m_found.back().id);
}

void TwoVaultsPage::choose(const std::optional<vault::VaultId> &use)
{
    if (m_isBusy)
        return;
    setTrouble({});
    setBusy(true);
    Q_EMIT chosen(use);
}

void TwoVaultsPage::setTrouble(const QString &sentence)
{
    m_status->setColour(&Tokens::danger);
    m_status->setText(sentence);
    m_status->setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    setBusy(false);
    alertReaders(m_status);
    ensureWidgetVisible(m_status);
    if (QPushButton *const pressed = std::exchange(m_pressed, nullptr))
        pressed->setFocus(Qt::OtherFocusReason);
}

void TwoVaultsPage::setBusy(bool isBusy)
{
    if (m_isBusy == isBusy)
        return;
    m_isBusy = isBusy;
    for (QPushButton *button : {m_both.button, m_useFirst.button, m_useSecond.button, m_again})
        button->setEnabled(!isBusy);
    if (isBusy && m_pressed) {
        m_status->setColour(&Tokens::text2);
        m_status->setText(tr("Your accounts are being saved…"));
        m_status->show();
        alertReaders(m_status);
    }
}

void TwoVaultsPage::focusFirst()
{
    m_both.button->setFocus(Qt::OtherFocusReason);
}

} // namespace watchword::app
