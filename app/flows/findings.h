// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/scan_result_dialog.h"
#include "app/flows/code_reader.h"
#include "core/enrol/recognise.h"
#include "core/vault/vault.h"

namespace watchword::app {

/// Everything that was read, each text with what it is.
class Findings
{
public:
    explicit Findings(CodeReading reading);

    bool isEmpty() const { return m_recognised.empty(); }
    std::size_t texts() const { return m_recognised.size(); }
    const std::vector<QImage> &pictures() const { return m_reading.pictures; }
    const std::optional<Error> &error() const { return m_reading.error; }
    const enrol::Recognition &recognition(std::size_t text) const { return m_recognised[text]; }
    ByteView text(std::size_t index) const { return m_reading.texts[index].text.view(); }
    std::size_t accounts() const;
    /// The one to explain when there is no account: a code of somebody's before a mere web link.
    std::size_t mostTelling() const;
    /// The first account, taken out.
    accounts::Proposal takeFirst();

    /// For the list, in reading order; those that are there already are not chosen.
    std::vector<ScanFinding> list(const vault::Vault &vault) const;
    /// Copies of the accounts with these places in the list.
    std::vector<accounts::Proposal> accountsAt(const QList<int> &places) const;

private:
    CodeReading m_reading;
    std::vector<enrol::Recognition> m_recognised;
};

} // namespace watchword::app
