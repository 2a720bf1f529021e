#include "core/io/scan.h"
#include "core/model/colour_map.h"
#include "core/model/label_tables.h"
#include "core/model/stored_type.h"
#include "core/render/colour_bar.h"
#include "core/render/slice_picture.h"
#include "phantom.h"
#include "sample_data.h"
#include "test_main.h"

#include <cmath>

using namespace neuraxis;
using namespace neuraxis::render;

namespace {

/// The volume's first slice with one pixel for each voxel, times `scale` on each side.
struct Sheet {
    ReviewState state;
    NavigationState navigation;
    SliceGeometry geometry;
    QSize size;

    explicit Sheet(Layer layer) {
        const VolumeHeader& header = layer.volume->header();
        size = {header.size[0], header.size[1]};
        state.layers = {std::move(layer)};
        navigation = NavigationState::at(header);
        geometry =
            sliceGeometry(state, navigation, Plane::Axial, QRectF(0, 0, size.width(), size.height()), {Plane::Axial});
        geometry.mmPerPixel = 1;
    }
    neuraxis::Display& display() { return state.layers.front().display; }
    [[nodiscard]] QImage image(int scale = 1) const { return sliceImage(state, navigation, geometry, size * scale); }
};

Layer layerOf(std::shared_ptr<const Volume> volume) {
    Layer layer;
    layer.volume = std::move(volume);
    layer.display.interpolation = Interpolation::Nearest;
    return layer;
}

/// Numbers of labels: 17 in columns 10 to 29 of rows 10 to 29, 1024 in columns 30 to 39 of those rows, 4321 in the corner.
std::shared_ptr<const Volume> labelSheet() {
    return test::phantom({50, 40, 3}, {}, [](int i, int j, int) {
        if (i < 5 && j < 5) return 4321;
        if (j < 10 || j >= 30) return 0;
        return i >= 10 && i < 30 ? 17 : i >= 30 && i < 40 ? 1024 : 0;
    });
}

Layer labelLayer() {
    Layer layer = layerOf(labelSheet());
    layer.display.labels = std::make_shared<const LabelTable>(freeSurferLabels());
    return layer;
}

/// Within `width` pixels of something else than itself inside columns and rows from `first` up to, and without, `end`.
bool isRim(QPoint p, QPoint first, QPoint end, int width) {
    const QRect whole(first, end - QPoint(1, 1));
    return whole.contains(p) && !whole.adjusted(width, width, -width, -width).contains(p);
}

// FreeSurfer's colours, as its table has them
constexpr QRgb hippocampus = qRgb(220, 216, 20), precentral = qRgb(60, 20, 220);

} // namespace

/// Label maps, statistical maps, outlines and masks on planes, from phantoms with known pixels.
class TestMapsOnSlices : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void positiveAndNegative_data() {
        QTest::addColumn<double>("slope");
        QTest::newRow("as stored") << 0.1;
        QTest::newRow("falling") << -0.1;
    }
    /// Values from -12.8 to 12.7 along x.
    void positiveAndNegative() {
        QFETCH(double, slope);
        auto made = test::phantom({256, 4, 3}, {}, [&](int i, int, int) { return slope > 0 ? i - 128 : 128 - i; });
        VolumeHeader header = made->header();
        header.slope = slope;
        Sheet sheet(
            layerOf(std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(made, made->voxels()))));
        neuraxis::Display& d = sheet.display();
        d.colourMap = QStringLiteral("red-yellow");
        d.windows = {{2, 10}};
        d.negative = NegativeScale{QStringLiteral("blue-lightblue"), {4, 8}};
        const auto at = [&](double value) {
            return sheet.image().pixel(static_cast<int>(std::lround(128 + value * 10)), 1);
        };
        const auto isNear = [](QRgb a, QRgb b) {
            return qAlpha(a) == 255 && std::abs(qRed(a) - qRed(b)) <= 1 && std::abs(qGreen(a) - qGreen(b)) <= 1 &&
                   std::abs(qBlue(a) - qBlue(b)) <= 1;
        };
        // Red to yellow and blue to light blue are straight lines in RGB.
        QVERIFY(isNear(at(2), 0xff0000));
        QVERIFY(isNear(at(6), qRgb(255, 128, 0)));
        QVERIFY(isNear(at(10), 0xffff00));
        QVERIFY(isNear(at(12.7), 0xffff00));
        QVERIFY(isNear(at(-4), 0x0000ff));
        QVERIFY(isNear(at(-6), qRgb(0, 128, 255)));
        QVERIFY(isNear(at(-8), 0x00ffff));
        QVERIFY(isNear(at(0.1), 0xff0000)); // nothing is hidden yet, and zero is locked
        QVERIFY(isNear(at(-0.1), 0x0000ff));
        d.hideBelow = 3;
        d.hideAbove = 9.05;
        for (const double value : {-12.8, -9.1, -2.9, 0.0, 2.9, 9.1, 12.7}) QCOMPARE(at(value), 0U);
        for (const double value : {-9.0, -3.1, 3.1, 9.0}) QCOMPARE(qAlpha(at(value)), 255);
    }

    void labelsHaveTheirTablesColours_data() {
        QTest::addColumn<Interpolation>("interpolation");
        QTest::newRow("nearest") << Interpolation::Nearest;
        QTest::newRow("linear") << Interpolation::Linear;
        QTest::newRow("cubic") << Interpolation::Cubic;
    }
    /// Between two labels lies no third, however the layer is interpolated.
    void labelsHaveTheirTablesColours() {
        QFETCH(Interpolation, interpolation);
        Sheet sheet(labelLayer());
        sheet.display().interpolation = interpolation;
        sheet.display().hideBelow = 100; // of values, not of numbers
        const QImage image = sheet.image(3);
        for (int y = 0; y < 120; ++y)
            for (int x = 0; x < 150; ++x) {
                const int i = x / 3, j = y / 3;
                const bool inRows = j >= 10 && j < 30;
                const QRgb expected = i < 5 && j < 5                ? paletteColour(4321)
                                      : inRows && i >= 10 && i < 30 ? hippocampus
                                      : inRows && i >= 30 && i < 40 ? precentral
                                                                    : 0;
                QCOMPARE(image.pixel(x, y), expected);
            }
    }

    void everyStoredTypeHoldsLabels_data() {
        QTest::addColumn<StoredType>("type");
        for (const StoredType type : {StoredType::UInt8, StoredType::Int16, StoredType::UInt16, StoredType::Int32,
                                      StoredType::UInt32, StoredType::Float32, StoredType::Float64})
            QTest::newRow(qPrintable(storedTypeName(type))) << type;
    }
    void everyStoredTypeHoldsLabels() {
        QFETCH(StoredType, type);
        VolumeHeader header;
        header.type = type;
        header.size = {3, 3, 3};
        std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
        withStoredType(type, [&](auto zero) {
            std::fill_n(reinterpret_cast<decltype(zero)*>(voxels.get()), 27, static_cast<decltype(zero)>(17));
        });
        Sheet sheet(layerOf(std::make_shared<const Volume>(header, voxels)));
        sheet.display().labels = std::make_shared<const LabelTable>(freeSurferLabels());
        QCOMPARE(sheet.image().pixel(1, 1), hippocampus);
    }

    void outlinesAreBorders_data() {
        QTest::addColumn<int>("scale");
        for (const int scale : {1, 2, 3}) QTest::addRow("%d", scale) << scale;
    }
    /// One pixel wide, or as many as the picture has for one of the view's, on the inner side of each label.
    void outlinesAreBorders() {
        QFETCH(int, scale);
        Sheet sheet(labelLayer());
        sheet.display().drawn = Drawn::Outline;
        const QImage image = sheet.image(scale);
        for (int y = 0; y < 40 * scale; ++y)
            for (int x = 0; x < 50 * scale; ++x) {
                const auto rim = [&](QPoint first, QPoint end) {
                    return isRim({x, y}, first * scale, end * scale, scale);
                };
                QRgb expected = 0;
                if (rim({10, 10}, {30, 30})) expected = hippocampus;
                if (rim({30, 10}, {40, 30})) expected = precentral;
                if (rim({0, 0}, {5, 5})) expected = paletteColour(4321); // beyond the grid is another area, too
                QCOMPARE(image.pixel(x, y), expected);
            }
    }

    void theViewsEdgeIsNoBorder() {
        Sheet sheet(labelLayer());
        sheet.display().drawn = Drawn::Outline;
        sheet.geometry.middleLps = {20, 20, 1};
        sheet.geometry.mmPerPixel = 0.1; // within label 17 alone
        const QImage image = sheet.image();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) QCOMPARE(image.pixel(x, y), 0U);
    }

    void valuesHaveOutlinesToo() {
        // 5 in a square, around it 1, which is hidden
        Sheet sheet(layerOf(test::phantom(
            {40, 40, 3}, {}, [](int i, int j, int) { return i >= 10 && i < 25 && j >= 5 && j < 30 ? 5 : 1; })));
        neuraxis::Display& d = sheet.display();
        d.windows = {{0, 5}};
        d.hideBelow = 2;
        d.drawn = Drawn::Outline;
        d.opacity = 0.5;
        const QImage image = sheet.image();
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 40; ++x) {
                const bool isDrawn = isRim({x, y}, {10, 5}, {25, 30}, 1);
                QCOMPARE(qAlpha(image.pixel(x, y)), isDrawn ? 128 : 0);
                QCOMPARE(qRed(image.pixel(x, y)), isDrawn ? 128 : 0);
            }
    }

    void masksLieOnGridsOfTheirOwn_data() {
        QTest::addColumn<Affine>("grid");
        const double c = std::cos(0.4), s = std::sin(0.4);
        QTest::newRow("coarser") << Affine({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {-60, -60, -60});
        QTest::newRow("oblique") << Affine({c, s, 0}, {-s, c, 0}, {0, 0, 1}, {-c * 60 + s * 60, -s * 60 - c * 60, -60});
        QTest::newRow("tilted out of the plane")
            << Affine({c, 0, s}, {0, 1, 0}, {-s, 0, c}, {-c * 60 + s * 60, -60, -s * 60 - c * 60});
        QTest::newRow("sheared") << Affine({1, 0, 0}, {0, 1, 0}, {0.2, 0.3, 1}, {-72, -78, -60});
    }
    /// A ball of 15 mm around 22, 18, 1 in the patient: drawn within, not without, but for a voxel's diagonal.
    void masksLieOnGridsOfTheirOwn() {
        QFETCH(Affine, grid);
        const WorldPoint middle{22, 18, 1};
        const auto mask = test::phantom({121, 121, 121}, grid, [&](int i, int j, int k) {
            return length(grid.toWorld({double(i), double(j), double(k)}) - middle) < 15;
        });
        QVERIFY(mask->header().contains(middle));
        const double voxel = std::sqrt(3.0) / 2 * 2;
        for (const Drawn drawn : {Drawn::Fill, Drawn::Outline}) {
            Layer layer = layerOf(test::phantom({50, 40, 3}, {}, [](int, int, int) { return 100; }));
            layer.display.drawn = drawn;
            layer.mask = mask;
            const Sheet sheet(layer);
            const QImage image = sheet.image();
            int seen = 0;
            for (int y = 0; y < 40; ++y)
                for (int x = 0; x < 50; ++x) {
                    const double away = length(sheet.geometry.toWorld({x + 0.5, y + 0.5}) - middle);
                    const bool isSeen = qAlpha(image.pixel(x, y)) > 0;
                    seen += isSeen;
                    if (drawn == Drawn::Fill && away < 15 - voxel) QVERIFY(isSeen);
                    if (drawn == Drawn::Outline && away < 15 - voxel - 1.5) QVERIFY(!isSeen);
                    if (away > 15 + voxel) QVERIFY(!isSeen);
                }
            QVERIFY(seen > 60); // a circle's length is 94
        }
    }

    /// What a mask shows is what was there without it.
    void aMaskChangesNoColour() {
        Sheet sheet(layerOf(test::phantom({50, 40, 3}, {}, [](int i, int j, int) { return 13 * i + 7 * j; })));
        sheet.display().colourMap = QStringLiteral("viridis");
        sheet.display().windows = {{100, 600}};
        sheet.display().opacity = 0.7;
        sheet.display().hideBelow = 50;
        const QImage before = sheet.image();
        sheet.state.layers.front().mask = test::phantom(
            {9, 9, 9}, Affine({20, 0, 0}, {0, 20, 0}, {0, 0, 20}, {-60, -60, -60}), [](int, int, int) { return 1; });
        const QImage after = sheet.image();
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 50; ++x) QCOMPARE(after.pixel(x, y), before.pixel(x, y));
    }

    void theBarHasTheColoursOfThePicture_data() {
        QTest::addColumn<bool>("twoSided");
        QTest::addColumn<QList<double>>("limits"); // hideBelow, hideAbove or none
        QTest::addColumn<QList<double>>("drawn");  // values that have a colour on the bar
        QTest::addColumn<QList<double>>("empty");
        QTest::newRow("plain") << false << QList<double>{} << QList{0.1, 5., 9.9} << QList<double>{};
        QTest::newRow("hidden below") << false << QList{3.} << QList{3.2, 9.9} << QList{0.1, 2.8};
        QTest::newRow("hidden at both ends") << false << QList{3., 7.} << QList{3.2, 6.8} << QList{2.8, 7.2, 9.9};
        QTest::newRow("two sides") << true << QList{3.} << QList{-9.8, -3.3, 3.3, 9.8} << QList{-2.7, 0., 2.7};
        QTest::newRow("two sides, nothing hidden")
            << true << QList<double>{} << QList{-9.8, -0.2, 0.2, 9.8} << QList<double>{};
    }
    void theBarHasTheColoursOfThePicture() {
        QFETCH(bool, twoSided);
        QFETCH(QList<double>, limits);
        QFETCH(QList<double>, drawn);
        QFETCH(QList<double>, empty);
        neuraxis::Display d;
        d.colourMap = QStringLiteral("red-yellow");
        d.windows = {{0, 10}};
        if (twoSided) d.negative = NegativeScale{QStringLiteral("blue-lightblue"), {0, 10}};
        if (!limits.isEmpty()) d.hideBelow = limits[0];
        if (limits.size() > 1) d.hideAbove = limits[1];
        QImage image(500, 500, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        Decor decor;
        decor.text = false;
        paintColourBar(painter, QRectF(image.rect()), decor, d, 0, QStringLiteral("z"));
        painter.end();
        // Where the bar is: the column of the last pixels that have a colour
        const auto isColour = [&](int x, int y) {
            const QColor c = image.pixelColor(x, y);
            return c.saturation() > 150 && c.value() > 150;
        };
        int x = 499, top = 499, bottom = 0;
        const auto hasColour = [&](int column) {
            for (int y = 0; y < 500; ++y)
                if (isColour(column, y)) return true;
            return false;
        };
        while (x > 0 && !hasColour(x)) --x;
        x -= 4;
        for (int y = 0; y < 500; ++y)
            if (qRed(image.pixel(x, y)) + qGreen(image.pixel(x, y)) + qBlue(image.pixel(x, y)) > 100) {
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
        const double low = twoSided ? -10 : 0;
        const auto at = [&](double value) {
            return image.pixelColor(
                x, static_cast<int>(std::lround(bottom - (value - low) / (10 - low) * (bottom - top))));
        };
        for (const double value : drawn) {
            const QColor colour = at(value);
            const double t = std::abs(value) / 10;
            QVERIFY2(std::abs(colour.green() - 255 * t) < 8, qPrintable(QString::number(value) + colour.name()));
            QCOMPARE(value > 0 ? colour.red() : colour.blue(), 255);
        }
        for (const double value : empty)
            QVERIFY2(at(value).saturation() < 60, qPrintable(QString::number(value) + at(value).name()));
        // Labels have none.
        d.labels = std::make_shared<const LabelTable>();
        image.fill(Qt::black);
        QPainter again(&image);
        paintColourBar(again, QRectF(image.rect()), decor, d, 0, {});
        again.end();
        QImage nothing(image.size(), image.format());
        nothing.fill(Qt::black);
        QCOMPARE(image, nothing);
    }

    void freeSurfersOwnMapIsDrawn() {
        NEURAXIS_SAMPLE_SET(folder, QStringLiteral("fs_subject1"));
        io::Job job;
        const auto open = [&](const char* path) {
            return io::read(io::scan({folder + QString::fromLatin1(path)}, job).found.front(), job);
        };
        const auto brain = open("/subject1_freesurferformats/brain.mgz");
        const auto regions = open("/subject1/mri/aparc+aseg.mgz");
        ReviewState state;
        state.layers = {makeLayer(brain, false), makeLayer(regions, true)};
        QVERIFY(!state.layers[0].display.labels);
        QVERIFY(state.layers[1].display.labels);
        state.layers[1].display.opacity = 1;
        // The voxel of a region whose neighbours are all of it, in the middle of a view
        for (const auto& [id, colour] : {std::pair{17, hippocampus}, std::pair{1024, precentral},
                                         std::pair{2024, precentral}, std::pair{41, qRgb(245, 245, 245)}}) {
            const auto& size = regions->header().size;
            NavigationState n;
            bool found = false;
            for (int k = 1; k + 1 < size[2] && !found; ++k)
                for (int j = 1; j + 1 < size[1] && !found; ++j)
                    for (int i = 1; i + 1 < size[0] && !found; ++i) {
                        if (regions->value({double(i), double(j), double(k)}) != id) continue;
                        n.cursorLps = n.centreLps =
                            regions->header().voxelToLps.toWorld({double(i), double(j), double(k)});
                        found = true;
                    }
            QVERIFY(found);
            for (const Plane plane : {Plane::Axial, Plane::Coronal, Plane::Sagittal}) {
                SliceGeometry geometry = sliceGeometry(state, n, plane, QRectF(0, 0, 21, 21), {plane});
                geometry.mmPerPixel = 0.05;
                QCOMPARE(sliceImage(state, n, geometry, {21, 21}).pixel(10, 10), colour);
            }
        }
    }
};

NEURAXIS_TEST_MAIN(TestMapsOnSlices)
#include "tst_maps_on_slices.moc"
