#include "tests/test_main.h"

#include "core/model/cohort_board.h"
#include "core/model/cohort_filter.h"
#include "core/model/staging.h"
#include "tests/simulated_cohort.h"

#include <QJsonDocument>
#include <cmath>

using namespace neuraxis;

namespace {

/// A small study written by hand: pseudonym, group, sex, genotype, site, onset, and visits "label date quality kinds".
struct Told {
    const char *name, *group, *sex, *genotype, *site, *onset;
    std::vector<const char*> visits;
    std::vector<const char*> events;
};

std::shared_ptr<const Cohort> cohortOf(const std::vector<Told>& told) {
    auto cohort = std::make_shared<Cohort>();
    for (const Told& one : told) {
        Participant p;
        p.uid = p.name = QString::fromUtf8(one.name);
        p.group = QString::fromUtf8(one.group);
        p.sex = QString::fromUtf8(one.sex);
        p.genotype = QString::fromUtf8(one.genotype);
        p.onsetSite = QString::fromUtf8(one.site);
        p.onset = QDate::fromString(QString::fromUtf8(one.onset), Qt::ISODate);
        p.birthYear = 1950.5;
        for (const char* words : one.visits) {
            const QStringList parts = QString::fromUtf8(words).split(u' ');
            Visit visit;
            visit.uid = p.uid + u'/' + parts[0];
            visit.participant = p.uid;
            visit.label = parts[0];
            visit.date = QDate::fromString(parts[1], Qt::ISODate);
            visit.quality = parts[2] == u"-" ? QString() : parts[2];
            for (const QString& kind : parts.mid(3)) {
                Item item;
                item.uid = visit.uid + kind;
                item.visit = visit.uid;
                item.kind = kind;
                cohort->items.push_back(item);
            }
            cohort->visits.push_back(visit);
        }
        for (const char* words : one.events) {
            const QStringList parts = QString::fromUtf8(words).split(u' ');
            cohort->events.push_back({p.uid + parts[0], p.uid, parts[0], QDate::fromString(parts[1], Qt::ISODate)});
        }
        cohort->participants.push_back(p);
    }
    return cohort;
}

std::shared_ptr<const Cohort> smallStudy() {
    return cohortOf({
        {"sub-10",
         "ALS",
         "F",
         "C9orf72",
         "bulbar",
         "2019-01-01",
         {"1 2020-01-01 good T1 diffusion", "2 2020-07-01 doubtful T1 diffusion", "3 2021-01-01 good T1"},
         {"PEG 2020-09-01", "death 2021-06-01"}},
        {"sub-9", "mnd", "M", "SOD1", "spinal", "2020-01-01", {"1 2020-07-01 - T1 diffusion"}, {}},
        {"sub-2", "control", "M", "", "", "", {"1 2023-01-01 good T1", "2 2024-01-01 failed T1"}, {}},
        {"sub-1", "control", "F", "", "", "", {"1 - - T1", "2 2023-06-01 good T1 cord"}, {}},
        {"sub-x", "Kennedy", "", "AR", "spinal", "2022-01-01", {}, {}},
    });
}

QString namesOf(const CohortIndex& index, const std::vector<int>& rows) {
    QStringList names;
    for (const int row : rows) names += index.row(row).participant->name;
    return names.join(u' ');
}

using Condition = CohortFilter::Condition;
using Test = Condition::Test;

} // namespace

class TestCohort : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void imagesThatCanBeOpened() {
        auto cohort = std::make_shared<Cohort>(*smallStudy());
        const auto add = [&](const char* visit, const char* format, const char* path) {
            cohort->items.push_back({QLatin1String(path),
                                     QLatin1String(visit),
                                     QStringLiteral("T1"),
                                     QLatin1String(format),
                                     {},
                                     QStringLiteral("/data"),
                                     QLatin1String(path),
                                     {},
                                     {}});
        };
        add("sub-10/2", "NIfTI", "b.nii");
        add("sub-10/1", "DICOM", "z");
        add("sub-10/1", "NIfTI", "a.nii");
        add("sub-10/1", "FreeSurfer", "surfaces");
        add("sub-10/3", "DICOM", "");
        add("sub-9/1", "SCT", "cord");
        add("of nobody", "DICOM", "lost");
        const CohortIndex index(cohort);
        QStringList told;
        for (const CohortIndex::VisitRow& visit : index.row(index.rowOf(QStringLiteral("sub-10"))).visits) {
            QStringList paths;
            for (const Item* item : visit.images) paths += item->path;
            told += paths.join(u' ');
        }
        QCOMPARE(told.join(u'|'), QStringLiteral("z a.nii surfaces|b.nii|"));
        QVERIFY(index.row(index.rowOf(QStringLiteral("sub-10"))).hasImages);
        QVERIFY(!index.row(index.rowOf(QStringLiteral("sub-9"))).hasImages);
    }

    void firstAndLastDay_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::newRow("until death") << "sub-10" << QDate(2020, 1, 1) << QDate(2021, 6, 1);
        QTest::newRow("one visit") << "sub-9" << QDate(2020, 7, 1) << QDate(2020, 7, 1);
        QTest::newRow("a visit without date") << "sub-1" << QDate(2023, 6, 1) << QDate(2023, 6, 1);
        QTest::newRow("no visits") << "sub-x" << QDate() << QDate();
    }
    void firstAndLastDay() {
        QFETCH(QString, name);
        const CohortIndex index(smallStudy());
        QTEST(index.row(index.rowOf(name)).from, "from");
        QTEST(index.row(index.rowOf(name)).to, "to");
    }

    void staging_data() {
        QTest::addColumn<QString>("items"); ///< 1 to 12 in order, "-" for missing, "b3" for 5b
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("total");
        QTest::addColumn<QString>("kings");
        QTest::addColumn<QString>("mitos");
        //                                       1 2 3 4 5 6 7 8 9 10 11 12
        QTest::newRow("nothing lost") << "4 4 4 4 4 4 4 4 4 4 4 4"
                                      << ""
                                      << "48"
                                      << "No region is involved."
                                      << "0";
        QTest::newRow("bulbar") << "3 4 4 4 4 4 4 4 4 4 4 4"
                                << ""
                                << "47"
                                << "1"
                                << "0";
        QTest::newRow("saliva is bulbar") << "4 3 4 4 4 4 4 4 4 4 4 4"
                                          << ""
                                          << "47"
                                          << "1"
                                          << "0";
        QTest::newRow("arm by cutting food") << "4 4 4 4 3 4 4 4 4 4 4 4"
                                             << ""
                                             << "47"
                                             << "1"
                                             << "0";
        QTest::newRow("arm and leg") << "4 4 4 3 3 4 4 2 4 4 4 4"
                                     << ""
                                     << "44"
                                     << "2"
                                     << "0";
        QTest::newRow("stairs are no leg") << "4 4 4 4 4 4 4 4 0 4 4 4"
                                           << ""
                                           << "44"
                                           << "No region is involved."
                                           << "0";
        QTest::newRow("three regions") << "3 4 4 2 4 4 4 3 4 4 4 4"
                                       << ""
                                       << "44"
                                       << "3"
                                       << "0";
        QTest::newRow("dyspnoea above 0 is no 4B") << "3 4 4 4 4 4 4 4 4 1 4 4"
                                                   << ""
                                                   << "44"
                                                   << "1"
                                                   << "1";
        QTest::newRow("orthopnoea tells nothing") << "3 4 4 4 4 4 4 4 4 4 0 4"
                                                  << ""
                                                  << "43"
                                                  << "1"
                                                  << "0";
        QTest::newRow("4B by dyspnoea 0") << "4 4 4 4 4 4 4 4 4 0 4 4"
                                          << ""
                                          << "44"
                                          << "4B"
                                          << "1";
        QTest::newRow("4B by ventilation") << "4 4 4 4 4 4 4 4 4 4 4 3"
                                           << ""
                                           << "47"
                                           << "4B"
                                           << "0";
        QTest::newRow("4B, ventilation 2 is lost") << "4 4 4 4 4 4 4 4 4 4 4 2"
                                                   << ""
                                                   << "46"
                                                   << "4B"
                                                   << "1";
        QTest::newRow("4A by swallowing 0") << "2 2 0 4 4 4 4 4 4 4 4 4"
                                            << ""
                                            << "40"
                                            << "4A"
                                            << "1";
        QTest::newRow("4A by 5b") << "4 4 4 4 b4 4 4 4 4 4 4 4"
                                  << ""
                                  << "48"
                                  << "4A"
                                  << "0";
        QTest::newRow("5b takes the place of 5a") << "4 4 4 4 b1 4 4 4 4 4 4 4"
                                                  << ""
                                                  << "45"
                                                  << "4A"
                                                  << "0";
        QTest::newRow("4A by PEG before") << "4 4 4 3 3 4 4 4 4 4 4 4"
                                          << "PEG 2020-06-01"
                                          << "46"
                                          << "4A"
                                          << "0";
        QTest::newRow("PEG that day") << "4 4 4 3 3 4 4 4 4 4 4 4"
                                      << "PEG 2021-01-01"
                                      << "46"
                                      << "4A"
                                      << "0";
        QTest::newRow("PEG later") << "4 4 4 3 3 4 4 4 4 4 4 4"
                                   << "PEG 2021-06-01"
                                   << "46"
                                   << "1"
                                   << "0";
        QTest::newRow("PEG of no date") << "4 4 4 3 3 4 4 4 4 4 4 4"
                                        << "PEG -"
                                        << "46"
                                        << "Without dates it is not known whether the PEG came before this visit."
                                        << "0";
        QTest::newRow("PEG, cutting food missing") << "4 4 4 3 - 4 4 4 4 4 4 4"
                                                   << "PEG 2020-06-01"
                                                   << "Items missing: 5."
                                                   << "4A"
                                                   << "0";
        QTest::newRow("both 4A and 4B") << "4 4 0 4 4 4 4 4 4 4 4 2"
                                        << ""
                                        << "42"
                                        << "4A+4B"
                                        << "2";
        QTest::newRow("dressing lost") << "4 4 4 4 4 1 4 4 4 4 4 4"
                                       << ""
                                       << "45"
                                       << "No region is involved."
                                       << "1";
        QTest::newRow("walking lost") << "4 4 4 4 4 4 4 1 4 4 4 4"
                                      << ""
                                      << "45"
                                      << "1"
                                      << "1";
        QTest::newRow("writing alone is not communicating") << "4 4 4 1 4 4 4 4 4 4 4 4"
                                                            << ""
                                                            << "45"
                                                            << "1"
                                                            << "0";
        QTest::newRow("speech and writing") << "1 4 4 1 4 4 4 4 4 4 4 4"
                                            << ""
                                            << "42"
                                            << "2"
                                            << "1";
        QTest::newRow("four domains") << "0 0 1 0 0 0 0 0 0 1 0 4"
                                      << ""
                                      << "6"
                                      << "3"
                                      << "4";
        QTest::newRow("all lost") << "0 0 0 0 b0 0 0 0 0 0 0 0"
                                  << ""
                                  << "0"
                                  << "4A+4B"
                                  << "4";
        QTest::newRow("death before") << "3 4 4 4 4 4 4 4 4 4 4 4"
                                      << "death 2020-12-01"
                                      << "47"
                                      << "5"
                                      << "5";
        QTest::newRow("death later") << "3 4 4 4 4 4 4 4 4 4 4 4"
                                     << "death 2021-02-01"
                                     << "47"
                                     << "1"
                                     << "0";
        QTest::newRow("no items") << "- - - - - - - - - - - -"
                                  << ""
                                  << "No ALSFRS-R items."
                                  << "No ALSFRS-R items."
                                  << "No ALSFRS-R items.";
        QTest::newRow("swallowing and walking missing") << "4 4 - 4 4 4 4 - 4 4 4 4"
                                                        << ""
                                                        << "Items missing: 3, 8."
                                                        << "Items missing: 3, 8."
                                                        << "Items missing: 3, 8.";
        QTest::newRow("saliva missing, not for MiToS") << "4 - 4 4 4 1 4 4 4 4 4 4"
                                                       << ""
                                                       << "Items missing: 2."
                                                       << "Items missing: 2."
                                                       << "1";
        QTest::newRow("turning missing, for the total only") << "3 4 4 4 4 4 - 4 4 4 4 4"
                                                             << ""
                                                             << "Items missing: 7."
                                                             << "1"
                                                             << "0";
        QTest::newRow("dressing missing, not for King's") << "3 4 4 4 4 - 4 4 4 4 4 4"
                                                          << ""
                                                          << "Items missing: 6."
                                                          << "1"
                                                          << "Items missing: 6.";
        QTest::newRow("five is no score") << "5 4 4 4 4 4 4 4 4 4 4 4"
                                          << ""
                                          << "Items missing: 1."
                                          << "Items missing: 1."
                                          << "Items missing: 1.";
        QTest::newRow("half a point is none") << "4 4 4 4 4 4 4 4 4 4 4 2.5"
                                              << ""
                                              << "Items missing: 12."
                                              << "Items missing: 12."
                                              << "Items missing: 12.";
    }
    void staging() {
        QFETCH(QString, items);
        QFETCH(QString, events);
        Visit visit;
        visit.participant = QStringLiteral("p");
        visit.date = QDate(2021, 1, 1);
        int item = 0;
        for (QString word : items.split(u' ')) {
            ++item;
            if (word == u"-") continue;
            const bool isB = word.startsWith(u'b');
            visit.scores.insert(QStringLiteral("alsfrs-r.%1%2").arg(item).arg(isB ? u"b" : u""),
                                word.mid(isB ? 1 : 0).toDouble());
        }
        std::vector<StudyEvent> list{
            {QStringLiteral("x"), QStringLiteral("somebody else"), QStringLiteral("death"), QDate(2019, 1, 1)}};
        if (!events.isEmpty()) {
            const QStringList parts = events.split(u' ');
            list.push_back(
                {QStringLiteral("e"), QStringLiteral("p"), parts[0], QDate::fromString(parts[1], Qt::ISODate)});
        }
        const Staging stage = stagingOf(visit, QDate(2020, 1, 1), list);
        const auto words = [](const auto& staged) {
            if constexpr (std::is_same_v<decltype(staged.value), std::optional<int>>)
                return staged.value ? QString::number(*staged.value) : staged.reason;
            else
                return staged.value ? *staged.value : staged.reason;
        };
        QTEST(words(stage.total), "total");
        QTEST(words(stage.kings), "kings");
        QTEST(words(stage.mitos), "mitos");
    }

    void slope_data() {
        QTest::addColumn<QDate>("onset");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<double>("slope");
        QTest::addColumn<QString>("reason");
        // 12 points lost in 487 days: 487 / 30.4375 = 16 months, 12 / 16 = 0.75.
        QTest::newRow("16 months") << QDate(2020, 1, 1) << QDate(2021, 5, 2) << 0.75 << "";
        QTest::newRow("no onset") << QDate() << QDate(2021, 5, 2) << 0.0 << "The date of onset is not known.";
        QTest::newRow("no date") << QDate(2020, 1, 1) << QDate() << 0.0 << "The date of the visit is not known.";
        QTest::newRow("before onset") << QDate(2020, 1, 1) << QDate(2020, 1, 1) << 0.0
                                      << "The visit is not after the onset.";
    }
    void slope() {
        QFETCH(QDate, onset);
        QFETCH(QDate, date);
        QFETCH(double, slope);
        Visit visit;
        visit.date = date;
        for (int item = 1; item <= 12; ++item) visit.scores.insert(QStringLiteral("alsfrs-r.%1").arg(item), 3);
        const Staging stage = stagingOf(visit, onset, {});
        QCOMPARE(stage.slope.value.value_or(0), slope);
        QTEST(stage.slope.reason, "reason");
    }

    void namesAreInNaturalOrder_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("digits as numbers") << "sub-9"
                                           << "sub-10";
        QTest::newRow("zeros in front") << "sub-009"
                                        << "sub-10";
        QTest::newRow("same number") << "sub-01"
                                     << "sub-1";
        QTest::newRow("shorter first") << "sub"
                                       << "sub-1";
        QTest::newRow("whatever the case") << "Als-1"
                                           << "als-2";
    }
    void namesAreInNaturalOrder() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QVERIFY(namesInOrder(first, second));
        QVERIFY(!namesInOrder(second, first));
        QVERIFY(!namesInOrder(first, first));
    }

    void index() {
        const CohortIndex index(smallStudy());
        const CohortIndex::Row& one = index.row(0);
        QCOMPARE(one.visits.size(), std::size_t{3});
        QCOMPARE(one.visits[0].monthsSinceOnset, 365 / 30.4375);
        QCOMPARE(one.visits[1].monthsSinceFirst, 182 / 30.4375);
        QCOMPARE(one.followUpMonths, 366 / 30.4375);
        QVERIFY(std::abs(one.visits[0].ageYears - 69.5) < 0.01);
        QCOMPARE(one.quality, QStringLiteral("doubtful"));
        QCOMPARE(one.end, FollowUp::Died);
        QCOMPARE(index.groupOf(index.row(1)).key, QStringLiteral("ALS")); // "mnd" is a spelling
        QCOMPARE(index.row(1).end, FollowUp::Stopped);                    // 42 months before the last date
        QCOMPARE(index.row(2).end, FollowUp::Ongoing);
        QCOMPARE(index.row(4).end, FollowUp::NotKnown);
        QCOMPARE(index.groupOf(index.row(4)).title, QStringLiteral("Kennedy"));
        QVERIFY(std::isnan(index.row(2).visits[0].monthsSinceOnset));
        QVERIFY(std::isnan(index.row(3).followUpMonths));                   // one of two dates is not known
        QCOMPARE(index.row(3).visits[0].visit->label, QStringLiteral("2")); // what has no date comes last
        QCOMPARE(index.mostVisits(), 3);
        QCOMPARE(index.rowOf(QStringLiteral("sub-2")), 2);
        QCOMPARE(index.rowOf(QStringLiteral("nobody")), -1);
    }

    void gapsAreWhatOthersOfTheGroupHave() {
        const CohortIndex index(smallStudy());
        const auto bit = [](const char* kind) {
            for (std::size_t i = 0; i < itemKinds().size(); ++i)
                if (itemKinds()[i].key == QLatin1String(kind)) return 1U << i;
            return 0U;
        };
        QCOMPARE(index.row(0).visits[2].gaps, bit("diffusion")); // 3 of 4 visits in ALS have it
        QCOMPARE(index.row(0).visits[0].gaps, 0U);
        QCOMPARE(index.row(2).visits[0].gaps, 0U); // cord: 1 of 4 visits in controls
        QCOMPARE(index.row(0).gaps, bit("diffusion"));
    }

    void filter_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("conditions"); ///< "field test value,value; ..."
        QTest::addColumn<QString>("names");
        const QString all = QStringLiteral("sub-1 sub-2 sub-9 sub-10 sub-x");
        QTest::newRow("nothing asked") << ""
                                       << "" << all;
        QTest::newRow("part of a name") << "SUB-1"
                                        << ""
                                        << "sub-1 sub-10";
        QTest::newRow("every word") << "als  bulbar"
                                    << ""
                                    << "sub-10";
        QTest::newRow("title of a group") << "controls"
                                          << ""
                                          << "sub-1 sub-2";
        QTest::newRow("male is not female") << "male"
                                            << ""
                                            << "sub-2 sub-9";
        QTest::newRow("genotype and sex") << "c9 fem"
                                          << ""
                                          << "sub-10";
        QTest::newRow("nobody") << "als pls"
                                << ""
                                << "";
        QTest::newRow("group") << ""
                               << "group is ALS"
                               << "sub-9 sub-10";
        QTest::newRow("one of two groups") << ""
                                           << "group is ALS,Kennedy"
                                           << "sub-9 sub-10 sub-x";
        QTest::newRow("visits") << ""
                                << "visits at-least 2"
                                << "sub-1 sub-2 sub-10";
        QTest::newRow("no visit") << ""
                                  << "visits below 1"
                                  << "sub-x";
        QTest::newRow("more visits") << ""
                                     << "visits above 2"
                                     << "sub-10";
        QTest::newRow("no more visits") << ""
                                        << "visits at-most 1"
                                        << "sub-9 sub-x";
        QTest::newRow("so many visits") << ""
                                        << "visits is 1"
                                        << "sub-9";
        QTest::newRow("not so many visits") << ""
                                            << "visits not 2"
                                            << "sub-9 sub-10 sub-x";
        QTest::newRow("between") << ""
                                 << "visits above 0;visits below 3"
                                 << "sub-1 sub-2 sub-9";
        QTest::newRow("none of two groups") << ""
                                            << "group not ALS,Kennedy"
                                            << "sub-1 sub-2";
        QTest::newRow("has not") << ""
                                 << "has not diffusion"
                                 << "sub-1 sub-2 sub-x";
        QTest::newRow("not known is not the same") << ""
                                                   << "sex not F"
                                                   << "sub-2 sub-9 sub-x";
        QTest::newRow("has") << ""
                             << "has is diffusion"
                             << "sub-9 sub-10";
        QTest::newRow("has both") << ""
                                  << "has is T1,cord"
                                  << "sub-1";
        QTest::newRow("gap") << ""
                             << "lacks is diffusion"
                             << "sub-10";
        QTest::newRow("months, unknown never") << ""
                                               << "months below 24"
                                               << "sub-9 sub-10";
        QTest::newRow("quality") << ""
                                 << "quality is failed,doubtful"
                                 << "sub-2 sub-10";
        QTest::newRow("not rated") << ""
                                   << "quality is "
                                   << "sub-9 sub-x";
        QTest::newRow("status") << ""
                                << "end is died"
                                << "sub-10";
        QTest::newRow("text and two conditions") << "sub"
                                                 << "group is ALS;visits below 3"
                                                 << "sub-9";
        QTest::newRow("unknown field asks nothing") << ""
                                                    << "shoe is 43" << all;
    }
    void filter() {
        QFETCH(QString, text);
        QFETCH(QString, conditions);
        CohortFilter filter{text, {}};
        for (const QString& words : conditions.split(u';', Qt::SkipEmptyParts)) {
            const QStringList parts = words.split(u' ');
            static const QHash<QString, Test> tests = {
                {QStringLiteral("is"), Test::Is},       {QStringLiteral("not"), Test::Not},
                {QStringLiteral("above"), Test::Above}, {QStringLiteral("at-least"), Test::AtLeast},
                {QStringLiteral("below"), Test::Below}, {QStringLiteral("at-most"), Test::AtMost}};
            QVERIFY(tests.contains(parts[1]));
            const Test test = tests[parts[1]];
            filter.conditions.push_back({parts[0], test, parts[2].split(u',')});
        }
        const CohortIndex index(smallStudy());
        QTEST(namesOf(index, rowsOf(index, filter, {})), "names");
    }

    void sort_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QString>("names");
        QTest::newRow("name") << "name" << false << "sub-1 sub-2 sub-9 sub-10 sub-x";
        QTest::newRow("name down") << "name" << true << "sub-x sub-10 sub-9 sub-2 sub-1";
        QTest::newRow("group as told") << "group" << false << "sub-9 sub-10 sub-1 sub-2 sub-x";
        QTest::newRow("genotype, unknown last") << "genotype" << false << "sub-x sub-10 sub-9 sub-1 sub-2";
        QTest::newRow("genotype down, unknown last") << "genotype" << true << "sub-9 sub-10 sub-x sub-1 sub-2";
        QTest::newRow("visits down") << "visits" << true << "sub-10 sub-1 sub-2 sub-9 sub-x";
        QTest::newRow("follow-up") << "follow-up" << false << "sub-2 sub-10 sub-1 sub-9 sub-x";
        QTest::newRow("worst quality first") << "quality" << true << "sub-2 sub-10 sub-1 sub-9 sub-x";
        QTest::newRow("first visit since onset") << "visit-1" << false << "sub-9 sub-10 sub-1 sub-2 sub-x";
        QTest::newRow("third visit") << "visit-3" << true << "sub-10 sub-1 sub-2 sub-9 sub-x";
    }
    void sort() {
        QFETCH(QString, field);
        QFETCH(bool, descending);
        const CohortIndex index(smallStudy());
        QTEST(namesOf(index, rowsOf(index, {}, {field, descending})), "names");
    }

    void filtersAreKeptAsJson() {
        const CohortFilter filter{QStringLiteral("c9 \"quoted\""),
                                  {{QStringLiteral("group"), Test::Is, {QStringLiteral("ALS"), QString()}},
                                   {QStringLiteral("visits"), Test::AtLeast, {QStringLiteral("3")}},
                                   {QStringLiteral("months"), Test::Below, {QStringLiteral("24.5")}},
                                   {QStringLiteral("age"), Test::Above, {QStringLiteral("40")}},
                                   {QStringLiteral("age"), Test::AtMost, {QStringLiteral("80")}},
                                   {QStringLiteral("sex"), Test::Not, {QStringLiteral("F")}}}};
        const QByteArray text = QJsonDocument(filter.toJson()).toJson();
        for (const char* word : {"\"at-least\"", "\"above\"", "\"at-most\"", "\"not\""}) QVERIFY(text.contains(word));
        QVERIFY(CohortFilter::fromJson(QJsonDocument::fromJson(text).object()) == filter);
        // What a later version wrote is left out, the rest holds.
        const QByteArray later = R"({"text":"a","conditions":[{"field":"shoe","test":"is","values":["43"]},
            {"field":"group","test":"resembles","values":["ALS"]},{"field":"sex","test":"is","values":["F"]}]})";
        const CohortFilter read = CohortFilter::fromJson(QJsonDocument::fromJson(later).object());
        QVERIFY(read ==
                (CohortFilter{QStringLiteral("a"), {{QStringLiteral("sex"), Test::Is, {QStringLiteral("F")}}}}));
        QVERIFY(CohortFilter::fromJson({}).isEmpty());
    }

    void conditionsInWords() {
        const CohortIndex index(smallStudy());
        QCOMPARE(
            inWords({QStringLiteral("group"), Test::Is, {QStringLiteral("ALS"), QStringLiteral("control")}}, index),
            QStringLiteral("Group: ALS or Controls"));
        QCOMPARE(inWords({QStringLiteral("months"), Test::Below, {QStringLiteral("24")}}, index),
                 QStringLiteral("Onset to first visit: below 24 months"));
        QCOMPARE(inWords({QStringLiteral("has"), Test::Is, {QStringLiteral("diffusion")}}, index),
                 QStringLiteral("Has: Diffusion"));
        QCOMPARE(inWords({QStringLiteral("sex"), Test::Not, {QStringLiteral("F")}}, index),
                 QStringLiteral("Sex: not Female"));
        QCOMPARE(inWords({QStringLiteral("visits"), Test::Above, {QStringLiteral("2")}}, index),
                 QStringLiteral("Visits: above 2"));
        QCOMPARE(inWords({QStringLiteral("age"), Test::AtMost, {QStringLiteral("60")}}, index),
                 QStringLiteral("Age at first visit: at most 60 years"));
    }

    void values() {
        const CohortIndex index(smallStudy());
        QStringList words;
        for (const auto& [value, count] : valuesOf(index, *findCohortField(QStringLiteral("has"))))
            words += QStringLiteral("%1 %2").arg(value).arg(count);
        for (const auto& [value, count] : valuesOf(index, *findCohortField(QStringLiteral("onset-site"))))
            words += QStringLiteral("%1 %2").arg(value).arg(count);
        QCOMPARE(words.join(u'\n'), QStringLiteral("T1 4\ndiffusion 2\ncord 1\nspinal 2\nbulbar 1\n 2"));
    }

    void board() {
        const CohortIndex index(smallStudy());
        const CohortBoard board = boardOf(index, rowsOf(index, {}, {}));
        QStringList lines;
        for (const CohortBoard::Line& line : board.groups)
            lines += QStringLiteral("%1 %2 %3").arg(line.title).arg(line.participants).arg(line.scans);
        QCOMPARE(lines.join(u'\n'), QStringLiteral("ALS 2 4\nControls 2 4\nKennedy 1 0"));
        QCOMPARE(board.all.participants, 5);
        QCOMPARE(board.all.scans, 8);
        QCOMPARE(board.all.withVisits, (std::array<int, 6>{1, 2, 1, 0, 0, 0}));
        QCOMPARE(board.all.scansByYear, (std::map<int, int>{{0, 1}, {2020, 3}, {2021, 1}, {2023, 2}, {2024, 1}}));
        QCOMPARE(board.all.participantsByYear, (std::map<int, int>{{2020, 2}, {2023, 2}}));
        QCOMPARE(board.all.medianFollowUpMonths, (366 + 365) / 2.0 / 30.4375); // two of them were seen twice
        QVERIFY(std::isnan(board.groups[2].medianFollowUpMonths));
    }

    void boardOfTheWholeStudy() {
        const CohortIndex index(std::make_shared<const Cohort>(test::simulatedCohort()));
        const CohortBoard board = boardOf(index, rowsOf(index, {}, {}));
        QStringList counts;
        for (const CohortBoard::Line& line : board.groups)
            counts += QStringLiteral("%1 %2").arg(line.group).arg(line.participants);
        QCOMPARE(counts.join(u", "),
                 QStringLiteral("ALS 721, PSMA 137, PLS 99, mimic 109, control 396, familial-control 260"));
        QCOMPARE(board.all.participants, 1722);
    }

    void emptyCohort() {
        const CohortIndex index(std::make_shared<const Cohort>());
        QVERIFY(rowsOf(index, {QStringLiteral("als"), {}}, {}).empty());
        QVERIFY(boardOf(index, {}).groups.empty());
        QCOMPARE(index.mostVisits(), 0);
    }
};

NEURAXIS_TEST_MAIN(TestCohort)
#include "tst_cohort.moc"
