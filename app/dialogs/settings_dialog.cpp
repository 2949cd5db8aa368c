// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/settings_dialog.h"

#include "app/dialogs/protection_section.h"
#include "app/support/alert_readers.h"
#include "app/support/autostart.h"
#include "app/support/error_text.h"
#include "app/support/settings.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"
#include "core/vault/vault.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace watchword::app {

namespace {

constexpr std::array offeredSeconds = {10, 20, 30, 60, 120, 300};
constexpr std::array offeredMinutes = {1, 5, 10, 15, 30, 60};

QString lockHint(bool hasPassword)
{
    return hasPassword
        ? SettingsDialog::tr("Also when the session is locked, and before the computer sleeps")
        : SettingsDialog::tr(
              "Only with a password of Watchword’s own: in the keychain, the lock of your login session is the lock");
}

/// A row whose whole face works its control.
class SettingRow final : public QWidget
{
public:
    SettingRow(QWidget *control, QWidget *parent)
        : QWidget(parent)
        , m_control(control)
    {
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint())
            || !m_control->isEnabled())
            return;
        m_control->setFocus(Qt::MouseFocusReason);
        if (auto *box = qobject_cast<QCheckBox *>(m_control))
            box->click();
        else if (auto *choice = qobject_cast<QComboBox *>(m_control))
            choice->showPopup();
    }

private:
    QWidget *m_control;
};

} // namespace

SettingsDialog::SettingsDialog(const Theme &theme, SettingsStore &store, Autostart *autostart,
                               const vault::Vault &vault, QWidget *parent)
    : PageDialog(theme, tr("Settings"), parent)
    , m_store(store)
    , m_autostart(autostart)
    , m_keepRunning(new QCheckBox(this))
    , m_startHidden(new QCheckBox(this))
    , m_clearAfter(new QComboBox(this))
    , m_hideCodes(new QCheckBox(this))
    , m_appearance(new QComboBox(this))
    , m_lockAfter(new QComboBox(this))
{
    const Settings &now = store.settings();
    for (const int seconds : offeredSeconds)
        m_clearAfter->addItem(tr("After %n s", nullptr, seconds), seconds);
    const int kept = int(now.clearAfter.count());
    if (m_clearAfter->findData(kept) < 0)
        m_clearAfter->addItem(tr("After %n s", nullptr, kept), kept);
    m_clearAfter->setCurrentIndex(m_clearAfter->findData(kept));
    m_hideCodes->setChecked(now.hideCodes);
    m_appearance->addItem(tr("As the desktop"), int(Appearance::System));
    m_appearance->addItem(tr("Light"), int(Appearance::Light));
    m_appearance->addItem(tr("Dark"), int(Appearance::Dark));
    m_appearance->setCurrentIndex(m_appearance->findData(int(now.appearance)));

    addRow(addSection(tr("Clipboard")), tr("Clear a copied code"), tr("Only if it is still the code on the clipboard"),
           m_clearAfter);
    addRow(addSection(tr("How codes are shown")), tr("Hide codes until asked"), tr("Copying does not show them"),
           m_hideCodes);
    addProtection(vault);
    addLocking(vault);
    addRow(addSection(tr("Look")), tr("Light or dark"), {}, m_appearance);
    addRunning();
    m_trouble = new TextLabel(theme, TypeRole::Body, {}, this, &Tokens::warning);
    m_trouble->hide();
    column()->addWidget(m_trouble);
    column()->addStretch();

    connect(m_clearAfter, &QComboBox::currentIndexChanged, this, &SettingsDialog::change);
    connect(m_hideCodes, &QCheckBox::toggled, this, &SettingsDialog::change);
    connect(m_appearance, &QComboBox::currentIndexChanged, this, &SettingsDialog::change);
    auto *close = makeButton(tr("Close"), "plain");
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons()->addTrailing(close);
    m_clearAfter->setFocus(Qt::OtherFocusReason);
    fit(500);
}

Card *SettingsDialog::addSection(const QString &title)
{
    auto *group = new QVBoxLayout;
    group->setSpacing(8);
    group->addWidget(new TextLabel(theme(), TypeRole::SmallStrong, title, this, &Tokens::text2));
    auto *card = new Card(theme(), CardTone::Surface, this);
    group->addWidget(card);
    column()->addLayout(group);
    return card;
}

TextLabel *SettingsDialog::addRow(Card *card, const QString &title, const QString &effect, QWidget *control)
{
    auto *row = new SettingRow(control, card);
    row->setMinimumHeight(measures::cardRowHeight);
    // With very large text the control stands below its words.
    const bool isLarge = textScale(theme().font(TypeRole::Body)) >= 1.5;
    auto *line = new QBoxLayout(isLarge ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, row);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *label = new TextLabel(theme(), TypeRole::Body, title, row);
    label->setBuddy(control);
    words->addWidget(label);
    TextLabel *hint = nullptr;
    if (!effect.isEmpty()) {
        hint = new TextLabel(theme(), TypeRole::Small, effect, row, &Tokens::text2);
        words->addWidget(hint);
    }
    line->addLayout(words, 1);
    line->addWidget(control, 0, isLarge ? Qt::AlignLeading : Qt::Alignment());
    control->setAccessibleName(title);
    control->setAccessibleDescription(effect);
    card->column()->addWidget(row);
    return hint;
}

void SettingsDialog::addLocking(const vault::Vault &vault)
{
    m_lockAfter->addItem(tr("Never"), 0);
    for (const int minutes : offeredMinutes)
        m_lockAfter->addItem(tr("After %n min", nullptr, minutes), 60 * minutes);
    const int kept = int(m_store.settings().lockAfter.count());
    if (m_lockAfter->findData(kept) < 0)
        m_lockAfter->addItem(tr("After %n s", nullptr, kept), kept);
    m_lockAfter->setCurrentIndex(m_lockAfter->findData(kept));
    m_lockHint = addRow(addSection(tr("Lock")), tr("Lock when nobody uses the computer"), lockHint(false), m_lockAfter);
    const auto follow = [this, &vault] { setHasPassword(vault.protection() == vault::Protection::Password); };
    connect(&vault, &vault::Vault::stateChanged, this, follow);
    follow();
    connect(m_lockAfter, &QComboBox::currentIndexChanged, this, &SettingsDialog::change);
}

/// Only accounts with a password of their own have a lock.
void SettingsDialog::setHasPassword(bool hasPassword)
{
    m_lockAfter->setEnabled(hasPassword);
    const QString effect = lockHint(hasPassword);
    m_lockHint->setText(effect);
    m_lockAfter->setAccessibleDescription(effect);
}

void SettingsDialog::addProtection(const vault::Vault &vault)
{
    auto *section = new ProtectionSection(theme(), vault, this);
    addSection(tr("Protection"))->column()->addWidget(section);
    connect(section, &ProtectionSection::usePasswordRequested, this, &SettingsDialog::usePasswordRequested);
    connect(section, &ProtectionSection::changePasswordRequested, this, &SettingsDialog::changePasswordRequested);
    connect(section, &ProtectionSection::useKeychainRequested, this, &SettingsDialog::useKeychainRequested);
}

void SettingsDialog::addRunning()
{
    Card *const card = addSection(tr("Start and tray"));
    addRow(card, tr("Keep running when the window is closed"),
           tr("Sign-ins to approve arrive only while Watchword runs. To end it, choose Quit."), m_keepRunning);
    card->addDivider();
    QString effect = tr("No window opens; Watchword is in the tray, if your desktop has one");
    if (!m_autostart)
        effect = tr("Not for a folder that was named on the command line");
    else if (!m_autostart->canChange())
        effect = tr("Not possible: the folder of programs that start with the session can’t be written");
    addRow(card, tr("Start with the session, hidden"), effect, m_startHidden);
    m_startHidden->setEnabled(m_autostart && m_autostart->canChange());
    showRunning();
    connect(m_keepRunning, &QCheckBox::toggled, this, [this](bool on) {
        Settings wanted = m_store.settings();
        wanted.keepRunning = on;
        keep(wanted);
    });
    connect(m_startHidden, &QCheckBox::toggled, this, &SettingsDialog::changeAutostart);
}

void SettingsDialog::showRunning()
{
    const bool startsWithSession = m_autostart && m_autostart->isOn();
    const QSignalBlocker noStart(m_startHidden);
    const QSignalBlocker noKeeping(m_keepRunning);
    m_startHidden->setChecked(startsWithSession);
    m_keepRunning->setChecked(m_store.settings().keepsRunning(startsWithSession));
}

void SettingsDialog::changeAutostart(bool on)
{
    const Result<void> done = m_autostart->set(on);
    showRunning(); // what is true now
    sayTrouble(done ? QString() : errorText(done.error()).whole());
}

void SettingsDialog::sayTrouble(const QString &trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    if (trouble.isEmpty())
        return;
    m_trouble->setAccessibleName(trouble);
    alertReaders(m_trouble);
}

void SettingsDialog::keep(const Settings &wanted)
{
    sayTrouble(m_store.change(wanted) ? QString() : tr("The settings could not be written; they hold until you quit."));
}

void SettingsDialog::change()
{
    Settings wanted = m_store.settings();
    wanted.clearAfter = std::chrono::seconds(m_clearAfter->currentData().toInt());
    wanted.hideCodes = m_hideCodes->isChecked();
    wanted.lockAfter = std::chrono::seconds(m_lockAfter->currentData().toInt());
    wanted.appearance = Appearance(m_appearance->currentData().toInt());
    keep(wanted);
}

} // namespace watchword::app
