// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QByteArray>

#include <span>

namespace watchword::fuzz {

/// What is tried with any bytes at all: it must come back, and its promises must hold; else the process aborts.
struct Target {
    const char *name; ///< also the folder in tests/data/fuzz
    void (*run)(ByteView input);
};

void otpauth(ByteView input);
void migration(ByteView input);
void recognise(ByteView input);
void document(ByteView input);
void sealedFile(ByteView input);
/// The first byte and one is the width, each other one the grey of a pixel.
void picture(ByteView input);
void svgCleaning(ByteView input);
void pushEnrolment(ByteView input);
/// The body of a server's answer.
void pushAnswer(ByteView input);
/// One challenge, which is signed by the server's key before it is read.
void pushChallenge(ByteView input);

/// All of them.
std::span<const Target> targets();

} // namespace watchword::fuzz
