#include "core/analysis/motor_strip.h"
#include "core/analysis/vertex_graph.h"
#include "tests/freesurfer_bytes.h"
#include "tests/sample_data.h"
#include "tests/test_main.h"

#include <QTest>
#include <numeric>

using namespace neuraxis;

namespace {

constexpr std::uint32_t columns = 100, rows = 5;
constexpr std::int32_t other = 0, paracentral = 1, precentral = 2;

/// A sheet of 100 by 5 vertices 1 mm apart: columns 0 to 9 paracentral, 10 to 89 precentral; the midline at its start.
Hemisphere gyrus(Side side) {
    const double outwards = side == Side::Left ? 1 : -1;
    return test::sheet(side, columns, rows, {outwards * 5, 0, 40}, {outwards, 0, 0}, {0, 1, 0}, 2.5);
}

std::shared_ptr<const Parcellation> regions(Side side, bool withParacentral = true, bool withIsland = false) {
    std::vector<std::int32_t> regionOf;
    for (std::uint32_t r = 0; r < rows; ++r)
        for (std::uint32_t c = 0; c < columns; ++c)
            regionOf.push_back(c < 10 ? (withParacentral ? paracentral : other) : c < 90 ? precentral : other);
    if (withIsland) regionOf[97 + columns * 2] = precentral;
    return test::parcellationOf(
        side, {QStringLiteral("unknown"), QStringLiteral("paracentral"), QStringLiteral("precentral")}, regionOf);
}

} // namespace

/// The precentral gyrus as a profile.
class MotorStripTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void graphHasEachEdgeOnce();
    void placesOfASheet_data();
    void placesOfASheet();
    void profileOfAKnownGradient();
    void profileLeavesOutNoData();
    void refusesWhatIsNoGyrus();
    void segmentsCoverTheStrip();
    void liesAsInFsaverage_data();
    void liesAsInFsaverage();
};

void MotorStripTest::graphHasEachEdgeOnce() {
    const VertexGraph graph(test::sheet(Side::Left, 3, 2, {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, 1));
    QCOMPARE(graph.vertices(), std::size_t{6});
    const auto list = [&](std::uint32_t v) {
        const auto around = graph.of(v);
        return std::vector<std::uint32_t>(around.begin(), around.end());
    };
    QCOMPARE(list(0), (std::vector<std::uint32_t>{1, 3, 4}));
    QCOMPARE(list(1), (std::vector<std::uint32_t>{0, 2, 4, 5}));
    QCOMPARE(list(2), (std::vector<std::uint32_t>{1, 5}));
    QCOMPARE(list(4), (std::vector<std::uint32_t>{0, 1, 3, 5}));
}

void MotorStripTest::placesOfASheet_data() {
    QTest::addColumn<int>("side");
    QTest::addColumn<bool>("withParacentral");
    QTest::addColumn<bool>("withIsland");
    QTest::newRow("left") << int(Side::Left) << true << false;
    QTest::newRow("right") << int(Side::Right) << true << false;
    QTest::newRow("without paracentral, left") << int(Side::Left) << false << false;
    QTest::newRow("without paracentral, right") << int(Side::Right) << false << false;
    QTest::newRow("an island") << int(Side::Left) << true << true;
}

void MotorStripTest::placesOfASheet() {
    QFETCH(int, side);
    QFETCH(bool, withParacentral);
    QFETCH(bool, withIsland);
    const Hemisphere sheet = gyrus(static_cast<Side>(side));
    const auto strip = motorStrip(sheet, *regions(static_cast<Side>(side), withParacentral, withIsland));
    QVERIFY(strip);
    QCOMPARE(strip->vertices.size(), std::size_t{80 * rows});
    QCOMPARE(strip->fromParacentral, withParacentral);
    // From the midline the hundredth of 400 vertices are 4 of the first column's 5: the fifth is 1 mm off
    QVERIFY(std::abs(strip->lengthMm - 79) < (withParacentral ? 1e-9 : 1.0));
    for (std::size_t i = 0; i < strip->vertices.size(); ++i) {
        const double expected = (strip->vertices[i] % columns - 10) / 79.0;
        QVERIFY2(std::abs(strip->places[i] - expected) < (withParacentral ? 1e-6 : 0.02),
                 qPrintable(QString::number(strip->vertices[i])));
    }
    const auto again = motorStrip(sheet, *regions(static_cast<Side>(side), withParacentral, withIsland));
    QVERIFY(again->places == strip->places);
}

void MotorStripTest::profileOfAKnownGradient() {
    const Hemisphere sheet = gyrus(Side::Left);
    const auto strip = motorStrip(sheet, *regions(Side::Left));
    QVERIFY(strip);
    std::vector<float> thickness;
    for (std::uint32_t v = 0; v < columns * rows; ++v)
        thickness.push_back(static_cast<float>(3 - 0.01 * (v % columns - 10)) + (v / columns == 0 ? 0.1F : 0));
    const auto profile =
        stripProfile(*strip, sheet, *test::mapOf(Side::Left, QStringLiteral("thickness"), thickness), 8);
    QCOMPARE(profile.size(), std::size_t{8});
    int vertices = 0;
    for (std::size_t b = 0; b < profile.size(); ++b) {
        // 80 columns at k / 79: ten fall into each eighth
        QCOMPARE(profile[b].vertices, 50);
        QVERIFY(std::abs(profile[b].place - (double(b) + 0.5) / 8) < 1e-12);
        QVERIFY(std::abs(profile[b].mean - (3 - 0.01 * (10 * double(b) + 4.5) + 0.02)) < 1e-5);
        QVERIFY(profile[b].middle);
        QCOMPARE(*profile[b].middle / columns, 2u); // the middle row
        QVERIFY(std::abs(double(*profile[b].middle % columns) - 10 - (10 * double(b) + 4.5)) < 1);
        vertices += profile[b].vertices;
    }
    QCOMPARE(vertices, 400);
    QCOMPARE(stripProfile(*strip, sheet, *test::mapOf(Side::Left, QStringLiteral("t"), thickness)).size(),
             std::size_t{40});
}

void MotorStripTest::profileLeavesOutNoData() {
    const Hemisphere sheet = gyrus(Side::Right);
    const auto strip = motorStrip(sheet, *regions(Side::Right));
    QVERIFY(strip);
    std::vector<float> values(columns * rows, 2);
    for (std::uint32_t v = 0; v < values.size(); ++v)
        if (v % columns < 50) values[v] = std::numeric_limits<float>::quiet_NaN();
    const auto profile = stripProfile(*strip, sheet, *test::mapOf(Side::Right, QStringLiteral("t"), values), 8);
    QCOMPARE(profile[0].vertices, 0);
    QVERIFY(std::isnan(profile[0].mean));
    QVERIFY(profile[0].middle);
    QCOMPARE(profile[7].mean, 2.0);
    // Of the other side there is nothing
    const auto none = stripProfile(*strip, sheet, *test::mapOf(Side::Left, QStringLiteral("t"), values), 8);
    QVERIFY(std::isnan(none[7].mean));
}

void MotorStripTest::refusesWhatIsNoGyrus() {
    const Hemisphere sheet = gyrus(Side::Left);
    QVERIFY(!motorStrip(sheet, *regions(Side::Right)));
    QVERIFY(!motorStrip(sheet, *test::parcellationOf(Side::Left, {QStringLiteral("insula")},
                                                     std::vector<std::int32_t>(columns * rows, 0))));
    QVERIFY(!motorStrip(sheet, *test::parcellationOf(Side::Left, {QStringLiteral("precentral")}, {0, 0, 0})));
    Hemisphere bare = sheet;
    bare.shapes = {};
    QVERIFY(!motorStrip(bare, *regions(Side::Left)));
    QVERIFY(!motorStrip(sheet, *test::parcellationOf(Side::Left, {QStringLiteral("x"), QStringLiteral("precentral")},
                                                     std::vector<std::int32_t>(columns * rows, 0))));
}

void MotorStripTest::segmentsCoverTheStrip() {
    const auto& segments = stripSegments();
    QCOMPARE(segments.front().from, 0.0);
    QCOMPARE(segments.back().to, 1.0);
    for (std::size_t i = 1; i < segments.size(); ++i) QCOMPARE(segments[i].from, segments[i - 1].to);
    QVERIFY(stripSegmentsInWords().contains(QStringLiteral("assumption")));
    QVERIFY(motorStripInWords().contains(QStringLiteral("shortest way")));
}

void MotorStripTest::liesAsInFsaverage_data() {
    QTest::addColumn<int>("side");
    QTest::newRow("lh") << int(Side::Left);
    QTest::newRow("rh") << int(Side::Right);
}

void MotorStripTest::liesAsInFsaverage() {
    QFETCH(int, side);
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("fs_fsaverage5_gifti"));
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const Hemisphere hemisphere =
        test::surface(static_cast<Side>(side), root + QStringLiteral("/derived_fs_binary/%1.white").arg(name));
    QCOMPARE(hemisphere.vertices, std::size_t{10242});
    const auto parcellation =
        test::annotation(static_cast<Side>(side), root + QStringLiteral("/annot/fsa5_%1_aparc.annot").arg(name));
    const auto strip = motorStrip(hemisphere, *parcellation);
    QVERIFY(strip);
    QVERIFY(strip->fromParacentral);
    // The gyrus is some 10 to 15 cm long, along its folds
    QVERIFY2(strip->lengthMm > 90 && strip->lengthMm < 180, qPrintable(QString::number(strip->lengthMm)));
    const auto& points = hemisphere.points(SurfaceShape::White);
    const double left = side == 0 ? 1 : -1;
    double knob = 0;
    double nearest = 1e9;
    for (std::size_t i = 0; i < strip->vertices.size(); ++i) {
        const SurfacePoint& p = points[strip->vertices[i]];
        if (strip->places[i] < 0.02) QVERIFY(p.z > 45 && std::abs(p.x) < 30); // on top, by the midline
        if (strip->places[i] > 0.98) QVERIFY(p.z < 30 && std::abs(p.x) > 35); // by the insula
        // The hand knob at about MNI -37, -23, 58 (RAS)
        const double off = std::hypot(p.x - left * 37, p.y - 23, p.z - 58);
        if (off < nearest) {
            nearest = off;
            knob = strip->places[i];
        }
    }
    QVERIFY(nearest < 8);
    const StripSegment& hand = stripSegments()[2];
    QVERIFY2(knob > hand.from && knob < hand.to, qPrintable(QString::number(knob)));
    const auto profile =
        stripProfile(*strip, hemisphere,
                     *test::mapOf(static_cast<Side>(side), QStringLiteral("t"), std::vector<float>(10242, 2.5F)));
    int vertices = 0;
    for (const StripBin& bin : profile) vertices += bin.vertices;
    QCOMPARE(vertices, static_cast<int>(strip->vertices.size()));
}

NEURAXIS_TEST_MAIN(MotorStripTest)
#include "tst_motor_strip.moc"
