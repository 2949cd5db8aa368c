// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/accounts/account.h"

#include <QImage>
#include <QPolygon>
#include <QStringList>

#include <optional>
#include <vector>

class QCheckBox;
class QHBoxLayout;

namespace watchword::app {

class CaptureView;

/// One thing that was read, for the list.
struct ScanFinding {
    QString title;
    QString detail;
    QString status;          ///< "New", "Already here"; empty for what is no account
    QStringList remarks;     ///< what is worth saying before it is added
    bool hasName = false;    ///< an account, also one that is there already; else somebody's other code
    bool isAccount = false;  ///< can be added
    bool isChosen = false;   ///< at first; only accounts can be
    bool isOfExport = false; ///< one of the accounts of an export
    QString heading;         ///< stands above it; of an export, when there are several
    int picture = -1;        ///< where it stood; -1 for text
    QPolygon corners;        ///< those of one code stand one after another
};

/// Several codes at once: the pictures with the codes outlined and numbered, and the list to choose from. `notes` are what
/// should be known of the whole, each a sentence or two.
class ScanResultDialog final : public PageDialog
{
    Q_OBJECT

public:
    ScanResultDialog(const Theme &theme, const std::vector<QImage> &pictures, const std::vector<ScanFinding> &findings,
                     const QStringList &notes, QWidget *parent);

    /// Choosing a part of the pictures is another way.
    void offerArea();
    /// Indices into the findings.
    QList<int> chosen() const;
    void setSaving();
    void setTrouble(const QString &sentence);

Q_SIGNALS:
    void addRequested(const QList<int> &chosen);
    /// The dialog has closed.
    void areaRequested();

private:
    QWidget *makeCapture(const std::vector<QImage> &pictures, const std::vector<ScanFinding> &findings);
    QWidget *makeNote(const QString &sentence);
    QWidget *makeHeading(const QString &text);
    QWidget *makeAll(int accounts);
    QWidget *makeRow(const ScanFinding &finding, int index);
    QWidget *makeDrawing(const ScanFinding &finding, QWidget *row);
    void arrangeRows();
    /// All of them, or none when all are chosen: numbers from 1.
    void toggle(int first, int last);
    void countChosen();
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    /// What moves in a row when there is less room.
    struct Row {
        QHBoxLayout *line;
        QVBoxLayout *words;
        QWidget *drawing;
        TextLabel *status; ///< null where there is nothing to say
    };

    CaptureView *m_capture = nullptr;
    TextLabel *m_trouble = nullptr;
    QPushButton *m_add = nullptr;
    QCheckBox *m_all = nullptr;
    std::vector<QCheckBox *> m_boxes; ///< one a finding; null for what is no account
    std::vector<Row> m_rows;
    std::optional<bool> m_isNarrow;
};

} // namespace watchword::app
