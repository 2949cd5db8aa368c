// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/base/error.h"

namespace watchword::vault {

// A line of the document that holds an enrolment to approve sign-ins: `watchword-push:1?ww.id=…&kind=…&serial=…&url=…&private=…`
// (vault-protocol section 1). Older versions carry it byte for byte.

/// The enrolment of such a line. Error: MalformedLink, for anything that is not understood (a later format, another kind of
/// server): the line is then carried, and shown as "needs attention".
Result<accounts::PushAccount> readPushLine(ByteView line);
/// Its private key, PKCS#8 in DER. Error: MalformedLink.
Result<SecretBytes> privateKeyOfPushLine(ByteView line);

// The writers below read back what they wrote; when it does not say what was meant, the error is Internal.

Result<SecretBytes> newPushLine(const accounts::PushAccount &account, const SecretBytes &privateKey);
/// `line` with what `account` says. Its private key, and parameters that are not understood, are carried as they stand.
Result<SecretBytes> rewrittenPushLine(ByteView line, const accounts::PushAccount &account);

} // namespace watchword::vault
