#include "core/study/region_table.h"

#include "core/io/error.h"
#include "core/study/delimited_table.h"
#include "core/study/file_identity.h"
#include "core/study/freesurfer_intake.h"
#include "core/study/table_intake.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <limits>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();
/// So many make a table of regions; a clinical table may have one or two.
constexpr int fewestColumns = 3;

struct MeasureName {
    const char* spellings; ///< Between |
    double RegionMeasures::*measure;
};
constexpr MeasureName measureNames[] = {
    {"thickness|thickavg|thick|thicknessmean|meanthickness", &RegionMeasures::thicknessMm},
    {"thicknessstd|thickstd|thicknesssd", &RegionMeasures::thicknessSdMm},
    {"area|surfavg|surfarea|surf", &RegionMeasures::areaMm2},
    {"volume|vol|grayvol|greyvol", &RegionMeasures::volumeMm3},
    {"numvert|nvertices|vertices", &RegionMeasures::vertices},
};

/// A column that is a measure of a region.
struct RegionColumn {
    QString region;
    Side side = Side::Left;
    double RegionMeasures::*measure = nullptr;
};

std::optional<RegionColumn> regionColumn(const QString& column) {
    static const QRegularExpression pattern(
        QStringLiteral("^(?:ctx[-_.])?(?<side>lh|rh|l|r|left|right)[-_.](?<region>.+)[-_.](?<measure>[a-z]+)$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto found = pattern.match(column);
    if (!found.hasMatch()) return {};
    const QString word = found.captured(QStringLiteral("measure")).toLower();
    for (const MeasureName& name : measureNames) {
        if (!QString::fromLatin1(name.spellings).split(u'|').contains(word)) continue;
        RegionColumn made;
        made.region = found.captured(QStringLiteral("region"));
        made.side =
            found.captured(QStringLiteral("side")).startsWith(u'l', Qt::CaseInsensitive) ? Side::Left : Side::Right;
        made.measure = name.measure;
        // aparcstats2table's means of a whole side, and the name of its first column, "lh.aparc.thickness"
        static const QRegularExpression noRegion(QStringLiteral("^(MeanThickness|WhiteSurfArea|aparc.*)$"));
        if (made.region.contains(noRegion)) return {};
        return made;
    }
    return {};
}

/// Which columns say whose a row is, -1 for none: by their names, of participants else the first.
struct NamingColumns {
    qsizetype participant = 0, visit = -1;
    bool isNamed = false; ///< The first column of aparcstats2table is named by what the table holds
    bool operator==(const NamingColumns&) const = default;

    explicit NamingColumns(const TableMapping& mapping) {
        for (std::size_t c = 0; c < mapping.size(); ++c) {
            if (mapping[c].meaning == QStringLiteral("participant") && !isNamed) {
                participant = static_cast<qsizetype>(c);
                isNamed = true;
            } else if (mapping[c].meaning == QStringLiteral("visit"))
                visit = static_cast<qsizetype>(c);
        }
    }
    [[nodiscard]] QString rowName(const DelimitedTable::Row& row) const {
        const QString name = row.cells.value(participant);
        return visit < 0 ? name : name + u'/' + row.cells.value(visit);
    }
};

std::optional<double> measureOf(const DelimitedTable& table, const QString& cell) {
    auto value = numberOf(cell, false);
    if (!value && table.separator != u',') value = numberOf(cell, true); // a decimal comma is possible
    return value && *value > 0 ? value : std::nullopt;
}

/// Columns that are no regions and of some meaning beside naming people and visits. `known`: those that a study knows.
QStringList clinicalColumns(const TableMapping& mapping, bool known) {
    static const QStringList naming{QStringLiteral("participant"), QStringLiteral("visit"), leftOut};
    QStringList names;
    for (const TableColumn& column : mapping)
        if (!regionColumn(column.column) && !naming.contains(column.meaning) &&
            !(known && (column.meaning == ofParticipant || column.meaning == ofVisit)))
            names << column.column;
    return names;
}

/// A table and its mapping without the columns of regions, which nobody is to be asked about.
std::pair<DelimitedTable, TableMapping> withoutRegions(const DelimitedTable& table, const TableMapping& mapping) {
    DelimitedTable few{table.name, {}, {}, table.separator};
    TableMapping told;
    QList<qsizetype> columns;
    for (qsizetype c = 0; c < table.columns.size(); ++c) {
        if (regionColumn(table.columns[c])) continue;
        columns << c;
        few.columns << table.columns[c];
        told.push_back(mapping[static_cast<std::size_t>(c)]);
    }
    for (const DelimitedTable::Row& row : table.rows) {
        few.rows.push_back({row.number, {}});
        for (const qsizetype c : columns) few.rows.back().cells << row.cells.value(c);
    }
    return {few, told};
}

/// What a table's columns mean, those of regions left out.
struct Meant {
    TableMapping mapping;
    bool takesClinical = false; ///< The others are to be taken as a clinical table's
};

/// By the mapping that lies by the table, else by a guess that the options agree to.
Meant meantBy(const QString& file, const DelimitedTable& table, const TableMapping& guess, bool namesTellVisits,
              const IntakeOptions& options, IntakeBuilder& builder) {
    Meant made{guess, false};
    if (const QString written = mappingFile(file, options.mappingFolder); QFileInfo::exists(written)) {
        made = {readMapping(written, table), true};
    } else if (!clinicalColumns(guess, false).isEmpty() && NamingColumns(guess).isNamed) {
        auto [few, told] = withoutRegions(table, guess);
        for (TableColumn& column : told)
            if (namesTellVisits && column.meaning == ofParticipant) column.meaning = ofVisit;
        const auto agreed = agreedMapping(file, few, told, options, builder);
        made.takesClinical = agreed.has_value();
        for (const TableColumn& column : agreed.value_or(TableMapping()))
            std::replace_if(
                made.mapping.begin(), made.mapping.end(),
                [&](const TableColumn& one) { return one.column == column.column; }, column);
    } else if (const QStringList others = clinicalColumns(guess, true); !others.isEmpty())
        builder.problem(Texts::tr("%1: only its regions were taken, not %2: no column is named like one of "
                                  "participants. Name that column participant_id.")
                            .arg(table.name, others.join(QStringLiteral(", "))));
    for (TableColumn& column : made.mapping)
        if (regionColumn(column.column)) column.meaning = leftOut;
    return made;
}

QStringList cellsOf(const DelimitedTable& table, qsizetype column) {
    QStringList cells;
    for (const DelimitedTable::Row& row : table.rows) cells << row.cells.value(column);
    return cells;
}

const QString digestMark = QStringLiteral("sha256:");

std::vector<qsizetype> regionColumnsOf(const DelimitedTable& table) {
    std::vector<qsizetype> columns;
    for (qsizetype c = 0; c < table.columns.size(); ++c)
        if (regionColumn(table.columns[c])) columns.push_back(c);
    return columns;
}

/// A reference to a row that does not tell whose it is: of its name and all its measures, which the study does not hold,
/// so that no list of names can be tried. Empty where it has too few of them.
QString digestOf(const DelimitedTable& table, const std::vector<qsizetype>& regionColumns,
                 const DelimitedTable::Row& row, const QString& rowName) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(rowName.toUtf8());
    int measures = 0;
    for (const qsizetype c : regionColumns) {
        const QString cell = row.cells.value(c);
        hash.addData(QByteArray("\0", 1) + cell.toUtf8());
        measures += measureOf(table, cell).has_value();
    }
    return measures < fewestColumns ? QString() : digestMark + QString::fromLatin1(hash.result().toHex());
}

} // namespace

bool isRegionTable(const QStringList& columns) {
    return std::count_if(columns.begin(), columns.end(),
                         [](const QString& column) { return regionColumn(column).has_value(); }) >= fewestColumns;
}

bool isRegionTableFile(const QString& path) {
    static const QStringList suffixes{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),
                                      QStringLiteral("dat"), QStringLiteral("table")};
    return suffixes.contains(QFileInfo(path).suffix().toLower()) && isRegionTable(columnsOf(path));
}

std::optional<int> stripPartOf(const QString& region) {
    static const QRegularExpression pattern(QStringLiteral("^precentral\\.strip-(\\d+)$"));
    const auto found = pattern.match(region);
    return found.hasMatch() ? std::optional(found.captured(1).toInt() - 1) : std::nullopt;
}

bool hasMotorStrip(const QString& path) {
    const QStringList columns = columnsOf(path);
    return std::any_of(columns.begin(), columns.end(), [](const QString& column) {
        const auto told = regionColumn(column);
        return told && stripPartOf(told->region);
    });
}

void takeRegionTable(const QString& root, const QString& path, const std::vector<PathTemplate>& own,
                     const IntakeOptions& options, IntakeBuilder& builder, io::Job& job) {
    const QString file = QDir(root).filePath(path);
    const DelimitedTable table = readDelimited(file);
    const FreeSurferNames names(own);
    const TableMapping guess = guessMapping(table);
    const NamingColumns guessed(guess);
    const QStringList rowNames = cellsOf(table, guessed.participant);
    const bool namesTellVisits =
        guessed.visit < 0 && std::any_of(rowNames.begin(), rowNames.end(), [&](const QString& name) {
            const auto match = names.match(name, FreeSurferNames::basesOf({name}));
            return match && !match->visit.isEmpty();
        });

    auto [mapping, takesClinical] = meantBy(file, table, guess, namesTellVisits, options, builder);
    const NamingColumns naming(mapping);
    const auto basesByRun = FreeSurferNames::basesOf(cellsOf(table, naming.participant));
    const std::vector<qsizetype> regionColumns = regionColumnsOf(table);
    const QString identity = fileIdentity(file);
    const bool isShifting = options.dateShift && options.dateShift->isActive();
    // A row's name is looked for where it is guessed to stand, without the mapping
    const bool byDigest = isShifting || naming != guessed;

    DelimitedTable clinical{table.name, table.columns, {}, table.separator};
    const bool addsVisits = naming.visit < 0 && namesTellVisits;
    if (addsVisits) {
        clinical.columns << QStringLiteral("visit");
        mapping.push_back({QStringLiteral("visit"), QStringLiteral("visit"), {}});
    }
    std::vector<std::pair<PathMatch, Item>> items;
    QHash<QString, int> seen;
    QStringList unnamed, unmeasured;
    for (const DelimitedTable::Row& row : table.rows) {
        const QString name = row.cells.value(naming.participant), rowName = naming.rowName(row);
        PathMatch whose;
        if (naming.visit >= 0) {
            whose.participant = name;
            whose.visit = isMissing(row.cells.value(naming.visit)) ? QString() : row.cells.value(naming.visit);
        } else if (const auto match = names.match(name, basesByRun))
            whose = *match;
        if (isMissing(name) || whose.participant.isEmpty()) {
            unnamed << QString::number(row.number);
            continue;
        }
        if (const int first = seen.value(rowName, 0)) {
            builder.problem(Texts::tr("%1, row %2: %3 stands in row %4 already. The row was left out.")
                                .arg(table.name, QString::number(row.number), rowName, QString::number(first)));
            continue;
        }
        seen[rowName] = row.number;
        if (takesClinical && row.cells.size() == table.columns.size()) {
            // Whose it is and when as its name tells; without a visit the one that builder.item() makes
            if (addsVisits && whose.visit.isEmpty()) whose.visit = QStringLiteral("1");
            clinical.rows.push_back(row);
            clinical.rows.back().cells[naming.participant] = whose.participant;
            if (addsVisits) clinical.rows.back().cells << whose.visit;
        } else if (takesClinical)
            builder.problem(Texts::tr("%1, row %2: there are %3 cells for %4 columns. Only its regions were taken.")
                                .arg(table.name, QString::number(row.number), QString::number(row.cells.size()),
                                     QString::number(table.columns.size())));
        QMap<QString, QString> more;
        more[QStringLiteral("row")] = byDigest ? digestOf(table, regionColumns, row, guessed.rowName(row)) : rowName;
        if (more[QStringLiteral("row")].isEmpty()) {
            unmeasured << QString::number(row.number);
            continue;
        }
        if (isShifting) whose.participant = options.dateShift->pseudonymOf(plainName(whose.participant));
        if (whose.more.contains(QStringLiteral("base")))
            more[QStringLiteral("base")] = isShifting ? whose.participant : whose.more.value(QStringLiteral("base"));
        items.emplace_back(whose, Item{{},
                                       {},
                                       QStringLiteral("thickness"),
                                       QStringLiteral("region table"),
                                       itemName(path),
                                       root,
                                       path,
                                       identity,
                                       more});
    }
    if (takesClinical) {
        TableContext context;
        context.dateShift = options.dateShift;
        takeTable(clinical, mapping, context, builder, job);
    }
    for (const auto& [whose, item] : items) {
        const QDate day = isShifting ? dayOf(whose.visit) : QDate(); // a label that tells a real day
        const auto days = isRealDay(day) ? options.dateShift->offsetOf(whose.participant) : std::nullopt;
        if (days)
            builder.visit(whose.participant, {}, day.addDays(*days), path).items.push_back(item);
        else
            builder.item(whose.participant, whose.visit, item);
    }
    if (!unnamed.isEmpty())
        builder.problem(Texts::tr("%1: %n row(s), from row %2 on, name no participant. They were left out.", nullptr,
                                  static_cast<int>(unnamed.size()))
                            .arg(table.name, unnamed.first()));
    if (!unmeasured.isEmpty())
        builder.problem(Texts::tr("%1: %n row(s), from row %2 on, have next to no measures of regions, which were left "
                                  "out.",
                                  nullptr, static_cast<int>(unmeasured.size()))
                            .arg(table.name, unmeasured.first()));
}

bool isDigest(const QString& row) { return row.startsWith(digestMark); }

const std::vector<RegionMeasures>* RegionRows::find(const QString& row) const {
    const auto place = places.constFind(row);
    return place == places.cend() ? nullptr : &rows[*place];
}

RegionRows readRegionTable(const QString& path) {
    const DelimitedTable table = readDelimited(path);
    const NamingColumns naming(guessMapping(table));
    struct Column {
        qsizetype column;
        std::size_t region;
        double RegionMeasures::*measure;
    };
    std::vector<RegionMeasures> empty;
    std::vector<Column> columns;
    std::vector<qsizetype> regionColumns;
    QHash<std::pair<QString, int>, std::size_t> regionAt;
    for (qsizetype c = 0; c < table.columns.size(); ++c) {
        const auto told = regionColumn(table.columns[c]);
        if (!told) continue;
        const std::pair key(told->region, static_cast<int>(told->side));
        if (!regionAt.contains(key)) {
            regionAt[key] = empty.size();
            empty.push_back({told->region, told->side, none, none, none, none, none});
        }
        columns.push_back({c, regionAt[key], told->measure});
        regionColumns.push_back(c);
    }
    RegionRows made;
    for (const DelimitedTable::Row& row : table.rows) {
        const QString name = naming.rowName(row);
        std::vector<RegionMeasures> measures = empty;
        for (const Column& column : columns)
            if (const auto value = measureOf(table, row.cells.value(column.column)))
                measures[column.region].*column.measure = *value;
        if (!made.places.contains(name)) made.places[name] = made.rows.size();
        if (const QString digest = digestOf(table, regionColumns, row, name); !digest.isEmpty())
            made.places[digest] = made.rows.size();
        made.rows.push_back(std::move(measures));
    }
    return made;
}

} // namespace neuraxis::study
