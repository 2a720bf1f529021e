#include "app/change_noise.h"

#include "app/control_visits.h"
#include "core/analysis/jacobian_map.h"
#include "core/analysis/median.h"
#include "core/study/remark_change.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChangeNoise)
};

const QString ofVolume = QStringLiteral("volume-noise"), ofBrightness = QStringLiteral("brightness-noise");

std::optional<double> middleOf(std::vector<double> values) {
    constexpr std::size_t fewest = 5;
    if (values.size() < fewest) return {};
    return medianOf(values);
}

study::Change remark(const QString& about, const QString& what, const QString& contrast, QJsonObject body,
                     const QString& who) {
    static const QUuid space(QStringLiteral("{0c9a2f8e-8f0b-4c1e-b6f5-1d0a9b7c3e42}"));
    body[QStringLiteral("image")] = contrast;
    return study::remarkChange(space, QStringList{about, what, contrast}.join(u' '), about, what, body, who);
}

} // namespace

bool isControl(const Cohort& cohort, const QString& participantUid) {
    return std::any_of(cohort.participants.begin(), cohort.participants.end(), [&](const Participant& participant) {
        return participant.uid == participantUid && isControl(participant);
    });
}

ChangeNoise noiseBetween(const AlignedVisit& first, const AlignedVisit& second) {
    ChangeNoise found;
    if (const DifferenceMap map = differenceMap(first, second); map.percent) found.brightness = map.ownNoise;
    if (const JacobianMap map = jacobianMap(first, second); map.logJacobian)
        found.volume = jacobianNoise({map.logJacobian});
    return found;
}

QString noiseInWords(const ChangeNoise& noise) {
    const auto number = [](double value) { return QString::number(value, 'g', 2); };
    QStringList words;
    if (noise.brightness)
        words << Texts::tr("brightness %1 % in even tissue and %2 mm at edges")
                     .arg(number(100 * noise.brightness->inTissue), number(noise.brightness->edgeMm));
    if (noise.volume) words << Texts::tr("volume %1 %").arg(number(100 * std::expm1(*noise.volume)));
    return words.isEmpty() ? Texts::tr("no map could be made") : words.join(QStringLiteral(", "));
}

QHash<QString, ChangeNoise> changeNoiseOf(const std::vector<study::Remark>& remarks, const Cohort& cohort) {
    QSet<QString> controls;
    for (const Participant& participant : cohort.participants)
        if (isControl(participant)) controls.insert(participant.uid);
    QHash<QString, QString> controlOf; // by visit, of those that count
    for (const Visit& visit : cohort.visits)
        if (isComparable(visit) && controls.contains(visit.participant)) controlOf[visit.uid] = visit.participant;
    // By contrast and control, one value each: the last
    QHash<QString, QHash<QString, QJsonObject>> volumes, brightnesses;
    for (const study::Remark& one : remarks) {
        if ((one.kind != ofVolume && one.kind != ofBrightness) || !controlOf.contains(one.about)) continue;
        const QJsonObject body = QJsonDocument::fromJson(one.body).object();
        auto& all = one.kind == ofVolume ? volumes : brightnesses;
        all[body[QStringLiteral("image")].toString()][controlOf[one.about]] = body;
    }
    const auto middle = [](const QHash<QString, QJsonObject>& ofControls, const char* number, double least) {
        std::vector<double> values;
        for (const QJsonObject& body : ofControls)
            if (const double value = body[QLatin1String(number)].toDouble(-1); std::isfinite(value) && value > least)
                values.push_back(value);
        return middleOf(std::move(values));
    };
    QHash<QString, ChangeNoise> noise;
    for (auto of = volumes.cbegin(); of != volumes.cend(); ++of) noise[of.key()].volume = middle(*of, "log", 0);
    for (auto of = brightnesses.cbegin(); of != brightnesses.cend(); ++of) {
        const auto tissue = middle(*of, "tissue", 0), edge = middle(*of, "edgeMm", -0.5);
        if (tissue && edge) noise[of.key()].brightness = DifferenceNoise{*tissue, *edge};
    }
    return noise;
}

QSet<QString> visitsWithNoise(const std::vector<study::Remark>& remarks, const QString& contrast) {
    QSet<QString> volumes, brightnesses;
    for (const study::Remark& one : remarks) {
        if (one.kind != ofVolume && one.kind != ofBrightness) continue;
        if (QJsonDocument::fromJson(one.body).object()[QStringLiteral("image")].toString() == contrast)
            (one.kind == ofVolume ? volumes : brightnesses).insert(one.about);
    }
    return volumes & brightnesses;
}

std::vector<study::Change> changeNoiseChanges(const QString& visitUid, const QString& contrast,
                                              const ChangeNoise& found, const QString& who) {
    std::vector<study::Change> changes;
    if (found.volume)
        changes.push_back(remark(visitUid, ofVolume, contrast, {{QStringLiteral("log"), *found.volume}}, who));
    if (found.brightness)
        changes.push_back(remark(visitUid, ofBrightness, contrast,
                                 {{QStringLiteral("tissue"), found.brightness->inTissue},
                                  {QStringLiteral("edgeMm"), found.brightness->edgeMm}},
                                 who));
    return changes;
}

} // namespace neuraxis
