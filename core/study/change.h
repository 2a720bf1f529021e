#pragma once

#include "core/model/cohort.h"

#include <QDateTime>
#include <QJsonObject>
#include <QVariantMap>

namespace neuraxis::study {

/// One change of one record, as it stands in the log: who put what where, and when. All that a study knows is what its
/// changes add up to, in their order; a journal of changes can be applied later, and once only.
struct Change {
    QString uid; ///< Of the change itself
    QDateTime at;
    QString who;        ///< The account's name on this machine, or what the user calls themselves
    QString table;      ///< "participant", "visit", "item", "event", "transform", "annotation", "rating", "study"
    QString record;     ///< uid of the record
    bool gone = false;  ///< The record is taken out
    QVariantMap fields; ///< Columns that are set, by name; others stay as they are
    bool operator==(const Change&) const = default;
};

/// A new identifier for a record or a change.
QString newUid();

/// The change of a record's fields from what they were to what they are; without fields where these are the same.
Change changeBetween(const QString& table, const QString& record, const QVariantMap& before, const QVariantMap& after,
                     const QDateTime& at, const QString& who);

/// As a line of a journal holds it, and back; a change without a uid where the object is none.
QJsonObject jsonOf(const Change& change);
Change changeOf(const QJsonObject& json);

/// The fields in JSON, as they were before.
QVariantMap fieldsOf(const QJsonObject& json);

// Records as the fields of a change; put() does the reverse. Maps are JSON text in the database.
QVariantMap fieldsOf(const Participant& participant);
QVariantMap fieldsOf(const Visit& visit);
QVariantMap fieldsOf(const Item& item);
QVariantMap fieldsOf(const StudyEvent& event);
/// Does to a cohort what the change does to the study: a record that is new, differs or is gone. Changes of other
/// records than the cohort's are left out.
void put(Cohort& cohort, const Change& change);
/// Into the order that a cohort is told in.
void sort(Cohort& cohort);

} // namespace neuraxis::study
