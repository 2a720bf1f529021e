#include "core/io/region_stats.h"

#include "core/model/side_name.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace neuraxis::io {

namespace {

constexpr quint64 mostBytes = 16U << 20;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// "# Measure Cortex, NumVert, Number of Vertices, 140843, unitless"; one program leaves out the comma after the key.
void takeMeasure(const QString& line, QMap<QString, double>& measures) {
    const QStringList parts = line.split(u',');
    if (parts.size() < 3) return;
    QString key = parts[1].trimmed().section(u' ', 0, 0);
    bool isNumber = false;
    const double value = parts[parts.size() - 2].trimmed().toDouble(&isNumber);
    if (!isNumber || key.isEmpty()) return;
    if (key == QStringLiteral("ICV") || key == QStringLiteral("EstimatedTotalIntraCranialVol"))
        key = QStringLiteral("eTIV");
    measures[key] = value;
}

/// The side that a structure of a volume's table is on, and none for the middle.
std::optional<Side> sideOf(const QString& structure) {
    for (const char* left : {"Left-", "ctx-lh-", "wm-lh-", "lh"})
        if (structure.startsWith(QLatin1String(left))) return Side::Left;
    for (const char* right : {"Right-", "ctx-rh-", "wm-rh-", "rh"})
        if (structure.startsWith(QLatin1String(right))) return Side::Right;
    return {};
}

/// Adds the table of one side to that of both. What is counted adds up; a thickness is the mean over the vertices.
void joinSides(RegionTable& both, const RegionTable& other) {
    both.regions.insert(both.regions.end(), other.regions.begin(), other.regions.end());
    const double ownCount = both.measures.value(QStringLiteral("NumVert")),
                 otherCount = other.measures.value(QStringLiteral("NumVert"));
    for (auto it = other.measures.cbegin(); it != other.measures.cend(); ++it) {
        if (!both.measures.contains(it.key())) {
            both.measures[it.key()] = it.value();
        } else if (it.key() == QStringLiteral("NumVert") || it.key().endsWith(QStringLiteral("SurfArea"))) {
            both.measures[it.key()] += it.value();
        } else if (it.key() == QStringLiteral("MeanThickness") && ownCount + otherCount > 0) {
            double& mean = both.measures[it.key()];
            mean = (mean * ownCount + it.value() * otherCount) / (ownCount + otherCount);
        }
    }
}

} // namespace

bool isStats(QByteArrayView bytes, const QString& name) {
    return name.endsWith(QStringLiteral(".stats")) && bytes.startsWith('#');
}

RegionTable readStats(const FileHead& head, const std::optional<Side>& side) {
    RegionTable table;
    QStringList columns;
    const QByteArray bytes = readWhole(head.path, head.gzipped, mostBytes);
    for (const QByteArray& raw : bytes.split('\n')) {
        const QString line = QString::fromUtf8(raw).simplified();
        if (line.startsWith(u'#')) {
            const QString words = line.sliced(1).trimmed();
            if (words.startsWith(QStringLiteral("subjectname ")))
                table.subject = words.section(u' ', 1);
            else if (words.startsWith(QStringLiteral("Measure ")))
                takeMeasure(words, table.measures);
            else if (side && words.startsWith(QStringLiteral("hemi ")) &&
                     words.section(u' ', 1) == shortSideName(*side == Side::Left ? Side::Right : Side::Left))
                throw Error(QCoreApplication::translate("io", "%1 is called a table of one hemisphere and says that it "
                                                              "is of the other. Check which file is which.")
                                .arg(fileName(head.path)));
            else if (words.startsWith(QStringLiteral("ColHeaders ")))
                columns = words.section(u' ', 1).split(u' ');
            continue;
        }
        const QStringList cells = line.split(u' ', Qt::SkipEmptyParts);
        const qsizetype name = columns.indexOf(QStringLiteral("StructName"));
        if (name < 0 || cells.size() < columns.size()) continue;
        const auto number = [&](const char* column) {
            const qsizetype at = columns.indexOf(QLatin1String(column));
            bool isNumber = false;
            const double value = at < 0 ? none : cells[at].toDouble(&isNumber);
            return isNumber ? value : none;
        };
        const std::optional<Side> on = side ? side : sideOf(cells[name]);
        RegionMeasures region{cells[name], on.value_or(Side::Left), none, none, none, none, none, !on};
        if (side) {
            region.vertices = number(columns.contains(QStringLiteral("NVertices")) ? "NVertices" : "NumVert");
            region.areaMm2 = number(columns.contains(QStringLiteral("Area_mm2")) ? "Area_mm2" : "SurfArea");
            region.volumeMm3 = number("GrayVol");
            region.thicknessMm = number("ThickAvg");
            region.thicknessSdMm = number("ThickStd");
        } else {
            region.volumeMm3 = number("Volume_mm3");
        }
        table.regions.push_back(region);
    }
    if (table.regions.empty())
        throw Error(QCoreApplication::translate("io", "%1 has no table of regions.").arg(fileName(head.path)));
    return table;
}

void addStats(std::vector<RegionTable>& tables, RegionTable table, const std::optional<Side>& side) {
    if (side)
        for (const char* key : {"NumVert", "WhiteSurfArea", "PialSurfArea", "MeanThickness"})
            if (const QString plain = QLatin1String(key); table.measures.contains(plain))
                table.measures[shortSideName(*side) + u'.' + plain] = table.measures[plain];
    const auto same = std::find_if(tables.begin(), tables.end(), [&](const RegionTable& other) {
        return side && other.name == table.name && other.subject == table.subject;
    });
    if (same != tables.end())
        joinSides(*same, table);
    else
        tables.push_back(std::move(table));
}

LabelTable readLabelTable(const QString& path) {
    const FileHead head = readHead(path);
    const QByteArray bytes = readWhole(path, head.gzipped, mostBytes);
    std::vector<Label> labels;
    for (const QByteArray& raw : bytes.split('\n')) {
        const QStringList cells = QString::fromUtf8(raw).simplified().split(u' ');
        if (cells.size() < 5 || cells[0].startsWith(u'#')) continue;
        bool whole = false;
        const int id = cells[0].toInt(&whole);
        int rgba[4]{0, 0, 0, 0};
        for (qsizetype i = 0; whole && i < std::min<qsizetype>(4, cells.size() - 2); ++i)
            rgba[i] = cells[2 + i].toInt(&whole);
        if (!whole) continue;
        labels.push_back({id, cells[1], qRgba(rgba[0] & 255, rgba[1] & 255, rgba[2] & 255, 255 - (rgba[3] & 255))});
    }
    if (labels.empty())
        throw Error(QCoreApplication::translate("io",
                                                "%1 is no look-up table: a line of one is \"17 Left-Hippocampus 220 "
                                                "216 20 0\".")
                        .arg(fileName(path)));
    return LabelTable(std::move(labels));
}

} // namespace neuraxis::io
