#include "core/study/change.h"

#include "core/study/record_fields.h"

#include <QCollator>
#include <QHash>
#include <QLocale>
#include <QUuid>
#include <algorithm>
#include <tuple>

namespace neuraxis::study {

namespace {

template <class Record> QVariantMap fieldsOfRecord(const Record& record) {
    QVariantMap map;
    for (const Field<Record>& field : fields<Record>()) map[field.column] = get(record, field);
    return map;
}

template <class Record> void putInto(std::vector<Record>& records, const Change& change) {
    auto it = std::find_if(records.begin(), records.end(), [&](const Record& r) { return r.uid == change.record; });
    if (change.gone) {
        if (it != records.end()) records.erase(it);
        return;
    }
    if (it == records.end()) {
        it = records.insert(records.end(), Record());
        it->uid = change.record;
    }
    for (const Field<Record>& field : fields<Record>())
        if (const auto found = change.fields.find(field.column); found != change.fields.end()) set(*it, field, *found);
}

/// Sorts by a key that is worked out once for each record.
template <class Record, class KeyOf> void sortBy(std::vector<Record>& records, KeyOf keyOf) {
    using Key = decltype(keyOf(records.front()));
    std::vector<std::pair<Key, std::size_t>> order;
    order.reserve(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) order.emplace_back(keyOf(records[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<Record> sorted;
    sorted.reserve(records.size());
    for (const auto& [key, index] : order) sorted.push_back(std::move(records[index]));
    records = std::move(sorted);
}

/// uid -> place in the order
template <class Record> QHash<QString, int> ranks(const std::vector<Record>& records) {
    QHash<QString, int> all;
    all.reserve(static_cast<qsizetype>(records.size()));
    for (const Record& record : records) all.insert(record.uid, static_cast<int>(all.size()));
    return all;
}

} // namespace

QString newUid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

Change changeBetween(const QString& table, const QString& record, const QVariantMap& before, const QVariantMap& after,
                     const QDateTime& at, const QString& who) {
    Change change{newUid(), at, who, table, record, false, {}};
    for (auto field = after.begin(); field != after.end(); ++field)
        if (before.value(field.key()) != field.value()) change.fields[field.key()] = field.value();
    return change;
}

QJsonObject jsonOf(const Change& change) {
    return {{QStringLiteral("uid"), change.uid},
            {QStringLiteral("at"), change.at.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("who"), change.who},
            {QStringLiteral("table"), change.table},
            {QStringLiteral("record"), change.record},
            {QStringLiteral("gone"), change.gone},
            {QStringLiteral("fields"), QJsonObject::fromVariantMap(change.fields)}};
}

Change changeOf(const QJsonObject& json) {
    return {json[QStringLiteral("uid")].toString(),
            QDateTime::fromString(json[QStringLiteral("at")].toString(), Qt::ISODateWithMs),
            json[QStringLiteral("who")].toString(),
            json[QStringLiteral("table")].toString(),
            json[QStringLiteral("record")].toString(),
            json[QStringLiteral("gone")].toBool(),
            fieldsOf(json[QStringLiteral("fields")].toObject())};
}

QVariantMap fieldsOf(const QJsonObject& json) {
    QVariantMap fields = json.toVariantMap();
    for (QVariant& value : fields)
        if (value.isNull()) value = QVariant(); // JSON's null is a value to QVariant
    return fields;
}

QVariantMap fieldsOf(const Participant& participant) { return fieldsOfRecord(participant); }
QVariantMap fieldsOf(const Visit& visit) { return fieldsOfRecord(visit); }
QVariantMap fieldsOf(const Item& item) { return fieldsOfRecord(item); }
QVariantMap fieldsOf(const StudyEvent& event) { return fieldsOfRecord(event); }

void put(Cohort& cohort, const Change& change) {
    if (change.table == QStringLiteral("participant")) putInto(cohort.participants, change);
    if (change.table == QStringLiteral("visit")) putInto(cohort.visits, change);
    if (change.table == QStringLiteral("item")) putInto(cohort.items, change);
    if (change.table == QStringLiteral("event")) putInto(cohort.events, change);
    if (change.table != QStringLiteral("study")) return;
    const QString value = change.fields.value(QStringLiteral("value")).toString();
    if (change.record == QStringLiteral("name")) cohort.name = value;
    if (change.record == QStringLiteral("simulated")) cohort.simulated = value == QStringLiteral("true");
}

void sort(Cohort& cohort) {
    QCollator byNumber{QLocale(QLocale::English)}; // "ALS2" before "ALS10"
    byNumber.setNumericMode(true);
    const auto dayOf = [](const QDate& date) {
        return date.isValid() ? date.toJulianDay() : 1LL << 40;
    }; // unknown last
    sortBy(cohort.participants, [&](const Participant& p) { return std::tuple(byNumber.sortKey(p.name), p.name); });
    const QHash<QString, int> people = ranks(cohort.participants);
    QHash<QString, QCollatorSortKey> labels; // there are few, and a key takes a microsecond
    const auto labelKey = [&](const QString& label) {
        auto it = labels.find(label);
        if (it == labels.end()) it = labels.insert(label, byNumber.sortKey(label));
        return *it;
    };
    sortBy(cohort.visits, [&](const Visit& v) {
        return std::tuple(people.value(v.participant), dayOf(v.date), labelKey(v.label), v.label);
    });
    const QHash<QString, int> visits = ranks(cohort.visits);
    sortBy(cohort.items, [&](const Item& i) { return std::tuple(visits.value(i.visit), i.kind, i.name, i.uid); });
    sortBy(cohort.events,
           [&](const StudyEvent& e) { return std::tuple(people.value(e.participant), dayOf(e.date), e.kind, e.uid); });
}

} // namespace neuraxis::study
