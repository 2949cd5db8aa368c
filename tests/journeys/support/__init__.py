# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey uses: a sandbox with real parts, the program under test, and the story runner."""
