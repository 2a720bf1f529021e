#include "app/roi_trajectories.h"

#include "app/placed_visits.h"
#include "app/roi_study.h"
#include "app/text_table.h"
#include "core/analysis/intensity_match.h"
#include "core/analysis/jacobian_map.h"
#include "core/model/comparable_series.h"
#include "core/model/label_maps.h"
#include "core/model/words.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoiTrajectories)
};

using LeftOut = Trajectory::LeftOut;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

class Cancelled {};

/// A visit's mask may have one name for all of it: then its file's is clearer.
QStringList namesOf(const std::vector<Roi>& rois, const RoiImage& image) {
    QStringList names;
    QSet<QString> taken;
    for (const Roi& roi : rois) {
        const Label* label = image.table ? image.table->find(roi.id) : nullptr;
        QString name = label && !label->name.isEmpty() ? label->name
                       : rois.size() == 1              ? image.title
                                                       : Texts::tr("label %1").arg(roi.id);
        if (taken.contains(name)) name += QStringLiteral(" (%1)").arg(roi.id);
        taken.insert(name);
        names << name;
    }
    return names;
}

const Visit* visitIn(const Cohort* cohort, const QString& uid) {
    if (!cohort) return nullptr;
    const auto here =
        std::find_if(cohort->visits.begin(), cohort->visits.end(), [&](const Visit& one) { return one.uid == uid; });
    return here == cohort->visits.end() ? nullptr : &*here;
}

const Participant* participantOf(const Cohort* cohort, const Visit* visit) {
    if (!cohort || !visit) return nullptr;
    const auto here = std::find_if(cohort->participants.begin(), cohort->participants.end(),
                                   [&](const Participant& one) { return one.uid == visit->participant; });
    return here == cohort->participants.end() ? nullptr : &*here;
}

/// What a value of one visit is multiplied by to be on the other's scale; nothing where that is not known.
std::optional<double> gainTo(const ComparedVisit& from, const ComparedVisit& to) {
    const VolumeHeader &a = from.volume->header(), &b = to.volume->header();
    if (isQuantitative(a) || isQuantitative(b))
        return isQuantitative(a) && isQuantitative(b) && a.unit == b.unit ? std::optional(1.0) : std::nullopt;
    if (&from == &to) return 1;
    if (from.place.gain > 0 && to.place.gain > 0) return from.place.gain / to.place.gain;
    return {};
}

using GoOn = std::function<bool(double)>;

/// The same of a visit that was put by hand, whose brightness nobody has compared yet. Takes a second.
std::optional<double> gainByMatch(const ComparedVisit& from, const ComparedVisit& to) {
    if (isQuantitative(from.volume->header()) || isQuantitative(to.volume->header())) return {};
    const IntensityMatch match =
        matchIntensity(alignedVisit(to.volume, to.place), alignedVisit(from.volume, from.place));
    return match.isMatched() ? std::optional(match.gain) : std::nullopt;
}

std::vector<double> brightnessAt(const ComparedVisit& visit, double gain, const ComparedVisit& drawn,
                                 const Volume& labels, const std::vector<Roi>& rois, const RoiGoOn& goOn) {
    const NativeImage image(*visit.volume);
    // Places of the visit that the ROIs are of to voxels of this one, as "places" in them
    const WorldTransform toVoxel =
        WorldTransform(image.voxelToLps().inverse()) *
        (&visit == &drawn ? WorldTransform() : visit.place.visitOfShared * drawn.place.visitOfShared.inverse());
    return roiMeans(
        labels, rois,
        [&](const WorldPoint& p) {
            const WorldPoint v = toVoxel(p);
            return gain * image.cubic({v.x, v.y, v.z});
        },
        goOn);
}

/// The ROIs' volumes at another visit, mm³.
std::vector<double> volumesAt(const AlignedVisit& drawn, const AlignedVisit& other, const Volume& labels,
                              const std::vector<Roi>& rois, QString& refused, const GoOn& goOn) {
    JacobianOptions options;
    options.onFirst = true;
    const JacobianMap map = jacobianMap(drawn, other, options, goOn);
    if (!map.onFirst) {
        if (map.refused.isEmpty()) throw Cancelled();
        refused = map.refused;
        return std::vector<double>(rois.size(), none);
    }
    const WorldTransform toVoxel =
        WorldTransform(map.onFirst->header().voxelToLps.inverse()) * drawn.fromMidway.inverse();
    std::vector<double> volumes = roiMeans(
        labels, rois,
        [&](const WorldPoint& p) {
            const WorldPoint v = toVoxel(p);
            return map.onFirst->value({v.x, v.y, v.z}); // smooth: the nearest is as good
        },
        [&] { return goOn(1); });
    for (std::size_t r = 0; r < rois.size(); ++r) volumes[r] = rois[r].mm3 * (1 + volumes[r] / 100);
    return volumes;
}

/// Which ROIs have no value where others have.
void noteMissing(RoisOverTime& made, const ComparedVisit& visit, const std::vector<double>& values) {
    QStringList missing;
    for (std::size_t r = 0; r < values.size(); ++r)
        if (!std::isfinite(values[r])) missing << made.names[static_cast<qsizetype>(r)];
    constexpr qsizetype mostNamed = 5;
    if (missing.isEmpty()) return;
    const qsizetype count = missing.size();
    missing = missing.mid(0, mostNamed);
    if (count > mostNamed) missing << QStringLiteral("…");
    made.notes << (made.measure == RoiMeasure::Volume
                       ? Texts::tr("Not within the brain at %1, or not for nine tenths: %2.")
                       : Texts::tr("Not within the image of %1, or not for nine tenths: %2."))
                      .arg(visit.name, missing.join(QStringLiteral(", ")));
}

void measure(RoisOverTime& made, const RoiWish& wish, const ComparedVisit& drawn, const GoOn& step) {
    const std::size_t count = wish.visits.size();
    made.values.assign(made.rois.size(), std::vector<double>(count, none));
    std::optional<AlignedVisit> from;
    for (std::size_t i = 0; i < count; ++i) {
        const double done = static_cast<double>(i) / static_cast<double>(count);
        const auto part = [&](double share) { return step(done + share / static_cast<double>(count)); };
        if (!part(0)) throw Cancelled();
        const ComparedVisit& visit = wish.visits[i];
        const bool isDrawn = &visit == &drawn;
        if (!isDrawn && !visit.place.isAligned()) continue;
        std::vector<double> values;
        QString refused;
        if (wish.measure == RoiMeasure::Brightness) {
            auto gain = gainTo(visit, drawn);
            if (!gain) gain = gainByMatch(visit, drawn);
            if (gain)
                values = brightnessAt(visit, *gain, drawn, *wish.rois.labels, made.rois, [&] { return part(0); });
            else
                refused = Texts::tr("its brightness could not be matched.");
        } else if (isDrawn) {
            for (const Roi& roi : made.rois) values.push_back(roi.mm3);
        } else {
            if (!from) from = alignedVisit(drawn.volume, drawn.place);
            values =
                volumesAt(*from, alignedVisit(visit.volume, visit.place), *wish.rois.labels, made.rois, refused, part);
        }
        if (!part(1)) throw Cancelled();
        if (!refused.isEmpty()) {
            made.notes << visit.name + QStringLiteral(": ") + refused;
            continue;
        }
        noteMissing(made, visit, values);
        for (std::size_t r = 0; r < made.rois.size(); ++r) made.values[r][i] = values[r];
    }
}

/// The visits, those marked that are in no rate.
std::vector<TimedVisit> visitsOf(const RoisOverTime& rois, bool withFailed) {
    std::vector<TimedVisit> visits = rois.visits;
    for (TimedVisit& one : visits) {
        if (one.leftOut != LeftOut::No) continue;
        if (!withFailed && one.quality == u"failed")
            one.leftOut = LeftOut::Failed;
        else if (!std::isfinite(one.years))
            one.leftOut = LeftOut::NoDate;
    }
    return visits;
}

/// So that the largest value has three digits that count.
int decimalsOf(const RoisOverTime& rois) {
    double most = 0;
    for (const auto& values : rois.values)
        for (const double value : values)
            if (std::isfinite(value)) most = std::max(most, std::abs(value));
    return most > 0 ? std::clamp(2 - static_cast<int>(std::floor(std::log10(most))), 0, 6) : 0;
}

/// By ROI of everybody else; nobody where their values mean something else.
std::vector<std::vector<OtherValue>> othersOf(const RoisOverTime& rois, const RoiStudy* study) {
    return study && !rois.isOfBrightness ? study->others(rois) : std::vector<std::vector<OtherValue>>(rois.rois.size());
}

QString measureInWords(RoiMeasure measure) {
    return measure == RoiMeasure::Volume ? Texts::tr("Volume") : Texts::tr("Brightness");
}

} // namespace

QString whyNoRois(const Volume& labels) {
    const QString& name = labels.header().name;
    const auto numbers = numbersIn(labels);
    if (!numbers)
        return Texts::tr("%1 is no mask or label image: its values are not whole numbers, or too many.").arg(name);
    if (std::all_of(numbers->begin(), numbers->end(), [](int id) { return id == 0; }))
        return Texts::tr("There is no region of interest in %1: all values of its first volume are 0.").arg(name);
    if (!couldBeLabels(labels))
        return Texts::tr("%1 is no mask or label image: its values form no areas; it looks like a scan.").arg(name);
    return {};
}

void nameRois(RoisOverTime& rois, const RoiImage& image) { rois.names = namesOf(rois.rois, image); }

void tellVisits(RoisOverTime& rois, const std::vector<ComparedVisit>& visits, const Cohort* cohort) {
    rois.visits.clear();
    rois.participant.clear();
    rois.participantUid.clear();
    rois.sex.clear();
    for (const ComparedVisit& visit : visits) {
        TimedVisit made{visit.uid, visit.label, {}, visit.quality, none, none, LeftOut::No};
        const Visit* known = visitIn(cohort, visit.uid);
        if (const Participant* participant = participantOf(cohort, known)) {
            rois.participant = participant->name;
            rois.participantUid = participant->uid;
            rois.sex = participant->sex;
            made = timedVisit(*participant, *known);
        }
        if (!visit.place.isAligned()) made.leftOut = LeftOut::NotAligned;
        rois.visits.push_back(std::move(made));
    }
    tellTimes(rois.visits);
}

RoisOverTime roisOverTime(const RoiWish& wish, const Cohort* cohort, const GoOn& goOn) try {
    const auto step = [&](double share) { return !goOn || goOn(share); };
    if (!step(0)) return {};
    RoisOverTime made;
    made.title = wish.rois.title;
    made.measure = wish.measure;
    const auto drawn = std::find_if(wish.visits.begin(), wish.visits.end(),
                                    [&](const ComparedVisit& one) { return one.uid == wish.rois.visit; });
    if (drawn == wish.visits.end() || wish.visits.size() < 2) {
        made.refused = Texts::tr("There are no other visits with such an image: nothing can be followed over time.");
        return made;
    }
    const VolumeHeader& header = drawn->volume->header();
    const bool isVolume = wish.measure == RoiMeasure::Volume;
    made.isOfBrightness = !isVolume && !isQuantitative(header);
    made.unit = isVolume ? QStringLiteral("mm³") : made.isOfBrightness ? QString() : header.unit;
    made.contrast = drawn->contrast;
    tellVisits(made, wish.visits, cohort);
    if (!drawn->place.isAligned()) {
        made.refused =
            Texts::tr("%1, over which %2 lies, could not be aligned with the other visits. Put it by hand first.")
                .arg(drawn->name, wish.rois.title);
        return made;
    }
    made.refused = whyNoRois(*wish.rois.labels);
    if (!made.refused.isEmpty()) return made;
    made.rois = roisIn(*wish.rois.labels, [&] { return step(0); });
    if (!step(0)) return {};
    made.names = namesOf(made.rois, wish.rois);
    made.notes
        << (isVolume
                ? Texts::tr("Volume as %1 has it, times how much tissue became more or less there.").arg(drawn->name)
            : made.isOfBrightness ? Texts::tr("Mean brightness, matched over the brain to that of %1.").arg(drawn->name)
                                  : Texts::tr("Mean of the images' values."));
    if (!wish.rois.labels->header().isPlaced())
        made.notes << Texts::tr("%1 does not say where it lies: look whether it lies right.").arg(wish.rois.title);
    for (const ComparedVisit& visit : wish.visits) {
        if (visit.place.alignment == Alignment::Doubtful)
            made.notes << visit.name + QStringLiteral(": ") + visit.place.reason;
        if (isVolume && visit.place.isAligned() && !visit.place.visitOfShared.isRigid())
            made.notes << Texts::tr("%1: without the stretch that it was aligned with.").arg(visit.name);
    }
    measure(made, wish, *drawn, step);
    return made;
} catch (const Cancelled&) {
    return {};
} catch (const std::exception&) { // no memory, or no thread to be had
    return {};
}

QString roiMeasureName(RoiMeasure measure) {
    return measure == RoiMeasure::Volume ? QStringLiteral("volume") : QStringLiteral("brightness");
}

RegionRates ratesOf(const RoisOverTime& rois, const RoiWishes& wishes) {
    const std::vector<TimedVisit> visits = visitsOf(rois, wishes.withFailed);
    RegionRates made;
    made.participant = rois.participant;
    made.measure = roiMeasureName(rois.measure);
    made.title = rois.measure == RoiMeasure::Volume ? Texts::tr("%1: change of the volume of regions of interest")
                                                    : Texts::tr("%1: change of the brightness of regions of interest");
    made.heading = {rois.unit, decimalsOf(rois) + 1, notesOn(visits) + rois.notes};
    const std::vector<std::vector<OtherValue>> others = othersOf(rois, wishes.study.get());
    for (std::size_t r = 0; r < rois.rois.size(); ++r) {
        const std::vector<double>& values = rois.values[r];
        RateRow row = rateRow(visits, values, rois.names[static_cast<qsizetype>(r)], {});
        const auto model = NormativeModel::fit(ScoreKind::W, controlsAmong(others[r]), wishes.leastControls);
        for (std::size_t i = visits.size(); model && i-- > 0;) {
            if (visits[i].leftOut != LeftOut::No || !std::isfinite(values[i])) continue;
            row.w = model->of({visits[i].ageYears, rois.sex, values[i]}).score;
            break;
        }
        made.rows.push_back(std::move(row));
    }
    putFastestLossFirst(made.rows);
    return made;
}

Trajectory trajectoryOf(const RoisOverTime& rois, const QString& name, const RoiWishes& wishes) {
    Trajectory made;
    const auto at = rois.names.indexOf(name);
    if (at < 0) return made;
    const std::vector<TimedVisit> visits = visitsOf(rois, wishes.withFailed);
    const std::vector<double>& values = rois.values[static_cast<std::size_t>(at)];
    made.title = QStringLiteral("%1  ·  %2").arg(name, withUnit(measureInWords(rois.measure), rois.unit));
    made.unit = rois.unit;
    made.decimals = decimalsOf(rois);
    for (std::size_t i = 0; i < visits.size(); ++i)
        if (std::isfinite(values[i])) made.points.push_back(pointOf(visits[i], values[i]));
    made.trend = trendIn(visits, values);
    const std::vector<OtherValue> others = othersOf(rois, wishes.study.get())[static_cast<std::size_t>(at)];
    made.groups = groupsOf(others);
    const bool isVolume = rois.measure == RoiMeasure::Volume;
    addControls(made, visits, rois.sex, controlsAmong(others), wishes.leastControls,
                {isVolume ? -0.51 : none, Texts::tr("Normal ageing: %1 % a year, as cortex has it (Storsve 2014)")});
    if (rois.isOfBrightness) made.bandWords = Texts::tr("no band: brightness cannot be compared between people");
    return made;
}

QString roisAsText(const RoisOverTime& rois) {
    std::vector<QStringList> rows{{withUnit(measureInWords(rois.measure), rois.unit)}};
    const int decimals = decimalsOf(rois) + 1;
    for (const TimedVisit& visit : rois.visits) rows.front() << Texts::tr("visit %1").arg(visit.label);
    for (std::size_t r = 0; r < rois.rois.size(); ++r) {
        rows.push_back({rois.names[static_cast<qsizetype>(r)]});
        for (const double value : rois.values[r])
            rows.back() << (std::isfinite(value) ? roundedInWords(value, decimals) : QStringLiteral("-"));
    }
    return alignedRows(rows) + u'\n' + rois.notes.join(u'\n') + u'\n';
}

QString roisAsTsv(const RoisOverTime& rois) {
    const auto number = [](double value) {
        return std::isfinite(value) ? QString::number(value, 'g', 8) : QStringLiteral("n/a");
    };
    QString text = QStringLiteral("participant_id\tvisit\tdate\tyears\tquality\troi\tmeasure\tunit\tvalue\n");
    const auto orNone = [](const QString& word) { return word.isEmpty() ? QStringLiteral("n/a") : word; };
    for (std::size_t r = 0; r < rois.rois.size(); ++r)
        for (std::size_t i = 0; i < rois.visits.size(); ++i) {
            const TimedVisit& visit = rois.visits[i];
            text +=
                QStringList{
                    orNone(rois.participant),     visit.label,           orNone(visit.date.toString(Qt::ISODate)),
                    number(visit.years),          orNone(visit.quality), rois.names[static_cast<qsizetype>(r)],
                    roiMeasureName(rois.measure), orNone(rois.unit),     number(rois.values[r][i])}
                    .join(u'\t') +
                u'\n';
        }
    return text;
}

} // namespace neuraxis
