#include "app/roi_study.h"

#include "core/study/remark_change.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <cmath>

namespace neuraxis {

namespace {

const QString kindStart = QStringLiteral("rois-");

/// The kind of remark of what is followed, the same in everybody.
QString kindOf(const RoisOverTime& rois) {
    static const QRegularExpression whose(QStringLiteral("^((sub|ses)-[A-Za-z0-9]+_)+"));
    QString name = rois.title;
    name.remove(whose);
    const QString words =
        QStringList{name.toLower(), rois.contrast, roiMeasureName(rois.measure), rois.unit}.join(u'\n');
    return kindStart +
           QString::fromLatin1(QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

QJsonObject valuesIn(const QByteArray& body) { return QJsonDocument::fromJson(body).object(); }

/// At one visit, by the ROIs' numbers.
QJsonObject valuesAt(const RoisOverTime& rois, std::size_t visit) {
    QJsonObject values;
    for (std::size_t r = 0; r < rois.rois.size(); ++r)
        if (const double value = rois.values[r][visit]; std::isfinite(value))
            values[QString::number(rois.rois[r].id)] = value;
    return values;
}

/// Whether what is kept is what was found, but for rounding.
bool isKept(const QJsonObject& values, const QJsonObject& before) {
    bool isSame = values.size() == before.size();
    for (auto value = values.begin(); isSame && value != values.end(); ++value)
        isSame =
            std::abs(before[value.key()].toDouble(HUGE_VAL) - value->toDouble()) <= 1e-6 * std::abs(value->toDouble());
    return isSame;
}

} // namespace

RoiStudy::RoiStudy(std::shared_ptr<const Cohort> given, const std::vector<study::Remark>& remarks)
    : cohort(std::move(given)) {
    for (const study::Remark& one : remarks)
        if (one.kind.startsWith(kindStart)) kept[one.kind][one.about] = one.body;
}

std::vector<std::vector<OtherValue>> RoiStudy::others(const RoisOverTime& rois) const {
    std::vector<std::vector<OtherValue>> others(rois.rois.size());
    const auto ofAll = kept.constFind(kindOf(rois));
    if (ofAll == kept.constEnd()) return others;
    QHash<QString, const Participant*> participants;
    for (const Participant& one : cohort->participants) participants[one.uid] = &one;
    for (const Visit& visit : cohort->visits) {
        const auto body = ofAll->constFind(visit.uid);
        const Participant* participant = participants.value(visit.participant);
        if (body == ofAll->constEnd() || !participant || visit.participant == rois.participantUid) continue;
        const QJsonObject values = valuesIn(*body);
        for (std::size_t r = 0; r < others.size(); ++r)
            if (const QJsonValue value = values[QString::number(rois.rois[r].id)]; value.isDouble())
                others[r].push_back({participant, &visit, value.toDouble()});
    }
    return others;
}

std::vector<study::Change> RoiStudy::changes(const RoisOverTime& rois, const QString& who) const {
    static const QUuid space(QStringLiteral("{5f3a1c52-6d0e-4a43-9b1a-2f7c83d9e610}"));
    const QString kind = kindOf(rois);
    const auto before = kept.value(kind);
    std::vector<study::Change> changes;
    for (std::size_t i = 0; i < rois.visits.size(); ++i) {
        const QString& about = rois.visits[i].uid;
        const QJsonObject values = valuesAt(rois, i);
        if (isKept(values, valuesIn(before.value(about)))) continue; // what can no longer be told is taken back
        changes.push_back(study::remarkChange(space, about + u'\n' + kind, about, kind, values, who));
    }
    return changes;
}

} // namespace neuraxis
