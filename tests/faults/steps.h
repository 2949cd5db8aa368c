// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// A library that is preloaded into a program under test. It numbers the steps by which the program could lose something:
/// calls of the keychain, questions to the message bus, and what changes files in one folder. It writes the name of each step
/// and lets one of them go wrong.
///
///     WATCHWORD_FAULT_FOLDER  the data directory, without symbolic links
///     WATCHWORD_FAULT_LOG     gets the name of each step, `fired` after the one that goes wrong, and perhaps `gave up waiting`
///     WATCHWORD_FAULT_STEP    the name of the step that goes wrong; not there: none does
///     WATCHWORD_FAULT_KIND    how
namespace watchword::faults {

enum class Fault {
    None,
    InputOutputError,
    NoSpace,
    ShortWrite,    ///< half of it, and the number says so
    TornWrite,     ///< half of it, then the process dies
    Refused,       ///< an error answer; nothing was done
    RefusedButDid, ///< an error answer; it was done all the same
    NotFound,      ///< what a locked keychain says
    HangsUndone,   ///< never an answer; never done
    HangsDone,     ///< never an answer; done
    Late,          ///< done, the answer comes after the program's patience
    Twice,         ///< done twice, the second answer counts
    DiesBefore,
    DiesAfter
};

/// The beginning of a step of this name. What is to go wrong with it.
Fault beginStep(const std::string &name);

/// SIGKILL, now.
[[noreturn]] void die();
/// Dies when a program has waited long enough to have lost its patience with everything. Returns at once: time passes
/// quickly meanwhile.
void dieOfWaiting();
/// Blocks for longer than the program waits for anything (`forever`: until it dies of waiting).
void blockFor(bool forever);

/// What `blockFor` and late answers take, in the program's own seconds.
inline constexpr int lateSeconds = 17; // a write is waited for 15 s, the end of a saving another 5 s

/// A function of the next library, past the ones here.
void *realFunction(const char *name);
/// In one that is loaded already, or will be.
void *realFunction(const char *library, const char *name);

template <class Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(realFunction(name));
}
template <class Function>
Function real(const char *library, const char *name)
{
    return reinterpret_cast<Function>(realFunction(library, name));
}

} // namespace watchword::faults

#define WATCHWORD_WRAPPER extern "C" __attribute__((visibility("default")))
