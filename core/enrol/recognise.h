// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/push/enrolment.h"
#include "core/transfer/migration_link.h"

#include <optional>
#include <vector>

namespace watchword::enrol {

/// What a scanned, pasted, dropped or opened text is.
enum class Kind { Account, Migration, Push, Login, Foreign, Other };

/// Whose code it is, when it is not ours to use (kind Foreign, Other, or one that this version cannot take yet).
enum class Origin {
    None,
    MicrosoftPhoneFactor, ///< phonefactor://
    MicrosoftActivation,  ///< https://login.microsoftonline.com/authenticatorApp/activateAccount…
    GoogleExport,         ///< otpauth-migration://
    PushEnrolment,        ///< otpauth://pipush, otpauth://push, edupush … : sets up sign-ins to approve
    TiqrEnrolment,
    TiqrLogin,     ///< tiqrenroll://, tiqrauth://, eduid… : this version cannot answer it yet
    PasskeyHybrid, ///< FIDO:/…
    Duo,           ///< works with its own app only, as the next three
    OktaVerify,
    PingId,
    SymantecVip,
    RsaSecurId,
    SignalLinking, ///< links another device, as the next two
    TelegramLinking,
    WhatsAppLinking,
    SteamLogin, ///< https://s.team/q/… : signs in with Steam's app
    WebLink,
    WiFi,
    Contact,      ///< vCard, MeCard: somebody's name and address
    Payment,      ///< of the European Payments Council, Switzerland or India
    BoardingPass, ///< of IATA, BCBP
    OtherBarcode, ///< in a barcode that is no QR code
    PlainText,
    Binary,
};

/// Longest text that is looked at, in bytes.
inline constexpr std::size_t longestText = std::size_t{16} * 1024 * 1024;

/// Why one link of a text was not taken. For one that is no account (code NotAnAccount) also whose it is.
struct Refusal : Error {
    Origin origin = Origin::None;
    QString host;           ///< as that of a Recognition
    std::size_t before = 0; ///< how many of the text's accounts stand in front of it
    int line = 1;           ///< of the text
    QString name;           ///< `issuer:name` in an account's link; empty when there is none or a key may be in it
};

/// The reading of one text.
/// - Kind Account: `accounts` holds one or more proposals (a text of several links gives several); `refused` says why others
///   in the same text were not taken.
/// - Kind Migration: `parts` holds the QR codes of exports, one or more. They may also stand beside accounts.
/// - Kind Push: `enrolments` holds what is offered by each link of a kind that can be answered; it is empty for the others, and
///   for one that cannot be read (`unusable` says why). They may also stand beside accounts.
/// - `accounts` and `parts` empty and `refused` not: the text was meant as an account, or is none at all (EmptyInput, TooLarge);
///   `refused` says why, kind is Other.
/// - Else `origin` says what it is; kind Other with Origin::None is a link of a kind that is not known.
struct Recognition {
    Kind kind = Kind::Other;
    Origin origin = Origin::None;
    std::vector<accounts::Proposal> accounts;
    std::vector<transfer::MigrationPart> parts;
    std::vector<push::Enrolment> enrolments;
    std::optional<push::Failure> unusable; ///< of the last link that has the form of such an enrolment and is none
    std::vector<Refusal> refused;          ///< as they stand in the text
    QString host;                          ///< of a web link, as DNS sees it (`xn--…`); else empty
};

/// Says what any text is; never fetches, never fails. Takes UTF-8 (UTF-16 with a byte order mark too): one link, several
/// lines (`#` begins a comment), a list with `,otpauth` between, a link inside other text, or a bare key.
Recognition recognise(ByteView text);

/// The same for what a barcode of another kind holds, which is never an account: a boarding pass, or only a barcode.
Recognition recogniseBarcode(ByteView text);

/// `issuer:name` for a refused account of an export, by the rule of Refusal::name.
QString nameOf(const transfer::RefusedEntry &entry);

/// Makes a proposal of a bare key typed or pasted (base32), with default parameters. Errors as decodeBase32.
Result<accounts::Proposal> fromBareKey(ByteView utf8);

/// Whether a text is probably meant as a bare key: base32 letters in one case, 16 or more, in equal groups if in groups. A
/// long word of lower-case letters without a digit is a word unless it has a key's usual length.
bool looksLikeBareKey(ByteView utf8);
/// Whether the text starts like a link that holds an account, or accounts of an export.
bool startsOurLink(ByteView utf8);

} // namespace watchword::enrol
