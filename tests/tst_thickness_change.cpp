#include "core/analysis/thickness_change.h"
#include "tests/close.h"
#include "tests/cortex_phantoms.h"
#include "tests/test_main.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace neuraxis;

namespace {

/// A visit of a longitudinal run: thickness in mm above, where it is measured, and 0 below, as at the medial wall.
TimedCortex visit(double years, double mm, const QString& base = QStringLiteral("ALS001"), int times = 2) {
    auto cortex = test::twoBalls([&](const WorldVector& d) { return d.z > -0.5 ? mm : 0; }, times);
    cortex->name = QStringLiteral("visit at %1").arg(years);
    cortex->base = base;
    return {cortex, years};
}

/// The values of the left side at its top and at its bottom.
std::array<double, 2> topAndBottom(const CortexMap& map) {
    const auto directions = test::icosphere(2).first;
    std::array<double, 2> values{};
    for (std::size_t v = 0; v < directions.size(); ++v) {
        if (directions[v].z > 0.9) values[0] = double((*map.values[0])[v]);
        if (directions[v].z < -0.9) values[1] = double((*map.values[0])[v]);
    }
    return values;
}

std::shared_ptr<const Cortex> withoutMaps(const TimedCortex& visit) {
    Cortex bare = *visit.cortex;
    bare.maps.clear();
    return std::make_shared<const Cortex>(bare);
}

} // namespace

/// Change of thickness at each vertex.
class ThicknessChangeTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void twoVisits();
    void fourVisits();
    void outsideCortexIsNoNumber();
    void noiseIsThatOfMostOfTheCortex();
    void noiseOfControls();
    void belowThreeMonthsSaysSo();
    void refuses_data();
    void refuses();
};

// The numbers of both are worked out by FreeSurfer's definitions of rate, pc1 and spc
void ThicknessChangeTest::twoVisits() {
    const auto change = thicknessChange({visit(0, 2.60), visit(.5, 2.55)});
    QCOMPARE(change.refused, QString());
    CLOSE(topAndBottom(*change.perYear)[0], -.10, 1e-6);
    CLOSE(topAndBottom(*change.percentToFirst)[0], -3.84615, 1e-5);
    CLOSE(topAndBottom(*change.percentSymmetrised)[0], -3.88350, 1e-5);
    CLOSE(topAndBottom(*change.change)[0], -.05, 1e-6);
    CLOSE(topAndBottom(*change.changePercent)[0], -1.92308, 1e-5);
    QCOMPARE(change.perYear->unit, QStringLiteral("mm/yr"));
    QCOMPARE(change.percentSymmetrised->unit, QStringLiteral("%/yr"));
    QCOMPARE(change.change->unit, QStringLiteral("mm"));
    QVERIFY(change.perYear->values[1]);
    QVERIFY(!change.tooShort);
    QVERIFY(change.inWords().join(u' ').contains(QStringLiteral("two visits, 0.50 years apart")));
}

void ThicknessChangeTest::fourVisits() {
    // Out of their order
    const auto change = thicknessChange({visit(2, 2.47), visit(0, 2.60), visit(1, 2.55), visit(.5, 2.57)});
    CLOSE(topAndBottom(*change.perYear)[0], -.0645714, 1e-6);
    CLOSE(topAndBottom(*change.percentToFirst)[0], -2.48352, 1e-5);
    CLOSE(topAndBottom(*change.percentSymmetrised)[0], -2.53470, 1e-5);
    CLOSE(topAndBottom(*change.change)[0], -.13, 1e-6);
    QCOMPARE(change.visits, 4);
}

void ThicknessChangeTest::outsideCortexIsNoNumber() {
    const auto change = thicknessChange({visit(0, 2.60), visit(1, 2.55)});
    for (const auto& map : {change.perYear, change.percentToFirst, change.percentSymmetrised, change.change})
        QVERIFY(std::isnan(topAndBottom(*map)[1]));
}

// Each visit errs by 0.06 mm, so their difference over two years by sqrt(2) of it: three deviations of that are 0.2546 mm,
// and half of it a year. A tenth of the cortex thins by 0.6 mm and is no noise, but moves the median of the distances to
// where 0.5 / 0.9 of the others lie: 0.7647 instead of 0.6745 deviations, which is 13 % more.
void ThicknessChangeTest::noiseIsThatOfMostOfTheCortex() {
    std::mt19937 dice(5);
    std::normal_distribution<double> error(0, .06);
    const auto scanned = [&](double years, double thinning) {
        auto cortex =
            test::twoBalls([&](const WorldVector& d) { return 2.6 - (d.z > .8 ? thinning : 0) + error(dice); }, 4);
        cortex->name = QStringLiteral("visit");
        cortex->base = QStringLiteral("ALS001");
        return TimedCortex{cortex, years};
    };
    const auto change = thicknessChange({scanned(0, 0), scanned(2, .6)});
    QVERIFY(!change.isOwnNoise);
    CLOSE(change.noiseMm, 1.134 * .2546, .012);
    CLOSE(change.noiseMmPerYear, 1.134 * .1273, .006);
    CLOSE(change.shareAbove, .1, .01);
    // Surfaces without any noise: an error of 0.02 mm at each visit counts
    const auto quiet = thicknessChange({visit(0, 2.60), visit(2, 2.55)});
    CLOSE(quiet.noiseMm, 3 * std::sqrt(2.) * .02, 1e-9);
    CLOSE(quiet.shareAbove, 0., 1e-12);
}

void ThicknessChangeTest::noiseOfControls() {
    std::mt19937 dice(3);
    std::normal_distribution<float> normal(-.02F, .05F);
    std::vector<std::shared_ptr<const CortexMap>> controls;
    for (int person = 0; person < 5; ++person) {
        std::vector<float> rates(4000);
        for (float& rate : rates) rate = normal(dice);
        CortexMap map;
        map.values[0] = std::make_shared<const std::vector<float>>(rates);
        controls.push_back(std::make_shared<const CortexMap>(map));
    }
    const auto noise = thicknessNoise(controls);
    QVERIFY(noise);
    CLOSE(*noise, 1.96 * .05, .003);
    QVERIFY(!thicknessNoise({}));
    const auto change = thicknessChange({visit(0, 2.60), visit(2, 2.20)}, noise);
    QVERIFY(change.isOwnNoise);
    CLOSE(change.noiseMmPerYear, *noise, 1e-12);
    CLOSE(change.noiseMm, 2 * *noise, 1e-12);
}

void ThicknessChangeTest::belowThreeMonthsSaysSo() {
    const auto change = thicknessChange({visit(0, 2.60), visit(daysToYears(60), 2.55)});
    QVERIFY(change.tooShort);
    QVERIFY(change.inWords().join(u' ').contains(QStringLiteral("less than three months")));
    CLOSE(topAndBottom(*change.change)[0], -.05, 1e-6);
}

void ThicknessChangeTest::refuses_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no visit") << 7 << "there is none";
    QTest::newRow("one visit") << 0 << "two visits";
    QTest::newRow("cross-sectional") << 1 << "was processed on its own";
    QTest::newRow("of two bases") << 2 << "of the base ALS001 and visit at 1 of ALS002";
    QTest::newRow("other vertices") << 3 << "has 162 vertices with thickness and visit at 1 has 642";
    QTest::newRow("no thickness") << 4 << "visit at 1 has no thickness";
    QTest::newRow("no date") << 5 << "date of visit at nan is not known";
    QTest::newRow("one day") << 6 << "of one day";
}
void ThicknessChangeTest::refuses() {
    QFETCH(int, which);
    QFETCH(QString, reason);
    const TimedCortex first = visit(0, 2.6), second = visit(1, 2.5);
    const std::vector<std::vector<TimedCortex>> cases = {
        {first},
        {first, visit(1, 2.5, {})},
        {first, visit(1, 2.5, QStringLiteral("ALS002"))},
        {first, visit(1, 2.5, QStringLiteral("ALS001"), 3)},
        {first, {withoutMaps(second), 1}},
        {first, visit(std::nan(""), 2.5)},
        {first, visit(0, 2.5)},
        {},
    };
    const auto change = thicknessChange(cases[static_cast<std::size_t>(which)]);
    QVERIFY2(change.refused.contains(reason), qPrintable(change.refused));
    QVERIFY(!change.perYear);
    QCOMPARE(change.inWords(), QStringList(change.refused));
}

NEURAXIS_TEST_MAIN(ThicknessChangeTest)
#include "tst_thickness_change.moc"
