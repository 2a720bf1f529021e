#include "app/roi_study.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>
#include <cmath>

namespace neuraxis {

namespace {

const QString remarkKind = QStringLiteral("rois");

/// What is followed, the same in everybody.
QString keyOf(const QString& title, const QString& measure, const QString& unit) {
    static const QRegularExpression whose(QStringLiteral("^(sub|ses)-[A-Za-z0-9]+_"));
    QString name = title;
    while (name.contains(whose)) name.remove(whose);
    return QStringList{name, measure, unit}.join(u'\t');
}
QString keyOf(const RoisOverTime& rois) { return keyOf(rois.title, roiMeasureName(rois.measure), rois.unit); }

} // namespace

RoiStudy::RoiStudy(std::shared_ptr<const Cohort> given, const std::vector<study::Remark>& remarks)
    : cohort(std::move(given)) {
    for (const Participant& one : cohort->participants) participants[one.uid] = &one;
    for (const study::Remark& one : remarks) {
        if (one.kind != remarkKind) continue;
        const QJsonObject body = QJsonDocument::fromJson(one.body).object();
        auto& values = kept[body[QStringLiteral("what")].toString()][one.about];
        const QJsonObject told = body[QStringLiteral("values")].toObject();
        for (auto value = told.begin(); value != told.end(); ++value) values[value.key()] = value->toDouble();
    }
}

std::vector<OtherValue> RoiStudy::others(const RoisOverTime& rois, const QString& name,
                                         const QString& participantUid) const {
    std::vector<OtherValue> others;
    const auto ofAll = kept.constFind(keyOf(rois));
    if (ofAll == kept.constEnd()) return others;
    for (const Visit& visit : cohort->visits) {
        const auto values = ofAll->constFind(visit.uid);
        if (values == ofAll->constEnd() || visit.participant == participantUid) continue;
        const Participant* participant = participants.value(visit.participant);
        if (const auto value = values->constFind(name); participant && value != values->constEnd())
            others.push_back({participant, &visit, *value});
    }
    return others;
}

std::vector<study::Change> roiChanges(const RoisOverTime& rois, const QString& who) {
    static const QUuid space(QStringLiteral("{5f3a1c52-6d0e-4a43-9b1a-2f7c83d9e610}"));
    const QString key = keyOf(rois);
    std::vector<study::Change> changes;
    for (std::size_t i = 0; i < rois.visits.size(); ++i) {
        QJsonObject values;
        for (std::size_t r = 0; r < rois.rois.size(); ++r)
            if (const double value = rois.values[r][i]; std::isfinite(value))
                values[rois.names[static_cast<qsizetype>(r)]] = value;
        if (values.isEmpty()) continue;
        const QString& about = rois.visits[i].uid;
        const QJsonObject body{{QStringLiteral("what"), key}, {QStringLiteral("values"), values}};
        changes.push_back(
            {study::newUid(),
             QDateTime::currentDateTimeUtc(),
             who,
             QStringLiteral("transform"),
             QUuid::createUuidV5(space, QStringList{about, key}.join(u'\n')).toString(QUuid::WithoutBraces),
             false,
             {{QStringLiteral("about"), about},
              {QStringLiteral("kind"), remarkKind},
              {QStringLiteral("body"), QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))}}});
    }
    return changes;
}

} // namespace neuraxis
