#include "core/analysis/linear_fit.h"
#include "core/analysis/trend.h"
#include "tests/close.h"
#include "tests/test_main.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace neuraxis;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
/// 2.60, 2.57, 2.55 and 2.47 mm in two years
const std::vector<TimedValue> thinning = {{0, 2.60}, {.5, 2.57}, {1, 2.55}, {2, 2.47}};

} // namespace

/// Slopes over real time.
class TrendTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void fourVisits();
    void twoVisits();
    void anyOrderAndAnyYearZero();
    void intervalsAreStudents_data();
    void intervalsAreStudents();
    void leavesOutWhatIsNoNumber();
    void twoOfOneDay();
    void nothingOfOneTime_data();
    void nothingOfOneTime();
    void belowThreeMonthsIsShort_data();
    void belowThreeMonthsIsShort();
    void percentOfNothingIsNone();
};

// Rate, avg, pc1 and spc as FreeSurfer's longitudinal stream defines them, worked out apart from the program; the
// interval too: standard error 0.0059385, t(2) = 4.302653.
void TrendTest::fourVisits() {
    const auto trend = trendOf(thinning);
    QVERIFY(trend);
    CLOSE(trend->perYear, -.0645714, 5e-8);
    CLOSE(trend->level, 2.5475, 1e-12);
    CLOSE(trend->percentToFirst, -2.48352, 5e-6);
    CLOSE(trend->percentSymmetrised, -2.53470, 5e-6);
    CLOSE(trend->perYearLow, -.0901226, 1e-7);
    CLOSE(trend->perYearHigh, -.0390203, 1e-7);
    CLOSE(trend->change, -.13, 1e-12);
    CLOSE(trend->spanYears, 2.0, 1e-12);
    QCOMPARE(trend->visits, 4);
    QVERIFY(!trend->tooShort);
}

void TrendTest::twoVisits() {
    const auto trend = trendOf({{0, 2.60}, {.5, 2.55}});
    QVERIFY(trend);
    CLOSE(trend->perYear, -.10, 1e-12);
    CLOSE(trend->percentToFirst, -3.84615, 5e-6);
    CLOSE(trend->percentSymmetrised, -3.88350, 5e-6);
    CLOSE(trend->level, 2.575, 1e-12);
    CLOSE(trend->change, -.05, 1e-12);
    CLOSE(trend->changePercent, -1.92308, 5e-6);
    QVERIFY(std::isnan(trend->perYearLow));
    QVERIFY(std::isnan(trend->perYearHigh));
}

void TrendTest::anyOrderAndAnyYearZero() {
    const auto trend = trendOf({{2021, 2.47}, {2019, 2.60}, {2020, 2.55}, {2019.5, 2.57}});
    QVERIFY(trend);
    CLOSE(trend->perYear, -.0645714, 5e-8);
    CLOSE(trend->percentToFirst, -2.48352, 5e-6);
    CLOSE(trend->change, -.13, 1e-12);
}

// Student's t at 97.5 %, as printed in every table of it
void TrendTest::intervalsAreStudents_data() {
    QTest::addColumn<int>("freedom");
    QTest::addColumn<double>("t");
    QTest::newRow("1") << 1 << 12.706;
    QTest::newRow("2") << 2 << 4.303;
    QTest::newRow("3") << 3 << 3.182;
    QTest::newRow("4") << 4 << 2.776;
    QTest::newRow("10") << 10 << 2.228;
    QTest::newRow("30") << 30 << 2.042;
    QTest::newRow("100") << 100 << 1.984;
    QTest::newRow("1000") << 1000 << 1.962;
}
void TrendTest::intervalsAreStudents() {
    QFETCH(int, freedom);
    QFETCH(double, t);
    CLOSE(tOfTwoSided(.05, freedom), t, 5.1e-4);
}

void TrendTest::leavesOutWhatIsNoNumber() {
    auto values = thinning;
    values.push_back({3, none});
    values.push_back({none, 9});
    const auto trend = trendOf(values);
    QVERIFY(trend);
    QCOMPARE(trend->visits, 4);
    CLOSE(trend->perYear, -.0645714, 5e-8);
    CLOSE(trend->spanYears, 2.0, 1e-12);
}

void TrendTest::twoOfOneDay() {
    const auto trend = trendOf({{0, 2.5}, {0, 2.7}, {1, 2.4}});
    QVERIFY(trend);
    QCOMPARE(trend->visits, 3);
    CLOSE(trend->perYear, -.2, 1e-12);
    CLOSE(trend->change, -.2, 1e-12);
    CLOSE(trend->percentToFirst, 100 * -.2 / 2.6, 1e-9);
}

void TrendTest::nothingOfOneTime_data() {
    QTest::addColumn<QList<double>>("years");
    QTest::newRow("no visit") << QList<double>{};
    QTest::newRow("one visit") << QList<double>{1};
    QTest::newRow("two of one day") << QList<double>{1, 1};
    QTest::newRow("times unknown") << QList<double>{none, none};
}
void TrendTest::nothingOfOneTime() {
    QFETCH(QList<double>, years);
    std::vector<TimedValue> values;
    for (const double y : years) values.push_back({y, 2.5 + .1 * double(values.size())});
    QVERIFY(!trendOf(values));
}

void TrendTest::belowThreeMonthsIsShort_data() {
    QTest::addColumn<double>("days");
    QTest::addColumn<bool>("isShort");
    QTest::newRow("a month") << 30. << true;
    QTest::newRow("a quarter of a year less a day") << 91. << true;
    QTest::newRow("a quarter of a year") << 92. << false;
    QTest::newRow("a year") << 365. << false;
}
void TrendTest::belowThreeMonthsIsShort() {
    QFETCH(double, days);
    QFETCH(bool, isShort);
    const auto trend = trendOf({{0, 2.6}, {daysToYears(days), 2.55}});
    QVERIFY(trend);
    QCOMPARE(trend->tooShort, isShort);
    CLOSE(trend->perYear, -.05 * 365.25 / days, 1e-9);
}

void TrendTest::percentOfNothingIsNone() {
    const auto trend = trendOf({{0, 0}, {1, 0}});
    QVERIFY(trend);
    QCOMPARE(trend->perYear, 0.);
    QVERIFY(std::isnan(trend->percentToFirst));
    QVERIFY(std::isnan(trend->percentSymmetrised));
}

NEURAXIS_TEST_MAIN(TrendTest)
#include "tst_trend.moc"
