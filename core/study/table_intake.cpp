#include "core/study/table_intake.h"

#include "core/io/error.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

const QString scorePrefix = QStringLiteral("alsfrs-r.");

/// Why a row is not taken.
struct BadRow {
    QString why;
};
/// Why a cell cannot be read. A score's is left out; with another, whom and when the row tells of is in doubt.
struct BadCell {
    QString why;
};

constexpr double longestLife = 120, agesDiffer = 1.5; // years

/// A row's cells as what they mean.
struct RowRecords {
    Participant participant;
    Visit visit;
    QDate birth;
    std::vector<StudyEvent> events;
};

/// "1.234,5": a number of some kind, and not of which.
bool hasBothSeparators(const QString& cell) {
    static const QRegularExpression digits(QStringLiteral("^[+-]?\\d+[.,\\d]*$"));
    return cell.contains(u'.') && cell.contains(u',') && cell.contains(digits);
}

QDate deathIn(const std::vector<StudyEvent>& events) {
    for (const StudyEvent& event : events)
        if (event.kind == QStringLiteral("death")) return event.date;
    return {};
}

class TableTaking {
  public:
    TableTaking(const DelimitedTable& table, const TableMapping& mapping, const TableContext& context,
                IntakeBuilder& builder)
        : table(table), mapping(mapping), context(context), builder(builder) {
        for (const TableColumn& c : mapping) {
            namesPeople |= c.meaning == QStringLiteral("participant");
            hasDates |= c.meaning == QStringLiteral("visit date");
        }
        if (!namesPeople && context.participant.isEmpty())
            throw io::Error(Texts::tr("The table %1 has no column of participants. Give that column the meaning "
                                      "\"participant\" in the table's mapping.")
                                .arg(table.name));
        findCommas();
    }

    void run(io::Job& job) {
        job.expect(static_cast<int>(table.rows.size()));
        findHiddenDays();
        for (const DelimitedTable::Row& row : table.rows) {
            job.throwIfCancelled();
            job.advance();
            try {
                takeRow(row);
            } catch (const BadRow& bad) {
                tell(row, bad.why);
            }
        }
    }

  private:
    void tell(const DelimitedTable::Row& row, const QString& what) {
        builder.problem(Texts::tr("%1, row %2: %3").arg(table.name, QString::number(row.number), what));
    }

    [[nodiscard]] bool isShifting() const { return context.dateShift && context.dateShift->isActive(); }

    /// Real dates as those of the participant's copies. One that is real tells that all of its row are.
    void shift(RowRecords& row) {
        if (!isShifting()) return;
        Participant& p = row.participant;
        p.name = context.dateShift->pseudonymOf(p.name);
        const auto offset = context.dateShift->offsetOf(p.name);
        if (!offset) return;
        Visit& v = row.visit;
        if (const QDate day = dayOf(v.label); isRealDay(day)) { // a label that tells it
            if (!v.date.isValid()) v.date = day;
            v.label.clear();
        }
        std::vector<QDate> told{v.date, p.onset};
        for (const StudyEvent& event : row.events) told.push_back(event.date);
        const bool tells = std::any_of(told.begin(), told.end(), [](const QDate& day) { return day.isValid(); });
        // Of a year of birth alone: what was shifted lies before anybody alive
        const bool isReal = tells ? std::any_of(told.begin(), told.end(), isRealDay)
                                  : p.birthYear && *p.birthYear > today.year() - longestLife + 1;
        if (!isReal) return;
        const auto shifted = [&](const QDate& day) { return day.isValid() ? day.addDays(*offset) : day; };
        v.date = shifted(v.date);
        p.onset = shifted(p.onset);
        row.birth = shifted(row.birth);
        for (StudyEvent& event : row.events) event.date = shifted(event.date);
        if (p.birthYear) p.birthYear = shiftedBirthYear(*p.birthYear, *offset);
        builder.countShifted();
    }

    /// Days of unknown meaning would tell what others were shifted by.
    void findHiddenDays() {
        for (qsizetype c = 0; c < table.columns.size(); ++c) {
            const QString& meaning = mapping[static_cast<std::size_t>(c)].meaning;
            hidden.push_back(isShifting() && (meaning == ofParticipant || meaning == ofVisit) && holdsDays(table, c));
            if (hidden.back())
                builder.problem(Texts::tr("%1: the dates in the column %2 were left out, because nothing says what "
                                          "they are and the study's dates are shifted. Give the column a meaning, or "
                                          "leave it out, in the table's mapping.")
                                    .arg(table.name, table.columns[c]));
        }
    }

    /// Whether each column's numbers have decimal commas: by the most of its own, else of the table's.
    void findCommas() {
        std::vector<int> balances;
        for (qsizetype c = 0; c < table.columns.size(); ++c) {
            int balance = 0;
            for (const DelimitedTable::Row& row : table.rows) {
                const QString cell = row.cells.value(c);
                if (cell.contains(u',') && numberOf(cell, true)) ++balance;
                if (cell.contains(u'.') && numberOf(cell, false)) --balance;
            }
            balances.push_back(balance);
        }
        const int all = std::accumulate(balances.begin(), balances.end(), 0);
        for (const int balance : balances) commas.push_back((balance ? balance : all) > 0);
    }

    double number(qsizetype column, const QString& cell) const {
        const bool comma = commas[static_cast<std::size_t>(column)];
        if (const auto value = numberOf(cell, comma)) return *value;
        const QString name = table.columns[column];
        if (numberOf(cell, !comma))
            throw BadCell{
                comma ? Texts::tr("%1 has the decimal point of \"%2\" where the column has decimal commas; write "
                                  "all numbers alike.")
                            .arg(name, cell)
                      : Texts::tr("%1 has the decimal comma of \"%2\" where the column has decimal points; write "
                                  "all numbers alike.")
                            .arg(name, cell)};
        throw BadCell{Texts::tr("\"%2\" in %1 is no number.").arg(name, cell)};
    }

    QDate date(qsizetype column, const QString& cell) {
        const QString format = mapping[static_cast<std::size_t>(column)].note;
        auto known = days.find({format, cell});
        if (known == days.end()) known = days.insert({format, cell}, dayOf(cell, format));
        const QDate day = *known;
        if (!day.isValid())
            throw BadCell{Texts::tr("\"%2\" in %1 is no date like %3.").arg(table.columns[column], cell, format)};
        return day;
    }

    void takeCell(qsizetype column, const QString& cell, RowRecords& row) {
        const QString meaning = mapping[static_cast<std::size_t>(column)].meaning;
        Participant& p = row.participant;
        Visit& v = row.visit;
        if (meaning == QStringLiteral("participant"))
            p.name = plainName(cell);
        else if (meaning == QStringLiteral("visit"))
            v.label = plainLabel(cell);
        else if (meaning == QStringLiteral("visit date"))
            v.date = date(column, cell);
        else if (meaning == QStringLiteral("group")) {
            const StudyGroup* group = findStudyGroup(cell);
            p.group = group ? group->key : cell;
        } else if (meaning == QStringLiteral("sex"))
            p.sex = sexOf(cell);
        else if (meaning == QStringLiteral("birth date")) {
            row.birth = date(column, cell);
            if (row.birth > today) throw BadCell{Texts::tr("%1 is no date of birth.").arg(cell)};
            p.birthYear = row.birth.year() + (row.birth.month() - 0.5) / 12; // the day is nobody's business
        } else if (meaning == QStringLiteral("birth year")) {
            const double year = number(column, cell);
            // Shifted dates lie about a century back, so that there is no first year; two digits are none.
            if (year < 1000 || year >= today.year() + 1) throw BadCell{Texts::tr("%1 is no year of birth.").arg(cell)};
            if (!row.birth.isValid()) p.birthYear = year;
        } else if (meaning == QStringLiteral("age")) {
            v.ageYears = number(column, cell);
            if (*v.ageYears < 0 || *v.ageYears > longestLife)
                throw BadCell{Texts::tr("%1 is no age in years.").arg(cell)};
        } else if (meaning == QStringLiteral("genotype"))
            p.genotype = cell;
        else if (meaning == QStringLiteral("onset site"))
            p.onsetSite = cell;
        else if (meaning == QStringLiteral("onset date"))
            p.onset = date(column, cell);
        else if (meaning == QStringLiteral("quality"))
            v.quality = cell.toLower();
        else if (meaning.startsWith(scorePrefix))
            takeScore(column, meaning, cell, v);
        else if (hidden[static_cast<std::size_t>(column)])
            return;
        else if (meaning == ofParticipant)
            p.more[context.prefix + table.columns[column]] = cell;
        else if (meaning == ofVisit)
            takeOther(column, cell, v);
        else if (meaning != leftOut)
            row.events.push_back({{}, {}, meaning, date(column, cell)});
    }

    void takeScore(qsizetype column, const QString& meaning, const QString& cell, Visit& v) {
        const double score = number(column, cell);
        const bool isTotal = meaning == scorePrefix + QStringLiteral("total");
        if (score < 0 || score > (isTotal ? 48 : 4) || std::floor(score) != score)
            throw BadCell{Texts::tr("%1 in %2 is no score from 0 to %3.")
                              .arg(cell, table.columns[column], QString::number(isTotal ? 48 : 4))};
        v.scores[meaning == scorePrefix + QStringLiteral("5a") ? scorePrefix + u'5' : meaning] = score;
    }

    /// Kept under its own name: numbers as scores, so that they can be sorted and drawn.
    void takeOther(qsizetype column, const QString& cell, Visit& v) {
        const QString name = context.prefix + table.columns[column];
        const bool comma = commas[static_cast<std::size_t>(column)];
        if (const auto value = numberOf(cell, comma))
            v.scores[name] = *value;
        else if (numberOf(cell, !comma) || hasBothSeparators(cell))
            number(column, cell); // throws
        else
            v.more[name] = cell;
    }

    void takeRow(const DelimitedTable::Row& row) {
        if (row.cells.size() != table.columns.size())
            throw BadRow{Texts::tr("there are %1 cells for %2 columns. The row was left out.")
                             .arg(row.cells.size())
                             .arg(table.columns.size())};
        if (const int first = rowsByText.value(row.cells, 0))
            throw BadRow{Texts::tr("it repeats row %1. It was left out.").arg(first)};
        rowsByText[row.cells] = row.number;

        RowRecords records;
        QStringList badScores;
        for (qsizetype c = 0; c < row.cells.size(); ++c) {
            try {
                if (!isMissing(row.cells[c])) takeCell(c, row.cells[c], records);
            } catch (const BadCell& bad) {
                if (!isScore(c)) throw BadRow{Texts::tr("%1 The row was left out.").arg(bad.why)};
                badScores << bad.why;
            }
        }
        if (!context.participant.isEmpty()) records.participant.name = plainName(context.participant);
        if (records.participant.name.isEmpty()) throw BadRow{Texts::tr("it names no participant. It was left out.")};
        checkFuture(records);
        shift(records);
        checkDates(records);
        checkAge(records);
        checkTotal(row, records.visit);
        checkOthers(row, records);
        keep(row, records);
        for (const QString& why : badScores)
            tell(row, Texts::tr("%1 This score was left out, the rest of the row was taken.").arg(why));
    }

    [[nodiscard]] bool isScore(qsizetype column) const {
        const QString& meaning = mapping[static_cast<std::size_t>(column)].meaning;
        return meaning.startsWith(scorePrefix) || meaning == ofVisit;
    }

    void checkFuture(const RowRecords& row) const {
        const auto check = [&](const QDate& day, const QString& what) {
            if (day > today)
                throw BadRow{Texts::tr("%1 on %2 lies in the future. The row was left out.")
                                 .arg(what, day.toString(Qt::ISODate))};
        };
        check(row.visit.date, Texts::tr("the visit"));
        check(row.participant.onset, Texts::tr("the onset"));
        for (const StudyEvent& event : row.events) check(event.date, event.kind);
    }

    /// Days against each other. Not against years: shifted dates are long ago.
    void checkDates(const RowRecords& row) const {
        const Intake::FoundParticipant* before = builder.find(row.participant.name);
        std::optional<double> birthYear = row.participant.birthYear;
        if (!birthYear && before) birthYear = before->participant.birthYear;
        QDate death = deathIn(row.events);
        if (!death.isValid() && before) death = deathIn(before->events);
        const auto check = [&](const QDate& day, const QString& what, const QDate& end) {
            if (!day.isValid()) return;
            const bool early = row.birth.isValid() ? day < row.birth : birthYear && day.year() < std::floor(*birthYear);
            const std::initializer_list<std::pair<bool, const char*>> wrongs = {
                {early, QT_TRANSLATE_NOOP("study", "%1 on %2 lies before the birth. The row was left out.")},
                {birthYear && day.year() - *birthYear > longestLife,
                 QT_TRANSLATE_NOOP("study",
                                   "%1 on %2 lies more than 120 years after the birth. The row was left out.")},
                {end.isValid() && day > end,
                 QT_TRANSLATE_NOOP("study", "%1 on %2 lies after the death. The row was left out.")}};
            for (const auto& [wrong, why] : wrongs)
                if (wrong) throw BadRow{Texts::tr(why).arg(what, day.toString(Qt::ISODate))};
        };
        check(row.visit.date, Texts::tr("the visit"), death);
        check(row.participant.onset, Texts::tr("the onset"), death);
        for (const StudyEvent& event : row.events) check(event.date, event.kind, {});
        if (!before || !(row.participant.birthYear || deathIn(row.events).isValid())) return;
        check(before->participant.onset, Texts::tr("the onset"), death);
        for (const Intake::FoundVisit& found : before->visits) check(found.visit.date, Texts::tr("the visit"), death);
    }

    void checkAge(const RowRecords& row) const {
        Participant born = row.participant;
        if (const auto* before = builder.find(born.name); before && !born.birthYear)
            born.birthYear = before->participant.birthYear;
        if (!born.birthYear) return;
        if (std::floor(*born.birthYear) == *born.birthYear) *born.birthYear += 0.5; // some day of that year
        Visit seen = row.visit;
        seen.ageYears.reset();
        const auto told = row.visit.ageYears, age = ageOf(born, seen);
        if (!told || !age || (*told >= cappedAge && *age >= cappedAge) || std::abs(*told - *age) <= agesDiffer) return;
        throw BadRow{Texts::tr("the age is %1, but by the year of birth %2 at the visit. The row was left out.")
                         .arg(*told)
                         .arg(std::round(*age))};
    }

    /// A total that is not its items' sum is not kept; the items are.
    void checkTotal(const DelimitedTable::Row& row, Visit& v) {
        const QString total = scorePrefix + QStringLiteral("total");
        if (!v.scores.contains(total)) return;
        double sum = 0;
        for (int item = 1; item <= 12; ++item) {
            const QString key = scorePrefix + QString::number(item), other = scorePrefix + QStringLiteral("5b");
            if (!v.scores.contains(key) && !(item == 5 && v.scores.contains(other))) return;
            sum += v.scores.contains(key) ? v.scores[key] : v.scores[other];
        }
        if (sum == v.scores[total]) return;
        tell(row, Texts::tr("the ALSFRS-R total is %1, but its items add up to %2. The items were taken.")
                      .arg(v.scores[total])
                      .arg(sum));
        v.scores.remove(total);
    }

    /// What rows before said of the same participant and visit.
    void checkOthers(const DelimitedTable::Row& row, const RowRecords& records) {
        const Participant& p = records.participant;
        if (const Intake::FoundParticipant* before = builder.find(p.name)) {
            const Participant& known = before->participant;
            if (!p.sex.isEmpty() && !known.sex.isEmpty() && p.sex != known.sex)
                throw BadRow{Texts::tr("participant %1 has another sex than in %2. The row was left out; these may be "
                                       "two people with one pseudonym.")
                                 .arg(p.name, before->from)};
            if (p.birthYear && known.birthYear && isOtherBirthYear(*p.birthYear, *known.birthYear))
                throw BadRow{Texts::tr("participant %1 has another year of birth than in %2. The row was left out; "
                                       "these may be two people with one pseudonym.")
                                 .arg(p.name, before->from)};
            for (const Intake::FoundVisit& v : before->visits)
                if (!records.visit.label.isEmpty() && v.visit.label == records.visit.label && v.visit.date.isValid() &&
                    records.visit.date.isValid() && v.visit.date != records.visit.date)
                    throw BadRow{Texts::tr("visit %1 of participant %2 has another date than in %3. The row was left "
                                           "out.")
                                     .arg(v.visit.label, p.name, v.from)};
        }
        const QStringList key{p.name, records.visit.label, records.visit.date.toString(Qt::ISODate)};
        if (const int first = rowsByKey.value(key, 0))
            throw BadRow{
                records.visit.label.isEmpty() && !records.visit.date.isValid()
                    ? Texts::tr("participant %1 stands in row %2 already. The row was left out.")
                          .arg(p.name, QString::number(first))
                    : Texts::tr("this visit of participant %1 stands in row %2 already, with other values. The "
                                "row was left out.")
                          .arg(p.name, QString::number(first))};
        rowsByKey[key] = row.number;
    }

    void keep(const DelimitedTable::Row& row, RowRecords& records) {
        const QString from = Texts::tr("%1, row %2").arg(table.name, QString::number(row.number));
        const Visit& v = records.visit;
        const bool tellsVisit = !v.scores.isEmpty() || !v.more.isEmpty() || !v.quality.isEmpty();
        if (v.label.isEmpty() && !v.date.isValid() && tellsVisit)
            throw BadRow{Texts::tr("it has scores, but neither a visit nor a date. It was left out.")};
        Intake::FoundParticipant& found = builder.participant(records.participant.name, from);
        Participant& p = found.participant;
        const Participant& told = records.participant;
        for (auto [into, value] : {std::pair{&p.group, &told.group},
                                   {&p.sex, &told.sex},
                                   {&p.genotype, &told.genotype},
                                   {&p.onsetSite, &told.onsetSite}})
            if (!value->isEmpty()) *into = *value;
        if (told.birthYear) p.birthYear = told.birthYear;
        if (told.onset.isValid()) p.onset = told.onset;
        p.more.insert(told.more);
        for (const StudyEvent& event : records.events)
            if (std::find(found.events.begin(), found.events.end(), event) == found.events.end())
                found.events.push_back(event);
        if (v.label.isEmpty() && !v.date.isValid()) {
            if (v.ageYears) p.more[context.prefix + QStringLiteral("age")] = QString::number(*v.ageYears);
            return;
        }
        if (hasDates && !v.date.isValid())
            tell(row, Texts::tr("visit %1 has no date. It was taken without one.").arg(v.label));
        const bool isOnly = context.onlyVisit && v.label.isEmpty() && found.visits.size() == 1;
        Visit& into = builder.visit(p.name, isOnly ? found.visits[0].visit.label : v.label, v.date, from).visit;
        if (v.date.isValid()) into.date = v.date;
        if (v.ageYears) into.ageYears = v.ageYears;
        if (!v.quality.isEmpty()) into.quality = v.quality;
        into.scores.insert(v.scores);
        into.more.insert(v.more);
    }

    const DelimitedTable& table;
    const TableMapping& mapping;
    const TableContext& context;
    IntakeBuilder& builder;
    const QDate today = QDate::currentDate();
    bool namesPeople = false, hasDates = false;
    std::vector<bool> commas, hidden; ///< By column
    QHash<QStringList, int> rowsByText, rowsByKey;
    QHash<std::pair<QString, QString>, QDate> days; ///< By format and cell: reading one is slow, and they repeat
};

} // namespace

void takeTable(const DelimitedTable& table, const TableMapping& mapping, const TableContext& context,
               IntakeBuilder& builder, io::Job& job) {
    TableTaking(table, mapping, context, builder).run(job);
}

std::optional<TableMapping> agreedMapping(const QString& path, const DelimitedTable& table, TableMapping guess,
                                          const IntakeOptions& options, IntakeBuilder& builder) {
    if (!options.agree) return guess;
    if (!options.agree(table, guess)) return {};
    findDateFormats(table, guess);
    try {
        writeMapping(guess, mappingFile(path, options.mappingFolder));
    } catch (const io::Error& error) {
        builder.problem(error.sentence()); // a table on a read-only disk is taken all the same
    }
    return guess;
}

Intake tableIntake(const QString& path, const IntakeOptions& options, io::Job& job) {
    IntakeBuilder builder(QStringLiteral("table"));
    const DelimitedTable table = readDelimited(path);
    const QString file = mappingFile(path, options.mappingFolder);
    const auto mapping = QFileInfo::exists(file) ? readMapping(file, table)
                                                 : agreedMapping(path, table, guessMapping(table), options, builder);
    if (!mapping) return builder.take(job);
    TableContext context;
    context.dateShift = options.dateShift;
    takeTable(table, *mapping, context, builder, job);
    return builder.take(job);
}

} // namespace neuraxis::study
