// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace watchword::push {

/// A request to approve a sign-in, whose signature is the server's. The texts are the server's own words, exactly as they
/// were signed: whoever shows them cuts and marks them (`app/support/outside_text.h`).
struct Challenge {
    QString nonce; ///< names it, for ever
    QString url;   ///< where the answer goes: the enrolled address
    QString serial;
    QString question;
    QString title;
    QString sslVerify; ///< part of the signed text and of nothing else: it lowers nothing
    /// One of these is shown on the page where the person signs in, and is to be given with an approval. Empty: none is.
    QStringList options;
    bool offersReasons = false; ///< a denial may say why

    friend bool operator==(const Challenge &, const Challenge &) = default;
};

enum class Choice { Approve, Deny };

/// Why a sign-in was denied.
enum class Reason {
    None,
    UnknownTrigger, ///< "it wasn't me"
    Cancelled,      ///< "I started it, and stopped"
};

/// What the person chose.
struct Answer {
    Choice choice = Choice::Deny;
    QString option; ///< of an approval where the challenge has options
    /// Of a denial; left out where it was not offered, since servers that know of none would then miss the denial.
    Reason reason = Reason::None;

    friend bool operator==(const Answer &, const Answer &) = default;
};

/// What the server made of an answer.
struct Outcome {
    /// False: expired, answered elsewhere, a wrong number, or another key than it knows. It does not say which.
    bool isTaken = false;
    /// To be typed where the person signs in; shown until dismissed, since it cannot be had again.
    QString code;
    QString message; ///< the server's words beside the code

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

} // namespace watchword::push
