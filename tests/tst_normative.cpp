#include "core/analysis/normative.h"
#include "tests/close.h"
#include "tests/test_main.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace neuraxis;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// NIST Statistical Reference Datasets, Norris: itl.nist.gov/div898/strd/lls/data/Norris.shtml
const std::vector<double> norrisX = {0.2, 337.4, 118.2, 884.6, 10.1,  226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4,
                                     0.6, 775.5, 666.9, 338.0, 447.5, 11.6,  556.0, 228.1, 995.8, 887.6, 120.2, 0.3,
                                     0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1,  118.3, 229.2, 669.1, 448.9, 0.5};
const std::vector<double> norrisY = {0.1, 338.8, 118.1, 888.0, 9.2,   228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3,
                                     0.1, 778.1, 668.8, 339.3, 448.9, 10.8,  557.7, 228.3, 998.0, 888.8, 119.6, 0.3,
                                     0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2,  117.6, 228.9, 668.4, 449.2, 0.2};

/// Sixty people with a value that falls with age and differs between the sexes; always the same.
std::vector<Measured> people() {
    std::mt19937 dice(7);
    const auto share = [&] { return static_cast<double>(dice()) / 4294967296.0; };
    std::vector<Measured> all;
    for (int i = 0; i < 60; ++i) {
        Measured one{30 + 50 * share(), share() < 0.4 ? QStringLiteral("F") : QStringLiteral("M"), 0};
        const double noise = share() + share() + share() - 1.5;
        one.value = 2.9 - 0.007 * one.ageYears + (one.sex == QStringLiteral("M") ? 0.05 : 0) + 0.2 * noise;
        all.push_back(one);
    }
    return all;
}

double meanOf(const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0) / double(v.size()); }
double sdOf(const std::vector<double>& v) {
    const double mean = meanOf(v);
    double squares = 0;
    for (const double x : v) squares += (x - mean) * (x - mean);
    return std::sqrt(squares / double(v.size() - 1));
}

} // namespace

/// Where people stand among controls.
class NormativeTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void fitsAsNistCertified();
    void scoresByThePublishedRegression();
    void controlsHaveMeanZeroAndDeviationOne_data();
    void controlsHaveMeanZeroAndDeviationOne();
    void leavingOneOutIsFittingWithout();
    void dropsWhatControlsDoNotDiffer_data();
    void dropsWhatControlsDoNotDiffer();
    void tellsExtrapolation();
    void refusesTooFew();
    void leavesOutWhoCannotBeUsed();
    void twoSidedTIsAsInTables_data();
    void twoSidedTIsAsInTables();
    void falseDiscoveryRate();
    void limitIsTheScoreOfTheP();
};

void NormativeTest::fitsAsNistCertified() {
    // NIST StRD, Longley: itl.nist.gov/div898/strd/lls/data/Longley.shtml; residuals are those of R's lm()
    const std::vector<std::vector<double>> design = {
        {1, 83.0, 234289, 2356, 1590, 107608, 1947},  {1, 88.5, 259426, 2325, 1456, 108632, 1948},
        {1, 88.2, 258054, 3682, 1616, 109773, 1949},  {1, 89.5, 284599, 3351, 1650, 110929, 1950},
        {1, 96.2, 328975, 2099, 3099, 112075, 1951},  {1, 98.1, 346999, 1932, 3594, 113270, 1952},
        {1, 99.0, 365385, 1870, 3547, 115094, 1953},  {1, 100.0, 363112, 3578, 3350, 116219, 1954},
        {1, 101.2, 397469, 2904, 3048, 117388, 1955}, {1, 104.6, 419180, 2822, 2857, 118734, 1956},
        {1, 108.4, 442769, 2936, 2798, 120445, 1957}, {1, 110.8, 444546, 4681, 2637, 121950, 1958},
        {1, 112.6, 482704, 3813, 2552, 123366, 1959}, {1, 114.2, 502601, 3931, 2514, 125368, 1960},
        {1, 115.7, 518173, 4806, 2572, 127852, 1961}, {1, 116.9, 554894, 4007, 2827, 130081, 1962}};
    const std::vector<double> employed = {60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761,
                                          66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551};
    const std::vector<double> certified = {-3482258.63459582, 15.0618722713733,  -0.0358191792925910,
                                           -2.02022980381683, -1.03322686717359, -0.0511041056535807,
                                           1829.15146461355};
    const std::vector<double> errors = {890420.383607373,  84.9149257747669,  0.0334910077722432, 0.488399681651699,
                                        0.214274163161675, 0.226073200069370, 455.478499142212};
    const auto fit = fitLinear(design, employed);
    QVERIFY(fit);
    const double deviation = std::sqrt(fit->squares / 9);
    CLOSE(deviation, 304.854073561965, 1e-7);
    for (std::size_t i = 0; i < certified.size(); ++i) {
        CLOSE(fit->coefficients[i] / certified[i], 1.0, 1e-8);
        CLOSE(deviation * std::sqrt(fit->inverse[i * 7 + i]) / errors[i], 1.0, 1e-8);
    }
    CLOSE(fit->residuals[0], 267.340029759711, 1e-5);
    CLOSE(fit->residuals[15], -206.7578251937366, 1e-5);
    CLOSE(std::accumulate(fit->leverages.begin(), fit->leverages.end(), 0.0), 7.0, 1e-9);
    for (std::size_t i = 0; i < design.size(); ++i) CLOSE(fit->leverage(design[i]), fit->leverages[i], 1e-4);

    std::vector<std::vector<double>> dependent = design;
    for (auto& row : dependent) row[2] = 3 * row[1];
    QVERIFY(!fitLinear(dependent, employed));
}

/// Norris's calibration as if it were thickness by age: its certified line predicts, and its certified residual
/// deviation, by n - 2, gives that by n - 1.
void NormativeTest::scoresByThePublishedRegression() {
    std::vector<Measured> controls;
    for (std::size_t i = 0; i < norrisX.size(); ++i) controls.push_back({norrisX[i], QStringLiteral("F"), norrisY[i]});
    const auto model = NormativeModel::fit(ScoreKind::W, controls);
    QVERIFY(model);
    QCOMPARE(model->model().terms, QStringList{QStringLiteral("age")});
    QCOMPARE(model->model().dropped, QStringList{QStringLiteral("sex")});
    QCOMPARE(model->model().controls, 36);
    QCOMPARE(model->model().ages, (Range{0.2, 999.0}));
    CLOSE(model->model().intercept, -0.262323073774029, 1e-11);
    CLOSE(model->model().perYear, 1.00211681802045, 1e-13);
    const double deviation = 0.884796396144373 * std::sqrt(34.0 / 35.0);
    CLOSE(model->model().sd, deviation, 1e-12);

    // By hand: at 500 the line is at -0.262323073774029 + 501.058409010225 = 500.796085936451
    const Score score = model->of({500, QStringLiteral("F"), 498.9});
    CLOSE(score.predicted, 500.796085936451, 1e-10);
    CLOSE(score.score, (498.9 - 500.796085936451) / deviation, 1e-10);
    QVERIFY(!score.isExtrapolated());
    // The standard error of a prediction at x: s sqrt(1 + 1/n + (x - mean)²/Sxx), Sxx by the certified error of the
    // slope, s / 0.000429796848199937
    const double mean = meanOf(norrisX), sxx = std::pow(0.884796396144373 / 0.000429796848199937, 2);
    const double error = 0.884796396144373 * std::sqrt(1 + 1.0 / 36 + (500 - mean) * (500 - mean) / sxx);
    CLOSE(score.p, twoSidedT((498.9 - 500.796085936451) / error, 34), 1e-10);
}

void NormativeTest::controlsHaveMeanZeroAndDeviationOne_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("w") << int(ScoreKind::W);
    QTest::newRow("z") << int(ScoreKind::Z);
}

void NormativeTest::controlsHaveMeanZeroAndDeviationOne() {
    QFETCH(int, kind);
    const auto controls = people();
    const auto model = NormativeModel::fit(static_cast<ScoreKind>(kind), controls);
    QVERIFY(model);
    const auto own = model->ownScores();
    QCOMPARE(own.size(), controls.size());
    CLOSE(meanOf(own), 0.0, 1e-12);
    CLOSE(sdOf(own), 1.0, 1e-12);
    for (std::size_t i = 0; i < own.size(); ++i) CLOSE(model->of(controls[i]).score, own[i], 1e-9);
}

void NormativeTest::leavingOneOutIsFittingWithout() {
    for (const ScoreKind kind : {ScoreKind::W, ScoreKind::Z}) {
        const auto controls = people();
        const auto model = NormativeModel::fit(kind, controls);
        QVERIFY(model);
        for (std::size_t i = 0; i < controls.size(); ++i) {
            auto others = controls;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            const Score expected = NormativeModel::fit(kind, others)->of(controls[i]), got = model->ofControl(i);
            CLOSE(got.score, expected.score, 1e-9);
            CLOSE(got.predicted, expected.predicted, 1e-9);
            CLOSE(got.p, expected.p, 1e-9);
            QCOMPARE(got.isExtrapolated(), expected.isExtrapolated());
            QVERIFY(got.leftOneOut && !expected.leftOneOut);
        }
    }
}

void NormativeTest::dropsWhatControlsDoNotDiffer_data() {
    QTest::addColumn<bool>("oneAge");
    QTest::addColumn<int>("women");
    QTest::addColumn<QStringList>("terms");
    QTest::addColumn<QString>("words");
    const QString age = QStringLiteral("age"), sex = QStringLiteral("sex");
    QTest::newRow("both") << false << 20 << QStringList{age, sex} << QStringLiteral("what age and sex of 40 control");
    QTest::newRow("one sex") << false << 0 << QStringList{age} << QStringLiteral("Sex is not in the model");
    QTest::newRow("one woman") << false << 1 << QStringList{age} << QStringLiteral("Sex is not in the model");
    QTest::newRow("one age") << true << 20 << QStringList{sex} << QStringLiteral("Age is not in the model");
    QTest::newRow("neither") << true << 0 << QStringList{} << QStringLiteral("what the mean of 40 control");
}

void NormativeTest::dropsWhatControlsDoNotDiffer() {
    QFETCH(bool, oneAge);
    QFETCH(int, women);
    QFETCH(QStringList, terms);
    QFETCH(QString, words);
    std::vector<Measured> controls;
    for (int i = 0; i < 40; ++i)
        controls.push_back({oneAge ? 60.0 : 40.0 + i, i < women ? QStringLiteral("F") : QStringLiteral("M"),
                            2.5 + 0.01 * ((i * 7) % 13)});
    const auto model = NormativeModel::fit(ScoreKind::W, controls);
    QVERIFY(model);
    QCOMPARE(model->model().terms, terms);
    const QString told = model->model().inWords(QStringLiteral("mm"));
    QVERIFY2(told.contains(words), qPrintable(told));
    CLOSE(meanOf(model->ownScores()), 0.0, 1e-12);
    CLOSE(sdOf(model->ownScores()), 1.0, 1e-12);
    QCOMPARE(model->of({60, QStringLiteral("F"), 2.5}).otherSex, women < 2);
}

void NormativeTest::tellsExtrapolation() {
    const auto model = NormativeModel::fit(ScoreKind::W, people());
    QVERIFY(model);
    const Range ages = model->model().ages;
    const QString woman = QStringLiteral("F");
    QVERIFY(!model->of({ages.low, woman, 2.5}).isExtrapolated());
    QVERIFY(model->of({ages.low - 0.1, woman, 2.5}).outsideAges);
    QVERIFY(model->of({ages.high + 0.1, woman, 2.5}).outsideAges);
    QVERIFY(std::isfinite(model->of({ages.high + 0.1, woman, 2.5}).score));
    QVERIFY(std::isnan(model->of({none, woman, 2.5}).score));
    QVERIFY(std::isnan(model->of({50, QString(), 2.5}).score));
    QVERIFY(std::isnan(model->of({50, woman, none}).score));
}

void NormativeTest::refusesTooFew() {
    auto controls = people();
    controls.resize(19);
    QVERIFY(!NormativeModel::fit(ScoreKind::W, controls));
    QVERIFY(NormativeModel::fit(ScoreKind::W, controls, 19));
    controls.push_back({50, QStringLiteral("F"), none}); // the twentieth has no value
    QVERIFY(!NormativeModel::fit(ScoreKind::W, controls));
    QVERIFY(!NormativeModel::fit(ScoreKind::Z, controls));
    QVERIFY(!NormativeModel::fit(ScoreKind::W, {}, 0));
    for (Measured& one : controls) one.value = 2.5; // nothing to divide by
    QVERIFY(!NormativeModel::fit(ScoreKind::W, controls, 5));
}

void NormativeTest::leavesOutWhoCannotBeUsed() {
    auto controls = people();
    controls[3].value = none;
    controls[4].ageYears = none;
    controls[5].sex.clear();
    const auto w = NormativeModel::fit(ScoreKind::W, controls), z = NormativeModel::fit(ScoreKind::Z, controls);
    QVERIFY(w && z);
    QCOMPARE(w->model().controls, 57);
    QCOMPARE(w->model().leftOut, 3);
    QCOMPARE(z->model().controls, 59);
    QVERIFY(std::isnan(w->ofControl(4).score));
    QVERIFY(std::isfinite(z->ofControl(4).score));
    QVERIFY(std::isfinite(w->ofControl(6).score));
    QVERIFY(std::isnan(w->ofControl(60).score));
    for (Measured& one : controls) one.sex.clear(); // a study that does not tell
    const auto sexless = NormativeModel::fit(ScoreKind::W, controls);
    QVERIFY(sexless);
    QCOMPARE(sexless->model().terms, QStringList{QStringLiteral("age")});
}

void NormativeTest::twoSidedTIsAsInTables_data() {
    QTest::addColumn<double>("t");
    QTest::addColumn<double>("freedom");
    QTest::addColumn<double>("p");
    // Any printed table of Student's t
    QTest::newRow("1") << 12.7062 << 1.0 << 0.05;
    QTest::newRow("10") << 2.228139 << 10.0 << 0.05;
    QTest::newRow("10, 1 %") << -3.169273 << 10.0 << 0.01;
    QTest::newRow("30") << 2.042272 << 30.0 << 0.05;
    QTest::newRow("120, 0.1 %") << 3.373454 << 120.0 << 0.001;
    QTest::newRow("normal") << 1.959964 << 1e9 << 0.05;
    QTest::newRow("none") << 0.0 << 17.0 << 1.0;
}

void NormativeTest::twoSidedTIsAsInTables() {
    QFETCH(double, t);
    QFETCH(double, freedom);
    QFETCH(double, p);
    CLOSE(twoSidedT(t, freedom), p, 2e-6 * p);
    CLOSE(tOfTwoSided(p, freedom), std::abs(t), 1e-5 * std::max(1.0, std::abs(t)));
}

void NormativeTest::falseDiscoveryRate() {
    // domain.md 6 C 19
    const std::vector<double> p = {.001, .008, .039, .041, .042, .06,  .074, .205, .212, .216, .222, .251, .269,
                                   .275, .34,  .341, .384, .569, .594, .696, .762, .94,  .942, .975, .986};
    const auto q = benjaminiHochberg(p);
    CLOSE(q[0], 0.025, 1e-12);
    CLOSE(q[1], 0.10, 1e-12);
    for (const std::size_t i : {2u, 3u, 4u}) CLOSE(q[i], 0.21, 1e-12);
    CLOSE(q[5], 0.25, 1e-12);
    QCOMPARE(std::count_if(q.begin(), q.end(), [](double x) { return x <= 0.05; }), 1);
    CLOSE(benjaminiHochbergLimit(p, 0.05), 0.05 / 25, 1e-15);
    CLOSE(benjaminiHochbergLimit(p, 0.25), 0.25 * 6 / 25, 1e-15);

    std::vector<double> mixed(p.rbegin(), p.rend());
    mixed.insert(mixed.begin() + 3, none);
    const auto other = benjaminiHochberg(mixed);
    QVERIFY(std::isnan(other[3]));
    CLOSE(other.back(), 0.025, 1e-12);
    QVERIFY(std::isnan(benjaminiHochbergLimit({none}, 0.05)));
    CLOSE(benjaminiHochbergLimit({0.3, 0.4}, 0.05), 0.025, 1e-15);
}

void NormativeTest::limitIsTheScoreOfTheP() {
    const auto model = NormativeModel::fit(ScoreKind::W, people());
    QVERIFY(model);
    Measured person{55, QStringLiteral("M"), 0};
    const double limit = model->scoreAt(0.01, person);
    person.value = model->of({55, QStringLiteral("M"), 0}).predicted - limit * model->model().sd;
    CLOSE(model->of(person).score, -limit, 1e-9);
    CLOSE(model->of(person).p, 0.01, 1e-9);
}

NEURAXIS_TEST_MAIN(NormativeTest)
#include "tst_normative.moc"
