// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/hurried_clock.h"
#include "tests/faults/steps.h"

#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include <dlfcn.h>

// The keychain's calls. Qt Keychain looks libsecret's functions up by name, which finds no preloaded ones; but libsecret
// itself then calls these three by its table. What reads an answer is looked up too, and so the looking up is wrapped.

namespace watchword::faults {

namespace {

// GLib's types, without its headers.
struct Schema;
struct Attributes; // GHashTable of strings
struct Cancellable;
struct Object;
struct Result;
struct GError;
using Answered = void (*)(Object *source, Result *result, void *data);

constexpr const char *glib = "libgio-2.0.so.0"; // and what it stands on
constexpr const char *libsecret = "libsecret-1.so.0";

// Answers of our own: never looked into, only recognised.
char refusalItself = 0;
char nothingItself = 0;
Result *refusal()
{
    return reinterpret_cast<Result *>(&refusalItself);
}
Result *nothing()
{
    return reinterpret_cast<Result *>(&nothingItself);
}

/// Takes care that a held answer does not go away.
void keep(void *object)
{
    static const auto ref = real<void *(*)(void *)>(glib, "g_object_ref");
    if (object)
        ref(object);
}
void letGo(void *object)
{
    static const auto unref = real<void (*)(void *)>(glib, "g_object_unref");
    if (object)
        unref(object);
}

/// Runs `task` from the event loop after so many milliseconds.
void runLater(unsigned milliseconds, std::function<void()> task)
{
    using Task = std::function<void()>;
    static const auto add = real<unsigned (*)(unsigned, int (*)(void *), void *)>(glib, "g_timeout_add");
    const auto run = [](void *data) {
        const std::unique_ptr<Task> owned(static_cast<Task *>(data));
        (*owned)();
        return 0;
    };
    add(milliseconds, run, new Task(std::move(task)));
}

/// One call of the keychain: how it is made, and who waits for its answer.
struct Call {
    std::function<void(Answered answered, void *data)> make;
    Fault fault = Fault::None;
    Answered answered = nullptr;
    void *data = nullptr;

    void answer(Object *source, Result *result) const
    {
        if (answered)
            answered(source, result, data);
    }
};

void takeAnswer(Object *source, Result *result, void *data)
{
    std::unique_ptr<Call> call(static_cast<Call *>(data));
    switch (call->fault) {
    case Fault::DiesAfter: die();
    case Fault::HangsDone: dieOfWaiting(); return;
    case Fault::RefusedButDid: call->answer(nullptr, refusal()); return;
    case Fault::Twice: {
        call->fault = Fault::None;
        const auto make = call->make;
        make(takeAnswer, call.release());
        return;
    }
    case Fault::Late:
        keep(source);
        keep(result);
        startHurrying();
        runLater(lateSeconds * 1000, [source, result, call = std::shared_ptr<Call>(std::move(call))] {
            stopHurrying();
            call->answer(source, result);
            letGo(source);
            letGo(result);
        });
        return;
    default: call->answer(source, result);
    }
}

void start(const std::string &name, Call call)
{
    call.fault = beginStep(name);
    switch (call.fault) {
    case Fault::None: call.make(call.answered, call.data); return;
    case Fault::DiesBefore: die();
    case Fault::HangsUndone: dieOfWaiting(); return;
    case Fault::Refused: runLater(0, [call = std::move(call)] { call.answer(nullptr, refusal()); }); return;
    case Fault::NotFound: runLater(0, [call = std::move(call)] { call.answer(nullptr, nothing()); }); return;
    default: break;
    }
    auto owned = std::make_unique<Call>(std::move(call));
    const auto make = owned->make;
    make(takeAnswer, owned.release());
}

/// `store a`, `lookup b`.
std::string nameOf(const char *what, Attributes *attributes)
{
    static const auto lookUp = real<void *(*)(Attributes *, const void *)>(glib, "g_hash_table_lookup");
    const auto *const user = static_cast<const char *>(lookUp(attributes, "user"));
    const std::string_view key = user ? user : "?";
    return std::string(what) + ' ' + std::string(key.substr(key.rfind('/') + 1));
}

std::shared_ptr<Attributes> kept(Attributes *attributes)
{
    static const auto ref = real<Attributes *(*)(Attributes *)>(glib, "g_hash_table_ref");
    static const auto unref = real<void (*)(Attributes *)>(glib, "g_hash_table_unref");
    return {ref(attributes), unref};
}

void storeItem(const Schema *schema, Attributes *attributes, const char *collection, const char *label,
               const char *password, Cancellable *cancellable, Answered answered, void *data)
{
    static const auto next = real<decltype(&storeItem)>(libsecret, "secret_password_storev");
    const auto make = [schema, attributes = kept(attributes), isDefault = collection == nullptr,
                       where = std::string(collection ? collection : ""), named = std::string(label),
                       what = std::string(password), cancellable](Answered itsAnswered, void *itsData) {
        next(schema, attributes.get(), isDefault ? nullptr : where.c_str(), named.c_str(), what.c_str(), cancellable,
             itsAnswered, itsData);
    };
    start(nameOf("store", attributes), {make, Fault::None, answered, data});
}

void lookUpItem(const Schema *schema, Attributes *attributes, Cancellable *cancellable, Answered answered, void *data)
{
    static const auto next = real<decltype(&lookUpItem)>(libsecret, "secret_password_lookupv");
    const auto make = [schema, attributes = kept(attributes), cancellable](Answered itsAnswered, void *itsData) {
        next(schema, attributes.get(), cancellable, itsAnswered, itsData);
    };
    start(nameOf("lookup", attributes), {make, Fault::None, answered, data});
}

void clearItem(const Schema *schema, Attributes *attributes, Cancellable *cancellable, Answered answered, void *data)
{
    static const auto next = real<decltype(&clearItem)>(libsecret, "secret_password_clearv");
    const auto make = [schema, attributes = kept(attributes), cancellable](Answered itsAnswered, void *itsData) {
        next(schema, attributes.get(), cancellable, itsAnswered, itsData);
    };
    start(nameOf("clear", attributes), {make, Fault::None, answered, data});
}

/// What an answer of ours says; true when it was one.
bool isOurs(Result *result, GError **error)
{
    if (result != refusal())
        return result == nothing();
    static const auto domain = real<unsigned (*)()>(glib, "g_dbus_error_quark");
    static const auto newError = real<GError *(*)(unsigned, int, const char *)>(glib, "g_error_new_literal");
    constexpr int failed = 0;
    *error = newError(domain(), failed, "The keychain says no.");
    return true;
}

int finishStoring(Result *result, GError **error)
{
    static const auto next = real<decltype(&finishStoring)>(libsecret, "secret_password_store_finish");
    return isOurs(result, error) ? 0 : next(result, error);
}

char *finishLookingUp(Result *result, GError **error)
{
    static const auto next = real<decltype(&finishLookingUp)>(libsecret, "secret_password_lookup_finish");
    return isOurs(result, error) ? nullptr : next(result, error);
}

int finishClearing(Result *result, GError **error)
{
    static const auto next = real<decltype(&finishClearing)>(libsecret, "secret_password_clear_finish");
    return isOurs(result, error) ? 0 : next(result, error);
}

void *ours(std::string_view name)
{
    if (name == "secret_password_store_finish")
        return reinterpret_cast<void *>(finishStoring);
    if (name == "secret_password_lookup_finish")
        return reinterpret_cast<void *>(finishLookingUp);
    if (name == "secret_password_clear_finish")
        return reinterpret_cast<void *>(finishClearing);
    return nullptr;
}

using Finder = void *(*)(void *handle, const char *name);

Finder realFinder()
{
    static const auto finder = reinterpret_cast<Finder>(::dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.34"));
    return finder;
}

} // namespace

void *realFunction(const char *name)
{
    return realFinder()(RTLD_NEXT, name);
}

void *realFunction(const char *library, const char *name)
{
    return realFinder()(::dlopen(library, RTLD_LAZY), name);
}

} // namespace watchword::faults

namespace faults = watchword::faults;

WATCHWORD_WRAPPER void secret_password_storev(const faults::Schema *schema, faults::Attributes *attributes,
                                              const char *collection, const char *label, const char *password,
                                              faults::Cancellable *cancellable, faults::Answered answered, void *data)
{
    faults::storeItem(schema, attributes, collection, label, password, cancellable, answered, data);
}

WATCHWORD_WRAPPER void secret_password_lookupv(const faults::Schema *schema, faults::Attributes *attributes,
                                               faults::Cancellable *cancellable, faults::Answered answered, void *data)
{
    faults::lookUpItem(schema, attributes, cancellable, answered, data);
}

WATCHWORD_WRAPPER void secret_password_clearv(const faults::Schema *schema, faults::Attributes *attributes,
                                              faults::Cancellable *cancellable, faults::Answered answered, void *data)
{
    faults::clearItem(schema, attributes, cancellable, answered, data);
}

WATCHWORD_WRAPPER void *dlsym(void *handle, const char *name) noexcept
{
    void *const wrapper = faults::ours(name);
    return wrapper ? wrapper : faults::realFinder()(handle, name);
}
