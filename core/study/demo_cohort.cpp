#include "core/study/demo_cohort.h"

#include "core/study/demo_dice.h"

#include <QUuid>
#include <algorithm>

namespace neuraxis::study {

namespace {

constexpr double daysOfMonth = 30.4375;
constexpr int mostVisits = 6;
const QDate firstScan(2009, 2, 1), lastScan(2026, 6, 30);

/// How a group is simulated. Numbers beside the size are plausible, not published.
struct GroupRow {
    const char *key, *prefix;
    int size;                                       // as published
    std::array<double, mostVisits> shareWithVisits; // with 1, 2 ... 6 visits
    double leastMonths, mostMonths;                 // between visits
    double meanAge, spreadAge, shareOfMen;
    double pointsAMonth; // of the ALSFRS-R, median; 0: no disease that it measures
    double carriers;     // share with a known variant
};

constexpr GroupRow rows[] = {
    {"ALS", "ALS", 721, {.34, .22, .16, .12, .09, .07}, 3, 6, 63, 11, .6, .6, .14},
    {"PSMA", "PSMA", 137, {.30, .22, .18, .13, .10, .07}, 3, 6, 60, 12, .7, .2, .04},
    {"PLS", "PLS", 99, {.40, .25, .16, .10, .06, .03}, 12, 24, 61, 10, .5, .12, .02},
    {"mimic", "MIM", 109, {.80, .15, .05, 0, 0, 0}, 6, 12, 58, 13, .55, 0, 0},
    {"control", "CON", 396, {.50, .28, .15, .07, 0, 0}, 24, 48, 60, 12, .5, 0, 0},
    {"familial-control", "FAM", 260, {.48, .27, .16, .09, 0, 0}, 12, 36, 46, 13, .45, 0, .4},
};

/// The course of one participant's disease.
struct Course {
    QDate onset;
    int firstRegion = 1; ///< 0 bulbar, 1 arms, 2 legs
    double pointsAMonth = 0;
    QDate death, niv, peg, tracheostomy;
};

constexpr std::array<int, 12> regionOfItem = {0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3};
constexpr std::array<double, 4> lagOfNext = {.25, .25, .25, .4}; ///< Share of the course before a region follows

/// Items 1 to 12 on a day: each falls from 4 when its region is reached.
std::array<int, 12> itemsOn(const Course& course, const QDate& day) {
    std::array<int, 12> items{};
    const double months = static_cast<double>(course.onset.daysTo(day)) / daysOfMonth;
    const double lost = std::clamp(months * course.pointsAMonth / 48, 0.0, 1.0);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const int region = regionOfItem[i];
        const double lag = region == course.firstRegion ? 0 : lagOfNext[static_cast<std::size_t>(region)];
        const double share = std::clamp((lost - lag) / (0.85 - lag), 0.0, 1.0);
        items[i] = 4 - static_cast<int>(std::lround(4 * share));
    }
    return items;
}

/// The first day from onset on which an item is at most so high; invalid when that is far off.
QDate dayOf(const Course& course, int item, int atMost) {
    for (int month = 1; month < 240; ++month) {
        const QDate day = course.onset.addDays(static_cast<qint64>(month * daysOfMonth));
        if (itemsOn(course, day)[static_cast<std::size_t>(item - 1)] <= atMost) return day;
    }
    return {};
}

Course courseOf(const GroupRow& row, const QDate& firstVisit, Dice& dice) {
    Course course;
    const double monthsBefore = std::clamp(std::exp(std::log(12.0) + 0.5 * dice.normal()), 3.0, 60.0);
    course.onset = firstVisit.addDays(-static_cast<qint64>(monthsBefore * daysOfMonth));
    course.firstRegion = static_cast<int>(dice.choose(std::array<double, 3>{.3, .35, .35}));
    // Who comes at all has most of the points left.
    course.pointsAMonth = std::min(row.pointsAMonth * std::exp(0.6 * dice.normal()), 30 / monthsBefore);
    if (row.pointsAMonth > 0.3)
        course.death = course.onset.addDays(static_cast<qint64>(42 / course.pointsAMonth * daysOfMonth));
    const auto before = [&](const QDate& day) {
        return day.isValid() && day < lastScan && (!course.death.isValid() || day < course.death) ? day : QDate();
    };
    if (dice.chance(.6)) course.niv = before(dayOf(course, 12, 2));
    if (dice.chance(.5)) course.peg = before(dayOf(course, 3, 1));
    if (dice.chance(.03)) course.tracheostomy = before(dayOf(course, 12, 1));
    if (course.death >= lastScan) course.death = {};
    return course;
}

QString uidOf(const QString& words) {
    static const QUuid space(QStringLiteral("{8d4d9a52-5a1c-4a55-9d1f-6f2f0f6c1722}"));
    return QUuid::createUuidV5(space, words).toString(QUuid::WithoutBraces);
}

class Simulation {
  public:
    Simulation(Cohort& cohort, QString root) : cohort(cohort), root(std::move(root)) {}

    void add(const GroupRow& row, const QString& name, const DemoImages* images) {
        const std::vector<QDate> days = images ? daysOf(*images) : drawDays(row);
        Participant p;
        p.uid = uidOf(name);
        p.name = name;
        p.group = QLatin1String(row.key);
        p.sex = dice.chance(row.shareOfMen) ? QStringLiteral("M") : QStringLiteral("F");
        const double age = std::clamp(row.meanAge + row.spreadAge * dice.normal(), 19.0, 88.0);
        p.birthYear = std::floor((days.front().year() + days.front().dayOfYear() / 365.25 - age) * 10) / 10;
        if (dice.chance(row.carriers)) {
            constexpr const char* genes[] = {"C9orf72", "SOD1", "TARDBP", "FUS", "ATXN2"};
            p.genotype = QLatin1String(genes[dice.choose(std::array<double, 5>{.62, .14, .08, .04, .12})]);
        }
        std::optional<Course> course;
        if (row.pointsAMonth > 0) {
            course = courseOf(row, days.front(), dice);
            constexpr const char* sites[] = {"bulbar", "upper limb", "lower limb"};
            p.onset = course->onset;
            p.onsetSite = QLatin1String(sites[course->firstRegion]);
            addEvents(p, *course);
        }
        cohort.participants.push_back(p);
        for (std::size_t i = 0; i < days.size(); ++i) {
            if (course && course->death.isValid() && days[i] >= course->death && i > 0 && !images) break;
            addVisit(p, days[i], course, images ? &images->visits[i] : nullptr, static_cast<int>(i) + 1);
        }
    }

  private:
    static std::vector<QDate> daysOf(const DemoImages& images) {
        std::vector<QDate> days;
        for (const auto& visit : images.visits) days.push_back(visit.date);
        return days;
    }

    std::vector<QDate> drawDays(const GroupRow& row) {
        const std::size_t count = dice.choose(row.shareWithVisits) + 1;
        std::vector<QDate> days;
        double months = 0;
        std::vector<double> steps;
        for (std::size_t i = 1; i < count; ++i) {
            steps.push_back(dice.between(row.leastMonths, row.mostMonths));
            months += steps.back();
        }
        const auto span = static_cast<qint64>(months * daysOfMonth);
        const qint64 latest = std::max<qint64>(1, firstScan.daysTo(lastScan) - span);
        days.push_back(firstScan.addDays(static_cast<qint64>(dice.share() * static_cast<double>(latest))));
        for (const double step : steps) days.push_back(days.back().addDays(static_cast<qint64>(step * daysOfMonth)));
        return days;
    }

    void addEvents(const Participant& p, const Course& course) {
        const std::pair<const char*, QDate> all[] = {
            {"NIV", course.niv}, {"PEG", course.peg}, {"tracheostomy", course.tracheostomy}, {"death", course.death}};
        for (const auto& [kind, day] : all)
            if (day.isValid())
                cohort.events.push_back({uidOf(p.name + QLatin1String(kind)), p.uid, QLatin1String(kind), day});
    }

    void addVisit(const Participant& p, const QDate& day, const std::optional<Course>& course,
                  const DemoImages::OfVisit* images, int number) {
        Visit visit;
        visit.participant = p.uid;
        visit.label = images ? images->label : QString::number(number);
        visit.uid = uidOf(p.name + u'/' + visit.label);
        visit.date = day;
        visit.quality = images                                                  ? QStringLiteral("good")
                        : dice.choose(std::array<double, 3>{.9, .07, .03}) == 0 ? QStringLiteral("good")
                        : dice.chance(.7)                                       ? QStringLiteral("doubtful")
                                                                                : QStringLiteral("failed");
        if (course) {
            const auto items = itemsOn(*course, day);
            for (std::size_t i = 0; i < items.size(); ++i) {
                // With a gastrostomy the fifth question is another one.
                const bool other = i == 4 && course->peg.isValid() && course->peg <= day;
                visit.scores[QStringLiteral("alsfrs-r.%1%2").arg(i + 1).arg(other ? QStringLiteral("b") : QString())] =
                    items[i];
            }
        }
        cohort.visits.push_back(visit);
        if (!images)
            addItems(p, visit);
        else
            cohort.items.push_back({uidOf(visit.uid + QStringLiteral("T1")),
                                    visit.uid,
                                    QStringLiteral("T1"),
                                    QStringLiteral("DICOM"),
                                    QStringLiteral("Simulated T1w 3D sagittal"),
                                    root,
                                    images->path,
                                    images->seriesUid,
                                    {}});
        if (images && !images->subject.isEmpty())
            cohort.items.push_back({uidOf(visit.uid + QStringLiteral("thickness")),
                                    visit.uid,
                                    QStringLiteral("thickness"),
                                    QStringLiteral("FreeSurfer"),
                                    images->subject.section(u'/', -1),
                                    root,
                                    images->subject,
                                    {},
                                    {{QStringLiteral("base"), images->base}}});
    }

    void addItems(const Participant& p, const Visit& visit) {
        const bool usable = visit.quality != u"failed";
        const int year = visit.date.year();
        const bool t1 = dice.chance(.99), diffusion = dice.chance(.93);
        const std::pair<const char*, bool> all[] = {{"T1", t1},
                                                    {"diffusion", diffusion},
                                                    {"functional", dice.chance(.6)},
                                                    {"cord", year >= 2019 && dice.chance(.55)},
                                                    {"thickness", t1 && usable && dice.chance(.95)},
                                                    {"connectome", diffusion && usable && dice.chance(.92)},
                                                    {"glucose", year >= 2024 && dice.chance(.25)}};
        for (const auto& [kind, isThere] : all)
            if (isThere)
                cohort.items.push_back({uidOf(visit.uid + QLatin1String(kind)),
                                        visit.uid,
                                        QLatin1String(kind),
                                        QStringLiteral("simulated"),
                                        p.name + u' ' + QLatin1String(kind),
                                        {},
                                        {},
                                        {},
                                        {}});
    }

    Cohort& cohort;
    QString root;
    Dice dice{1722};
};

} // namespace

Cohort demoCohort(const std::vector<DemoImages>& images, const QString& root) {
    Cohort cohort;
    cohort.name = QStringLiteral("Demo");
    cohort.simulated = true;
    Simulation simulation(cohort, root);
    for (const GroupRow& row : rows) {
        int number = 0;
        for (const DemoImages& each : images)
            if (each.group == QLatin1String(row.key) && ++number <= row.size) simulation.add(row, each.name, &each);
        while (++number <= row.size)
            simulation.add(row, QStringLiteral("%1-%2").arg(QLatin1String(row.prefix)).arg(number, 4, 10, QChar(u'0')),
                           nullptr);
    }
    return cohort;
}

std::vector<Change> recordsOf(const Cohort& cohort, const QString& who) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<Change> changes;
    const auto put = [&](const char* table, const QString& record, const QVariantMap& fields) {
        changes.push_back({newUid(), now, who, QLatin1String(table), record, false, fields});
    };
    const QString value = QStringLiteral("value");
    put("study", QStringLiteral("name"), {{value, cohort.name}});
    put("study", QStringLiteral("simulated"), {{value, cohort.simulated ? QStringLiteral("true") : QString()}});
    for (const Participant& p : cohort.participants) put("participant", p.uid, fieldsOf(p));
    for (const Visit& v : cohort.visits) put("visit", v.uid, fieldsOf(v));
    for (const Item& i : cohort.items) put("item", i.uid, fieldsOf(i));
    for (const StudyEvent& e : cohort.events) put("event", e.uid, fieldsOf(e));
    return changes;
}

} // namespace neuraxis::study
