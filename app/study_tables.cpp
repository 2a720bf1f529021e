#include "app/study_tables.h"

#include "core/model/staging.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyTables)
};

QString number(double value, int decimals = 1) {
    return std::isfinite(value) ? QString::number(value, 'f', decimals) : QString();
}
QJsonValue jsonNumber(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); }

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
    const char* name;
    QString (*value)(const CohortIndex::Row&);
};
constexpr Column columns[] = {
    {"participant", [](const CohortIndex::Row& row) { return row.participant->name; }},
    {"group", [](const CohortIndex::Row& row) { return row.participant->group; }},
    {"sex", [](const CohortIndex::Row& row) { return row.participant->sex; }},
    {"birth_year",
     [](const CohortIndex::Row& row) {
         return row.participant->birthYear ? QString::number(*row.participant->birthYear, 'g', 6) : QString();
     }},
    {"genotype", [](const CohortIndex::Row& row) { return row.participant->genotype; }},
    {"onset_site", [](const CohortIndex::Row& row) { return row.participant->onsetSite; }},
    {"onset_date", [](const CohortIndex::Row& row) { return row.participant->onset.toString(Qt::ISODate); }},
    {"visits", [](const CohortIndex::Row& row) { return QString::number(row.visits.size()); }},
    {"first_visit", [](const CohortIndex::Row& row) { return firstDay(row).toString(Qt::ISODate); }},
    {"last_visit", [](const CohortIndex::Row& row) { return lastDay(row).toString(Qt::ISODate); }},
    {"follow_up_months", [](const CohortIndex::Row& row) { return number(row.followUpMonths); }},
    {"has", [](const CohortIndex::Row& row) { return kindsOf(row.kinds).join(u','); }},
    {"gaps", [](const CohortIndex::Row& row) { return kindsOf(row.gaps).join(u','); }},
    {"quality", [](const CohortIndex::Row& row) { return row.quality; }},
};

template <class Value> QString inWords(const Staged<Value>& staged) {
    if (!staged.value) return Texts::tr("cannot be told (%1)").arg(staged.reason);
    if constexpr (std::is_same_v<Value, double>)
        return number(*staged.value, 2);
    else if constexpr (std::is_same_v<Value, int>)
        return QString::number(*staged.value);
    else
        return *staged.value;
}

template <class Value> QJsonValue json(const Staged<Value>& staged) {
    return staged.value ? QJsonValue(*staged.value) : QJsonValue();
}

QJsonObject json(const FilteredStudy& study, const CohortIndex::Row& row, bool whole) {
    QJsonObject object;
    for (const Column& column : columns)
        if (const QString value = column.value(row); !value.isEmpty()) object[QLatin1String(column.name)] = value;
    object[QStringLiteral("visits")] = static_cast<int>(row.visits.size());
    object[QStringLiteral("has")] = QJsonArray::fromStringList(kindsOf(row.kinds));
    object[QStringLiteral("gaps")] = QJsonArray::fromStringList(kindsOf(row.gaps));
    if (std::isfinite(row.followUpMonths)) object[QStringLiteral("follow_up_months")] = row.followUpMonths;
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
                                  {QStringLiteral("date"), v.visit->date.toString(Qt::ISODate)},
                                  {QStringLiteral("months_since_onset"), jsonNumber(v.monthsSinceOnset)},
                                  {QStringLiteral("age_years"), jsonNumber(v.ageYears)},
                                  {QStringLiteral("quality"), v.visit->quality},
                                  {QStringLiteral("has"), QJsonArray::fromStringList(kindsOf(v.kinds))},
                                  {QStringLiteral("gaps"), QJsonArray::fromStringList(kindsOf(v.gaps))},
                                  {QStringLiteral("scores"), scores},
                                  {QStringLiteral("alsfrs_r"), json(staging.total)},
                                  {QStringLiteral("alsfrs_r_slope_per_month"), json(staging.slope)},
                                  {QStringLiteral("kings"), json(staging.kings)},
                                  {QStringLiteral("mitos"), json(staging.mitos)},
                                  {QStringLiteral("items"), items}});
    }
    for (const StudyEvent& event : row.events)
        events.append(QJsonObject{{QStringLiteral("event"), event.kind},
                                  {QStringLiteral("date"), event.date.toString(Qt::ISODate)}});
    object[QStringLiteral("visits")] = visits;
    object[QStringLiteral("events")] = events;
    QJsonObject more;
    for (auto it = row.participant->more.begin(); it != row.participant->more.end(); ++it) more[it.key()] = it.value();
    object[QStringLiteral("more")] = more;
    return object;
}

QString text(const QJsonObject& object) { return QString::fromUtf8(QJsonDocument(object).toJson()); }

} // namespace

FilteredStudy::FilteredStudy(Cohort cohort, const CohortFilter& filter, const CohortOrder& order)
    : index(std::make_shared<const Cohort>(std::move(cohort))), rows(rowsOf(index, filter, order)) {}

QStringList FilteredStudy::uids() const {
    QStringList all;
    for (const int row : rows) all << index.row(row).participant->uid;
    return all;
}

const CohortIndex::Row* FilteredStudy::find(const QString& name) const {
    for (const CohortIndex::Row& row : index.rows())
        if (row.participant->name == name) return &row;
    return nullptr;
}

std::optional<CohortFilter::Condition> conditionOf(const QString& words) {
    static const QRegularExpression form(QStringLiteral("^\\s*([a-z0-9-]+)\\s*(>=|<|=)\\s*(.+?)\\s*$"));
    const auto match = form.match(words);
    const CohortField* field = match.hasMatch() ? findCohortField(match.captured(1)) : nullptr;
    if (!field) return std::nullopt;
    using Test = CohortFilter::Condition::Test;
    const QString sign = match.captured(2);
    CohortFilter::Condition condition{field->key,
                                      sign == u">="  ? Test::AtLeast
                                      : sign == u"<" ? Test::Below
                                                     : Test::Is,
                                      match.captured(3).split(u',', Qt::SkipEmptyParts)};
    for (QString& value : condition.values) {
        value = value.trimmed();
        if (field->key == u"group")
            if (const StudyGroup* group = findStudyGroup(value)) value = group->key;
        if (field->kind == CohortField::Kind::Kinds) {
            const auto kind = std::find_if(itemKinds().begin(), itemKinds().end(), [&](const ItemKind& k) {
                return k.key.compare(value, Qt::CaseInsensitive) == 0;
            });
            if (kind == itemKinds().end()) return std::nullopt;
            value = kind->key;
        }
    }
    const bool isNumber = field->kind == CohortField::Kind::Number;
    bool understood = true;
    if (isNumber) condition.values.value(0).toDouble(&understood);
    if (isNumber && condition.values.size() != 1) return std::nullopt;
    if (condition.values.isEmpty() || !understood || (!isNumber && condition.test != Test::Is)) return std::nullopt;
    return condition;
}

QString filterFieldNames() {
    QStringList names;
    for (const CohortField& field : cohortFields()) names << field.key;
    return names.join(QStringLiteral(", "));
}

QString listAsTsv(const FilteredStudy& some) {
    QStringList lines, names;
    for (const Column& column : columns) names << QLatin1String(column.name);
    lines << names.join(u'\t');
    for (const int number : some.rows) {
        QStringList cells;
        for (const Column& column : columns) {
            const QString value = column.value(some.index.row(number)).simplified();
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
    QStringList lines;
    if (all.index.cohort().simulated) lines << Texts::tr("Simulated data: nobody's.");
    for (const Column& column : columns)
        if (const QString value = column.value(row); !value.isEmpty())
            lines << QStringLiteral("%1  %2").arg(QLatin1String(column.name), -18).arg(value);
    for (const CohortIndex::VisitRow& v : row.visits) {
        const Staging staging = stagingOf(*v.visit, row.participant->onset, row.events);
        lines << QString()
              << Texts::tr("Visit %1").arg(v.visit->label) + QStringLiteral("  ") + v.visit->date.toString(Qt::ISODate);
        if (std::isfinite(v.monthsSinceOnset))
            lines << QStringLiteral("  ") + Texts::tr("%1 months since onset").arg(number(v.monthsSinceOnset));
        lines << QStringLiteral("  ") + kindsOf(v.kinds).join(QStringLiteral(", "));
        if (v.gaps)
            lines << QStringLiteral("  ") + Texts::tr("missing: %1").arg(kindsOf(v.gaps).join(QStringLiteral(", ")));
        if (!v.visit->scores.isEmpty())
            lines << QStringLiteral("  ALSFRS-R %1 · %2 · King's %3 · MiToS %4")
                         .arg(inWords(staging.total), Texts::tr("%1 points a month").arg(inWords(staging.slope)),
                              inWords(staging.kings), inWords(staging.mitos));
    }
    for (const StudyEvent& event : row.events)
        lines << QString() << QStringLiteral("%1  %2").arg(event.kind, -18).arg(event.date.toString(Qt::ISODate));
    return lines.join(u'\n');
}

QString showAsJson(const FilteredStudy& all, const CohortIndex::Row& row) { return text(json(all, row, true)); }

} // namespace neuraxis
