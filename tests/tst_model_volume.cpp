#include "core/model/volume.h"
#include "core/model/window_level.h"
#include "test_main.h"

#include <cmath>
#include <cstring>
#include <limits>

using namespace neuraxis;

namespace {

template <class T> Volume volume(StoredType type, std::array<int, 3> size, const std::vector<T>& stored,
                                 double slope = 1, double intercept = 0) {
    VolumeHeader header;
    header.type = type;
    header.size = size;
    header.volumes = static_cast<int>(stored.size() * sizeof(T) / (header.voxelsPerVolume() * bytesPerVoxel(type)));
    header.slope = slope;
    header.intercept = intercept;
    std::shared_ptr<std::byte[]> data(new std::byte[header.bytes()]);
    std::memcpy(data.get(), stored.data(), header.bytes());
    return {header, std::shared_ptr<const std::byte>(data, data.get())};
}

/// 0, 1, 2 ... once each.
Volume ramp(int count) {
    std::vector<float> values(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) values[static_cast<std::size_t>(i)] = static_cast<float>(i);
    return volume(StoredType::Float32, {count, 1, 1}, values);
}

} // namespace

class TestVolume : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyStoredTypeIsRead() {
        const auto valueOf = [](const Volume& v) { return v.value({1, 0, 0}); };
        QCOMPARE(valueOf(volume<std::int8_t>(StoredType::Int8, {2, 1, 1}, {0, -128})), -128.0);
        QCOMPARE(valueOf(volume<std::uint8_t>(StoredType::UInt8, {2, 1, 1}, {0, 255})), 255.0);
        QCOMPARE(valueOf(volume<std::int16_t>(StoredType::Int16, {2, 1, 1}, {0, -32768})), -32768.0);
        QCOMPARE(valueOf(volume<std::uint16_t>(StoredType::UInt16, {2, 1, 1}, {0, 65535})), 65535.0);
        QCOMPARE(valueOf(volume<std::int32_t>(StoredType::Int32, {2, 1, 1}, {0, -2147483647})), -2147483647.0);
        QCOMPARE(valueOf(volume<std::uint32_t>(StoredType::UInt32, {2, 1, 1}, {0, 4294967295U})), 4294967295.0);
        QCOMPARE(valueOf(volume<float>(StoredType::Float32, {2, 1, 1}, {0, .5F})), .5);
        QCOMPARE(valueOf(volume<double>(StoredType::Float64, {2, 1, 1}, {0, 1e-300})), 1e-300);
        // ITU-R BT.601: luma of pure green is 0.587 of white's
        QCOMPARE(valueOf(volume<std::uint8_t>(StoredType::Rgb24, {2, 1, 1}, {0, 0, 0, 0, 255, 0})), .587 * 255);
        QCOMPARE(storedTypeName(StoredType::Rgb24), QStringLiteral("rgb24"));
    }

    void valuesAreScaled() {
        const Volume scaled = volume<std::int16_t>(StoredType::Int16, {2, 2, 1}, {0, 100, -100, 7}, .25, -3);
        QCOMPARE(scaled.value({1, 0, 0}), 22.0);
        QCOMPARE(scaled.value({0, 1, 0}), -28.0);
        QCOMPARE(scaled.sortedSample(), (std::vector<double>{-28, -3, -1.25, 22}));
    }

    void valueIsOfTheNearestVoxel_data() {
        QTest::addColumn<QList<double>>("voxel");
        QTest::addColumn<double>("value");
        constexpr double outside = std::numeric_limits<double>::quiet_NaN();
        // i + 2 j + 4 k in a grid of 2 x 2 x 2
        QTest::newRow("first") << QList{0., 0., 0.} << 0.;
        QTest::newRow("last") << QList{1., 1., 1.} << 7.;
        QTest::newRow("x runs fastest") << QList{1., 0., 0.} << 1.;
        QTest::newRow("then y") << QList{0., 1., 0.} << 2.;
        QTest::newRow("then z") << QList{0., 0., 1.} << 4.;
        QTest::newRow("below half") << QList{.49, 0., 0.} << 0.;
        QTest::newRow("from half") << QList{.5, 0., 0.} << 1.;
        QTest::newRow("its edge") << QList{-.5, 0., 0.} << 0.;
        QTest::newRow("beyond the edge") << QList{-.51, 0., 0.} << outside;
        QTest::newRow("beyond the last") << QList{0., 1.5, 0.} << outside;
        QTest::newRow("not a place") << QList{0., outside, 0.} << outside;
        QTest::newRow("far away") << QList{0., 0., 1e300} << outside;
    }
    void valueIsOfTheNearestVoxel() {
        QFETCH(QList<double>, voxel);
        QFETCH(double, value);
        const Volume cube = volume<std::uint8_t>(StoredType::UInt8, {2, 2, 2}, {0, 1, 2, 3, 4, 5, 6, 7});
        const double found = cube.value({voxel[0], voxel[1], voxel[2]});
        QVERIFY(found == value || (std::isnan(found) && std::isnan(value)));
    }

    void theFourthDimension() {
        const Volume two = volume<std::uint16_t>(StoredType::UInt16, {2, 1, 1}, {1, 2, 30, 40});
        QCOMPARE(two.header().volumes, 2);
        QCOMPARE(two.value({1, 0, 0}, 1), 40.0);
        QCOMPARE(two.sortedSample(1), (std::vector<double>{30, 40}));
    }

    void boundsHoldVoxelEdges() {
        VolumeHeader header;
        header.size = {10, 20, 30};
        header.voxelToLps = Affine({-2, 0, 0}, {0, 1, 0}, {0, 0, 3}, {9, 0, 0});
        const auto [least, greatest] = header.boundsLps();
        QCOMPARE(least, (WorldPoint{9 - 19, -.5, -1.5}));
        QCOMPARE(greatest, (WorldPoint{9 + 1, 19.5, 88.5}));
        QCOMPARE(header.centreLps(), (WorldPoint{0, 9.5, 43.5}));
        QVERIFY(header.contains({9.9, -.4, -1.4}));
        QVERIFY(!header.contains({10.1, 0, 0}));
        QCOMPARE(header.bytes(), std::size_t(10 * 20 * 30 * 2));
    }

    void aHugeHeaderDoesNotOverflow() {
        VolumeHeader header;
        header.size = {10000, 10000, 10000};
        header.type = StoredType::Float64;
        QCOMPARE(header.voxelsPerVolume(), std::size_t(1000000000000));
        QCOMPARE(header.bytes(), std::size_t(8000000000000));
    }

    void percentiles_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QList<double>>("range");
        // Of 0 ... 1000 the p-th percentile is 10 p
        QTest::newRow("all") << 0. << 100. << QList{0., 1000.};
        QTest::newRow("Slicer's") << .1 << 99.9 << QList{1., 999.};
        QTest::newRow("Workbench's") << 2. << 98. << QList{20., 980.};
        QTest::newRow("beyond the ends") << -5. << 200. << QList{0., 1000.};
        QTest::newRow("empty falls back to all") << 50. << 50. << QList{0., 1000.};
    }
    void percentiles() {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QList<double>, range);
        QCOMPARE(percentileRange(ramp(1001), low, high), (Range{range[0], range[1]}));
    }

    void aWindowIsNeverEmpty() {
        const Volume flat = volume<std::int16_t>(StoredType::Int16, {2, 2, 1}, {7, 7, 7, 7});
        QCOMPARE(percentileRange(flat, 2, 98), (Range{6.5, 7.5}));
        QVERIFY(robustRange(flat).width() > 0);
        const auto none = std::numeric_limits<float>::quiet_NaN();
        const Volume nothing = volume<float>(StoredType::Float32, {2, 1, 1}, {none, none});
        QVERIFY(robustRange(nothing).width() > 0);
        const Volume one =
            volume<float>(StoredType::Float32, {4, 1, 1}, {none, 3, std::numeric_limits<float>::infinity(), 5});
        QCOMPARE(percentileRange(one, 0, 100), (Range{3, 5}));
        QCOMPARE(robustRange(volume<std::uint8_t>(StoredType::Rgb24, {1, 1, 1}, {1, 2, 3})), (Range{0, 255}));
    }

    // A head: 70 % air (0 to 20), tissue evenly from 200 to 1000, and one vessel in a thousand at 5000.
    void theRobustWindowIsTheTissues() {
        std::vector<std::int16_t> voxels;
        for (int i = 0; i < 70000; ++i) voxels.push_back(static_cast<std::int16_t>(i % 20));
        for (int i = 0; i < 29900; ++i) voxels.push_back(static_cast<std::int16_t>(200 + i % 800));
        for (int i = 0; i < 100; ++i) voxels.push_back(5000);
        const Range window = robustRange(volume(StoredType::Int16, {100, 100, 10}, voxels));
        QVERIFY(window.low >= 0 && window.low < 100);
        QVERIFY2(window.high > 900 && window.high < 1100, qPrintable(QString::number(window.high)));
    }

    void signedDataKeepsBothEnds() {
        std::vector<float> phase;
        for (int i = 0; i <= 2000; ++i) phase.push_back(static_cast<float>((i - 1000) * M_PI / 1000));
        const Range window = robustRange(volume(StoredType::Float32, {2001, 1, 1}, phase));
        QVERIFY(std::abs(window.low + M_PI) < .02);
        QVERIFY(std::abs(window.high - M_PI) < .02);
    }

    void aRegionGivesItsOwnRange() {
        const Volume line = ramp(1000);
        QCOMPARE(regionRange(line, {100, 0, 0}, {100, 0, 0}, {}), (Range{102, 198})); // 2 % off each end
        QCOMPARE(regionRange(line, {200, 0, 0}, {-100, 0, 0}, {}), (Range{102, 198}));
        QCOMPARE(regionRange(line, {5000, 0, 0}, {1000, 0, 0}, {}), robustRange(line));
        QCOMPARE(regionRange(line, {7, 0, 0}, {}, {}), (Range{6.5, 7.5}));
    }

    void centreAndWidth() {
        QCOMPARE(rangeOf(40, 80), (Range{0, 80}));
        QCOMPARE((Range{-100, 300}).centre(), 100.0);
        QCOMPARE((Range{-100, 300}).width(), 400.0);
    }
};

NEURAXIS_TEST_MAIN(TestVolume)
#include "tst_model_volume.moc"
