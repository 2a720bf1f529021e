#pragma once

#include "core/model/cohort.h"

#include <QVariant>
#include <variant>

/// The columns of a cohort's records: one table for each, from which they are read and by which changes are made.
namespace neuraxis::study {

template <class Record> struct Field {
    QString column;
    std::variant<QString Record::*, QDate Record::*, std::optional<double> Record::*, QMap<QString, QString> Record::*,
                 QMap<QString, double> Record::*>
        member;
};

/// All but the uid, in the order of the structure.
template <class Record> const std::vector<Field<Record>>& fields();
template <> const std::vector<Field<Participant>>& fields();
template <> const std::vector<Field<Visit>>& fields();
template <> const std::vector<Field<Item>>& fields();
template <> const std::vector<Field<StudyEvent>>& fields();

// A value from the database into the member of a record, and back.
void take(QString& member, const QVariant& value);
void take(QDate& member, const QVariant& value);
void take(std::optional<double>& member, const QVariant& value);
void take(QMap<QString, QString>& member, const QVariant& value);
void take(QMap<QString, double>& member, const QVariant& value);
QVariant give(const QString& member);
QVariant give(const QDate& member);
QVariant give(const std::optional<double>& member);
QVariant give(const QMap<QString, QString>& member);
QVariant give(const QMap<QString, double>& member);

template <class Record> void set(Record& record, const Field<Record>& field, const QVariant& value) {
    std::visit([&](auto member) { take(record.*member, value); }, field.member);
}
template <class Record> QVariant get(const Record& record, const Field<Record>& field) {
    return std::visit([&](auto member) { return give(record.*member); }, field.member);
}

} // namespace neuraxis::study
