#include "tests/test_main.h"

#include "app/command.h"
#include "app/over_time_page.h"
#include "app/rate_tables.h"
#include "app/regions_area.h"
#include "core/study/study.h"
#include "tests/command_run.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <cmath>

using namespace neuraxis;

namespace {

bool isNear(double value, double wanted, double within) { return std::abs(value - wanted) <= within; }

const RateRow* find(const RegionRates& rates, const char* region, Side side = Side::Left) {
    for (const RateRow& row : rates.rows)
        if (row.region == QLatin1String(region) && row.side == side) return &row;
    return nullptr;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Rates and trajectories of regions, as values, as a page and by the command.
class TestTrajectories : public QObject {
    Q_OBJECT
    QTemporaryDir dir;
    std::shared_ptr<const Cohort> all;

    QString study() const { return dir.filePath(QStringLiteral("s.neuraxis")); }

    /// By pseudonym.
    static QString uidOf(const Cohort& cohort, const char* name) {
        for (const Participant& one : cohort.participants)
            if (one.name == QLatin1String(name)) return one.uid;
        return {};
    }
    static std::shared_ptr<const RegionStudy> read(const std::shared_ptr<const Cohort>& cohort) {
        io::Job job;
        return std::make_shared<const RegionStudy>(cohort, job);
    }
    /// The study with a visit changed.
    std::shared_ptr<const Cohort> changed(const char* name, const char* label,
                                          const std::function<void(Visit&)>& change) const {
        auto cohort = std::make_shared<Cohort>(*all);
        for (Visit& visit : cohort->visits)
            if (visit.participant == uidOf(*all, name) && visit.label == QLatin1String(label)) change(visit);
        return cohort;
    }
    static TrajectoryWish wishOf(const Cohort& cohort, const char* name) {
        TrajectoryWish wish;
        wish.participant = uidOf(cohort, name);
        return wish;
    }

  private Q_SLOTS:
    /// Controls have 2.9 - 0.005 mm a year of age, in turn 0.1 more and less; P1 the values of domain.md 6 C 18 at eight
    /// times their times, so that they fall on days; P2 two of them; P3 less than three months; P4 one visit.
    void initTestCase() {
        QByteArray people("participant_id\tsession_id\tgroup\tsex\tage\tdate\n"),
            regions("lh.aparc.thickness\tlh_precentral_thickness\tlh_insula_thickness\trh_insula_thickness\n");
        const auto add = [&](const QByteArray& name, const char* session, const char* group, double age,
                             const char* date, double precentral, double insula, bool isLong = true) {
            people += name + '\t' + session + '\t' + group + "\tF\t" + QByteArray::number(age) + '\t' + date + '\n';
            regions += "sub-" + name + "_ses-" + session + (isLong ? ".long.sub-" + name : QByteArray()) + '\t' +
                       QByteArray::number(precentral) + '\t' + QByteArray::number(insula) + "\t3\n";
        };
        for (int i = 0; i < 40; ++i)
            add("C" + QByteArray::number(100 + i), "1", "control", 40 + i, "2015-03-01",
                2.9 - 0.005 * (40 + i) + (i % 4 == 0 || i % 4 == 3 ? 0.1 : -0.1), 3 + 0.01 * (i % 7));
        add("P1", "1", "ALS", 60, "2000-01-01", 2.60, 3.0);
        add("P1", "2", "ALS", 64, "2004-01-01", 2.57, 3.0); // 1461 days: 4 years
        add("P1", "3", "ALS", 68, "2008-01-01", 2.55, 3.0);
        add("P1", "4", "ALS", 76, "2016-01-01", 2.47, 3.1);
        add("P2", "1", "ALS", 60, "2000-01-01", 2.60, 3.0);
        add("P2", "2", "ALS", 64, "2004-01-01", 2.55, 3.0);
        add("P3", "1", "ALS", 60, "2020-01-01", 2.60, 3.0);
        add("P3", "2", "ALS", 60, "2020-03-01", 2.58, 3.0);
        add("P4", "1", "ALS", 60, "2020-01-01", 2.60, 3.0);
        add("P5", "1", "ALS", 60, "2020-01-01", 2.60, 3.0, false);
        add("P5", "2", "ALS", 61, "2021-01-01", 2.40, 3.0);
        add("P5", "3", "ALS", 62, "2022-01-01", 2.38, 3.0);
        QStringList paths;
        for (const auto& [name, text] : {std::pair{"people.tsv", people}, std::pair{"regions.tsv", regions}}) {
            paths += dir.filePath(QLatin1String(name));
            QFile file(paths.back());
            QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
        }
        const auto added = test::run(studyCommand, QStringList{QStringLiteral("add"), study()} + paths);
        QVERIFY2(added.code == 0, added.err.constData());
        const auto open = study::Study::open(study::Study::placeOf(study()), study::Study::Mode::Read);
        all = std::make_shared<const Cohort>(open->cohort());
    }

    void ratesAreThoseOfTheFormula() {
        const auto regions = read(all);
        const RegionRates rates = ratesOf(*regions, wishOf(*all, "P1"));
        const RateRow& four = *find(rates, "precentral");
        QCOMPARE(four.visits, 4);
        QVERIFY(isNear(four.trend->perYear, -0.0645714 / 8, 1e-7));
        QVERIFY(isNear(four.trend->level, 2.5475, 1e-9));
        QVERIFY(isNear(four.trend->percentSymmetrised, -2.53470 / 8, 1e-5));
        QVERIFY(isNear(four.trend->percentToFirst, -2.48352 / 8, 1e-5));
        QVERIFY(isNear(four.trend->change, -0.13, 1e-9));
        QCOMPARE(four.first, 2.60);
        QCOMPARE(four.last, 2.47);
        // The loss stands before the gain
        QCOMPARE(rates.rows.front().region, QStringLiteral("precentral"));
        QCOMPARE(rates.rows.back().region, QStringLiteral("insula"));
        QCOMPARE(rates.rows.back().side, Side::Left); // the right one stays as it is

        TrajectoryWish some = wishOf(*all, "P1");
        for (const Visit& visit : all->visits)
            if (visit.participant == some.participant && (visit.label == u"1" || visit.label == u"3"))
                some.visits << visit.uid;
        const RateRow ofSome = *find(ratesOf(*regions, some), "precentral");
        QCOMPARE(ofSome.visits, 2);
        QVERIFY(isNear(ofSome.trend->change, -0.05, 1e-9)); // 2.60 to 2.55
        const RateRow two = *find(ratesOf(*regions, wishOf(*all, "P2")), "precentral");
        QVERIFY(isNear(two.trend->perYear, -0.10 / 8, 1e-9));
        QVERIFY(isNear(two.trend->percentSymmetrised, -3.88350 / 8, 1e-5));
        QVERIFY(std::isnan(two.trend->perYearLow));
    }

    void failedVisitsAreLeftOutUnlessAskedFor() {
        const auto cohort = changed("P1", "4", [](Visit& visit) { visit.quality = QStringLiteral("failed"); });
        const auto regions = read(cohort);
        TrajectoryWish wish = wishOf(*cohort, "P1");
        const RegionRates without = ratesOf(*regions, wish);
        QCOMPARE(find(without, "precentral")->visits, 3);
        QCOMPARE(find(without, "precentral")->last, 2.55);
        QVERIFY(isNear(find(without, "precentral")->trend->perYear, -0.05 / 8, 1e-9)); // (y3 - y1) / 8 years
        QVERIFY(without.heading.notes.join(u' ').contains(QStringLiteral("failed quality: visits 4")));
        const Trajectory drawn = trajectoryOf(*regions, wish, QStringLiteral("precentral"), Side::Left);
        QCOMPARE(drawn.points.size(), std::size_t{4});
        QCOMPARE(drawn.points[3].leftOut, Trajectory::LeftOut::Failed);
        QVERIFY(inWords(drawn, drawn.points[3]).contains(QStringLiteral("Not in the rate: the visit failed quality")));

        wish.withFailed = true;
        const RegionRates with = ratesOf(*regions, wish);
        QCOMPARE(find(with, "precentral")->visits, 4);
        QVERIFY(isNear(find(with, "precentral")->trend->perYear, -0.0645714 / 8, 1e-7));
        QVERIFY(with.heading.notes.join(u' ').contains(QStringLiteral("Used though they failed quality: visits 4")));
    }

    void ratesAreOfOneKind() {
        const RegionRates rates = ratesOf(*read(all), wishOf(*all, "P5"));
        // From the two visits of the longitudinal stream, 365 days apart, not from the one measured by itself
        QCOMPARE(find(rates, "precentral")->visits, 2);
        QVERIFY(isNear(find(rates, "precentral")->trend->perYear, -0.02 / (365 / 365.25), 1e-9));
        QVERIFY(rates.heading.notes.join(u' ').contains(QStringLiteral("longitudinal stream: visits 1.")));
    }

    void bandIsThatOfTheControls() {
        const Trajectory drawn = trajectoryOf(*read(all), wishOf(*all, "P1"), QStringLiteral("precentral"), Side::Left);
        // The controls' noise of +-0.1 has mean nothing and no slope: 40 of them have an SD of 0.1 sqrt(40 / 39)
        const double reach = 1.96 * 0.1 * std::sqrt(40.0 / 39);
        QCOMPARE(drawn.band.size(), std::size_t{2});
        for (const double age : {40.0, 60.0, 79.0}) {
            const auto at = drawn.expectedAt(age);
            QVERIFY(at);
            QVERIFY(isNear(at->value, 2.9 - 0.005 * age, 1e-6));
            QVERIFY(isNear(at->low, at->value - reach, 1e-6));
            QVERIFY(isNear(at->high, at->value + reach, 1e-6));
        }
        QVERIFY(!drawn.expectedAt(39) && !drawn.expectedAt(80));
        QVERIFY(isNear(drawn.ageingPerYear, -0.005, 1e-8));
        // Normal ageing begins on the participant's own line
        QVERIFY(isNear(drawn.start()->value, 2.5475 + 0.0645714 * 0.875, 1e-6));
        // Everybody else is behind, not the participant
        std::size_t people = 0;
        for (const Trajectory::Group& group : drawn.groups) people += group.people.size();
        QCOMPARE(people, std::size_t{40 + 3 + 2}); // P5 was measured in two ways
    }

    void aControlIsLeftOutOfItsBand() {
        const auto regions = read(all);
        const Trajectory drawn = trajectoryOf(*regions, wishOf(*all, "C100"), QStringLiteral("precentral"), Side::Left);
        QVERIFY2(drawn.bandWords.startsWith(QStringLiteral("95 % of 39")), qPrintable(drawn.bandWords));
        QVERIFY(drawn.bandWords.contains(QStringLiteral("not as old"))); // now the youngest are 41
    }

    void fewControlsGiveTheStatedAgeing() {
        TrajectoryWish wish = wishOf(*all, "P2");
        wish.leastControls = 100;
        const Trajectory drawn = trajectoryOf(*read(all), wish, QStringLiteral("precentral"), Side::Left);
        QVERIFY(drawn.band.empty());
        QVERIFY2(drawn.bandWords.startsWith(QStringLiteral("no band")), qPrintable(drawn.bandWords));
        QVERIFY(isNear(drawn.ageingPerYear, -0.0035 * 2.60, 1e-9)); // Storsve 2014: -0.35 % a year
        QVERIFY(drawn.ageingWords.contains(QStringLiteral("-0.35 %")));
    }

    void words_data() {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("quiet");
        // The interval of four values by hand: t(0.975, 2) = 4.30265 times a standard error of 0.00074232 mm a year
        QTest::newRow("four visits") << "P1"
                                     << "mean 2.55 mm, -0.008 mm a year (95 % -0.011 to -0.005), -0.3 % a year"
                                     << "";
        QTest::newRow("two visits") << "P2"
                                    << "mean 2.58 mm, -0.013 mm a year, -0.5 % a year"
                                    << "of two visits: no interval";
        QTest::newRow("60 days") << "P3"
                                 << "Change -0.02 mm in 2.0 months, at a level of 2.59 mm"
                                 << "too short a time for a rate: -0.12 mm a year, -4.7 % a year";
        QTest::newRow("one visit") << "P4"
                                   << "One visit: no change can be told yet."
                                   << "";
    }
    void words() {
        QFETCH(QString, who);
        const Trajectory drawn = trajectoryOf(*read(all), wishOf(*all, who.toLatin1().constData()),
                                              QStringLiteral("precentral"), Side::Left);
        const TrajectoryWords words = inWords(drawn);
        QTEST(words.told, "told");
        QTEST(words.quiet, "quiet");
    }

    void missingDatesAreTold() {
        const auto undated = changed("P1", "2", [](Visit& visit) { visit.date = {}; });
        const RegionRates rates = ratesOf(*read(undated), wishOf(*undated, "P1"));
        QCOMPARE(find(rates, "precentral")->visits, 3);
        QVERIFY(rates.heading.notes.join(u' ').contains(QStringLiteral("days are not known: visits 2")));
        const auto oneDay = changed("P2", "2", [](Visit& visit) { visit.date = QDate(2000, 1, 1); });
        const RegionRates none = ratesOf(*read(oneDay), wishOf(*oneDay, "P2"));
        QVERIFY(!find(none, "precentral")->trend);
        QCOMPARE(none.heading.notes.first(), QStringLiteral("All visits are of one day: no change can be told."));
    }

    void commandPrintsAndWrites() {
        const QString out = dir.filePath(QStringLiteral("rates.tsv"));
        const auto made = test::run(
            studyCommand, {QStringLiteral("rates"), study(), QStringLiteral("P1"), QStringLiteral("--out"), out});
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY2(made.out.contains("P1: change of the thickness") &&
                     made.out.contains("Visits 1, 2, 3, 4, over 16.00 years."),
                 made.out.constData());
        const QByteArrayList lines = contents(out).trimmed().split('\n');
        QCOMPARE(lines.size(), 4); // a header, three regions
        const QByteArrayList names = lines[0].split('\t'), cells = lines[1].split('\t');
        const auto cell = [&](const char* name) { return cells.value(names.indexOf(name)); };
        QCOMPARE(cell("participant_id"), QByteArray("P1"));
        QCOMPARE(cell("measure"), QByteArray("thickness"));
        QCOMPARE(cell("region"), QByteArray("precentral"));
        QVERIFY(isNear(cell("percent_per_year").toDouble(), -2.53470 / 8, 1e-5));
        QCOMPARE(cell("too_short"), QByteArray("no"));
        const auto none = test::run(studyCommand, {QStringLiteral("rates"), study(), QStringLiteral("P1"),
                                                   QStringLiteral("--measure"), QStringLiteral("colour")});
        QCOMPARE(none.code, 2);
    }

    void pageShowsAndPicks() {
        OverTimePage page;
        page.resize(900, 320);
        static_cast<QWidget&>(page).show();
        const auto cohort = changed("P1", "4", [](Visit& visit) { visit.quality = QStringLiteral("failed"); });
        page.show(read(cohort), wishOf(*cohort, "P1"));
        auto* plot = page.findChild<TrajectoryPlot*>();
        QTRY_COMPARE(plot->trajectory().points.size(), std::size_t{4});
        QTRY_VERIFY(!page.isBusy());
        QCOMPARE(plot->trajectory().trend->visits, 3);
        QVERIFY2(plot->trajectory().title.startsWith(QStringLiteral("precentral, left")),
                 qPrintable(plot->trajectory().title));
        // A visit is picked in the plot, failed or not
        QSignalSpy wanted(&page, &OverTimePage::visitWanted), picked(&page, &OverTimePage::regionPicked);
        const Trajectory::Point failed = plot->trajectory().points[3];
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->place(failed.at).toPoint());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), failed.visit);
        QVERIFY(plot->wordsAt(plot->place(failed.at)).contains(QStringLiteral("failed quality")));
        // So it is where the pointer rests on it
        const Trajectory::Point second = plot->trajectory().points[1];
        QTest::mouseMove(plot, plot->place(second.at).toPoint());
        QTRY_COMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].toString(), second.visit);
        // Asked for, it counts
        page.findChild<QCheckBox*>()->setChecked(true);
        QTRY_COMPARE(plot->trajectory().trend->visits, 4);
        // Another row is another trajectory
        auto* view = page.findChild<QTableView*>();
        view->selectRow(2);
        QTRY_VERIFY(plot->trajectory().title.startsWith(QStringLiteral("insula, left")));
        QCOMPARE(picked.size(), 1);
        QTRY_VERIFY(!page.isBusy());
        const auto* table = page.findChild<RatesTable*>();
        QVERIFY(table->asTsv().startsWith(QStringLiteral("region\tside\tvisits")));
        page.setSentence(QStringLiteral("Nobody"));
        QVERIFY(plot->trajectory().points.empty() && !table->current());
    }

    /// In the window, also without surfaces: what the study knows of the participant is enough.
    void regionsAreaHasThePage() {
        Review review;
        Navigation navigation;
        RegionsArea area(review, navigation);
        area.resize(1000, 320);
        area.show();
        const auto buttons = area.findChildren<QToolButton*>();
        const auto overTime = std::find_if(buttons.begin(), buttons.end(),
                                           [](const QToolButton* b) { return b->text() == u"Over time"; });
        QVERIFY(overTime != buttons.end());
        (*overTime)->click();
        auto* page = area.findChild<OverTimePage*>();
        QVERIFY(page->isVisible());
        area.setStudy(all);
        area.setPerson(uidOf(*all, "P1"), {});
        auto* plot = page->findChild<TrajectoryPlot*>();
        QTRY_COMPARE(plot->trajectory().points.size(), std::size_t{4});
        QSignalSpy wanted(&area, &RegionsArea::visitWanted);
        const Trajectory::Point last = plot->trajectory().points[3];
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->place(last.at).toPoint());
        QCOMPARE(wanted.value(0).value(0).toString(), last.visit);
        // Another participant, then nobody
        area.setPerson(uidOf(*all, "P4"), {});
        QTRY_COMPARE(plot->trajectory().points.size(), std::size_t{1});
        QTRY_VERIFY(!area.isBusy());
        area.setPerson({}, {});
        QVERIFY(plot->trajectory().points.empty());
    }

    void shortTimesStandBack() {
        const RegionRates rates = ratesOf(*read(all), wishOf(*all, "P3"));
        RatesModel model;
        model.show(rates.rows, rates.heading);
        QVERIFY(model.index(0, RatesModel::PerYear).data(QuietRole).toBool());
        QVERIFY(!model.index(0, RatesModel::Change).data(QuietRole).toBool());
        QCOMPARE(model.index(0, RatesModel::Change).data().toString(), QStringLiteral("-0.020"));
        QVERIFY(rates.heading.notes.join(u' ').contains(QStringLiteral("Less than three months")));
    }
};

NEURAXIS_TEST_MAIN(TestTrajectories)
#include "tst_trajectories.moc"
