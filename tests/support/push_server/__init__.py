# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server for Approve / Deny, as privacyIDEA and eduMFA are one. Shares no code with core/push; judged by what the real
privacyIDEA 3.14dev2 answered (tests/data/push/captured-3.14dev2.json, tests/tools/test_push_server.py)."""
