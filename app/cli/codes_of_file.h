// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/qr/reader.h"

#include <optional>
#include <vector>

namespace watchword::app::cli {

struct CodeOnPage {
    qr::Found code;
    int page = 1; ///< of a PDF
};

/// The codes in a picture file or PDF.
struct CodesOfFile {
    std::vector<CodeOnPage> codes;
    bool isPdf = false;
    bool hasMorePages = false;  ///< than were looked at
    std::optional<Error> error; ///< why not all of it was read
};

/// Blocking. The pictures are wiped.
CodesOfFile codesInFile(const QString &path);

/// What is to be said when there is none.
Error noCodeIn(const CodesOfFile &file);

} // namespace watchword::app::cli
