#include "app/command.h"
#include "app/region_report.h"
#include "app/region_study.h"
#include "core/model/region_groups.h"
#include "core/study/study.h"
#include "tests/command_run.h"
#include "tests/sheet_phantom.h"
#include "tests/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>
#include <random>

using namespace neuraxis;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Controls with three regions of each side; the third stands in `third` of them only.
std::vector<MeasuredCortex> controls(int count, int third) {
    std::mt19937 dice(3);
    const auto noise = [&] { return (static_cast<double>(dice()) + dice() + dice()) / 4294967296.0 - 1.5; };
    std::vector<MeasuredCortex> all;
    for (int i = 0; i < count; ++i) {
        MeasuredCortex one{40.0 + i % 40, i % 2 ? QStringLiteral("F") : QStringLiteral("M"), {}};
        for (const Side side : {Side::Left, Side::Right}) {
            one.regions.push_back({QStringLiteral("precentral"), side, 8000, 5000, 14000, 2.6 + 0.1 * noise(), 0.5});
            one.regions.push_back({QStringLiteral("paracentral"), side, 2000, 1400, 3500, 2.4 + 0.1 * noise(), 0.5});
            if (i < third)
                one.regions.push_back({QStringLiteral("insula"), side, 4000, 2700, 8000, 3.2 + 0.1 * noise(), 0.7});
        }
        all.push_back(one);
    }
    return all;
}

MeasuredCortex patient() {
    MeasuredCortex one = controls(1, 1)[0];
    one.ageYears = 62;
    for (RegionMeasures& region : one.regions)
        if (region.region == u"precentral" && region.side == Side::Left) region.thicknessMm = 2.1;
    return one;
}

const RegionScore* find(const std::vector<RegionScore>& all, const QString& region, Side side) {
    for (const RegionScore& one : all)
        if (one.region == region && one.side == side) return &one;
    return nullptr;
}

} // namespace

/// People's regions among the controls, as values and by the command.
class RegionScoresTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void scoresEachRegion();
    void correctsOverAllRegions();
    void showsNothingWithFewControls();
    void groupsNeedAllTheirRegions();
    void groupsAreWeighedAlike();
    void commandPrintsAndWrites();
    void commandRefuses_data();
    void commandRefuses();
    void controlsAreLeftOut();
    void reportHasTheBand();
    void reportIsOfTheVisitsOwnAge();
    void oneTableOfEverythingGivesScores();

  private:
    QTemporaryDir dir;
    QString study() const { return dir.filePath(QStringLiteral("s.neuraxis")); }
    void makeStudy();
};

void RegionScoresTest::scoresEachRegion() {
    const RegionScores scores = scoreRegions(ScoreKind::W, RegionMeasure::Thickness, controls(60, 60), patient());
    QCOMPARE(scores.regions.size(), std::size_t{6});
    QCOMPARE(scores.tested, 6);
    const RegionScore& left = *find(scores.regions, QStringLiteral("precentral"), Side::Left);
    // 0.5 mm below controls whose values differ by 0.1 mm times a sum of three even numbers, SD 0.5
    QVERIFY2(left.score.score < -7, qPrintable(QString::number(left.score.score)));
    QVERIFY(left.q < 0.001);
    QVERIFY(left.limit > 1.96 && left.limit < 4);
    QCOMPARE(left.model->controls, 60);
    // The same by the model itself
    std::vector<Measured> values;
    for (const MeasuredCortex& one : controls(60, 60))
        values.push_back(measuredIn(one, QStringLiteral("precentral"), Side::Left, RegionMeasure::Thickness));
    QCOMPARE(left.score.score, NormativeModel::fit(ScoreKind::W, values)->of({62, QStringLiteral("M"), 2.1}).score);
    QVERIFY(scores.modelInWords().startsWith(QStringLiteral("w: the difference from what age and sex of 60 control")));

    const RegionScores areas = scoreRegions(ScoreKind::Z, RegionMeasure::Area, controls(60, 60), patient());
    QVERIFY(!areas.regions[0].model); // all have the same area: nothing to divide by
    QVERIFY(areas.modelInWords().isEmpty());
}

void RegionScoresTest::correctsOverAllRegions() {
    const RegionScores scores = scoreRegions(ScoreKind::Z, RegionMeasure::Thickness, controls(60, 60), patient());
    std::vector<double> p;
    for (const RegionScore& one : scores.regions) p.push_back(one.score.p);
    const auto q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i) {
        QCOMPARE(scores.regions[i].q, q[i]);
        // Beyond the drawn limit is below the rate
        QCOMPARE(std::abs(scores.regions[i].score.score) >= scores.regions[i].limit, q[i] <= 0.05);
    }
    for (const RegionScore& one : scores.together) QVERIFY(std::isnan(one.q));
}

void RegionScoresTest::showsNothingWithFewControls() {
    const RegionScores scores = scoreRegions(ScoreKind::W, RegionMeasure::Thickness, controls(60, 19), patient());
    const RegionScore& insula = *find(scores.regions, QStringLiteral("insula"), Side::Left);
    QVERIFY(!insula.model);
    QVERIFY(std::isnan(insula.score.score) && std::isnan(insula.q) && std::isnan(insula.limit));
    QCOMPARE(insula.value, find(scores.regions, QStringLiteral("insula"), Side::Left)->value);
    QCOMPARE(scores.tested, 4);
    const RegionScores more = scoreRegions(ScoreKind::W, RegionMeasure::Thickness, controls(60, 19), patient(), 19);
    QVERIFY(find(more.regions, QStringLiteral("insula"), Side::Left)->model);
    QVERIFY(more.modelInWords().contains(QStringLiteral("Some regions have only 19 of them.")));
}

void RegionScoresTest::groupsNeedAllTheirRegions() {
    const RegionScores scores = scoreRegions(ScoreKind::W, RegionMeasure::Thickness, controls(60, 60), patient());
    const RegionScore* motor = find(scores.together, QStringLiteral("motor"), Side::Right);
    QVERIFY(motor);
    QVERIFY(!find(scores.together, QStringLiteral("frontotemporal"), Side::Right)); // the insula alone is none
    const MeasuredCortex one = patient();
    const auto of = [&](const char* region) {
        return measuredIn(one, QLatin1String(region), Side::Right, RegionMeasure::Thickness).value;
    };
    QVERIFY(std::abs(motor->value - (8000 * of("precentral") + 2000 * of("paracentral")) / 10000) < 1e-12);
    MeasuredCortex half = one;
    std::erase_if(half.regions, [](const RegionMeasures& r) { return r.region == u"paracentral"; });
    QVERIFY(std::isnan(measuredIn(half, QStringLiteral("motor"), Side::Left, RegionMeasure::Thickness).value));
    // Without numbers of vertices by area, without these all alike
    for (RegionMeasures& region : half.regions) region.vertices = none;
    RegionMeasures a{QStringLiteral("precentral"), Side::Left, none, 3000, none, 2, none},
        b{QStringLiteral("paracentral"), Side::Left, none, 1000, none, 3, none};
    QVERIFY(std::abs(groupMeasures({a, b})[0].thicknessMm - 2.25) < 1e-12);
    a.areaMm2 = none;
    QVERIFY(std::abs(groupMeasures({a, b})[0].thicknessMm - 2.5) < 1e-12);
}

void RegionScoresTest::makeStudy() {
    if (QFileInfo::exists(study())) return;
    QFile clinic(dir.filePath(QStringLiteral("people.tsv"))), regions(dir.filePath(QStringLiteral("regions.tsv")));
    QVERIFY(clinic.open(QFile::WriteOnly) && regions.open(QFile::WriteOnly));
    clinic.write("participant_id\tsession_id\tgroup\tsex\tage\n");
    regions.write("lh.aparc.thickness\tlh_precentral_thickness\tlh_paracentral_thickness\trh_precentral_thickness\n");
    const auto all = controls(40, 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QByteArray name = "C" + QByteArray::number(int(i) + 100);
        clinic.write(name + "\t1\tcontrol\t" + all[i].sex.toUtf8() + '\t' + QByteArray::number(all[i].ageYears) + '\n');
        regions.write("sub-" + name + "_ses-1");
        for (const std::size_t r : {0u, 1u, 2u})
            regions.write('\t' + QByteArray::number(all[i].regions[r].thicknessMm));
        regions.write("\n");
    }
    clinic.write("P1\t1\tALS\tM\t60\nP1\t2\tALS\tM\t61\nP2\t1\tALS\tF\t90\nP2\t2\tALS\tF\t60\nP3\t1\tALS\tF\t50\n");
    regions.write("sub-P1_ses-1\t2.5\t2.4\t2.6\nsub-P1_ses-2\t2.1\t2.4\t2.6\nsub-P2_ses-1\t2.6\t2.4\t2.6\n");
    clinic.close();
    regions.close();
    const auto added = test::run(studyCommand, {QStringLiteral("add"), study(), clinic.fileName(), regions.fileName()});
    QVERIFY2(added.code == 0, added.err.constData());
    QVERIFY2(added.out.contains("regions: 42 participant(s)"), added.out.constData());
}

/// Whoever is compared is weighed by the same, so that what else is known of one of them changes no score.
void RegionScoresTest::groupsAreWeighedAlike() {
    const auto without = [](MeasuredCortex one, bool vertices, bool areas) {
        for (RegionMeasures& region : one.regions) {
            if (vertices) region.vertices = none;
            if (areas) region.areaMm2 = none;
        }
        return one;
    };
    const auto motor = [](const std::vector<MeasuredCortex>& others, const MeasuredCortex& person) {
        const RegionScores all = scoreRegions(ScoreKind::Z, RegionMeasure::Thickness, others, person);
        return find(all.together, QStringLiteral("motor"), Side::Left)->score.score;
    };
    const std::vector<MeasuredCortex> known = controls(60, 60);
    std::vector<MeasuredCortex> thickness, areas, mixed;
    for (const MeasuredCortex& one : known) {
        thickness.push_back(without(one, true, true));
        areas.push_back(without(one, true, false));
        mixed.push_back(without(one, mixed.size() % 2 == 0, mixed.size() % 2 == 1));
    }
    const MeasuredCortex all = patient();
    const double alike = motor(thickness, without(all, true, true)), byArea = motor(areas, without(all, true, false));
    QVERIFY(std::abs(alike - byArea) > 0.1);
    QCOMPARE(motor(thickness, all), alike);
    QCOMPARE(motor(known, without(all, true, true)), alike);
    QCOMPARE(motor(areas, all), byArea);
    QCOMPARE(motor(mixed, all), alike); // nothing that all of them have
    QCOMPARE(motor(known, all), motor(known, without(all, false, true)));
}

void RegionScoresTest::commandPrintsAndWrites() {
    makeStudy();
    const QString out = dir.filePath(QStringLiteral("scores.tsv"));
    const auto made = test::run(
        studyCommand, {QStringLiteral("scores"), study(), QStringLiteral("P1"), QStringLiteral("--out"), out});
    QVERIFY2(made.code == 0, made.err.constData());
    QVERIFY2(made.out.contains("P1, visit 2: thickness of cortical regions"), made.out.constData());
    QVERIFY(made.out.contains("w: the difference from what age and sex of 40 control"));
    QVERIFY(!made.out.contains("To be read with care"));
    QFile file(out);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 5); // a header, the left motor group, three regions
    const QByteArrayList columns = lines[0].split('\t'), motor = lines[1].split('\t'),
                         precentral = lines[2].split('\t');
    const auto cell = [&](const QByteArrayList& row, const char* column) { return row.value(columns.indexOf(column)); };
    QCOMPARE(cell(motor, "region"), QByteArray("motor"));
    QCOMPARE(cell(motor, "q"), QByteArray("n/a"));
    QCOMPARE(cell(precentral, "region"), QByteArray("precentral"));
    QCOMPARE(cell(precentral, "side"), QByteArray("lh"));
    QCOMPARE(cell(precentral, "thickness"), QByteArray("2.1"));
    QVERIFY(cell(precentral, "w").toDouble() < -5);
    QCOMPARE(cell(precentral, "controls"), QByteArray("40"));
    QCOMPARE(cell(precentral, "controls_age_from"), QByteArray("40.0"));
    QCOMPARE(cell(precentral, "controls_age_to"), QByteArray("79.0"));
    QCOMPARE(cell(precentral, "model"), QByteArray("age+sex"));

    const auto first =
        test::run(studyCommand, {QStringLiteral("scores"), study(), QStringLiteral("P1"), QStringLiteral("--visit"),
                                 QStringLiteral("1"), QStringLiteral("--by"), QStringLiteral("z")});
    QVERIFY2(first.out.contains("P1, visit 1: thickness") &&
                 first.out.contains("z: the difference from the mean of 40"),
             first.out.constData());
    const auto old = test::run(studyCommand, {QStringLiteral("scores"), study(), QStringLiteral("P2")});
    QVERIFY2(old.out.contains("To be read with care: older or younger than all controls."), old.out.constData());
    const auto control = test::run(studyCommand, {QStringLiteral("scores"), study(), QStringLiteral("C105")});
    QVERIFY2(control.out.contains("of 39 control") && control.out.contains("a control, compared with the others"),
             control.out.constData());
    const auto few = test::run(studyCommand, {QStringLiteral("scores"), study(), QStringLiteral("P1"),
                                              QStringLiteral("--least"), QStringLiteral("41")});
    QVERIFY2(few.out.contains("too few controls"), few.out.constData());
}

void RegionScoresTest::commandRefuses_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const QString& words, int code, const char* sentence) {
        QTest::newRow(name) << words.split(u' ') << code << QByteArray(sentence);
    };
    row("nobody", QStringLiteral("S"), 2, "Name the study and the participant");
    row("another", QStringLiteral("S P9"), 1, "There is no participant P9");
    row("no visit", QStringLiteral("S P1 --visit 7"), 1, "P1 has no visit 7; there are 1, 2.");
    row("no regions", QStringLiteral("S P3"), 1, "The study knows no cortical regions of P3.");
    row("other score", QStringLiteral("S P1 --by t"), 2, "--by is w or z.");
    row("other measure", QStringLiteral("S P1 --measure weight"), 2, "--measure is thickness, area or volume.");
    row("too few", QStringLiteral("S P1 --least 2"), 2, "--least is a number of controls");
    row("nowhere", QStringLiteral("S P1 --out /nowhere/x.tsv"), 1, "x.tsv cannot be written");
}

void RegionScoresTest::commandRefuses() {
    makeStudy();
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QByteArray, sentence);
    words[0] = study();
    words.prepend(QStringLiteral("scores"));
    const auto made = test::run(studyCommand, words);
    QCOMPARE(made.code, code);
    QVERIFY2(made.err.contains(sentence), made.err.constData());
}

void RegionScoresTest::controlsAreLeftOut() {
    makeStudy();
    io::Job job;
    const auto cohort = std::make_shared<const Cohort>(
        study::Study::open(study::Study::placeOf(study()), study::Study::Mode::Read)->cohort());
    const RegionStudy regions(cohort, job);
    QCOMPARE(regions.people().size(), std::size_t{43});
    QCOMPARE(regions.problems(), QStringList());
    const QString precentral = QStringLiteral("precentral");
    const auto groups = regions.groupScores(precentral, Side::Left, ScoreKind::W, RegionMeasure::Thickness);
    QCOMPARE(groups.size(), std::size_t{6});
    QCOMPARE(groups[0].group, QStringLiteral("ALS"));
    QCOMPARE(groups[0].scores.size(), std::size_t{2}); // everybody's first visit
    QCOMPARE(groups[4].group, QStringLiteral("control"));
    QCOMPARE(groups[4].scores.size(), std::size_t{40});
    // What the command gives for a control, by fitting without it, is what the plot has by the hat matrix
    std::size_t place = 0;
    for (const RegionStudy::Person& person : regions.people()) {
        if (person.group != u"control") continue;
        const RegionScores own = regions.scores(person, ScoreKind::W, RegionMeasure::Thickness);
        QVERIFY(std::abs(find(own.regions, precentral, Side::Left)->score.score - groups[4].scores[place++]) < 1e-9);
        QVERIFY(own.regions[0].score.leftOneOut);
    }
    QVERIFY(regions.groupScores(precentral, Side::Left, ScoreKind::W, RegionMeasure::Thickness, 41).empty());
    const auto* last = regions.find(regions.people()[40].participant->uid);
    QVERIFY(last);
    QVERIFY(!regions.find(QStringLiteral("nobody")));
}

void RegionScoresTest::reportHasTheBand() {
    auto cortex = std::make_shared<Cortex>();
    cortex->sides[0] =
        std::make_shared<const Hemisphere>(test::sheet(Side::Left, 50, 3, {5, 0, 0}, {1, 0, 0}, {0, 1, 0}, 2.5));
    std::vector<std::int32_t> regionOf;
    for (int v = 0; v < 150; ++v) regionOf.push_back(v % 50 < 10 ? 0 : 1);
    cortex->parcellations = {
        test::parcellationOf(Side::Left, {QStringLiteral("paracentral"), QStringLiteral("precentral")}, regionOf)};
    cortex->maps = {test::mapOf(Side::Left, QStringLiteral("thickness"), std::vector<float>(150, 2.4F)),
                    test::mapOf(Side::Left, QStringLiteral("area"), std::vector<float>(150, 0.5F))};
    auto controls = std::make_shared<StripControls>();
    controls->map = QStringLiteral("thickness");
    for (int i = 0; i < 30; ++i) {
        StripControls::One one;
        one.participant = QString::number(i);
        one.sides[0] = {50.0 + i, i % 2 ? QStringLiteral("F") : QStringLiteral("M"),
                        std::vector<double>(40, 2.5 + 0.01 * (i * 7 % 11))};
        controls->controls.push_back(one);
    }
    RegionWish wish;
    wish.cortex = cortex;
    wish.parcellation = QStringLiteral("aparc");
    wish.map = controls->map;
    QCOMPARE(regionReport(wish).profile.bands[0].controls, 0);
    wish.strips = controls;
    const RegionReport report = regionReport(wish);
    QCOMPARE(report.profile.bands[0].controls, 30);
    QCOMPARE(report.profile.bands[0].low.size(), report.profile.sides[0].size());
    // The controls' values go from 2.5 to 2.6 mm
    QVERIFY(report.profile.bands[0].low[3] < 2.55 && report.profile.bands[0].high[3] > 2.55);
    QCOMPARE(report.profile.bands[1].controls, 0);
    wish.map = QStringLiteral("area"); // not what the controls were read with
    QCOMPARE(regionReport(wish).profile.bands[0].controls, 0);
    wish.map = controls->map;
    wish.leastControls = 31;
    QCOMPARE(regionReport(wish).profile.bands[0].controls, 0);
}

/// A visit whose regions the study does not have is compared as old as the person was then, not at another visit.
void RegionScoresTest::reportIsOfTheVisitsOwnAge() {
    makeStudy();
    io::Job job;
    RegionWish wish;
    const auto cohort = std::make_shared<const Cohort>(
        study::Study::open(study::Study::placeOf(study()), study::Study::Mode::Read)->cohort());
    wish.study = std::make_shared<const RegionStudy>(cohort, job);
    for (const Participant& p : cohort->participants)
        if (p.name == u"P2") wish.participant = p.uid;
    auto cortex = std::make_shared<Cortex>();
    cortex->sides[0] =
        std::make_shared<const Hemisphere>(test::sheet(Side::Left, 50, 3, {5, 0, 0}, {1, 0, 0}, {0, 1, 0}, 2.5));
    cortex->parcellations = {
        test::parcellationOf(Side::Left, {QStringLiteral("precentral")}, std::vector<std::int32_t>(150, 0))};
    cortex->maps = {test::mapOf(Side::Left, QStringLiteral("thickness"), std::vector<float>(150, 2.4F))};
    wish.cortex = cortex;
    wish.parcellation = QStringLiteral("aparc");
    wish.map = QStringLiteral("thickness");
    auto strips = std::make_shared<StripControls>(); // thinner with age
    strips->map = wish.map;
    for (int i = 0; i < 30; ++i)
        strips->controls.push_back({QString::number(i),
                                    {StripControl{50.0 + i, i % 2 ? QStringLiteral("F") : QStringLiteral("M"),
                                                  std::vector<double>(40, 3 - 0.01 * i + 0.01 * (i * 7 % 11))},
                                     StripControl{}}});
    wish.strips = strips;
    for (const Visit& visit : cohort->visits) {
        if (visit.participant != wish.participant) continue;
        wish.visit = visit.uid;
        const double age = visit.label == u"1" ? 90 : 60;
        const RegionReport report = regionReport(wish);
        const auto row = std::find_if(report.rows.begin(), report.rows.end(),
                                      [](const RegionRow& one) { return one.measures.region == u"precentral"; });
        QVERIFY(row != report.rows.end() && std::isfinite(row->score));
        MeasuredCortex own{age, QStringLiteral("F"), {row->measures}};
        const RegionScores expected =
            scoreRegions(ScoreKind::W, RegionMeasure::Thickness, wish.study->controlsWithout(wish.participant), own);
        QCOMPARE(row->score, expected.regions[0].score.score);
        QCOMPARE(row->note.isEmpty(), age == 60); // nobody of the controls is 90
        const StripBand band = strips->band(Side::Left, wish.participant, age, QStringLiteral("F"));
        QCOMPARE(report.profile.bands[0].low, band.low);
    }
}

/// As ENIGMA's scripts merge it: who somebody is beside the regions.
void RegionScoresTest::oneTableOfEverythingGivesScores() {
    const QString file = dir.filePath(QStringLiteral("merged.csv")), place = dir.filePath(QStringLiteral("m.neuraxis"));
    QByteArray text = "SubjID,Dx,Age,Sex,L_precentral_thickavg,L_paracentral_thickavg,R_precentral_thickavg\n";
    const auto all = controls(30, 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool isPatient = i >= 25;
        text += (isPatient ? "ALS" : "CON") + QByteArray::number(int(i) + 100) + (isPatient ? ",ALS," : ",control,") +
                QByteArray::number(all[i].ageYears) + ',' + all[i].sex.toUtf8();
        for (const std::size_t r : {0u, 1u, 2u})
            text += ',' + QByteArray::number(all[i].regions[r].thicknessMm - (isPatient && r == 0 ? 0.5 : 0));
        text += '\n';
    }
    QFile table(file);
    QVERIFY(table.open(QFile::WriteOnly) && table.write(text) == text.size());
    table.close();
    const auto added = test::run(studyCommand, {QStringLiteral("add"), place, file});
    QVERIFY2(added.code == 0, added.err.constData());
    for (int i = 125; i < 130; ++i) {
        const QString out = dir.filePath(QStringLiteral("w.tsv"));
        const auto made = test::run(studyCommand, {QStringLiteral("scores"), place, QStringLiteral("ALS%1").arg(i),
                                                   QStringLiteral("--out"), out});
        QVERIFY2(made.out.contains("w: the difference from what age and sex of 25 control"), made.out.constData());
        QFile written(out);
        QVERIFY(written.open(QFile::ReadOnly));
        const QByteArrayList lines = written.readAll().trimmed().split('\n'), columns = lines.value(0).split('\t'),
                             left = lines.value(2).split('\t');
        QCOMPARE(left.value(columns.indexOf("region")), QByteArray("precentral"));
        QVERIFY2(left.value(columns.indexOf("w")).toDouble() < -5, lines.value(2).constData());
    }
}

NEURAXIS_TEST_MAIN(RegionScoresTest)
#include "tst_region_scores.moc"
