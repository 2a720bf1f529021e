#include "app/strip_controls.h"

#include "app/control_visits.h"
#include "core/analysis/motor_strip.h"
#include "core/io/freesurfer_surface.h"
#include "core/io/parallel.h"
#include "core/io/vertex_data.h"
#include "core/model/side_name.h"
#include "core/study/region_table.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <limits>

namespace neuraxis {

namespace {

/// A control's visit and where its surfaces are, or the table that has its strip.
struct Source {
    const Participant* participant = nullptr;
    const Visit* visit = nullptr;
    QString place, row; ///< row: of the table; "" for a folder
    StripControls::One made;
    QString problem;
};

/// The first visit of each control with a FreeSurfer folder, a longitudinal one before another of the same visit; of
/// controls without any folder that with a table.
std::vector<Source> sourcesOf(const Cohort& cohort, bool isThickness) {
    QHash<QString, const Participant*> controls;
    for (const Participant& p : cohort.participants)
        if (isControl(p)) controls[p.uid] = &p;
    QHash<QString, const Visit*> visits;
    for (const Visit& v : cohort.visits)
        if (controls.contains(v.participant) && isComparable(v)) visits[v.uid] = &v;
    std::vector<Source> sources;
    QHash<QString, std::size_t> sourceOf;
    QHash<QString, bool> hasStrip; // by the table's place
    for (const Item& item : cohort.items) {
        const Visit* visit = visits.value(item.visit);
        if (!visit || item.kind != u"thickness") continue;
        const QString place = QDir(item.root).filePath(item.path);
        const bool isTable = item.format == u"region table";
        if (isTable && isThickness) {
            if (!hasStrip.contains(place)) hasStrip[place] = study::hasMotorStrip(place);
            if (!hasStrip[place]) continue;
        } else if (item.format != u"FreeSurfer")
            continue;
        const QString row = isTable ? item.more.value(QStringLiteral("row")) : QString();
        const auto known = sourceOf.find(visit->participant);
        if (known == sourceOf.end()) {
            sourceOf[visit->participant] = sources.size();
            sources.push_back({controls.value(visit->participant), visit, place, row, {}, {}});
            continue;
        }
        Source& source = sources[*known];
        const bool isEarlier = goesBefore(*visit, *source.visit);
        const bool isLonger = visit == source.visit && item.more.contains(QStringLiteral("base"));
        const bool isBetter = isTable == source.row.isEmpty() ? !isTable : isEarlier || isLonger;
        if (!isBetter) continue;
        source.visit = visit;
        source.place = place;
        source.row = row;
    }
    return sources;
}

/// Tables of regions, each read once.
class Tables {
  public:
    /// One side's profile in a row; empty where it has not so many parts.
    std::vector<double> profile(const QString& place, const QString& row, Side side, int bins) {
        if (!known.contains(place)) known[place] = study::readRegionTable(place);
        std::vector<double> means(static_cast<std::size_t>(bins), std::numeric_limits<double>::quiet_NaN());
        int parts = 0;
        const auto* measures = known[place].find(row);
        if (!measures) return {};
        for (const RegionMeasures& one : *measures) {
            const auto part = study::stripPartOf(one.region);
            if (one.side != side || !part) continue;
            ++parts;
            if (*part >= 0 && *part < bins) means[static_cast<std::size_t>(*part)] = one.thicknessMm;
        }
        return parts == bins ? means : std::vector<double>();
    }

  private:
    QHash<QString, study::RegionRows> known;
};

/// One side's profile; empty where files are missing.
std::vector<double> profileOf(const QString& folder, Side side, const QString& mapName, int bins) {
    const QString name = shortSideName(side) + u'.';
    const auto path = [&](const char* part, const QString& rest) {
        return QDir(folder).filePath(QLatin1String(part) + u'/' + name + rest);
    };
    const QString white = path("surf", QStringLiteral("white")), map = path("surf", mapName),
                  annot = path("label", QStringLiteral("aparc.annot"));
    for (const QString& file : {white, map, annot})
        if (!QFileInfo::exists(file)) return {};
    io::SurfaceData surface = io::readFreeSurferSurface(io::readHead(white));
    io::RegionData regions = io::readFreeSurferAnnot(io::readHead(annot));
    std::vector<float> values = io::readFreeSurferCurv(io::readHead(map));

    const auto at = static_cast<std::size_t>(side);
    Hemisphere hemisphere;
    hemisphere.side = side;
    hemisphere.vertices = surface.points.size();
    hemisphere.triangles = std::move(surface.triangles);
    io::move(surface.points, io::rasToLps()); // lengths are all that counts, and the midline
    hemisphere.shapes[static_cast<std::size_t>(SurfaceShape::White)] = std::move(surface.points);
    Parcellation parcellation;
    parcellation.regions[at] = std::move(regions.regions);
    parcellation.regionOf[at] = std::make_shared<const std::vector<std::int32_t>>(std::move(regions.regionOf));
    CortexMap thickness;
    if (values.size() != hemisphere.vertices) return {};
    thickness.values[at] = std::make_shared<const std::vector<float>>(std::move(values));
    const auto strip = motorStrip(hemisphere, parcellation);
    if (!strip) return {};
    std::vector<double> means;
    for (const StripBin& bin : stripProfile(*strip, hemisphere, thickness, bins)) means.push_back(bin.mean);
    return means;
}

} // namespace

StripBand StripControls::band(Side side, const QString& participant, double ageYears, const QString& sex,
                              int least) const {
    std::vector<StripControl> others;
    for (const One& one : controls)
        if (one.participant != participant) others.push_back(one.sides[static_cast<std::size_t>(side)]);
    return stripBand(others, bins, ageYears, sex, least);
}

StripControls stripControls(const Cohort& cohort, const QString& map, io::Job& job, int bins) {
    std::vector<Source> sources = sourcesOf(cohort, map == u"thickness");
    job.expect(static_cast<int>(sources.size()));
    Tables tables;
    QMutex guard; // of the tables
    io::inParallel(static_cast<int>(sources.size()), job, [&](int i) {
        Source& source = sources[static_cast<std::size_t>(i)];
        const double age = comparedAge(*source.participant, *source.visit);
        source.made.participant = source.participant->uid;
        try {
            for (const Side side : {Side::Left, Side::Right}) {
                StripControl& made = source.made.sides[static_cast<std::size_t>(side)];
                made = {age, source.participant->sex, {}};
                if (source.row.isEmpty())
                    made.means = profileOf(source.place, side, map, bins);
                else {
                    const QMutexLocker locked(&guard);
                    made.means = tables.profile(source.place, source.row, side, bins);
                }
            }
        } catch (const io::Cancelled&) {
            throw;
        } catch (const io::Error& error) {
            source.problem = error.sentence();
        }
        job.advance();
    });
    StripControls made;
    made.map = map;
    made.bins = static_cast<std::size_t>(std::max(1, bins));
    for (Source& source : sources) {
        if (!source.problem.isEmpty())
            made.problems << source.problem;
        else if (!source.made.sides[0].means.empty() || !source.made.sides[1].means.empty())
            made.controls.push_back(std::move(source.made));
    }
    return made;
}

} // namespace neuraxis
