// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QMenu;

namespace watchword::app {

class Theme;

/// The groups above the list, one of which may be chosen: a row of chips, "All" first. Those for which there is no room
/// are in the menu of a last chip; in a narrow window, or with large text, all of them.
class GroupChips final : public QWidget
{
    Q_OBJECT

public:
    struct Group {
        QString name;
        int accounts = 0;
        friend bool operator==(const Group &, const Group &) = default;
    };

    explicit GroupChips(const Theme &theme, QWidget *parent = nullptr);

    /// Hidden without groups. When the chosen one is gone, all accounts are shown again.
    void setGroups(const QList<Group> &groups, int allAccounts);
    /// Nothing: all accounts.
    const std::optional<QString> &chosen() const { return m_chosen; }
    void choose(const std::optional<QString> &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Chip;
    class MoreChip;

    void build();
    void place();
    void fillMenu(std::size_t firstHidden);
    std::optional<QString> nameOf(std::size_t chip) const;

    const Theme &m_theme;
    QList<Group> m_groups;
    int m_allAccounts = 0;
    std::optional<QString> m_chosen;
    std::vector<Chip *> m_chips; // All, then the groups
    MoreChip *m_more;
    QButtonGroup *m_buttons;
};

} // namespace watchword::app
