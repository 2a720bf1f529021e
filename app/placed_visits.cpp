#include "app/placed_visits.h"

#include "core/analysis/brain_mask.h"
#include "core/analysis/intensity_match.h"
#include "core/analysis/visit_alignment.h"
#include "core/model/comparable_series.h"
#include "core/study/remark_change.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cstring>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PlacedVisits)
};

constexpr const char* alignmentNames[] = {"waiting", "good", "doubtful", "failed", "by-hand"};
const QString remarkKind = QStringLiteral("alignment");

Alignment alignmentOf(AlignmentVerdict verdict) {
    return verdict == AlignmentVerdict::Good       ? Alignment::Good
           : verdict == AlignmentVerdict::Doubtful ? Alignment::Doubtful
                                                   : Alignment::Failed;
}

/// Of a head in another scan: no mirror image, no scale that nobody's head has.
bool isPlausible(const WorldTransform& transform) {
    const Affine a(transform.rows());
    const auto scale = a.spacingMm();
    return a.isValid() && a.determinant() > 0 &&
           std::all_of(scale.begin(), scale.end(), [](double each) { return each > 0.5 && each < 2; });
}

double plausibleGain(double gain) { return gain > 1e-3 && gain < 1e3 ? gain : 0; }

QJsonObject bodyOf(const QString& key, const QStringList& set, const Placement& place) {
    QJsonArray matrix;
    for (const auto& row : place.visitOfShared.rows())
        for (const double value : row) matrix.append(value);
    QJsonObject body{{QStringLiteral("image"), key},
                     {QStringLiteral("among"), QJsonArray::fromStringList(set)},
                     {QStringLiteral("visitOfSharedLpsMm"), matrix},
                     {QStringLiteral("verdict"), alignmentName(place.alignment)},
                     {QStringLiteral("reason"), place.reason},
                     {QStringLiteral("residualMm"), place.residualMm},
                     {QStringLiteral("method"), place.method}};
    if (place.gain > 0) body[QStringLiteral("gain")] = place.gain;
    return body;
}

/// Whether two images are one scan, filed twice.
bool isSameScan(const Volume& one, const Volume& other) {
    const VolumeHeader &a = one.header(), &b = other.header();
    return a.size == b.size && a.volumes == b.volumes && a.type == b.type && a.slope == b.slope &&
           a.intercept == b.intercept && a.voxelToLps == b.voxelToLps &&
           std::memcmp(one.voxels(), other.voxels(), a.bytes()) == 0;
}

} // namespace

AlignedVisit alignedVisit(const std::shared_ptr<const Volume>& image, const Placement& place) {
    return {image, place.visitOfShared, brainMask(*image)};
}

void placeByMiddle(std::vector<Placement>& places, const std::vector<const VolumeHeader*>& headers) {
    std::size_t lead = 0;
    for (std::size_t i = places.size(); i-- > 0;)
        if (places[i].isAligned()) lead = i;
    if (places.empty()) return;
    const WorldTransform ofLead = places[lead].isAligned() ? places[lead].visitOfShared : WorldTransform();
    const WorldPoint middle = ofLead.inverse()(headers[lead]->centreLps());
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!places[i].isAligned())
            places[i].visitOfShared = WorldTransform::rigid({}, headers[i]->centreLps() - middle);
}

QString alignmentName(Alignment alignment) { return QLatin1String(alignmentNames[static_cast<int>(alignment)]); }

QString imageKey(const VolumeHeader& header) {
    // A file's name may be somebody's
    const QString words =
        QStringLiteral("%1|%2|%3|%4x%5x%6")
            .arg(header.series.uid, header.series.uid.isEmpty() ? header.name : QString(), header.component)
            .arg(header.size[0])
            .arg(header.size[1])
            .arg(header.size[2]);
    return QString::fromLatin1(QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

study::Change placeChange(const QString& visitUid, const QString& key, const QStringList& set, const Placement& place,
                          const QString& who) {
    static const QUuid space(QStringLiteral("{7a1f6d0e-53b2-4c4e-9d0a-6f0a0c1f5e21}"));
    return study::remarkChange(space, visitUid + u'/' + key + u'/' + set.join(u','), visitUid, remarkKind,
                               bodyOf(key, set, place), who);
}

std::optional<Placement> placeFrom(const std::vector<study::Remark>& remarks, const QString& visitUid,
                                   const QString& key, const QStringList& set) {
    for (const study::Remark& remark : remarks) {
        if (remark.kind != remarkKind || remark.about != visitUid) continue;
        const QJsonObject body = QJsonDocument::fromJson(remark.body).object();
        const QJsonArray matrix = body[QStringLiteral("visitOfSharedLpsMm")].toArray();
        if (body[QStringLiteral("image")].toString() != key || matrix.size() != 16 ||
            body[QStringLiteral("among")].toArray() != QJsonArray::fromStringList(set))
            continue;
        WorldTransform::Rows rows{};
        for (int i = 0; i < 16; ++i)
            rows[static_cast<std::size_t>(i / 4)][static_cast<std::size_t>(i % 4)] = matrix[i].toDouble();
        if (!isPlausible(WorldTransform(rows))) continue;
        const QString verdict = body[QStringLiteral("verdict")].toString();
        const auto name = std::find_if(std::begin(alignmentNames), std::end(alignmentNames),
                                       [&](const char* one) { return verdict == QLatin1String(one); });
        if (name == std::end(alignmentNames)) continue;
        return Placement{WorldTransform(rows),
                         static_cast<Alignment>(name - std::begin(alignmentNames)),
                         body[QStringLiteral("reason")].toString(),
                         body[QStringLiteral("residualMm")].toDouble(),
                         body[QStringLiteral("method")].toString(),
                         plausibleGain(body[QStringLiteral("gain")].toDouble())};
    }
    return {};
}

std::vector<Placement> placeVisits(const VisitImageSet& images, AlignmentKind kind,
                                   const std::function<bool(double)>& goOn) {
    constexpr double alignShare = 0.7; // of the time
    const auto part = [&](double from, double to) {
        return [&goOn, from, to](double share) { return !goOn || goOn(from + (to - from) * share); };
    };
    const auto aligned = alignVisits(images, kind, part(0, alignShare));
    if (!aligned) return {};
    std::vector<Placement> places;
    for (std::size_t i = 0; i < images.size(); ++i)
        places.push_back({aligned->visitOfMidway[i], alignmentOf(aligned->visits[i].verdict), aligned->visits[i].reason,
                          aligned->visits[i].residualMm, alignmentMethod(kind), 0});
    // Three visits and more may agree with each other and fit none too well
    for (std::size_t i = 0; i < images.size(); ++i) {
        double sum = 0;
        int count = 0;
        for (const VisitsAlignment::Pair& pair : aligned->pairs)
            if ((pair.first == i || pair.second == i) && pair.alignment.verdict != AlignmentVerdict::Failed) {
                sum += pair.alignment.residualMm;
                ++count;
            }
        if (count > 0) places[i].residualMm = std::max(places[i].residualMm, sum / count);
    }
    for (std::size_t i = 1; i < images.size(); ++i)
        if (places[i].isAligned() &&
            std::any_of(images.begin(), images.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const auto& earlier) { return isSameScan(*earlier, *images[i]); })) {
            places[i].alignment = Alignment::Doubtful;
            places[i].reason =
                Texts::tr("This image is that of an earlier visit, voxel by voxel: one scan was filed twice.");
        }
    std::optional<AlignedVisit> first; // whose brightness the others are compared with
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (goOn && !goOn(alignShare + (1 - alignShare) * static_cast<double>(i) / static_cast<double>(images.size())))
            return {};
        if (!places[i].isAligned()) continue;
        AlignedVisit here = alignedVisit(images[i], places[i]);
        if (!first) {
            places[i].gain = 1;
            first = std::move(here);
            continue;
        }
        const VolumeHeader &one = first->image->header(), &two = images[i]->header();
        if (isQuantitative(one) || isQuantitative(two)) { // their values are what is compared
            if (isQuantitative(one) && isQuantitative(two) && one.unit == two.unit) places[i].gain = 1;
            continue;
        }
        if (const IntensityMatch match = matchIntensity(*first, here); match.isMatched()) places[i].gain = match.gain;
    }
    return places;
}

} // namespace neuraxis
