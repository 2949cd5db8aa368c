// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enrol/recognise.h"

namespace watchword::enrol {

/// What a link is that is no account: kind, origin and host of a Recognition, nothing else.
struct LinkOrigin {
    Kind kind = Kind::Other;
    Origin origin = Origin::PlainText;
    QString host;
};

/// Reads the scheme (and for web links host and path) of one link without blanks around it. What is no link is PlainText.
LinkOrigin originOf(ByteView link);

} // namespace watchword::enrol
