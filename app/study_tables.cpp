#include "app/study_tables.h"

#include "core/model/staging.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyTables)
};

QJsonValue json(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); }
QJsonValue json(const QString& value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); }
QJsonValue json(const QDate& value) { return json(value.toString(Qt::ISODate)); }
QJsonValue json(const QStringList& values) { return QJsonArray::fromStringList(values); }

QString number(double value, int decimals = 1) {
    return std::isfinite(value) ? QString::number(value, 'f', decimals) : QString();
}

/// A value as a cell, "" for what is not known; numbers with two decimals at most.
QString cell(const QJsonValue& value, const QString& betweenWords) {
    if (value.isDouble()) return QString::number(std::round(value.toDouble() * 100) / 100, 'g', 10);
    if (!value.isArray()) return value.toString().simplified();
    return value.toVariant().toStringList().join(betweenWords);
}

QStringList kindsOf(quint32 bits) {
    QStringList keys;
    for (const int kind : kindsIn(bits)) keys << itemKinds()[static_cast<std::size_t>(kind)].key;
    return keys;
}

QDate firstDay(const CohortIndex::Row& row) { return row.visits.empty() ? QDate() : row.visits.front().visit->date; }
QDate lastDay(const CohortIndex::Row& row) {
    for (auto visit = row.visits.rbegin(); visit != row.visits.rend(); ++visit)
        if (visit->visit->date.isValid()) return visit->visit->date;
    return {};
}

struct Column {
    const char *name, *title;
    QJsonValue (*value)(const CohortIndex::Row&);
};
constexpr Column columns[] = {
    {"participant", QT_TRANSLATE_NOOP("StudyTables", "Participant"),
     [](const CohortIndex::Row& row) { return json(row.participant->name); }},
    {"group", QT_TRANSLATE_NOOP("StudyTables", "Group"),
     [](const CohortIndex::Row& row) { return json(row.participant->group); }},
    {"sex", QT_TRANSLATE_NOOP("StudyTables", "Sex"),
     [](const CohortIndex::Row& row) { return json(row.participant->sex); }},
    {"birth_year", QT_TRANSLATE_NOOP("StudyTables", "Year of birth"),
     [](const CohortIndex::Row& row) { return json(row.participant->birthYear.value_or(NAN)); }},
    {"genotype", QT_TRANSLATE_NOOP("StudyTables", "Genotype"),
     [](const CohortIndex::Row& row) { return json(row.participant->genotype); }},
    {"onset_site", QT_TRANSLATE_NOOP("StudyTables", "Onset site"),
     [](const CohortIndex::Row& row) { return json(row.participant->onsetSite); }},
    {"onset_date", QT_TRANSLATE_NOOP("StudyTables", "Onset"),
     [](const CohortIndex::Row& row) { return json(row.participant->onset); }},
    {"visits", QT_TRANSLATE_NOOP("StudyTables", "Visits"),
     [](const CohortIndex::Row& row) { return json(static_cast<double>(row.visits.size())); }},
    {"first_visit", QT_TRANSLATE_NOOP("StudyTables", "First visit"),
     [](const CohortIndex::Row& row) { return json(firstDay(row)); }},
    {"last_visit", QT_TRANSLATE_NOOP("StudyTables", "Last visit"),
     [](const CohortIndex::Row& row) { return json(lastDay(row)); }},
    {"follow_up_months", QT_TRANSLATE_NOOP("StudyTables", "Follow-up in months"),
     [](const CohortIndex::Row& row) { return json(row.followUpMonths); }},
    {"has", QT_TRANSLATE_NOOP("StudyTables", "Has"),
     [](const CohortIndex::Row& row) { return json(kindsOf(row.kinds)); }},
    {"gaps", QT_TRANSLATE_NOOP("StudyTables", "Gaps"),
     [](const CohortIndex::Row& row) { return json(kindsOf(row.gaps)); }},
    {"quality", QT_TRANSLATE_NOOP("StudyTables", "Quality"),
     [](const CohortIndex::Row& row) { return json(row.quality); }},
};

template <class Value> QJsonValue json(const Staged<Value>& staged) {
    return staged.value ? QJsonValue(*staged.value) : QJsonValue();
}

QJsonObject json(const FilteredStudy& study, const CohortIndex::Row& row, bool whole) {
    QJsonObject object;
    for (const Column& column : columns) object[QLatin1String(column.name)] = column.value(row);
    if (!whole) return object;
    QJsonArray visits, events;
    for (const CohortIndex::VisitRow& v : row.visits) {
        QJsonObject scores;
        for (auto it = v.visit->scores.begin(); it != v.visit->scores.end(); ++it) scores[it.key()] = it.value();
        QJsonArray items;
        for (const Item& item : study.index.cohort().items)
            if (item.visit == v.visit->uid)
                items.append(QJsonObject{{QStringLiteral("kind"), item.kind},
                                         {QStringLiteral("format"), item.format},
                                         {QStringLiteral("name"), item.name},
                                         {QStringLiteral("root"), item.root},
                                         {QStringLiteral("path"), item.path}});
        const Staging staging = stagingOf(*v.visit, row.participant->onset, row.events);
        visits.append(QJsonObject{{QStringLiteral("visit"), v.visit->label},
                                  {QStringLiteral("date"), json(v.visit->date)},
                                  {QStringLiteral("months_since_onset"), json(v.monthsSinceOnset)},
                                  {QStringLiteral("age_years"), json(v.ageYears)},
                                  {QStringLiteral("quality"), json(v.visit->quality)},
                                  {QStringLiteral("has"), json(kindsOf(v.kinds))},
                                  {QStringLiteral("gaps"), json(kindsOf(v.gaps))},
                                  {QStringLiteral("scores"), scores},
                                  {QStringLiteral("alsfrs_r"), json(staging.total)},
                                  {QStringLiteral("alsfrs_r_slope_per_month"), json(staging.slope)},
                                  {QStringLiteral("kings"), json(staging.kings)},
                                  {QStringLiteral("mitos"), json(staging.mitos)},
                                  {QStringLiteral("items"), items}});
    }
    for (const StudyEvent& event : row.events)
        events.append(QJsonObject{{QStringLiteral("event"), event.kind}, {QStringLiteral("date"), json(event.date)}});
    object[QStringLiteral("visits")] = visits;
    object[QStringLiteral("events")] = events;
    QJsonObject more;
    for (auto it = row.participant->more.begin(); it != row.participant->more.end(); ++it) more[it.key()] = it.value();
    object[QStringLiteral("more")] = more;
    return object;
}

/// Lines of a label and a value, the values below each other.
class LabelledLines {
  public:
    void heading(const QString& words) { lines.emplace_back(words, QString()); }
    /// Nothing where there is no value.
    void add(const QString& label, const QString& value) {
        if (value.isEmpty()) return;
        lines.emplace_back(QStringLiteral("  ") + label, value);
        width = std::max(width, lines.back().first.size());
    }
    [[nodiscard]] QString text() const {
        QStringList all;
        for (const auto& [label, value] : lines)
            all << (value.isEmpty() ? label : label.leftJustified(width) + QStringLiteral("  ") + value);
        return all.join(u'\n');
    }

  private:
    std::vector<std::pair<QString, QString>> lines;
    qsizetype width = 0;
};

struct ScoreGroup {
    const char *title, *items;
};
constexpr ScoreGroup scoreGroups[] = {{QT_TRANSLATE_NOOP("StudyTables", "Bulbar"), "1 2 3"},
                                      {QT_TRANSLATE_NOOP("StudyTables", "Fine motor"), "4 5 5b 6"},
                                      {QT_TRANSLATE_NOOP("StudyTables", "Gross motor"), "7 8 9"},
                                      {QT_TRANSLATE_NOOP("StudyTables", "Breathing"), "10 11 12"}};

/// The ALSFRS-R with what follows from it; what cannot be told once for each reason.
void addStaging(LabelledLines& lines, const Visit& visit, const Staging& staging) {
    const QString prefix = QStringLiteral("alsfrs-r.");
    const QMap<QString, double>& scores = visit.scores;
    const auto first = scores.lowerBound(prefix);
    if (first == scores.end() || !first.key().startsWith(prefix)) return;
    QMap<QString, QStringList> notTold; // by reason
    const auto add = [&](const QString& label, const auto& staged, const QString& value) {
        if (staged.value)
            lines.add(label, value);
        else
            notTold[staged.reason] << label;
    };
    const QString totalKey = prefix + QStringLiteral("total");
    add(Texts::tr("ALSFRS-R"), staging.total, Texts::tr("%1 of 48").arg(staging.total.value.value_or(0)));
    if (!staging.total.value && scores.contains(totalKey))
        lines.add(Texts::tr("ALSFRS-R as told"), Texts::tr("%1 of 48").arg(scores[totalKey]));
    add(Texts::tr("Points lost a month"), staging.slope, number(staging.slope.value.value_or(0), 2));
    add(Texts::tr("King's stage"), staging.kings, staging.kings.value.value_or(QString()));
    add(Texts::tr("MiToS stage"), staging.mitos, staging.mitos.value.value_or(QString()));
    for (auto it = notTold.cbegin(); it != notTold.cend(); ++it)
        lines.add(Texts::tr("Cannot be told"), QStringLiteral("%1: %2").arg(it->join(QStringLiteral(", ")), it.key()));
    for (const ScoreGroup& group : scoreGroups) {
        QStringList told;
        for (const QString& item : QString::fromLatin1(group.items).split(u' '))
            if (const QString key = prefix + item; scores.contains(key))
                told << QStringLiteral("%1 %2").arg(scoreItemInWords(item)).arg(scores[key]);
        lines.add(Texts::tr(group.title), told.join(QStringLiteral(", ")));
    }
}

void addVisit(LabelledLines& lines, const CohortIndex::Row& row, const CohortIndex::VisitRow& v) {
    const Visit& visit = *v.visit;
    lines.heading({});
    lines.heading(Texts::tr("Visit %1").arg(visit.label) + QStringLiteral("  ") +
                  (visit.date.isValid() ? visit.date.toString(Qt::ISODate) : Texts::tr("no date")));
    if (std::isfinite(v.monthsSinceOnset))
        lines.add(Texts::tr("Since onset"), Texts::tr("%1 months").arg(number(v.monthsSinceOnset)));
    if (std::isfinite(v.ageYears)) lines.add(Texts::tr("Age"), Texts::tr("%1 years").arg(number(v.ageYears)));
    lines.add(Texts::tr("Quality"), visit.quality);
    lines.add(Texts::tr("Has"), kindsOf(v.kinds).join(QStringLiteral(", ")));
    lines.add(Texts::tr("Gaps"), kindsOf(v.gaps).join(QStringLiteral(", ")));
    addStaging(lines, visit, stagingOf(visit, row.participant->onset, row.events));
    for (auto it = visit.scores.cbegin(); it != visit.scores.cend(); ++it)
        if (!it.key().startsWith(u"alsfrs-r.")) lines.add(it.key(), QString::number(it.value(), 'g', 10));
    for (auto it = visit.more.cbegin(); it != visit.more.cend(); ++it) lines.add(it.key(), it.value().simplified());
}

QString text(const QJsonObject& object) { return QString::fromUtf8(QJsonDocument(object).toJson()); }

} // namespace

FilteredStudy::FilteredStudy(Cohort cohort)
    : index(std::make_shared<const Cohort>(std::move(cohort))), rows(rowsOf(index, {}, {})) {}

QStringList FilteredStudy::uids() const {
    QStringList all;
    for (const int row : rows) all << index.row(row).participant->uid;
    return all;
}

QStringList FilteredStudy::names() const {
    QStringList all;
    for (const int row : rows) all << index.row(row).participant->name;
    return all;
}

const CohortIndex::Row* FilteredStudy::find(const QString& name) const {
    for (const CohortIndex::Row& row : index.rows())
        if (row.participant->name == name) return &row;
    return nullptr;
}

QString listAsTsv(const FilteredStudy& some) {
    QStringList lines, names;
    for (const Column& column : columns) names << QLatin1String(column.name);
    lines << names.join(u'\t');
    for (const int number : some.rows) {
        QStringList cells;
        for (const Column& column : columns) {
            const QString value = cell(column.value(some.index.row(number)), QStringLiteral(","));
            cells << (value.isEmpty() ? QStringLiteral("n/a") : value);
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

QString listAsJson(const FilteredStudy& some) {
    QJsonArray all;
    for (const int number : some.rows) all.append(json(some, some.index.row(number), false));
    return text({{QStringLiteral("study"), some.index.cohort().name},
                 {QStringLiteral("simulated"), some.index.cohort().simulated},
                 {QStringLiteral("participants"), all}});
}

QString showAsText(const FilteredStudy& all, const CohortIndex::Row& row) {
    LabelledLines lines;
    lines.heading(row.participant->name);
    if (all.index.cohort().simulated) lines.heading(Texts::tr("Simulated data: nobody's."));
    for (const Column& column : columns)
        if (&column != columns) lines.add(Texts::tr(column.title), cell(column.value(row), QStringLiteral(", ")));
    const QMap<QString, QString>& more = row.participant->more;
    for (auto it = more.cbegin(); it != more.cend(); ++it) lines.add(it.key(), it.value().simplified());
    for (const CohortIndex::VisitRow& visit : row.visits) addVisit(lines, row, visit);
    if (!row.events.empty()) {
        lines.heading({});
        lines.heading(Texts::tr("Events"));
    }
    for (const StudyEvent& event : row.events)
        lines.add(event.kind, event.date.isValid() ? event.date.toString(Qt::ISODate) : Texts::tr("no date"));
    return lines.text();
}

QString showAsJson(const FilteredStudy& all, const CohortIndex::Row& row) { return text(json(all, row, true)); }

} // namespace neuraxis
