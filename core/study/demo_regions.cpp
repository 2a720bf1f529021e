#include "core/study/demo_regions.h"

#include "core/study/demo_dice.h"
#include "core/study/file_identity.h"

#include <QDir>
#include <QHash>
#include <QStringList>
#include <QUuid>

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

QString rowName(const Participant& p, const Visit& visit) { return p.name + u'/' + visit.label; }

} // namespace

QByteArray demoRegionTable(const Cohort& cohort) {
    QStringList header{QStringLiteral("participant_id"), QStringLiteral("session_id"), QStringLiteral("simulated")};
    for (const char* measure : {"thickness", "area"})
        for (const char* side : {"lh", "rh"})
            for (const DemoRegion& region : regions)
                header << QStringLiteral("%1_%2_%3")
                              .arg(QLatin1String(side), QLatin1String(region.name), QLatin1String(measure));
    QByteArray table = header.join(u'\t').toUtf8() + '\n';
    const auto visits = firstVisits(cohort);
    Dice dice(34);
    for (const Participant& p : cohort.participants) {
        const Visit* visit = visits.value(p.uid);
        if (!visit) continue;
        const double age = ageOf(p, *visit).value_or(ageOfNumbers);
        const double own = peopleDiffer * dice.normal(), ownArea = areasDiffer * dice.normal();
        const double severity = std::exp(0.5 * dice.normal());
        const double men = p.sex == u"M" ? 1.06 : 0.97; // areas
        QStringList cells{p.name, visit->label, QStringLiteral("yes")}, areas;
        for (int side = 0; side < 2; ++side)
            for (const DemoRegion& region : regions) {
                const double share = 1 - thinningAYear * (age - ageOfNumbers) + own + regionsDiffer * dice.normal();
                cells << QString::number(region.thicknessMm * (share - lossOf(p, region, severity)), 'f', 3);
                areas << QString::number(region.areaMm2 * men * (1 + ownArea + areasDiffer / 2 * dice.normal()), 'f',
                                         0);
            }
        table += (cells + areas).join(u'\t').toUtf8() + '\n';
    }
    return table;
}

void addRegionTable(Cohort& cohort, const QString& root, const QString& path) {
    static const QUuid space(QStringLiteral("{4d0d1a3e-3f5b-4f0e-9a51-7a5be1b6c034}"));
    const QString identity = fileIdentity(QDir(root).filePath(path));
    QHash<QString, qsizetype> itemOf; // by visit
    for (std::size_t i = 0; i < cohort.items.size(); ++i)
        if (cohort.items[i].kind == u"thickness") itemOf[cohort.items[i].visit] = static_cast<qsizetype>(i);
    const auto visits = firstVisits(cohort);
    for (const Participant& p : cohort.participants) {
        const Visit* visit = visits.value(p.uid);
        if (!visit) continue;
        QMap<QString, QString> more;
        more[QStringLiteral("row")] = rowName(p, *visit);
        Item item{QUuid::createUuidV5(space, visit->uid).toString(QUuid::WithoutBraces),
                  visit->uid,
                  QStringLiteral("thickness"),
                  QStringLiteral("region table"),
                  QStringLiteral("simulated regions"),
                  root,
                  path,
                  identity,
                  more};
        if (const qsizetype at = itemOf.value(visit->uid, -1); at >= 0) {
            if (!cohort.items[static_cast<std::size_t>(at)].path.isEmpty()) continue; // surfaces
            item.uid = cohort.items[static_cast<std::size_t>(at)].uid;
            cohort.items[static_cast<std::size_t>(at)] = std::move(item);
        } else if (visit->quality != u"failed")
            cohort.items.push_back(std::move(item));
    }
}

} // namespace neuraxis::study
