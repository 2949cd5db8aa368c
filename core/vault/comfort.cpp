// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/comfort.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace watchword::vault {

namespace {

const QString entriesKey = QStringLiteral("entries"), idKey = QStringLiteral("id"),
              issuerKey = QStringLiteral("issuer"), nameKey = QStringLiteral("name"),
              groupKey = QStringLiteral("group"), pinnedKey = QStringLiteral("pinned"),
              missingKey = QStringLiteral("missing"), usesKey = QStringLiteral("uses"),
              usedKey = QStringLiteral("used"), pushKey = QStringLiteral("push"),
              leftoversKey = QStringLiteral("leftovers");

std::optional<ComfortEntry> readEntry(QJsonObject object)
{
    const auto id = accounts::AccountId::fromString(object.take(idKey).toString());
    if (!id || id->isNull())
        return {};
    ComfortEntry entry;
    entry.id = *id;
    entry.issuer = object.take(issuerKey).toString();
    entry.name = object.take(nameKey).toString();
    entry.group = object.take(groupKey).toString();
    entry.pinned = object.take(pinnedKey).toBool();
    entry.missing = object.take(missingKey).toBool();
    entry.uses = object.take(usesKey).toInt();
    entry.used = object.take(usedKey).toInteger();
    entry.rest = object;
    return entry;
}

QJsonObject writeEntry(const ComfortEntry &entry)
{
    QJsonObject object = entry.rest;
    const auto put = [&object](const QString &key, const QJsonValue &value, bool isWorthIt) {
        if (isWorthIt)
            object.insert(key, value);
    };
    object.insert(idKey, entry.id.toString());
    put(issuerKey, entry.issuer, !entry.issuer.isEmpty());
    put(nameKey, entry.name, !entry.name.isEmpty());
    put(groupKey, entry.group, !entry.group.isEmpty());
    put(pinnedKey, entry.pinned, entry.pinned);
    put(missingKey, entry.missing, entry.missing);
    put(usesKey, entry.uses, entry.uses != 0);
    put(usedKey, entry.used, entry.used != 0);
    return object;
}

} // namespace

Comfort Comfort::read(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    Comfort comfort;
    QSet<accounts::AccountId> seen;
    const QJsonArray entries = object.take(entriesKey).toArray();
    for (const auto value : entries) {
        const auto entry = readEntry(value.toObject());
        if (entry && !seen.contains(entry->id)) {
            seen.insert(entry->id);
            comfort.entries << *entry;
        }
    }
    comfort.pushMemory = object.take(pushKey).toString().toUtf8();
    comfort.leftovers = object.take(leftoversKey).toBool();
    comfort.rest = object;
    return comfort;
}

QByteArray Comfort::write() const
{
    QJsonObject object = rest;
    QJsonArray array;
    for (const ComfortEntry &entry : entries)
        array << writeEntry(entry);
    object.insert(entriesKey, array);
    if (!pushMemory.isEmpty())
        object.insert(pushKey, QString::fromUtf8(pushMemory));
    if (leftovers)
        object.insert(leftoversKey, true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ComfortEntry *Comfort::find(accounts::AccountId id)
{
    const auto place = std::ranges::find(entries, id, &ComfortEntry::id);
    return place == entries.end() ? nullptr : &*place;
}

void Comfort::fit(const Document &document, quint64 seen)
{
    const bool isOlderBook = seen < document.generation();
    if (isOlderBook) {
        entries.removeIf([&](const ComfortEntry &entry) { return !entry.missing && !document.find(entry.id); });
    }
    std::vector<bool> isListed(document.records().size());
    for (ComfortEntry &entry : entries) {
        const auto place = document.find(entry.id);
        entry.missing = !place;
        if (place) {
            isListed[*place] = true;
            entry.issuer = document.records()[*place].account.issuer;
            entry.name = document.records()[*place].account.name;
        }
    }
    for (std::size_t i = 0; i < document.records().size(); ++i) {
        const Record &record = document.records()[i];
        if (record.kind != RecordKind::Account || isListed[i])
            continue;
        ComfortEntry entry;
        entry.id = record.account.id;
        entry.issuer = record.account.issuer;
        entry.name = record.account.name;
        entries << entry;
    }
}

} // namespace watchword::vault
