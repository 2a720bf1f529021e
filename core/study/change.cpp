#include "core/study/change.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace neuraxis::study {

namespace {

template <class Value> QString json(const QMap<QString, Value>& map) {
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it) object[it.key()] = it.value();
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// As ISO text; empty for a day that is not known.
QString text(const QDate& date) { return date.isValid() ? date.toString(Qt::ISODate) : QString(); }

QVariant orNull(const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); }

} // namespace

QString newUid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

QVariantMap fieldsOf(const Participant& p) {
    return {{QStringLiteral("name"), p.name},
            {QStringLiteral("study_group"), p.group},
            {QStringLiteral("sex"), p.sex},
            {QStringLiteral("genotype"), p.genotype},
            {QStringLiteral("onset_site"), p.onsetSite},
            {QStringLiteral("birth_year"), orNull(p.birthYear)},
            {QStringLiteral("onset_date"), text(p.onset)},
            {QStringLiteral("more"), json(p.more)}};
}

QVariantMap fieldsOf(const Visit& v) {
    return {{QStringLiteral("participant"), v.participant}, {QStringLiteral("label"), v.label},
            {QStringLiteral("visit_date"), text(v.date)},   {QStringLiteral("age_years"), orNull(v.ageYears)},
            {QStringLiteral("quality"), v.quality},         {QStringLiteral("scores"), json(v.scores)},
            {QStringLiteral("more"), json(v.more)}};
}

QVariantMap fieldsOf(const Item& i) {
    return {{QStringLiteral("visit"), i.visit},       {QStringLiteral("kind"), i.kind},
            {QStringLiteral("format"), i.format},     {QStringLiteral("name"), i.name},
            {QStringLiteral("root"), i.root},         {QStringLiteral("path"), i.path},
            {QStringLiteral("identity"), i.identity}, {QStringLiteral("more"), json(i.more)}};
}

QVariantMap fieldsOf(const StudyEvent& e) {
    return {{QStringLiteral("participant"), e.participant},
            {QStringLiteral("kind"), e.kind},
            {QStringLiteral("event_date"), text(e.date)}};
}

} // namespace neuraxis::study
