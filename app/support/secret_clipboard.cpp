// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/secret_clipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QMimeData>

namespace watchword::app {

SecretClipboard::SecretClipboard(QClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::clearNow);
    // At the end Qt asks a clipboard manager to keep what we own (SAVE_TARGETS), so it must be gone before that.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &SecretClipboard::clearNow);
}

SecretClipboard::~SecretClipboard()
{
    clearNow();
}

void SecretClipboard::copy(const QString &code)
{
    auto *data = new QMimeData;
    data->setText(code);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    m_ours = data;
    m_clipboard.setMimeData(data, QClipboard::Clipboard);
    m_timer.start(m_clearAfter);
}

bool SecretClipboard::isOurs() const
{
    // The clipboard deletes our data when somebody else puts something there.
    return m_ours && m_clipboard.ownsClipboard() && m_clipboard.mimeData(QClipboard::Clipboard) == m_ours;
}

void SecretClipboard::clearNow()
{
    m_timer.stop();
    if (!isOurs())
        return;
    m_clipboard.clear(QClipboard::Clipboard);
    m_ours.clear();
    Q_EMIT cleared();
}

} // namespace watchword::app
