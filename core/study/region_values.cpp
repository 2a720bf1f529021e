#include "core/study/region_values.h"

#include "core/io/error.h"
#include "core/io/parallel.h"
#include "core/io/region_stats.h"
#include "core/study/region_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

constexpr std::initializer_list<double RegionMeasures::*> measures = {
    &RegionMeasures::vertices, &RegionMeasures::areaMm2, &RegionMeasures::volumeMm3, &RegionMeasures::thicknessMm,
    &RegionMeasures::thicknessSdMm};

/// What one place has: a FreeSurfer folder, or a table of many rows.
struct Source {
    QString place, name; ///< name: for sentences, without the folders above
    bool isTable = false;
    bool isOfOther = false; ///< The folder's tables name another subject
    std::vector<RegionMeasures> regions;
    RegionRows rows;
    QString problem;
};

/// One ?h.aparc.stats; empty where there is none.
RegionTable readSide(const QString& path, Side side) {
    if (!QFileInfo::exists(path)) return {};
    RegionTable table = io::readStats(io::readHead(path), side);
    for (RegionMeasures& region : table.regions)
        for (const auto measure : measures)
            if (!(region.*measure > 0)) region.*measure = std::numeric_limits<double>::quiet_NaN();
    return table;
}

/// A table's rows without the parts of the motor strip, which are no regions beside the others.
RegionRows regionsOf(const QString& table) {
    RegionRows made = readRegionTable(table);
    for (std::vector<RegionMeasures>& row : made.rows)
        std::erase_if(row, [](const RegionMeasures& one) { return stripPartOf(one.region).has_value(); });
    return made;
}

/// Whether a folder's tables are of the subject that it is named after: of its whole name, of a longitudinal run's time
/// point, or of both folders' names where one of a visit lies in one of a participant.
bool isNamedAfter(const QString& folder, const QString& subject) {
    const QString name = folder.section(u'/', -1), above = folder.section(u'/', -2, -2);
    return subject.isEmpty() || subject == name || subject == above + u'_' + name ||
           (name.contains(QStringLiteral(".long.")) && subject == name.section(QStringLiteral(".long."), 0, -2));
}

void readFolder(Source& source) {
    const QDir stats(QDir(source.place).filePath(QStringLiteral("stats")));
    for (const char* atlas : {"aparc", "aparc.DKTatlas", "aparc.DKTatlas.mapped"}) {
        const auto file = [&](const char* side) {
            return stats.filePath(QStringLiteral("%1.%2.stats").arg(QLatin1String(side), QLatin1String(atlas)));
        };
        RegionTable left = readSide(file("lh"), Side::Left), right = readSide(file("rh"), Side::Right);
        if (left.regions.empty() && right.regions.empty()) continue;
        if (!left.subject.isEmpty() && !right.subject.isEmpty() && left.subject != right.subject) {
            source.problem = Texts::tr("%1: the tables of its left and right side are of two subjects. They were not "
                                       "used; run FreeSurfer's last steps again.")
                                 .arg(source.name);
            return;
        }
        source.isOfOther = !isNamedAfter(source.place, left.subject) || !isNamedAfter(source.place, right.subject);
        source.regions = std::move(left.regions);
        std::move(right.regions.begin(), right.regions.end(), std::back_inserter(source.regions));
        return;
    }
}

/// Adds what is not known yet.
void add(std::vector<RegionMeasures>& known, const std::vector<RegionMeasures>& more) {
    if (known.empty()) {
        known = more;
        return;
    }
    for (const RegionMeasures& one : more) {
        const auto same = std::find_if(known.begin(), known.end(), [&](const RegionMeasures& k) {
            return k.side == one.side && k.region == one.region;
        });
        if (same == known.end()) {
            known.push_back(one);
            continue;
        }
        for (const auto measure : measures)
            if (std::isnan((*same).*measure)) (*same).*measure = one.*measure;
    }
}

bool isTable(const Item& item) { return item.format == QStringLiteral("region table"); }
bool isRun(const Item& item) { return item.format == QStringLiteral("FreeSurfer"); }
bool isLong(const Item& item) { return item.more.contains(QStringLiteral("base")); }
QString placeOf(const Item& item) { return QDir::cleanPath(QDir(item.root).filePath(item.path)); }

} // namespace

RegionValues regionValues(const Cohort& cohort, io::Job& job) {
    std::vector<Source> sources;
    QHash<QString, std::size_t> sourceAt;
    QHash<QString, std::vector<const Item*>> itemsOf; // by visit
    for (const Item& item : cohort.items) {
        if (item.kind != QStringLiteral("thickness") || item.path.isEmpty() || !(isTable(item) || isRun(item)))
            continue;
        itemsOf[item.visit].push_back(&item);
        const QString place = placeOf(item);
        if (sourceAt.contains(place)) continue;
        sourceAt[place] = sources.size();
        sources.push_back({place, item.path, isTable(item), false, {}, {}, {}});
    }
    job.expect(static_cast<int>(sources.size()));
    io::inParallel(static_cast<int>(sources.size()), job, [&](int i) {
        Source& source = sources[static_cast<std::size_t>(i)];
        try {
            if (source.isTable)
                source.rows = regionsOf(source.place);
            else
                readFolder(source);
        } catch (const io::Cancelled&) {
            throw;
        } catch (const io::Error& error) {
            source.problem = error.sentence();
        }
        job.advance();
    });

    RegionValues values;
    int ofOthers = 0;
    QString firstOfOther;
    for (const Source& source : sources) {
        if (!source.problem.isEmpty()) values.problems << source.problem;
        if (source.isOfOther && ofOthers++ == 0) firstOfOther = source.name;
    }
    if (ofOthers > 0)
        values.problems << Texts::tr("The tables in %n FreeSurfer folder(s) are of a subject of another name than the "
                                     "folder, the first of them %1. They were used; make sure whose they are.",
                                     nullptr, ofOthers)
                               .arg(firstOfOther);
    int missing = 0, longitudinal = 0, crossSectional = 0;
    QString firstMissing;
    QHash<QString, QString> names; // by participant
    for (const Participant& p : cohort.participants) names[p.uid] = p.name;
    for (const Visit& visit : cohort.visits) {
        std::vector<const Item*> items = itemsOf.value(visit.uid);
        std::stable_sort(items.begin(), items.end(), [](const Item* a, const Item* b) {
            return std::pair(!isLong(*a), isTable(*a)) < std::pair(!isLong(*b), isTable(*b));
        });
        RegionValues::OfVisit one{visit.participant, visit.uid, {}, false};
        for (const Item* item : items) {
            const Source& source = sources[sourceAt.value(placeOf(*item))];
            const QString row = item->more.value(QStringLiteral("row"));
            const bool isFirst = one.regions.empty();
            if (!source.isTable) {
                if (isFirst) one.regions = source.regions; // two runs are not mixed
            } else if (const auto* found = source.rows.find(row))
                add(one.regions, *found);
            else if (source.problem.isEmpty() && missing++ == 0)
                firstMissing =
                    Texts::tr("%1 of %2").arg(isDigest(row) ? names.value(visit.participant) : row, source.name);
            if (!isFirst || one.regions.empty()) continue;
            one.isLongitudinal = isLong(*item);
            crossSectional += !one.isLongitudinal && !source.isTable; // a table's rows may be of any stream
        }
        if (one.regions.empty()) continue;
        longitudinal += one.isLongitudinal;
        values.visits.push_back(std::move(one));
    }
    if (missing > 0)
        values.problems << Texts::tr("%n row(s) that the study knows are no longer in their tables, the first of them "
                                     "%1. Add the tables again.",
                                     nullptr, missing)
                               .arg(firstMissing);
    if (longitudinal > 0 && crossSectional > 0)
        values.problems << Texts::tr(
            "%n visit(s) were measured in FreeSurfer's longitudinal stream and the others were "
            "not. These differ in more than the people; compare like with like.",
            nullptr, longitudinal);
    return values;
}

} // namespace neuraxis::study
