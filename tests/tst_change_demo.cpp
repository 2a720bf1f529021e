#include "core/analysis/brain_mask.h"
#include "core/analysis/difference_map.h"
#include "core/analysis/jacobian_map.h"
#include "core/io/demo_participant.h"
#include "core/io/error.h"
#include "tests/test_main.h"

#include <QTest>
#include <cmath>

using namespace neuraxis;

namespace {

constexpr WorldPoint headCentre{0, 18, 18}; ///< In the template, as known_changes.json says

/// The template's space to a visit's, without its changes: that space serves as the one midway.
WorldTransform headIn(io::DemoVisit visit) {
    visit.changes.clear();
    const WorldPoint origin = visit.seenAt(headCentre);
    const auto axis = [&](const WorldVector& v) { return visit.seenAt(headCentre + v) - origin; };
    const WorldVector x = axis({1, 0, 0}), y = axis({0, 1, 0}), z = axis({0, 0, 1});
    return WorldTransform(Affine(x, y, z, origin + x * -headCentre.x + y * -headCentre.y + z * -headCentre.z).rows());
}

AlignedVisit scanned(const Volume& head, const io::DemoVisit& visit) {
    io::Job job;
    AlignedVisit aligned{io::conformedHead(head, visit, job), headIn(visit), nullptr};
    aligned.brain = brainMask(*aligned.image);
    return aligned;
}

/// ln of the volume left at a place of the head, by the demo's formula.
double logLeft(const io::DemoChange& change, const WorldPoint& inHead) {
    const double r = length(inHead - change.centreLps), t = r * r / (change.radiusMm * change.radiusMm);
    if (t >= 1) return 0;
    const double out = 1 + change.shrink * (1 - t) * (1 - t);
    return -std::log((1 + change.shrink * (1 - t) * (1 - 5 * t)) * out * out);
}

} // namespace

/// What changed in the demo's participants, whose changes are known.
class ChangeDemoTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void plantedChangeIsFound();
    void nothingWhereNothingChanged();

  private:
    std::shared_ptr<const Volume> head;
    std::vector<io::DemoVisit> visits;
};

void ChangeDemoTest::initTestCase() {
    try {
        io::Job job;
        head = io::readDemoTemplate(io::DemoTemplate::Head, job);
    } catch (const io::Error&) {
        QSKIP("the package mricron-data is not installed");
    }
    visits = io::demoVisits();
}

void ChangeDemoTest::plantedChangeIsFound() {
    const io::DemoVisit &first = visits.at(0), &last = visits.at(2);
    QCOMPARE(first.participant, last.participant);
    QCOMPARE(last.changes.size(), std::size_t(1));
    const io::DemoChange& change = last.changes.front();
    JacobianOptions options;
    options.spacingMm = 1.5;
    const JacobianMap map = jacobianMap(scanned(*head, first), scanned(*head, last), options);
    QVERIFY(map.logJacobian);
    const VolumeHeader& grid = map.logJacobian->header();
    double found = 0, real = 0, least = 0;
    WorldPoint peak;
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                const VoxelIndex v{double(i), double(j), double(k)};
                const WorldPoint p = grid.voxelToLps.toWorld(v);
                const double value = map.logJacobian->value(v), truth = logLeft(change, p);
                if (value < least) {
                    least = value;
                    peak = p;
                }
                // The ball's inner part, where tissue is lost
                if (!std::isfinite(value) || truth >= 0) continue;
                found += std::expm1(value);
                real += std::expm1(truth);
            }
    QVERIFY2(std::abs(found / real - 1) < .15, qPrintable(QString::number(found / real)));
    QVERIFY2(length(peak - change.centreLps) < 3, qPrintable(QString::number(length(peak - change.centreLps))));
    const double atCentre = map.logJacobian->value(grid.voxelToLps.toVoxel(change.centreLps));
    QVERIFY2(std::abs(atCentre / (-3 * std::log(1 + change.shrink)) - 1) < .15, qPrintable(QString::number(atCentre)));
    QVERIFY2(map.shareAbove < .05, qPrintable(QString::number(map.shareAbove)));
}

void ChangeDemoTest::nothingWhereNothingChanged() {
    const io::DemoVisit &first = visits.at(3), &last = visits.at(4);
    QCOMPARE(first.participant, last.participant);
    QVERIFY(first.changes.empty() && last.changes.empty());
    const AlignedVisit a = scanned(*head, first), b = scanned(*head, last);
    const DifferenceMap difference = differenceMap(a, b);
    QVERIFY(difference.difference);
    QVERIFY2(difference.shareAbove < .05, qPrintable(QString::number(difference.shareAbove)));
    JacobianOptions coarse;
    coarse.spacingMm = 2.5;
    const JacobianMap map = jacobianMap(a, b, coarse);
    QVERIFY(map.logJacobian);
    QVERIFY2(map.shareAbove < .05, qPrintable(QString::number(map.shareAbove)));
}

NEURAXIS_TEST_MAIN(ChangeDemoTest)
#include "tst_change_demo.moc"
