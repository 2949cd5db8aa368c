// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/accounts/account.h"

#include <QImage>
#include <QPolygon>
#include <QStringList>

#include <vector>

class QCheckBox;

namespace watchword::app {

class CaptureView;

/// One thing that was read, for the list.
struct ScanFinding {
    QString title;
    QString detail;
    QString status;         ///< "New", "Already here"; empty for what is no account
    QStringList remarks;    ///< what is worth saying before it is added
    bool hasName = false;   ///< an account, also one that is there already; else somebody's other code
    bool isAccount = false; ///< can be added
    bool isChosen = false;  ///< at first; only accounts can be
    int picture = -1;       ///< where it stood; -1 for text
    QPolygon corners;
};

/// Several codes at once: the pictures with the codes outlined and numbered, and the list to choose from.
class ScanResultDialog final : public PageDialog
{
    Q_OBJECT

public:
    ScanResultDialog(const Theme &theme, const std::vector<QImage> &pictures, const std::vector<ScanFinding> &findings,
                     QWidget *parent);

    /// Indices into the findings.
    QList<int> chosen() const;
    void setSaving();
    void setTrouble(const QString &sentence);

Q_SIGNALS:
    void addRequested(const QList<int> &chosen);

private:
    QWidget *makeRow(const ScanFinding &finding, int index);
    void countChosen();
    bool eventFilter(QObject *watched, QEvent *event) override;

    CaptureView *m_capture = nullptr;
    TextLabel *m_trouble = nullptr;
    QPushButton *m_add = nullptr;
    std::vector<QCheckBox *> m_boxes; ///< one a finding; null for what is no account
};

} // namespace watchword::app
