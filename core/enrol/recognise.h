// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

#include <vector>

namespace watchword::enrol {

/// What a scanned, pasted, dropped or opened text is.
enum class Kind { Account, Migration, Push, Login, Foreign, Other };

/// Whose code it is, when it is not ours to use (kind Foreign, Other, or one that this version cannot take yet).
enum class Origin {
    None,
    MicrosoftPhoneFactor,     ///< phonefactor://
    MicrosoftActivation,      ///< https://login.microsoftonline.com/authenticatorApp/activateAccount…
    GoogleExport,             ///< otpauth-migration:// : this version cannot take it yet
    PushEnrolment,            ///< otpauth://pipush, otpauth://push, edupush … : this version cannot answer it yet
    TiqrEnrolment, TiqrLogin, ///< tiqrenroll://, tiqrauth://, eduid… : this version cannot answer it yet
    PasskeyHybrid,            ///< FIDO:/…
    WebLink,
    WiFi,
    PlainText,
    Binary,
};

/// The reading of one text. `accounts` holds one or more proposals when kind is Account (a file or text of several
/// links gives several); `refused` says, for text that was meant as an account, why it is not taken.
struct Recognition {
    Kind kind = Kind::Other;
    Origin origin = Origin::None;
    std::vector<accounts::Proposal> accounts;
    std::vector<Error> refused;
    QString host;                          ///< of a web link, as DNS sees it; else empty
};

/// Says what any text is; never fetches, never fails. Also takes several lines or a comma list of otpauth links.
Recognition recognise(ByteView utf8);

/// Makes a proposal of a bare key typed or pasted (base32), with default parameters. Errors as decodeBase32.
Result<accounts::Proposal> fromBareKey(ByteView utf8);

} // namespace watchword::enrol
