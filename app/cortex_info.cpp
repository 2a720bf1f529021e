#include "app/cortex_info.h"

#include "app/cortex_options.h"
#include "core/analysis/region_measures.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(InfoCommand)
};

constexpr const char* sideNames[] = {"left", "right"};

QString shapeName(const Hemisphere& hemisphere, std::size_t shape) {
    return shape == 0 && hemisphere.isMiddle ? QStringLiteral("midthickness")
                                             : shapeNames()[static_cast<qsizetype>(shape)];
}

/// Of the values that there are.
struct Summary {
    qint64 values = 0, none = 0, zeros = 0;
    double least = 0, mean = 0, greatest = 0;
};

Summary summary(const std::vector<float>& values) {
    Summary s;
    double sum = 0;
    for (const float value : values) {
        if (std::isnan(value)) {
            ++s.none;
            continue;
        }
        const auto number = static_cast<double>(value);
        s.zeros += value == 0;
        s.least = s.values == 0 ? number : std::min(s.least, number);
        s.greatest = s.values == 0 ? number : std::max(s.greatest, number);
        sum += number;
        ++s.values;
    }
    if (s.values > 0) s.mean = sum / static_cast<double>(s.values);
    return s;
}

/// Least and greatest coordinates, RAS millimetres.
std::array<std::array<double, 3>, 2> boundsRas(const std::vector<SurfacePoint>& points) {
    const auto [least, greatest] = boundsOf(points);
    return {{{-double(greatest.x), -double(greatest.y), double(least.z)},
             {-double(least.x), -double(least.y), double(greatest.z)}}};
}

QJsonArray json(const std::array<double, 3>& place) { return {place[0], place[1], place[2]}; }

QJsonObject json(const Finding& finding) {
    constexpr const char* words[] = {"note", "warning", "error"};
    return {{QStringLiteral("severity"), QLatin1String(words[static_cast<int>(finding.severity)])},
            {QStringLiteral("code"), finding.code},
            {QStringLiteral("text"), finding.text}};
}

QJsonArray sidesJson(const Cortex& cortex) {
    QJsonArray sides;
    for (const auto& hemisphere : cortex.sides) {
        if (!hemisphere) continue;
        QJsonArray shapes;
        for (std::size_t s = 0; s < surfaceShapes; ++s) {
            if (hemisphere->shapes[s].empty()) continue;
            const auto bounds = boundsRas(hemisphere->shapes[s]);
            shapes << QJsonObject{{QStringLiteral("shape"), shapeName(*hemisphere, s)},
                                  {QStringLiteral("boundsRas"), QJsonArray{json(bounds[0]), json(bounds[1])}}};
        }
        QJsonObject side{{QStringLiteral("side"), QLatin1String(sideNames[static_cast<int>(hemisphere->side)])},
                         {QStringLiteral("vertices"), static_cast<qint64>(hemisphere->vertices)},
                         {QStringLiteral("triangles"), static_cast<qint64>(hemisphere->triangles.size())},
                         {QStringLiteral("shapes"), shapes}};
        if (!hemisphere->cortex.empty())
            side[QStringLiteral("medialWallVertices")] =
                static_cast<qint64>(std::count(hemisphere->cortex.begin(), hemisphere->cortex.end(), 0));
        sides << side;
    }
    return sides;
}

QJsonArray mapsJson(const Cortex& cortex) {
    QJsonArray maps;
    for (const auto& map : cortex.maps) {
        QJsonArray sides;
        for (std::size_t s = 0; s < 2; ++s) {
            if (!map->values[s]) continue;
            const Summary of = summary(*map->values[s]);
            QJsonObject side{{QStringLiteral("side"), QLatin1String(sideNames[s])},
                             {QStringLiteral("values"), of.values},
                             {QStringLiteral("zeros"), of.zeros},
                             {QStringLiteral("noData"), of.none}};
            if (of.values > 0) {
                side[QStringLiteral("min")] = of.least;
                side[QStringLiteral("mean")] = of.mean;
                side[QStringLiteral("max")] = of.greatest;
            }
            sides << side;
        }
        maps << QJsonObject{
            {QStringLiteral("name"), map->name}, {QStringLiteral("unit"), map->unit}, {QStringLiteral("sides"), sides}};
    }
    return maps;
}

qint64 unlabelled(const std::vector<std::int32_t>& regionOf) {
    return static_cast<qint64>(std::count(regionOf.begin(), regionOf.end(), -1));
}

QJsonArray regionsJson(const std::vector<RegionMeasures>& regions) {
    QJsonArray rows;
    for (const RegionMeasures& region : regions) {
        QJsonObject row{{QStringLiteral("region"), region.region}};
        if (!region.isMidline) row[QStringLiteral("side")] = QLatin1String(sideNames[static_cast<int>(region.side)]);
        const auto put = [&](const char* key, double value) {
            if (std::isfinite(value)) row[QLatin1String(key)] = value;
        };
        put("vertices", region.vertices);
        put("areaMm2", region.areaMm2);
        put("volumeMm3", region.volumeMm3);
        put("thicknessMm", region.thicknessMm);
        put("thicknessSdMm", region.thicknessSdMm);
        rows << row;
    }
    return rows;
}

QJsonArray parcellationsJson(const Cortex& cortex) {
    QJsonArray all;
    for (const auto& parcellation : cortex.parcellations) {
        QJsonArray sides;
        for (std::size_t s = 0; s < 2; ++s)
            if (parcellation->regionOf[s])
                sides << QJsonObject{{QStringLiteral("side"), QLatin1String(sideNames[s])},
                                     {QStringLiteral("regions"), static_cast<qint64>(parcellation->regions[s].size())},
                                     {QStringLiteral("unlabelledVertices"), unlabelled(*parcellation->regionOf[s])}};
        all << QJsonObject{{QStringLiteral("name"), parcellation->name},
                           {QStringLiteral("sides"), sides},
                           {QStringLiteral("regions"), regionsJson(regionMeasures(cortex, *parcellation))}};
    }
    return all;
}

QJsonArray tablesJson(const Cortex& cortex) {
    QJsonArray all;
    for (const RegionTable& table : cortex.tables) {
        QJsonObject measures;
        for (auto it = table.measures.cbegin(); it != table.measures.cend(); ++it) measures[it.key()] = it.value();
        all << QJsonObject{{QStringLiteral("name"), table.name},
                           {QStringLiteral("subject"), table.subject},
                           {QStringLiteral("regions"), regionsJson(table.regions)},
                           {QStringLiteral("measures"), measures}};
    }
    return all;
}

QString line(const QString& label, const QString& value) {
    return value.isEmpty() ? QString() : QStringLiteral("  %1 %2\n").arg(label, -10).arg(value);
}

QString number(double value) { return QString::number(value, 'g', 5); }

QString sideWord(std::size_t side) { return side == 0 ? Texts::tr("left") : Texts::tr("right"); }

QString hemisphereText(const Hemisphere& hemisphere) {
    QStringList shapes;
    for (std::size_t s = 0; s < surfaceShapes; ++s)
        if (!hemisphere.shapes[s].empty()) shapes << shapeName(hemisphere, s);
    QString words = Texts::tr("%1 vertices, %2 triangles").arg(hemisphere.vertices).arg(hemisphere.triangles.size());
    if (!shapes.isEmpty()) words += QStringLiteral(": ") + shapes.join(QStringLiteral(", "));
    for (std::size_t s = 0; s < 2; ++s) {
        if (hemisphere.shapes[s].empty()) continue;
        const auto [least, greatest] = boundsRas(hemisphere.shapes[s]);
        words += Texts::tr("; R %1 to %2, A %3 to %4, S %5 to %6 mm")
                     .arg(number(least[0]), number(greatest[0]), number(least[1]), number(greatest[1]),
                          number(least[2]), number(greatest[2]));
        break;
    }
    return words;
}

QString mapText(const CortexMap& map) {
    QStringList sides;
    for (std::size_t s = 0; s < 2; ++s) {
        if (!map.values[s]) continue;
        const Summary of = summary(*map.values[s]);
        QString words = of.values == 0 ? Texts::tr("%1 no values").arg(sideWord(s))
                                       : Texts::tr("%1 %2 to %3, mean %4")
                                             .arg(sideWord(s), number(of.least), number(of.greatest), number(of.mean));
        if (of.values > 0 && of.none > 0)
            words += Texts::tr(", %n vertices without a value", nullptr, static_cast<int>(of.none));
        sides << words;
    }
    const QString unit = map.unit.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(map.unit);
    return map.name + unit + QStringLiteral(": ") + sides.join(QStringLiteral("; "));
}

QString parcellationText(const Parcellation& parcellation) {
    QStringList sides;
    for (std::size_t s = 0; s < 2; ++s)
        if (parcellation.regionOf[s])
            sides << Texts::tr("%1 %2 regions, %3 vertices in none")
                         .arg(sideWord(s))
                         .arg(parcellation.regions[s].size())
                         .arg(unlabelled(*parcellation.regionOf[s]));
    return parcellation.name + QStringLiteral(": ") + sides.join(QStringLiteral("; "));
}

} // namespace

std::vector<RegionTable> measuredTables(const Cortex& cortex) {
    std::vector<RegionTable> tables;
    for (const auto& parcellation : cortex.parcellations) {
        RegionTable table;
        table.name = parcellation->name + QStringLiteral(".measured");
        table.subject = cortex.name;
        table.regions = regionMeasures(cortex, *parcellation);
        if (!table.regions.empty()) tables.push_back(std::move(table));
    }
    return tables;
}

QJsonObject cortexJson(const io::FoundCortex& found, const Cortex* cortex) {
    QJsonArray findings;
    for (const Finding& finding : cortex ? cortex->findings : found.findings) findings << json(finding);
    QJsonObject object{{QStringLiteral("kind"), QStringLiteral("cortex")},
                       {QStringLiteral("name"), found.name},
                       {QStringLiteral("files"), QJsonArray::fromStringList(found.files)},
                       {QStringLiteral("findings"), findings}};
    if (!cortex) return object;
    object[QStringLiteral("base")] = cortex->base;
    object[QStringLiteral("isStandard")] = cortex->isStandard;
    object[QStringLiteral("sides")] = sidesJson(*cortex);
    object[QStringLiteral("maps")] = mapsJson(*cortex);
    object[QStringLiteral("parcellations")] = parcellationsJson(*cortex);
    object[QStringLiteral("tables")] = tablesJson(*cortex);
    return object;
}

QString cortexText(const io::FoundCortex& found, const Cortex* cortex) {
    QString text = found.name + u'\n';
    text += line(Texts::tr("Files"), found.files.size() == 1
                                         ? found.files.first()
                                         : Texts::tr("%1, from %2").arg(found.files.size()).arg(found.files.first()));
    if (cortex) {
        if (!cortex->base.isEmpty()) text += line(Texts::tr("Template"), cortex->base);
        if (cortex->isStandard) text += line(Texts::tr("Template"), Texts::tr("on a template's vertices"));
        for (const auto& hemisphere : cortex->sides)
            if (hemisphere)
                text += line(hemisphere->side == Side::Left ? Texts::tr("Left") : Texts::tr("Right"),
                             hemisphereText(*hemisphere));
        for (const auto& map : cortex->maps) text += line(Texts::tr("Map"), mapText(*map));
        for (const auto& parcellation : cortex->parcellations)
            text += line(Texts::tr("Regions"), parcellationText(*parcellation));
        for (const RegionTable& table : cortex->tables)
            text +=
                line(Texts::tr("Table"),
                     Texts::tr("%1: %2 regions of %3").arg(table.name).arg(table.regions.size()).arg(table.subject));
    }
    for (const Finding& f : cortex ? cortex->findings : found.findings)
        text += line(f.severity == Finding::Severity::Note ? Texts::tr("Note") : Texts::tr("Warning"), f.text);
    return text + u'\n';
}

} // namespace neuraxis
