#include "core/study/table_mapping.h"

#include "core/io/error.h"
#include "core/model/staging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

enum class Holds { Words, Dates, Numbers, Sexes };

// Columns that tell who somebody is; they are not for a study.
constexpr const char* identifying =
    "(patient_?|full_?|last_?|first_?|sur|family_?|given_?|maiden_?)?names?|(achter|voor|meisjes)?naam|initials|"
    "voorletters|initialen|address|adres|street|straat|(post|zip)_?code|city|woonplaats|(e_?)?mail(_?address|adres)?|"
    "(tele)?phone(_?number)?|telefoon(nummer)?|mobile|mobiel|bsn|mrn|burgerservicenummer|patient_?number|"
    "pati.nt(en)?_?nummer|(general_)?practitioner|physician|huisarts|behandelaar|hospital_?(id|number|nr)|"
    "ziekenhuisnummer";

struct ColumnName {
    const char* word;
    Holds holds;
    const char* spellings; ///< Of a column's name in lower case with _ for all that is no letter or digit
};

// English and Dutch names, of BIDS, Castor and REDCap. The first that matches is taken.
constexpr ColumnName columnNames[] = {
    {"participant", Holds::Words,
     "participant|(participant|sub(j(ect)?)?|patient|record|study|castor|als)_?(id|nr|no|number|nummer)|subject|"
     "patient|"
     "pseudonym|subj|sub|id|deelnemer|studienummer"},
    {"visit", Holds::Words,
     "(visit|session|ses|bezoek|visite|timepoint|time_point)(_?(id|no|nr|number|label|name|nummer))?|tp|wave|"
     "redcap_event_name|event_name"},
    {"visit date", Holds::Dates,
     "date|datum|acq_time|(visit|session|scan|mri|exam|assessment|bezoek)_?(date|datum)|"
     "date_(of_)?(the_)?(visit|session|scan|mri|exam|assessment)|datum_(bezoek|scan|mri)"},
    {"group", Holds::Words, "(study_)?group|diagnosis|dx|diagnose|groep|phenotype_group|pathology|cohort"},
    {"sex", Holds::Sexes, "sex|gender|geslacht"},
    {"birth date", Holds::Dates, "birth_?date|date_of_birth|dob|geboortedatum"},
    {"birth year", Holds::Numbers, "birth_?year|year_of_birth|yob|geboortejaar"},
    {"age", Holds::Numbers, "age|age_(at_)?(visit|scan|mri|session)|age_years|leeftijd"},
    {"genotype", Holds::Words, "genotype|gene|mutation|genetics|genetic_status|mutatie"},
    {"onset site", Holds::Words,
     "(onset_)?site_?(of_)?onset|onset_(site|region)|region_of_onset|(plaats|regio)(_van)?(_het)?_begin|beginplaats"},
    {"onset date", Holds::Dates,
     "onset(_date)?|(disease|symptom|als)_?onset(_date)?|date_(of_)?((disease|symptom|als)_)?onset|begindatum|(datum_)?"
     "(begin_|eerste_)klachten|datum_begin(_klachten)?"},
    {"alsfrs-r.total", Holds::Numbers, "als_?frs(_?r)?(_?(total|score|sum|totaal|total_score))?"},
    {"NIV", Holds::Dates, "(date_(of_)?)?(start_)?(niv|nippv|bipap)(_start)?(_date)?|(start)?datum_niv"},
    {"PEG", Holds::Dates, "(date_(of_)?)?(peg|gastrostomy|rig)(_date)?|datum_peg"},
    {"tracheostomy", Holds::Dates, "(date_(of_)?)?trache(ost|ot)omy(_date)?|datum_tracheo(s)?tomie"},
    {"death", Holds::Dates, "death(_date)?|date_(of_)?death|dod|died(_on)?|overlijdensdatum|datum_overlijden"},
    {"quality", Holds::Words, "quality|qc|kwaliteit"},
};

// What the twelve items of the ALSFRS-R ask, in a column's name behind their number or in its place.
constexpr struct {
    const char *number, *asks;
} scaleItems[] = {
    {"1", "speech"},
    {"2", "salivation"},
    {"3", "swallowing"},
    {"4", "handwriting"},
    {"5_?b", "cutting(_food)?_(with_)?(peg|gastrostomy)"},
    {"5(_?a)?", "cutting(_food)?"},
    {"6", "dressing(_(and_)?hygiene)?"},
    {"7", "turning(_in_bed)?"},
    {"8", "walking"},
    {"9", "(climbing_)?stairs"},
    {"10", "dyspno?ea"},
    {"11", "orthopno?ea"},
    {"12", "respiratory(_insufficiency)?"},
};

/// "alsfrs-r.5b" of "5_?b".
QString itemMeaning(const char* number) {
    const QString all = QLatin1String(number), digits = all.section(u'_', 0, 0).remove(u'(');
    return QStringLiteral("alsfrs-r.") + digits +
           (all.contains(u'b')   ? QStringLiteral("b")
            : all.contains(u'a') ? QStringLiteral("a")
                                 : QString());
}

struct Meaning {
    QString word;
    Holds holds;
    QRegularExpression spellings;
};

const std::vector<Meaning>& known() {
    static const std::vector<Meaning> all = [] {
        std::vector<Meaning> made;
        const auto add = [&](const QString& word, Holds holds, const QString& spellings) {
            made.push_back({word, holds, QRegularExpression(QRegularExpression::anchoredPattern(spellings))});
        };
        for (const ColumnName& c : columnNames) add(QLatin1String(c.word), c.holds, QLatin1String(c.spellings));
        for (const auto& item : scaleItems) {
            add(itemMeaning(item.number), Holds::Numbers,
                QStringLiteral("als_?frs_?r?_?(item|q|vraag)?_?0?%1(_%2)?|(als_?frs_?r?_)?%2")
                    .arg(QLatin1String(item.number), QLatin1String(item.asks)));
        }
        return made;
    }();
    return all;
}

const Meaning* meaningOf(const QString& word) {
    for (const Meaning& m : known())
        if (word == m.word) return &m;
    return nullptr;
}

QString simplified(const QString& column) {
    QString simple;
    for (const QChar c : column.toLower()) simple += c.isLetterOrNumber() ? c : QChar(u'_');
    static const QRegularExpression many(QStringLiteral("_+")), ends(QStringLiteral("^_|_$"));
    return simple.replace(many, QStringLiteral("_")).remove(ends);
}

/// What stands in a column; of a long one rows spread over it, which are enough for a guess.
QStringList valuesOf(const DelimitedTable& table, qsizetype column) {
    constexpr std::size_t enough = 2000;
    QStringList values;
    for (std::size_t r = 0; r < table.rows.size(); r += 1 + table.rows.size() / enough) {
        const QStringList& cells = table.rows[r].cells;
        if (column < cells.size() && !isMissing(cells[column])) values << cells[column];
    }
    return values;
}

template <class Test> double part(const QStringList& values, const Test& test) {
    return values.isEmpty() ? 0
                            : static_cast<double>(std::count_if(values.begin(), values.end(), test)) /
                                  static_cast<double>(values.size());
}

/// The format in which the most of the values are days, and how large a part that is. Day first where both could be.
std::pair<QString, double> dateFormatOf(const QStringList& values) {
    std::pair<QString, double> best;
    for (const char* format : {"yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "M/d/yyyy", "M-d-yyyy", "d.M.yyyy", "yyyy/M/d",
                               "yyyyMMdd", "d MMM yyyy", "d-MMM-yyyy", "d MMMM yyyy"}) {
        const QString f = QLatin1String(format);
        const double fits = part(values, [&](const QString& v) { return dayOf(v, f).isValid(); });
        if (fits > best.second) best = {f, fits};
    }
    return best;
}

bool isNumber(const QString& cell) { return numberOf(cell, false) || numberOf(cell, true); }

bool isSexWord(const QString& cell) { return !isNumber(cell); }

} // namespace

QStringList meanings() {
    QStringList words;
    for (const Meaning& m : known()) words << m.word;
    return words << ofParticipant << ofVisit << leftOut;
}

QDate dayOf(const QString& cell, const QString& format) {
    QString day = cell.trimmed();
    // A time of day: "2020-01-31T12:00:00", "31-01-2020 12:00"
    static const QRegularExpression time(QStringLiteral("[T ]\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?Z?$"));
    if (day.contains(u':')) day.remove(time);
    const QDate date = QLocale::c().toDate(day, format);
    return date.isValid() && date.year() >= 1800 && date.year() < 2200 ? date : QDate();
}

QDate dayOf(const QString& cell) { return dayOf(cell, dateFormatOf({cell}).first); }

bool holdsDays(const DelimitedTable& table, qsizetype column) {
    return dateFormatOf(valuesOf(table, column)).second >= 0.5;
}

std::optional<double> numberOf(const QString& cell, bool comma) {
    const QByteArray text = cell.trimmed().toLatin1();
    // toDouble() knows words too, "inf" and "nan", and hexadecimal
    for (const char c : text)
        if ((c < '0' || c > '9') && c != '+' && c != '-' && c != 'e' && c != 'E' && c != (comma ? ',' : '.')) return {};
    bool fine = false;
    const double value = QByteArray(text).replace(',', '.').toDouble(&fine);
    return fine && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool namesParticipants(const QStringList& columns) {
    const Meaning* participant = meaningOf(QStringLiteral("participant"));
    return std::any_of(columns.begin(), columns.end(), [&](const QString& column) {
        return participant->spellings.match(simplified(column)).hasMatch();
    });
}

TableMapping guessMapping(const DelimitedTable& table) {
    TableMapping mapping;
    QSet<QString> taken;
    for (qsizetype c = 0; c < table.columns.size(); ++c) {
        const QString name = simplified(table.columns[c]);
        const QStringList values = valuesOf(table, c);
        TableColumn column{table.columns[c], {}, {}};
        for (const Meaning& m : known()) {
            if (taken.contains(m.word) || !m.spellings.match(name).hasMatch()) continue;
            const auto format = m.holds == Holds::Dates ? dateFormatOf(values) : std::pair<QString, double>();
            const bool fits = values.isEmpty() || m.holds == Holds::Words ||
                              (m.holds == Holds::Dates && format.second >= 0.5) ||
                              (m.holds == Holds::Numbers && part(values, isNumber) >= 0.5) ||
                              (m.holds == Holds::Sexes && part(values, isSexWord) >= 0.5);
            if (!fits) {
                column.note = Texts::tr("named like \"%1\", but its values do not look so").arg(m.word);
                break;
            }
            column.meaning = m.word;
            column.note = format.first;
            break;
        }
        if (!column.meaning.isEmpty()) taken.insert(column.meaning);
        if (column.column.isEmpty()) column.meaning = leftOut;
        static const QRegularExpression person(QRegularExpression::anchoredPattern(QLatin1String(identifying)));
        if (column.meaning.isEmpty() && person.match(name).hasMatch()) {
            column.meaning = leftOut;
            column.note = Texts::tr("may tell who somebody is");
        }
        mapping.push_back(column);
    }
    // What is kept by its name is of the visit where rows are visits
    const QString others = taken.contains(QStringLiteral("visit")) ? ofVisit : ofParticipant;
    QStringList people;
    for (std::size_t c = 0; c < mapping.size(); ++c)
        if (mapping[c].meaning == QStringLiteral("participant"))
            for (const DelimitedTable::Row& row : table.rows) people << row.cells.value(static_cast<qsizetype>(c));
    const bool again = QSet<QString>(people.begin(), people.end()).size() < people.size();
    const bool dated = taken.contains(QStringLiteral("visit date"));
    for (TableColumn& column : mapping)
        if (column.meaning.isEmpty()) column.meaning = others == ofVisit || (dated && again) ? ofVisit : ofParticipant;
    return mapping;
}

void findDateFormats(const DelimitedTable& table, TableMapping& mapping) {
    for (std::size_t c = 0; c < mapping.size(); ++c)
        if (const Meaning* fixed = meaningOf(mapping[c].meaning);
            fixed && fixed->holds == Holds::Dates && mapping[c].note.isEmpty())
            mapping[c].note = dateFormatOf(valuesOf(table, static_cast<qsizetype>(c))).first;
}

QString meaningInWords(const QString& meaning) {
    static const QHash<QString, QString> words = {
        {QStringLiteral("participant"), Texts::tr("Participant's pseudonym")},
        {QStringLiteral("visit"), Texts::tr("Visit's label")},
        {QStringLiteral("visit date"), Texts::tr("Date of the visit")},
        {QStringLiteral("group"), Texts::tr("Group")},
        {QStringLiteral("sex"), Texts::tr("Sex")},
        {QStringLiteral("birth date"), Texts::tr("Date of birth (month and year are kept)")},
        {QStringLiteral("birth year"), Texts::tr("Year of birth")},
        {QStringLiteral("age"), Texts::tr("Age in years at the visit")},
        {QStringLiteral("genotype"), Texts::tr("Genotype")},
        {QStringLiteral("onset site"), Texts::tr("Site of onset")},
        {QStringLiteral("onset date"), Texts::tr("Date of onset")},
        {QStringLiteral("alsfrs-r.total"), Texts::tr("ALSFRS-R total")},
        {QStringLiteral("NIV"), Texts::tr("Start of NIV")},
        {QStringLiteral("PEG"), Texts::tr("Date of PEG")},
        {QStringLiteral("tracheostomy"), Texts::tr("Date of tracheostomy")},
        {QStringLiteral("death"), Texts::tr("Date of death")},
        {QStringLiteral("quality"), Texts::tr("Quality of the visit")},
        {ofParticipant, Texts::tr("Kept with the participant, by its name")},
        {ofVisit, Texts::tr("Kept with the visit, by its name")},
        {leftOut, Texts::tr("Left out")},
    };
    if (const auto known = words.constFind(meaning); known != words.cend()) return *known;
    const QString item = meaning.section(u'.', 1).remove(u'a'); // "alsfrs-r.5a"
    const QString asks = scoreItemInWords(item);
    return asks.isEmpty() ? meaning : QStringLiteral("ALSFRS-R %1: %2").arg(item, asks);
}

QString mappingFault(const TableMapping& mapping) {
    QHash<QString, QString> columns; // by meaning
    for (const TableColumn& c : mapping) {
        if (c.meaning == ofParticipant || c.meaning == ofVisit || c.meaning == leftOut) continue;
        if (columns.contains(c.meaning))
            return Texts::tr("%1 and %2 are both \"%3\". Only one column can be.")
                .arg(columns[c.meaning], c.column, meaningInWords(c.meaning));
        columns[c.meaning] = c.column;
    }
    return columns.contains(QStringLiteral("participant"))
               ? QString()
               : Texts::tr("One column must name the participants by their pseudonyms.");
}

QString mappingFile(const QString& table, const QString& folder) {
    const QFileInfo info(table);
    return QDir(folder.isEmpty() ? info.path() : folder).filePath(info.fileName() + QStringLiteral(".mapping.tsv"));
}

void writeMapping(const TableMapping& mapping, const QString& path) {
    QString text = QStringLiteral("column\tmeaning\tnote\n");
    for (const TableColumn& c : mapping) {
        QString name = c.column;
        static const QRegularExpression special(QStringLiteral("[\"\t\r\n]"));
        if (name.contains(special)) name = u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
        text += name + u'\t' + c.meaning + u'\t' + QString(c.note).replace(u'"', u'\'') + u'\n';
    }
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        throw io::Error(Texts::tr("The mapping %1 cannot be written: %2. Say where to write it.")
                            .arg(QFileInfo(path).fileName(), file.errorString()));
}

TableMapping readMapping(const QString& path, const DelimitedTable& table) {
    const DelimitedTable read = readDelimited(path);
    if (read.columns.size() < 2 || read.columns[0] != QStringLiteral("column") ||
        read.columns[1] != QStringLiteral("meaning"))
        throw io::Error(Texts::tr("The mapping %1 is to have the columns column, meaning and note. Correct it, or "
                                  "remove it to have it guessed again.")
                            .arg(read.name));
    TableMapping mapping;
    for (const QString& column : table.columns) mapping.push_back({column, leftOut, {}});
    for (const DelimitedTable::Row& row : read.rows) {
        const QString column = row.cells.value(0), meaning = row.cells.value(1), note = row.cells.value(2);
        const auto there =
            std::find_if(mapping.begin(), mapping.end(), [&](const TableColumn& c) { return c.column == column; });
        if (there == mapping.end() && meaning != leftOut)
            throw io::Error(Texts::tr("The table %1 has no column %2, which row %3 of its mapping names. Correct the "
                                      "mapping, or remove it to have it guessed again.")
                                .arg(table.name, column, QString::number(row.number)));
        if (!meanings().contains(meaning))
            throw io::Error(
                Texts::tr("Row %1 of the mapping %2: \"%3\" is no meaning of a column. There are: %4.")
                    .arg(QString::number(row.number), read.name, meaning, meanings().join(QStringLiteral(", "))));
        if (there == mapping.end()) continue;
        *there = {column, meaning, note};
    }
    findDateFormats(table, mapping);
    return mapping;
}

} // namespace neuraxis::study
