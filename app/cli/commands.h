// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchword::app::cli {

class Program;

// Each runs one command and ends in Program::finish.
void runList(Program &program);
void runCode(Program &program);
void runAdd(Program &program);
void runScan(Program &program);
void runEdit(Program &program);
void runRemove(Program &program);
void runRestore(Program &program);
void runDoctor(Program &program);
void runHelp(Program &program);
void runVersion(Program &program);

} // namespace watchword::app::cli
