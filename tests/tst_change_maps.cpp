#include "core/analysis/difference_map.h"
#include "core/analysis/jacobian_map.h"
#include "core/analysis/per_year.h"
#include "tests/close.h"
#include "tests/phantom.h"
#include "tests/test_main.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>

using namespace neuraxis;

namespace {

bool isInside(const WorldPoint& p) { return std::hypot(p.x / 48, p.y / 56, p.z / 44) < 1; }

/// Folds of tissue in fluid, in the head's own space.
double brightness(const WorldPoint& p) {
    const double radius = std::hypot(p.x / 48, p.y / 56, p.z / 44);
    const double folds = std::sin(.7 * p.x + 1) + std::sin(.6 * p.y + .3 * p.z) + std::sin(.6 * p.z - .35 * p.x + 2) +
                         std::sin(.5 * p.x + .4 * p.y - .3 * p.z);
    const double tissue = 1000 + 110 * folds;
    return 150 + (tissue - 150) / (1 + std::exp(60 * (radius - 1)));
}

struct Scan {
    WorldTransform fromHead; ///< The head's space to the scanner's; the midway space is the head's
    std::array<int, 3> size{96, 112, 92};
    std::array<double, 3> mm{1.2, 1.2, 1.2};
    std::function<double(const WorldPoint&)> scale = [](const WorldPoint&) { return 1.0; };
    std::function<WorldPoint(const WorldPoint&)> before = [](const WorldPoint& p) { return p; };
    double noise = 5;
    unsigned seed = 1;
    bool isInverted = false;
};

/// The phantom as a scanner sees it, and its brain.
AlignedVisit scanned(const Scan& scan) {
    const auto& [fx, fy, fz] = scan.mm;
    const Affine grid = scan.fromHead * Affine({fx, 0, 0}, {0, fy, 0}, {0, 0, fz},
                                               {-fx * (scan.size[0] - 1) / 2, -fy * (scan.size[1] - 1) / 2,
                                                -fz * (scan.size[2] - 1) / 2});
    const WorldTransform toHead = scan.fromHead.inverse();
    std::mt19937 dice(scan.seed);
    std::normal_distribution<double> normal(0, scan.noise);
    const auto placeOf = [&](int i, int j, int k) { return toHead(grid.toWorld({double(i), double(j), double(k)})); };
    const auto image = test::phantom(scan.size, grid, [&](int i, int j, int k) {
        const WorldPoint p = placeOf(i, j, k);
        const double value = brightness(scan.before(p));
        const double seen = scan.isInverted ? 1400 - value : value;
        return static_cast<int>(std::lround(std::max(0.0, seen * scan.scale(p) + normal(dice))));
    });
    const auto brain =
        test::phantom(scan.size, grid, [&](int i, int j, int k) { return isInside(placeOf(i, j, k)) ? 1 : 0; });
    return {image, scan.fromHead, brain};
}

const AlignedVisit& firstVisit() {
    static const AlignedVisit visit = scanned({});
    return visit;
}

Scan turned(Scan scan = {}) {
    scan.fromHead = WorldTransform::rigid({.08, -.05, .1}, {4, -7, 3});
    scan.seed = 2;
    return scan;
}

constexpr WorldPoint lesion{14, -12, 9};
double away(const WorldPoint& p, const WorldPoint& from) { return length(p - from); }

/// Tissue that shrinks in a ball, as DemoChange has it: what lies at p lay at the place returned.
constexpr WorldPoint ball{-10, 8, 6};
constexpr double ballMm = 22, shrink = 0.12;
WorldPoint beforeShrinking(const WorldPoint& p) {
    const WorldVector off = p - ball;
    const double left = 1 - dot(off, off) / (ballMm * ballMm);
    return left > 0 ? p + off * (shrink * left * left) : p;
}
/// ln of the volume left at p, from the determinant of that formula.
double logLeft(const WorldPoint& p) {
    const double r = away(p, ball), t = r * r / (ballMm * ballMm);
    if (t >= 1) return 0;
    const double out = 1 + shrink * (1 - t) * (1 - t);
    return -std::log((1 + shrink * (1 - t) * (1 - 5 * t)) * out * out);
}

JacobianOptions onCubesOf(double mm) {
    JacobianOptions options;
    options.spacingMm = mm;
    return options;
}

void eachVoxel(const Volume& map, const std::function<void(const WorldPoint&, double)>& visit) {
    const VolumeHeader& grid = map.header();
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                const VoxelIndex v{double(i), double(j), double(k)};
                visit(grid.voxelToLps.toWorld(v), map.value(v));
            }
}

} // namespace

/// What changed between two aligned visits.
class ChangeMapsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void brightnessIsMatched();
    void brightnessIsNotMatched_data();
    void brightnessIsNotMatched();
    void coilsAreMatchedNearby();
    void noChangeIsNoise_data();
    void noChangeIsNoise();
    void lesionIsFound();
    void ownNoiseCounts();
    void shrinkingIsFound();
    void noShrinkingIsNoise();
    void swappingChangesTheSign();
    void noiseOfControls();
    void stopsWhenTold();
    void rates();
};

void ChangeMapsTest::brightnessIsMatched() {
    Scan second = turned();
    second.scale = [](const WorldPoint&) { return 1 / 1.07; };
    const AlignedVisit a = firstVisit(), b = scanned(second);
    const IntensityMatch match = matchIntensity(a, b), back = matchIntensity(b, a);
    QCOMPARE(match.refused, QString());
    CLOSE(match.gain, 1.07, .005);
    CLOSE(match.gain * back.gain, 1., 1e-9);
    QVERIFY(match.correlation > .95);
    QCOMPARE(match.inWords(QStringLiteral("Visit 2")),
             QStringLiteral("Visit 2 is shown 1.07 times as bright, by the median over the brain."));
}

void ChangeMapsTest::brightnessIsNotMatched_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("reason");
    QTest::newRow("another contrast") << 0 << "different contrasts or are not aligned";
    QTest::newRow("nothing in common") << 1 << "no brain in common";
}
void ChangeMapsTest::brightnessIsNotMatched() {
    QFETCH(int, which);
    QFETCH(QString, reason);
    Scan second = turned();
    second.isInverted = which == 0;
    const AlignedVisit a = firstVisit();
    AlignedVisit b = scanned(second);
    if (which == 1) b.fromMidway = WorldTransform::rigid({}, {500, 0, 0});
    const IntensityMatch match = matchIntensity(a, b);
    QVERIFY2(match.refused.contains(reason), qPrintable(match.refused));
    const DifferenceMap map = differenceMap(a, b);
    QCOMPARE(map.refused, match.isMatched() ? QString() : map.inWords().value(0));
    QVERIFY(!map.difference);
    QVERIFY(!jacobianMap(a, b, onCubesOf(2.5)).logJacobian);
}

void ChangeMapsTest::coilsAreMatchedNearby() {
    const auto coil = [](const WorldPoint& p) { return 1 + .003 * p.x; };
    Scan second = turned();
    second.scale = coil;
    const AlignedVisit a = firstVisit(), b = scanned(second);
    const MidwayGrid grid = gridOver(a, b, 2, 0);
    const PairedSamples samples{NativeImage(*a.image).on(grid, a.fromMidway),
                                NativeImage(*b.image).on(grid, b.fromMidway), brainShare(a, b, grid)};
    const auto gain = localGain(samples, matchIntensity(samples), grid, 12);
    std::size_t index = 0;
    eachVoxel(*grid.volume(gain, {}, {}), [&](const WorldPoint& p, double g) {
        if (std::hypot(p.x / 48, p.y / 56, p.z / 44) < .6) CLOSE(g * coil(p), 1., .02);
        ++index;
    });
    QCOMPARE(index, grid.voxels());
}

void ChangeMapsTest::noChangeIsNoise_data() {
    QTest::addColumn<QList<double>>("mm");
    QTest::newRow("the same voxels") << QList{1.2, 1.2, 1.2};
    QTest::newRow("thick slices") << QList{1., 1., 3.};
}
void ChangeMapsTest::noChangeIsNoise() {
    QFETCH(QList<double>, mm);
    Scan second = turned();
    second.mm = {mm[0], mm[1], mm[2]};
    second.size = {int(116 / mm[0]), int(134 / mm[1]), int(110 / mm[2])};
    second.scale = [](const WorldPoint& p) { return 1.2 - .002 * p.y; };
    const DifferenceMap map = differenceMap(firstVisit(), scanned(second));
    QVERIFY(map.difference);
    QVERIFY2(map.shareAbove < .05, qPrintable(QString::number(map.shareAbove)));
    // The ellipsoid of 48, 56 and 44 mm
    CLOSE(map.brainMm3, 4. / 3 * M_PI * 48 * 56 * 44, 6000.);
}

void ChangeMapsTest::lesionIsFound() {
    Scan second = turned();
    second.scale = [](const WorldPoint& p) { return .9 * (away(p, lesion) < 5 ? 1.35 : 1); };
    const AlignedVisit a = firstVisit(), b = scanned(second);
    const DifferenceMap map = differenceMap(a, b), back = differenceMap(b, a);
    QVERIFY(map.changed && back.changed);
    QVERIFY2(map.shareAbove < .05, qPrintable(QString::number(map.shareAbove)));
    double both = 0, found = 0, real = 0, percent = 0, core = 0;
    eachVoxel(*map.changed, [&](const WorldPoint& p, double value) {
        both += value > 0 && away(p, lesion) < 5;
        found += value != 0;
        real += away(p, lesion) < 5;
        if (away(p, lesion) < 2.5) {
            percent += map.percent->value(map.percent->header().voxelToLps.toVoxel(p));
            ++core;
        }
    });
    // Its edge is blurred by the voxels of 1.2 mm
    QVERIFY2(both > .95 * real, qPrintable(QString::number(both / real)));
    QVERIFY2(found < 1.7 * real, qPrintable(QString::number(found / real)));
    CLOSE(map.brighterMm3, found, 1e-6);
    CLOSE(map.darkerMm3, 0., 1e-9);
    CLOSE(back.darkerMm3, map.brighterMm3, 60.);
    // 35 % of what the tissue there has, which is the brightness of the folds in the ball
    double tissue = 0, voxels = 0;
    eachVoxel(*map.changed, [&](const WorldPoint& p, double) {
        if (away(p, lesion) >= 2.5) return;
        tissue += brightness(p);
        ++voxels;
    });
    CLOSE(percent / core, 35 * tissue / voxels / 1000, 3.);
    QVERIFY(map.inWords().join(u' ').contains(QStringLiteral("this pair's own")));
}

void ChangeMapsTest::ownNoiseCounts() {
    Scan second = turned();
    second.scale = [](const WorldPoint& p) { return away(p, lesion) < 5 ? 1.35 : 1; };
    DifferenceOptions options;
    options.noise = DifferenceNoise{1, 0};
    const DifferenceMap map = differenceMap(firstVisit(), scanned(second), options);
    CLOSE(map.shareAbove, 0., 1e-12);
    CLOSE(map.brighterMm3, 0., 1e-12);
    QVERIFY(map.inWords().join(u' ').contains(QStringLiteral("the study's controls")));
}

void ChangeMapsTest::shrinkingIsFound() {
    Scan second = turned();
    second.before = beforeShrinking;
    const JacobianMap map = jacobianMap(firstVisit(), scanned(second), onCubesOf(2));
    QVERIFY(map.logJacobian);
    double found = 0, real = 0, voxels = 0, least = 0;
    WorldPoint peak;
    eachVoxel(*map.logJacobian, [&](const WorldPoint& p, double value) {
        if (value < least) {
            least = value;
            peak = p;
        }
        if (away(p, ball) > .5 * ballMm) return;
        found += value;
        real += logLeft(p);
        ++voxels;
    });
    QVERIFY2(std::abs(found / real - 1) < .15, qPrintable(QString::number(found / real)));
    QVERIFY2(away(peak, ball) < 5, qPrintable(QString::number(away(peak, ball))));
    CLOSE(map.logJacobian->value(map.logJacobian->header().voxelToLps.toVoxel(ball)), -3 * std::log(1 + shrink), .05);
    const double atPeak = map.percent->value(map.percent->header().voxelToLps.toVoxel(peak));
    CLOSE(atPeak, 100 * std::expm1(least), .01);
    QVERIFY(map.inWords().join(u' ').contains(QStringLiteral("most of this brain has")));
}

void ChangeMapsTest::noShrinkingIsNoise() {
    for (const double noise : {5., 40.}) {
        Scan first, second = turned();
        first.noise = second.noise = noise;
        const JacobianMap map = jacobianMap(scanned(first), scanned(second), onCubesOf(2.5));
        QVERIFY(map.logJacobian);
        QVERIFY2(map.shareAbove < .05, qPrintable(QString::number(map.shareAbove)));
    }
}

void ChangeMapsTest::swappingChangesTheSign() {
    Scan second = turned();
    second.before = beforeShrinking;
    const AlignedVisit a = firstVisit(), b = scanned(second);
    const JacobianMap map = jacobianMap(a, b, onCubesOf(2.5)), back = jacobianMap(b, a, onCubesOf(2.5));
    QCOMPARE(map.logJacobian->header().size, back.logJacobian->header().size);
    double greatest = 0, farthest = 0;
    eachVoxel(*map.logJacobian, [&](const WorldPoint& p, double value) {
        const double other = back.logJacobian->value(back.logJacobian->header().voxelToLps.toVoxel(p));
        if (!std::isfinite(value)) return;
        greatest = std::max(greatest, std::abs(value));
        farthest = std::max(farthest, std::abs(value + other));
    });
    QVERIFY(greatest > .1);
    QVERIFY2(farthest < .002, qPrintable(QString::number(farthest)));
}

void ChangeMapsTest::noiseOfControls() {
    std::mt19937 dice(5);
    std::normal_distribution<float> normal(0, .01F);
    const MidwayGrid grid{{30, 30, 30}, Affine()};
    std::vector<float> values(grid.voxels());
    for (float& value : values) value = normal(dice);
    const auto noise = jacobianNoise({grid.volume(values, {}, {})});
    QVERIFY(noise);
    CLOSE(*noise, .0196, .0004);
    QVERIFY(!jacobianNoise({}));
    JacobianOptions options = onCubesOf(4);
    options.noise = noise;
    const JacobianMap map = jacobianMap(firstVisit(), scanned(turned()), options);
    CLOSE(map.noise, *noise, 1e-12);
    QVERIFY(map.inWords().join(u' ').contains(QStringLiteral("the study's own")));
}

void ChangeMapsTest::stopsWhenTold() {
    const AlignedVisit a = firstVisit(), b = scanned(turned());
    double told = 0;
    const auto until = [&](double share) {
        told = share;
        return share < .3;
    };
    QVERIFY(!jacobianMap(a, b, onCubesOf(4), until).logJacobian);
    QVERIFY(told >= .3 && told < .95);
    QVERIFY(!differenceMap(a, b, {}, until).difference);
    QVERIFY(jacobianMap(a, b, onCubesOf(4), [&](double share) { return (told = share) < 2; }).logJacobian);
    QVERIFY2(told > .9 && told <= 1, qPrintable(QString::number(told)));
}

void ChangeMapsTest::rates() {
    const auto change = MidwayGrid{{2, 1, 1}, Affine()}.volume({3, -1}, QStringLiteral("x"), QStringLiteral("%"));
    const auto rate = perYear(change, .5);
    QCOMPARE(rate->value({0, 0, 0}), 6.);
    QCOMPARE(rate->value({1, 0, 0}), -2.);
    QCOMPARE(rate->header().unit, QStringLiteral("%/yr"));
    QCOMPARE(change->value({0, 0, 0}), 3.);
}

NEURAXIS_TEST_MAIN(ChangeMapsTest)
#include "tst_change_maps.moc"
