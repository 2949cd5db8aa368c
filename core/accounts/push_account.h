// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/base/server_trust.h"

namespace watchword::accounts {

/// Programs whose requests to approve or deny are understood.
enum class PushServer { PrivacyIdea, EduMfa };

/// A lock that a server asks for before an approval (`pin`, `app_force_unlock`).
enum class PushLock { None, Any, Biometric, Pin };

/// How far an enrolment has come.
enum class PushState {
    Enrolling, ///< the private key is saved and the server may know the public one; it may not have answered
    Unproven,  ///< the server's key is known too; no poll with our own was answered yet
    Ready,
};

/// An enrolment to approve or deny sign-ins at one server. Never holds the private key.
struct PushAccount {
    AccountId id;
    PushServer server = PushServer::PrivacyIdea;
    PushState state = PushState::Enrolling;
    QString url;    ///< of the one endpoint, as the QR code wrote it
    QString serial; ///< names it at that server
    QString issuer; ///< as the service wrote it; may be empty
    QString name;   ///< the label of the QR code; may be empty
    ServerTrust trust;
    PushLock lock = PushLock::None;
    QByteArray
        serverKey; ///< the server's public key for this enrolment, SubjectPublicKeyInfo in DER; empty while Enrolling
    qint64 changed = 0;            ///< UNIX seconds of the last change
    std::optional<qint64> trashed; ///< UNIX seconds since when it is in the trash

    friend bool operator==(const PushAccount &, const PushAccount &) = default;
};

} // namespace watchword::accounts
