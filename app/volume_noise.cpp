#include "app/volume_noise.h"

#include "app/control_visits.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {
const QString remarkKind = QStringLiteral("volume-noise");
}

bool isControl(const Cohort& cohort, const QString& participantUid) {
    return std::any_of(cohort.participants.begin(), cohort.participants.end(), [&](const Participant& participant) {
        return participant.uid == participantUid && isControl(participant);
    });
}

std::optional<double> volumeNoiseOf(const std::vector<study::Remark>& remarks, const Cohort& cohort) {
    constexpr std::size_t fewest = 5;
    QHash<QString, QString> personOf; // by visit, of those that count
    for (const Visit& visit : cohort.visits)
        if (isComparable(visit)) personOf[visit.uid] = visit.participant;
    QHash<QString, double> ofControl; // one value each: the last
    for (const study::Remark& remark : remarks) {
        if (remark.kind != remarkKind || !personOf.contains(remark.about)) continue;
        const double noise = QJsonDocument::fromJson(remark.body).object()[QStringLiteral("log")].toDouble();
        if (noise > 0 && std::isfinite(noise)) ofControl[personOf[remark.about]] = noise;
    }
    std::vector<double> values;
    for (const Participant& participant : cohort.participants)
        if (isControl(participant) && ofControl.contains(participant.uid)) values.push_back(ofControl[participant.uid]);
    if (values.size() < fewest) return {};
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

study::Change volumeNoiseChange(const QString& visitUid, double noise, const QString& who) {
    static const QUuid space(QStringLiteral("{0c9a2f8e-8f0b-4c1e-b6f5-1d0a9b7c3e42}"));
    const QByteArray body = QJsonDocument({{QStringLiteral("log"), noise}}).toJson(QJsonDocument::Compact);
    return {study::newUid(),
            QDateTime::currentDateTimeUtc(),
            who,
            QStringLiteral("transform"),
            QUuid::createUuidV5(space, visitUid).toString(QUuid::WithoutBraces),
            false,
            {{QStringLiteral("about"), visitUid},
             {QStringLiteral("kind"), remarkKind},
             {QStringLiteral("body"), QString::fromUtf8(body)}}};
}

} // namespace neuraxis
