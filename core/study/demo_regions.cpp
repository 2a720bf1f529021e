#include "core/study/demo_regions.h"

#include "core/study/demo_dice.h"
#include "core/study/file_identity.h"

#include <QDir>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QUuid>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace neuraxis::study {

namespace {

enum class Lobe { Frontal, Temporal, Parietal, Occipital, Other };

/// A region as it is in somebody of sixty years; plausible numbers, as thick as in the demo's surfaces.
struct DemoRegion {
    const char* name;
    double thicknessMm, areaMm2;
    Lobe lobe;
};
constexpr DemoRegion regions[] = {
    {"bankssts", 2.50, 1050, Lobe::Temporal},
    {"caudalanteriorcingulate", 2.65, 650, Lobe::Frontal},
    {"caudalmiddlefrontal", 2.55, 2200, Lobe::Frontal},
    {"cuneus", 1.95, 1450, Lobe::Occipital},
    {"entorhinal", 3.30, 420, Lobe::Temporal},
    {"fusiform", 2.75, 3150, Lobe::Temporal},
    {"inferiorparietal", 2.45, 4600, Lobe::Parietal},
    {"inferiortemporal", 2.80, 3200, Lobe::Temporal},
    {"isthmuscingulate", 2.40, 950, Lobe::Parietal},
    {"lateraloccipital", 2.20, 4900, Lobe::Occipital},
    {"lateralorbitofrontal", 2.70, 2600, Lobe::Frontal},
    {"lingual", 2.05, 3050, Lobe::Occipital},
    {"medialorbitofrontal", 2.50, 1850, Lobe::Frontal},
    {"middletemporal", 2.85, 3200, Lobe::Temporal},
    {"parahippocampal", 2.70, 680, Lobe::Temporal},
    {"paracentral", 2.45, 1400, Lobe::Other},
    {"parsopercularis", 2.60, 1500, Lobe::Frontal},
    {"parsorbitalis", 2.70, 680, Lobe::Frontal},
    {"parstriangularis", 2.50, 1350, Lobe::Frontal},
    {"pericalcarine", 1.75, 1400, Lobe::Occipital},
    {"postcentral", 2.10, 4000, Lobe::Other},
    {"posteriorcingulate", 2.55, 1150, Lobe::Parietal},
    {"precentral", 2.60, 4800, Lobe::Other},
    {"precuneus", 2.40, 3800, Lobe::Parietal},
    {"rostralanteriorcingulate", 2.80, 800, Lobe::Frontal},
    {"rostralmiddlefrontal", 2.40, 5500, Lobe::Frontal},
    {"superiorfrontal", 2.75, 7000, Lobe::Frontal},
    {"superiorparietal", 2.25, 5300, Lobe::Parietal},
    {"superiortemporal", 2.80, 3700, Lobe::Temporal},
    {"supramarginal", 2.55, 3700, Lobe::Parietal},
    {"frontalpole", 2.70, 220, Lobe::Frontal},
    {"temporalpole", 3.30, 460, Lobe::Temporal},
    {"transversetemporal", 2.35, 430, Lobe::Temporal},
    {"insula", 3.00, 2200, Lobe::Other},
};

constexpr double ageOfNumbers = 60, thinningAYear = 0.0035;
/// Of thickness, as a share of it: between people in all regions, and of each region by itself; of area.
constexpr double peopleDiffer = 0.025, regionsDiffer = 0.035, areasDiffer = 0.09;

/// What a disease takes from a region, as a share of its thickness. `severity` is about 1.
double lossOf(const Participant& p, const DemoRegion& region, double severity) {
    const QLatin1String name(region.name);
    const bool isPrecentral = name == u"precentral", isParacentral = name == u"paracentral";
    if (p.group == u"ALS") {
        const bool spreads =
            p.genotype == u"C9orf72" && (region.lobe == Lobe::Frontal || region.lobe == Lobe::Temporal);
        return severity * (isPrecentral ? 0.05 : isParacentral ? 0.04 : spreads ? 0.03 : 0);
    }
    if (p.group == u"PLS") return severity * (isPrecentral ? 0.12 : isParacentral ? 0.09 : 0);
    const bool isBehind =
        region.lobe == Lobe::Temporal || region.lobe == Lobe::Parietal || region.lobe == Lobe::Occipital;
    if (p.group == u"familial-control" && !p.genotype.isEmpty() && isBehind) return severity * 0.012;
    return 0;
}

/// Everybody's first visit, by participant; the cohort's visits are in the order of dates.
QHash<QString, const Visit*> firstVisits(const Cohort& cohort) {
    QHash<QString, const Visit*> first;
    for (const Visit& visit : cohort.visits) {
        const Visit*& known = first[visit.participant];
        if (!known || (visit.date.isValid() && visit.date < known->date)) known = &visit;
    }
    return first;
}

constexpr std::size_t regionCount = std::size(regions);

/// Somebody's first visit, and the regions there: left, then right, in the order of `regions`.
struct Measures {
    const Participant* participant = nullptr;
    const Visit* visit = nullptr;
    std::vector<double> thicknessMm, areaMm2;
};

std::vector<Measures> simulate(const Cohort& cohort) {
    std::vector<Measures> all;
    const auto visits = firstVisits(cohort);
    Dice dice(34);
    for (const Participant& p : cohort.participants) {
        const Visit* visit = visits.value(p.uid);
        if (!visit) continue;
        const double age = ageOf(p, *visit).value_or(ageOfNumbers);
        const double own = peopleDiffer * dice.normal(), ownArea = areasDiffer * dice.normal();
        const double severity = std::exp(0.5 * dice.normal());
        const double men = p.sex == u"M" ? 1.06 : 0.97; // areas
        Measures made{&p, visit, {}, {}};
        for (int side = 0; side < 2; ++side)
            for (const DemoRegion& region : regions) {
                const double share = 1 - thinningAYear * (age - ageOfNumbers) + own + regionsDiffer * dice.normal();
                made.thicknessMm.push_back(region.thicknessMm * (share - lossOf(p, region, severity)));
                made.areaMm2.push_back(region.areaMm2 * men * (1 + ownArea + areasDiffer / 2 * dice.normal()));
            }
        all.push_back(std::move(made));
    }
    return all;
}

QStringList columnsOf(const char* measure, const QStringList& names) {
    QStringList columns;
    for (const char* side : {"lh", "rh"})
        for (const QString& name : names)
            columns << QStringLiteral("%1_%2_%3").arg(QLatin1String(side), name, QLatin1String(measure));
    return columns;
}

const QStringList firstColumns{QStringLiteral("participant_id"), QStringLiteral("session_id"),
                               QStringLiteral("simulated")};
QStringList firstCells(const Measures& one) { return {one.participant->name, one.visit->label, QStringLiteral("yes")}; }

QByteArray lineOf(const QStringList& cells) { return cells.join(u'\t').toUtf8() + '\n'; }

/// Ups and downs along the strip that together are none.
std::vector<double> alongStrip(Dice& dice) {
    constexpr int waves = 6;
    constexpr double wavesMm = 0.11;
    std::vector<double> all(stripParts);
    for (int wave = 1; wave <= waves; ++wave) {
        const double mm = wavesMm * dice.normal();
        for (int part = 0; part < stripParts; ++part)
            all[static_cast<std::size_t>(part)] += mm * std::cos(std::numbers::pi * wave * (part + 0.5) / stripParts);
    }
    return all;
}

/// uids of those who have a FreeSurfer folder.
QSet<QString> withSurfaces(const Cohort& cohort) {
    QHash<QString, QString> participantOf;
    for (const Visit& visit : cohort.visits) participantOf[visit.uid] = visit.participant;
    QSet<QString> all;
    for (const Item& item : cohort.items)
        if (item.format == u"FreeSurfer") all << participantOf.value(item.visit);
    return all;
}

/// Whose strip is simulated.
bool hasStrip(const Participant& p, const Visit& visit) { return p.group == u"control" && visit.quality != u"failed"; }

/// Makes the items of a table's rows.
class TableItems {
  public:
    TableItems(const char* space, const char* name, const QString& root, const QString& path)
        : space(QLatin1String(space)), name(QLatin1String(name)), root(root), path(path),
          identity(fileIdentity(QDir(root).filePath(path))) {}

    [[nodiscard]] Item of(const Participant& p, const Visit& visit) const {
        QMap<QString, QString> more;
        more[QStringLiteral("row")] = p.name + u'/' + visit.label;
        return {QUuid::createUuidV5(space, visit.uid).toString(QUuid::WithoutBraces),
                visit.uid,
                QStringLiteral("thickness"),
                QStringLiteral("region table"),
                name,
                root,
                path,
                identity,
                more};
    }

  private:
    QUuid space;
    QString name, root, path, identity;
};

} // namespace

QByteArray demoRegionTable(const Cohort& cohort) {
    QStringList names;
    for (const DemoRegion& region : regions) names << QLatin1String(region.name);
    QByteArray table = lineOf(firstColumns + columnsOf("thickness", names) + columnsOf("area", names));
    for (const Measures& one : simulate(cohort)) {
        QStringList cells = firstCells(one);
        for (const double mm : one.thicknessMm) cells << QString::number(mm, 'f', 3);
        for (const double mm2 : one.areaMm2) cells << QString::number(mm2, 'f', 0);
        table += lineOf(cells);
    }
    return table;
}

QByteArray demoStripTable(const Cohort& cohort) {
    QStringList names;
    for (int part = 1; part <= stripParts; ++part)
        names << QStringLiteral("precentral.strip-%1").arg(part, 2, 10, QChar(u'0'));
    QByteArray table = lineOf(firstColumns + columnsOf("thickness", names));
    const auto precentral = static_cast<std::size_t>(
        std::find_if(std::begin(regions), std::end(regions),
                     [](const DemoRegion& region) { return qstrcmp(region.name, "precentral") == 0; }) -
        std::begin(regions));
    Dice dice(40);
    for (const Measures& one : simulate(cohort)) {
        if (!hasStrip(*one.participant, *one.visit)) continue;
        QStringList cells = firstCells(one);
        for (std::size_t side = 0; side < 2; ++side)
            for (const double mm : alongStrip(dice))
                cells << QString::number(one.thicknessMm[side * regionCount + precentral] + mm, 'f', 3);
        table += lineOf(cells);
    }
    return table;
}

void addRegionTable(Cohort& cohort, const QString& root, const QString& path) {
    const TableItems items("{4d0d1a3e-3f5b-4f0e-9a51-7a5be1b6c034}", "simulated regions", root, path);
    QHash<QString, qsizetype> itemOf; // by visit
    for (std::size_t i = 0; i < cohort.items.size(); ++i)
        if (cohort.items[i].kind == u"thickness") itemOf[cohort.items[i].visit] = static_cast<qsizetype>(i);
    const auto visits = firstVisits(cohort);
    for (const Participant& p : cohort.participants) {
        const Visit* visit = visits.value(p.uid);
        if (!visit) continue;
        Item item = items.of(p, *visit);
        if (const qsizetype at = itemOf.value(visit->uid, -1); at >= 0) {
            if (!cohort.items[static_cast<std::size_t>(at)].path.isEmpty()) continue; // surfaces
            item.uid = cohort.items[static_cast<std::size_t>(at)].uid;
            cohort.items[static_cast<std::size_t>(at)] = std::move(item);
        } else if (visit->quality != u"failed")
            cohort.items.push_back(std::move(item));
    }
}

void addStripTable(Cohort& cohort, const QString& root, const QString& path) {
    const TableItems items("{b7a3f1c2-60d9-4a1b-8f27-2c95d04e6a11}", "simulated motor strip", root, path);
    const auto visits = firstVisits(cohort);
    const QSet<QString> others = withSurfaces(cohort);
    for (const Participant& p : cohort.participants)
        if (const Visit* visit = visits.value(p.uid); visit && hasStrip(p, *visit) && !others.contains(p.uid))
            cohort.items.push_back(items.of(p, *visit));
}

} // namespace neuraxis::study
