// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/libsecret_session.h"

#include <QLibrary>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace watchword::platform {

namespace {

// The few functions that are needed, without linking what Qt Keychain loads only when it is there.
struct Connection; // GDBusConnection
constexpr int sessionBus = 2;
constexpr int soVersion = 0; // of all of them

template <class Function>
Function resolve(const char *library, const char *name)
{
    return reinterpret_cast<Function>(QLibrary::resolve(QString::fromLatin1(library), soVersion, name));
}

struct Gio {
    using Answered = void (*)(void *source, void *result, void *data);
    void (*get)(int type, void *cancellable, Answered answered, void *data) = resolve<decltype(get)>("gio-2.0",
                                                                                                     "g_bus_get");
    Connection *(*finish)(void *result, void **error) = resolve<decltype(finish)>("gio-2.0", "g_bus_get_finish");
    void (*setExitOnClose)(Connection *,
                           int) = resolve<decltype(setExitOnClose)>("gio-2.0", "g_dbus_connection_set_exit_on_close");
    int (*isClosed)(Connection *) = resolve<decltype(isClosed)>("gio-2.0", "g_dbus_connection_is_closed");
    void (*unref)(Connection *) = resolve<decltype(unref)>("gobject-2.0", "g_object_unref");

    bool isThere() const { return get && finish && setExitOnClose && isClosed && unref; }
};

const Gio &gio()
{
    static const Gio functions;
    return functions;
}

/// The process's libsecret: whom it talks to, and the connection, held so that it stays the tamed one.
struct Session {
    QString provider;
    Connection *connection = nullptr;
};

Session &session()
{
    static Session one;
    return one;
}

void forget(Session &old)
{
    if (const auto disconnect = resolve<void (*)()>("secret-1", "secret_service_disconnect"))
        disconnect();
    if (Connection *const connection = std::exchange(old.connection, nullptr))
        gio().unref(connection);
}

void connected(void *, void *result, void *data)
{
    using Ready = std::move_only_function<void(bool)>;
    const std::unique_ptr<Ready> ready(static_cast<Ready *>(data));
    Connection *const connection = gio().finish(result, nullptr);
    session().connection = connection;
    if (connection)
        gio().setExitOnClose(connection, false);
    (*ready)(connection && !gio().isClosed(connection));
}

} // namespace

void loadLibsecretAhead()
{
    QThreadPool::globalInstance()->start([] {
        for (const char *library : {"gio-2.0", "secret-1"})
            QLibrary(QString::fromLatin1(library), soVersion).load();
    });
}

void prepareLibsecret(const QString &provider, std::move_only_function<void(bool)> ready)
{
    Session &now = session();
    if (now.provider == provider || !gio().isThere()) {
        ready(true);
        return;
    }
    if (!now.provider.isEmpty())
        forget(now);
    now.provider = provider;
    gio().get(sessionBus, nullptr, connected, new std::move_only_function<void(bool)>(std::move(ready)));
}

} // namespace watchword::platform
