// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_store.h"

#include "core/platform/libsecret_session.h"
#include "core/platform/secret_service_opening.h"
#include "core/platform/secret_service_survey.h"

#include <qt6keychain/keychain.h>

#include <QDBusVariant>
#include <QFile>
#include <QTimer>

#include <utility>

namespace watchword::platform {

namespace {

const QString keychainService = QStringLiteral("Watchword");

/// Whom Qt Keychain, and libsecret below it, will talk to in this process.
enum class Backend { SecretService, KWallet, FileOfSandbox };

Backend backend()
{
    // libsecret keeps a file of its own, with a key from the secret portal.
    if (QFile::exists(QStringLiteral("/.flatpak-info")) || qgetenv("SECRET_BACKEND") == "file")
        return Backend::FileOfSandbox;
    const bool plasma =
        qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(QLatin1Char(':')).contains(QLatin1String("KDE"));
    return plasma && qgetenv("KDE_SESSION_VERSION") == "5" ? Backend::KWallet : Backend::SecretService;
}

/// What can be said without asking: absence is never certain there.
StoreSurvey unaskable(Backend kind)
{
    StoreSurvey survey;
    survey.canBeAsked = false;
    survey.provider = kind == Backend::KWallet ? QStringLiteral("kwalletd5") : QStringLiteral("secretservice");
    survey.hasDefaultCollection = true;
    return survey;
}

/// Overwrites bytes that a library still shares with us; nobody reads them any more.
void wipeShared(const QByteArray &bytes)
{
    wipe(std::as_writable_bytes(std::span(const_cast<char *>(bytes.constData()), std::size_t(bytes.size()))));
}

ErrorCode codeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound: return ErrorCode::EntryNotFound;
    case QKeychain::AccessDeniedByUser: return ErrorCode::KeychainRefused;
    case QKeychain::AccessDenied:
        return backend() == Backend::KWallet ? ErrorCode::KeychainRefused : ErrorCode::KeychainLocked;
    case QKeychain::NoBackendAvailable: return ErrorCode::NoKeychain;
    default: return ErrorCode::KeychainFailed;
    }
}

} // namespace

SecretServiceStore::SecretServiceStore(QObject *parent)
    : QObject(parent)
    , m_bus(MessageBus::Which::Session)
{
    loadLibsecretAhead();
}

SecretServiceStore::~SecretServiceStore() = default;

void SecretServiceStore::survey(const QStringList &keys, QObject *context, Handler<Result<StoreSurvey>> handler)
{
    enqueue([this, keys, context = QPointer(context), handler = std::move(handler)]() mutable {
        startSurvey(keys, [this, context, handler = std::move(handler)](Result<StoreSurvey> result) mutable {
            answer(context, std::move(handler), std::move(result));
        });
    });
}

void SecretServiceStore::unlock(const QStringList &keys, QObject *context, Handler<Result<void>> handler)
{
    enqueue([this, keys, context = QPointer(context), handler = std::move(handler)]() mutable {
        startOpening(false, keys, [this, context, handler = std::move(handler)](Result<void> result) mutable {
            answer(context, std::move(handler), std::move(result));
        });
    });
}

void SecretServiceStore::createDefaultCollection(QObject *context, Handler<Result<void>> handler)
{
    enqueue([this, context = QPointer(context), handler = std::move(handler)]() mutable {
        startOpening(true, {}, [this, context, handler = std::move(handler)](Result<void> result) mutable {
            answer(context, std::move(handler), std::move(result));
        });
    });
}

void SecretServiceStore::stopUnlocking()
{
    if (m_opening)
        m_opening->stop();
}

void SecretServiceStore::read(const QString &key, QObject *context, Handler<Result<SecretBytes>> handler)
{
    enqueue([this, key, context = QPointer(context), handler = std::move(handler)]() mutable {
        checkItem(key, [this, key, context, handler = std::move(handler)](Result<void> open) mutable {
            if (!open) {
                answer<SecretBytes>(context, std::move(handler), std::unexpected(std::move(open.error())));
                return;
            }
            auto *const job = new QKeychain::ReadPasswordJob(keychainService);
            startJob(job, key, [this, job, context, handler = std::move(handler)](Result<void> done) mutable {
                if (!done) {
                    answer<SecretBytes>(context, std::move(handler), std::unexpected(std::move(done.error())));
                    return;
                }
                const QByteArray shared = job->binaryData();
                SecretBytes value = SecretBytes::copyOf(bytesOf(shared));
                wipeShared(shared);
                answer<SecretBytes>(context, std::move(handler), std::move(value));
            });
        });
    });
}

void SecretServiceStore::write(const QString &key, const SecretBytes &value, QObject *context,
                               Handler<Result<void>> handler)
{
    enqueue([this, key, value = value.clone(), context = QPointer(context), handler = std::move(handler)]() mutable {
        startWriting(key, std::move(value), [this, context, handler = std::move(handler)](Result<void> result) mutable {
            answer(context, std::move(handler), std::move(result));
        });
    });
}

void SecretServiceStore::remove(const QString &key, QObject *context, Handler<Result<void>> handler)
{
    enqueue([this, key, context = QPointer(context), handler = std::move(handler)]() mutable {
        checkItem(key, [this, key, context, handler = std::move(handler)](Result<void> open) mutable {
            if (!open && open.error().code == ErrorCode::EntryNotFound)
                answer<void>(context, std::move(handler), {});
            else if (!open)
                answer(context, std::move(handler), std::move(open));
            else
                startJob(new QKeychain::DeletePasswordJob(keychainService), key,
                         [this, context, handler = std::move(handler)](Result<void> result) mutable {
                             answer(context, std::move(handler), std::move(result));
                         });
        });
    });
}

void SecretServiceStore::enqueue(Task task)
{
    m_tasks.push_back(std::move(task));
    if (!m_running)
        startNext();
}

void SecretServiceStore::startNext()
{
    if (m_tasks.empty())
        return;
    m_running = true;
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    task();
}

template <class T>
void SecretServiceStore::answer(const QPointer<QObject> &context, Handler<Result<T>> handler, Result<T> result)
{
    if (context) {
        QTimer::singleShot(0, context.data(), [handler = std::move(handler), result = std::move(result)]() mutable {
            handler(std::move(result));
        });
    }
    // A job that is started inside another's `finished` stalls: the next one starts from the event loop.
    QTimer::singleShot(0, this, [this] {
        m_running = false;
        startNext();
    });
}

void SecretServiceStore::startSurvey(const QStringList &keys, Handler<Result<StoreSurvey>> done)
{
    if (const Backend kind = backend(); kind != Backend::SecretService) {
        done(unaskable(kind));
        return;
    }
    auto *const survey = new SecretServiceSurvey(
        m_bus, keys, this, [done = std::move(done)](Result<SecretServiceFindings> findings) mutable {
            if (findings)
                done(std::move(findings->survey));
            else
                done(std::unexpected(std::move(findings.error())));
        });
    survey->start();
}

void SecretServiceStore::startOpening(bool creating, const QStringList &keys, Handler<Result<void>> done)
{
    if (backend() != Backend::SecretService) {
        done({}); // it asks by itself when it is read
        return;
    }
    const auto aim = creating ? SecretServiceOpening::Aim::CreateDefaultCollection : SecretServiceOpening::Aim::Unlock;
    if (m_opening && m_opening->isAbandoned() && m_opening->aim() == aim) {
        m_opening->resume(std::move(done));
        return;
    }
    m_opening = new SecretServiceOpening(m_bus, aim, keys, this, std::move(done));
    connect(m_opening, &SecretServiceOpening::openedLate, this, &SecretServiceStore::openedLate);
    m_opening->start();
}

void SecretServiceStore::startWriting(const QString &key, SecretBytes value, Handler<Result<void>> done)
{
    checkDefaultCollection([this, key, value = std::move(value), done = std::move(done)](Result<void> open) mutable {
        if (!open) {
            done(std::move(open));
            return;
        }
        auto *const job = new QKeychain::WritePasswordJob(keychainService);
        QString text = QString::fromUtf8(value.text());
        job->setTextData(text); // makes its own UTF-8
        wipe(text);
        startJob(job, key, std::move(done));
    });
}

void SecretServiceStore::checkItem(const QString &key, Handler<Result<void>> done)
{
    if (backend() != Backend::SecretService) {
        done({});
        return;
    }
    m_bus.call(searchForKey({}, key), SecretServiceSurvey::patience, this,
               [this, done = std::move(done)](Result<QDBusMessage> found) mutable {
                   if (!found)
                       done(std::unexpected(std::move(found.error())));
                   else if (!objectPaths(*found, 1).isEmpty())
                       done(failure(ErrorCode::KeychainLocked, QStringLiteral("the item is locked")));
                   else if (objectPaths(*found, 0).isEmpty())
                       done(failure(ErrorCode::EntryNotFound));
                   else
                       prepareFor(*found, std::move(done));
               });
}

void SecretServiceStore::checkDefaultCollection(Handler<Result<void>> done)
{
    if (backend() != Backend::SecretService) {
        done({});
        return;
    }
    m_bus.call(askForLocked({}, QStringLiteral("/org/freedesktop/secrets/aliases/default")),
               SecretServiceSurvey::patience, this,
               [this, done = std::move(done)](Result<QDBusMessage> answer) mutable {
                   if (!answer)
                       done(std::unexpected(std::move(answer.error())));
                   else if (qvariant_cast<QDBusVariant>(answer->arguments().value(0)).variant().toBool())
                       done(failure(ErrorCode::KeychainLocked, QStringLiteral("the default collection is locked")));
                   else
                       prepareFor(*answer, std::move(done));
               });
}

void SecretServiceStore::prepareFor(const QDBusMessage &answer, Handler<Result<void>> done)
{
    prepareLibsecret(m_bus.connection().name() + answer.service(),
                     [store = QPointer(this), done = std::move(done)](bool isConnected) mutable {
                         if (store && isConnected)
                             done({});
                         else if (store)
                             done(failure(ErrorCode::NoBus, QStringLiteral("the session bus ended; restart needed")));
                     });
}

void SecretServiceStore::startJob(QKeychain::Job *job, const QString &key, Handler<Result<void>> done)
{
    job->setKey(key);
    // It deletes itself: a running job must never be deleted, also when this store is gone before it.
    connect(job, &QKeychain::Job::finished, this, [this, job, done = std::move(done)]() mutable {
        const QKeychain::Error error = job->error();
        if (error == QKeychain::NoError)
            done({});
        else if (error == QKeychain::OtherError)
            explain(job->errorString(), std::move(done));
        else
            done(failure(codeOf(error), job->errorString()));
    });
    job->start();
}

void SecretServiceStore::explain(QString detail, Handler<Result<void>> done)
{
    // Qt Keychain's other errors differ only in words, and in the words of the person's language: ask for the reason.
    startSurvey({}, [detail = std::move(detail), done = std::move(done)](const Result<StoreSurvey> &survey) mutable {
        if (!survey)
            done(std::unexpected(survey.error()));
        else
            done(failure(ErrorCode::KeychainFailed, std::move(detail)));
    });
}

} // namespace watchword::platform
