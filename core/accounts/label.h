// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

namespace watchword::accounts {

/// The path of an otpauth link, read: `Issuer:Account`.
struct Label {
    QString issuer;             ///< the parameter where it is not empty, else what stands before the colon
    QString name;               ///< without the issuer in front
    bool issuerDiffers = false; ///< parameter and label name different issuers

    /// `path` is still encoded, without the slash in front; `issuerParameter` is decoded. Split at the first colon that
    /// stands as such, else at the first one after decoding; where the label begins with the parameter's issuer, there.
    static Label read(ByteView path, const QString &issuerParameter);

    /// `Issuer:Account` percent-encoded, a colon inside either as `%3A`. Without issuer only the account, after a bare
    /// colon if a colon is in it.
    static SecretBytes write(const QString &issuer, const QString &name);
};

} // namespace watchword::accounts
