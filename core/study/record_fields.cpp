#include "core/study/record_fields.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace neuraxis::study {

namespace {

template <class Value> QString json(const QMap<QString, Value>& map) {
    if (map.isEmpty()) return QStringLiteral("{}");
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it) object[it.key()] = it.value();
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QVariant& value) {
    const QString text = value.toString();
    if (text.size() <= 2) return {}; // "{}", the most frequent, need not be parsed
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

template <> const std::vector<Field<Participant>>& fields() {
    static const std::vector<Field<Participant>> all = {
        {QStringLiteral("name"), &Participant::name},
        {QStringLiteral("study_group"), &Participant::group},
        {QStringLiteral("sex"), &Participant::sex},
        {QStringLiteral("genotype"), &Participant::genotype},
        {QStringLiteral("onset_site"), &Participant::onsetSite},
        {QStringLiteral("birth_year"), &Participant::birthYear},
        {QStringLiteral("onset_date"), &Participant::onset},
        {QStringLiteral("more"), &Participant::more},
    };
    return all;
}

template <> const std::vector<Field<Visit>>& fields() {
    static const std::vector<Field<Visit>> all = {
        {QStringLiteral("participant"), &Visit::participant},
        {QStringLiteral("label"), &Visit::label},
        {QStringLiteral("visit_date"), &Visit::date},
        {QStringLiteral("age_years"), &Visit::ageYears},
        {QStringLiteral("quality"), &Visit::quality},
        {QStringLiteral("scores"), &Visit::scores},
        {QStringLiteral("more"), &Visit::more},
    };
    return all;
}

template <> const std::vector<Field<Item>>& fields() {
    static const std::vector<Field<Item>> all = {
        {QStringLiteral("visit"), &Item::visit},       {QStringLiteral("kind"), &Item::kind},
        {QStringLiteral("format"), &Item::format},     {QStringLiteral("name"), &Item::name},
        {QStringLiteral("root"), &Item::root},         {QStringLiteral("path"), &Item::path},
        {QStringLiteral("identity"), &Item::identity}, {QStringLiteral("more"), &Item::more},
    };
    return all;
}

template <> const std::vector<Field<StudyEvent>>& fields() {
    static const std::vector<Field<StudyEvent>> all = {
        {QStringLiteral("participant"), &StudyEvent::participant},
        {QStringLiteral("kind"), &StudyEvent::kind},
        {QStringLiteral("event_date"), &StudyEvent::date},
    };
    return all;
}

void take(QString& member, const QVariant& value) { member = value.toString(); }
void take(QDate& member, const QVariant& value) { member = QDate::fromString(value.toString(), Qt::ISODate); }
void take(std::optional<double>& member, const QVariant& value) {
    member = value.isNull() ? std::nullopt : std::optional(value.toDouble());
}
void take(QMap<QString, QString>& member, const QVariant& value) {
    member.clear();
    const QJsonObject from = object(value);
    for (auto it = from.begin(); it != from.end(); ++it) member[it.key()] = it.value().toString();
}
void take(QMap<QString, double>& member, const QVariant& value) {
    member.clear();
    const QJsonObject from = object(value);
    for (auto it = from.begin(); it != from.end(); ++it) member[it.key()] = it.value().toDouble();
}

QVariant give(const QString& member) { return member; }
QVariant give(const QDate& member) { return member.toString(Qt::ISODate); } // "" for none
QVariant give(const std::optional<double>& member) { return member ? QVariant(*member) : QVariant(); }
QVariant give(const QMap<QString, QString>& member) { return json(member); }
QVariant give(const QMap<QString, double>& member) { return json(member); }

} // namespace neuraxis::study
