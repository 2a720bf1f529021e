#include "core/model/colour_map.h"
#include "core/render/slice_picture.h"
#include "core/render/snapshot.h"
#include "phantom.h"
#include "test_main.h"

#include <cmath>
#include <limits>
#include <map>

using namespace neuraxis;
using namespace neuraxis::render;

namespace {

constexpr int pixels = 300;

std::shared_ptr<const Volume> volumeOf(StoredType type, std::array<int, 3> size, const void* voxels) {
    VolumeHeader header;
    header.type = type;
    header.size = size;
    std::shared_ptr<std::byte> copy(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
    std::memcpy(copy.get(), voxels, header.bytes());
    return std::make_shared<const Volume>(header, copy);
}

/// A grid of about 120 mm around the patient's origin with a bright ball of some millimetres at `at`.
std::shared_ptr<const Volume> ballAt(const WorldPoint& at, const Affine& affine, std::array<int, 3> size) {
    return test::phantom(size, affine, [&](int i, int j, int k) {
        const WorldVector d = affine.toWorld({double(i), double(j), double(k)}) - at;
        return static_cast<int>(1000 * std::exp(-dot(d, d) / (2 * 16)));
    });
}

QImage axialImage(const ReviewState& state, int size = pixels) {
    const NavigationState n = NavigationState::at(state.base()->volume->header());
    return sliceImage(state, n, sliceGeometry(state, n, Plane::Axial, QRectF(0, 0, size, size), {Plane::Axial}),
                      {size, size});
}

/// The middle of what is bright.
QPointF middleOf(const QImage& image) {
    double sum = 0, x = 0, y = 0;
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column) {
            const double light = std::max(0, qRed(image.pixel(column, row)) - 40);
            sum += light;
            x += light * (column + 0.5);
            y += light * (row + 0.5);
        }
    return sum > 0 ? QPointF(x, y) / sum : QPointF(-1, -1);
}

struct Grid {
    const char* name;
    Affine affine;
    std::array<int, 3> size;
};

/// Grids as they come from scanners and worse; each covers 45 mm around the origin.
std::vector<Grid> grids() {
    const double c = std::cos(0.35), s = std::sin(0.35);
    return {
        {"LPS", Affine({1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-60, -60, -60}), {121, 121, 121}},
        {"RAS", Affine({-1, 0, 0}, {0, -1, 0}, {0, 0, 1}, {60, 60, -60}), {121, 121, 121}},
        {"left-handed", Affine({-1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {60, -60, -60}), {121, 121, 121}},
        {"sagittal slices", Affine({0, 1, 0}, {0, 0, -1}, {2, 0, 0}, {-60, -60, 60}), {121, 121, 61}},
        {"coronal slices, left-handed", Affine({1, 0, 0}, {0, 0, -1}, {0, -3, 0}, {-60, 60, 60}), {121, 121, 41}},
        {"oblique",
         Affine({c, s, 0}, {-s, c, 0}, {0, 0, 1}, {-c * 60 + s * 60, -s * 60 - c * 60, -60}),
         {121, 121, 121}},
        {"sheared (gantry tilt)", Affine({1, 0, 0}, {0, 1, 0}, {0, 0.3, 1}, {-60, -78, -60}), {121, 121, 121}},
    };
}

} // namespace

/// Planes drawn from phantoms with known answers: places, sides, windows, colours.
class TestRenderSlice : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void markerIsOnItsSide_data() {
        QTest::addColumn<int>("grid");
        QTest::addColumn<int>("plane");
        QTest::addColumn<bool>("radiological");
        QTest::addColumn<bool>("noseLeft");
        QTest::addColumn<QPointF>("sideMm"); // of the marker from the middle of the view: right, down
        // The marker: left 18, posterior 11, superior 25 mm. Radiological: left is on the right; noses to the left.
        struct Row {
            const char* name;
            Plane plane;
            bool radiological, noseLeft;
            QPointF sideMm;
        };
        const Row rows[] = {
            {"axial radiological", Plane::Axial, true, true, {18, 11}},
            {"axial neurological", Plane::Axial, false, true, {-18, 11}},
            {"coronal radiological", Plane::Coronal, true, true, {18, -25}},
            {"coronal neurological", Plane::Coronal, false, false, {-18, -25}},
            {"sagittal, nose left", Plane::Sagittal, true, true, {11, -25}},
            {"sagittal, nose right", Plane::Sagittal, true, false, {-11, -25}},
            {"sagittal, nose left, neurological", Plane::Sagittal, false, true, {11, -25}},
        };
        const auto all = grids();
        for (std::size_t grid = 0; grid < all.size(); ++grid)
            for (const Row& row : rows)
                QTest::addRow("%s, %s", all[grid].name, row.name)
                    << int(grid) << int(row.plane) << row.radiological << row.noseLeft << row.sideMm;
    }
    void markerIsOnItsSide() {
        QFETCH(int, grid);
        QFETCH(int, plane);
        QFETCH(bool, radiological);
        QFETCH(bool, noseLeft);
        QFETCH(QPointF, sideMm);
        const WorldPoint marker{18, 11, 25};
        static std::map<int, std::shared_ptr<const Volume>> made;
        auto& volume = made[grid];
        if (!volume) {
            const Grid g = grids()[static_cast<std::size_t>(grid)];
            volume = ballAt(marker, g.affine, g.size);
        }
        ReviewState state;
        state.layers = {makeLayer(volume, false)};
        state.layers[0].display.windows = {{0, 1000}};
        state.view.radiological = radiological;
        state.view.noseLeft = noseLeft;
        NavigationState n;
        n.cursorLps = marker;
        n.centreLps = {0, 0, 0};
        const QRectF view(0, 0, pixels, pixels);
        SliceGeometry geometry = sliceGeometry(state, n, static_cast<Plane>(plane), view, {static_cast<Plane>(plane)});
        geometry.mmPerPixel = 0.5;
        const QPointF seen = middleOf(sliceImage(state, n, geometry, {pixels, pixels}));
        const QPointF expected = QPointF(pixels, pixels) / 2 + sideMm / 0.5;
        QVERIFY2(std::hypot(seen.x() - expected.x(), seen.y() - expected.y()) < 0.5,
                 qPrintable(QStringLiteral("seen at %1, %2").arg(seen.x()).arg(seen.y())));
        const QPointF place = geometry.toView(marker);
        QVERIFY(std::hypot(place.x() - expected.x(), place.y() - expected.y()) < 1e-6);
    }

    void acquisitionPlanesShowMarkersWhereTheySay() {
        for (const Grid& g : grids()) {
            const WorldPoint marker{8, -6, 12};
            const auto volume = ballAt(marker, g.affine, g.size);
            for (const Plane plane : {Plane::Axial, Plane::Coronal, Plane::Sagittal}) {
                ReviewState state;
                state.layers = {makeLayer(volume, false)};
                state.view.frame = PlaneFrame::Acquisition;
                NavigationState n;
                n.cursorLps = marker;
                const SliceGeometry geometry = sliceGeometry(state, n, plane, QRectF(0, 0, pixels, pixels), {plane});
                const QPointF seen = middleOf(sliceImage(state, n, geometry, {pixels, pixels})),
                              said = geometry.toView(marker);
                QVERIFY2(std::hypot(seen.x() - said.x(), seen.y() - said.y()) < 1, g.name);
            }
        }
    }

    void nothingOutsideTheGrid() {
        // 10 voxels of 10 mm: drawn from half a voxel before the first to half a voxel after the last.
        ReviewState state;
        const Affine affine({10, 0, 0}, {0, 10, 0}, {0, 0, 10}, {5, 5, 5});
        state.layers = {makeLayer(test::phantom({10, 10, 10}, affine, [](int i, int, int) { return i + 1; }), false)};
        NavigationState n = NavigationState::at(state.base()->volume->header());
        SliceGeometry geometry = sliceGeometry(state, n, Plane::Axial, QRectF(0, 0, 140, 140), {Plane::Axial});
        geometry.mmPerPixel = 1;
        for (const Interpolation interpolation :
             {Interpolation::Nearest, Interpolation::Linear, Interpolation::Cubic}) {
            state.layers[0].display.interpolation = interpolation;
            const QImage image = sliceImage(state, n, geometry, {140, 140});
            for (int x = 0; x < 140; ++x) {
                QCOMPARE(qAlpha(image.pixel(x, 70)), x < 20 || x >= 120 ? 0 : 255);
                QCOMPARE(qAlpha(image.pixel(70, x)), x < 20 || x >= 120 ? 0 : 255);
            }
        }
        n.cursorLps.z = 101; // one millimetre above
        geometry = sliceGeometry(state, n, Plane::Axial, QRectF(0, 0, 140, 140), {Plane::Axial});
        QCOMPARE(qAlpha(sliceImage(state, n, geometry, {140, 140}).pixel(70, 70)), 0);
    }

    void windows_data() {
        QTest::addColumn<QString>("map");
        QTest::addColumn<bool>("inverted");
        QTest::addColumn<double>("slope");
        QTest::addColumn<double>("intercept");
        for (const char* map : {"gray", "hot", "viridis"})
            for (const bool inverted : {false, true}) {
                QTest::addRow("%s %s", map, inverted ? "inverted" : "plain")
                    << QString::fromLatin1(map) << inverted << 1.0 << 0.0;
                QTest::addRow("%s %s, scaled", map, inverted ? "inverted" : "plain")
                    << QString::fromLatin1(map) << inverted << 0.5 << -20.0;
                QTest::addRow("%s %s, falling", map, inverted ? "inverted" : "plain")
                    << QString::fromLatin1(map) << inverted << -1.0 << 255.0;
            }
    }
    /// Values along x; the window from 100 to 151: one value for every five colours.
    void windows() {
        QFETCH(QString, map);
        QFETCH(bool, inverted);
        QFETCH(double, slope);
        QFETCH(double, intercept);
        VolumeHeader header;
        header.type = StoredType::Int16;
        header.size = {256, 4, 4};
        header.slope = slope;
        header.intercept = intercept;
        std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
        for (std::size_t i = 0; i < header.voxelsPerVolume(); ++i)
            reinterpret_cast<std::int16_t*>(voxels.get())[i] =
                static_cast<std::int16_t>((static_cast<double>(i % 256) - intercept) / slope);
        ReviewState state;
        state.layers = {{std::make_shared<const Volume>(header, voxels), {}, {}}};
        auto& display = state.layers[0].display;
        display.colourMap = map;
        display.inverted = inverted;
        display.windows = {{100, 151}};
        display.interpolation = Interpolation::Nearest;
        const NavigationState n = NavigationState::at(header);
        SliceGeometry geometry = sliceGeometry(state, n, Plane::Axial, QRectF(0, 0, 256, 2), {Plane::Axial});
        geometry.mmPerPixel = 1;
        const QImage image = sliceImage(state, n, geometry, {256, 2});
        const auto& colours = colourMap(map).colours;
        const auto colour = [&](int value) {
            const int place = std::clamp((value - 100) * 5, 0, 255);
            return colours[static_cast<std::size_t>(inverted ? 255 - place : place)] | 0xff000000;
        };
        for (const int value : {0, 50, 100, 101, 125, 150, 151, 200, 255})
            QCOMPARE(image.pixel(value, 0), colour(value));

        display.hideBelow = 110;
        display.hideAbove = 140;
        const QImage cut = sliceImage(state, n, geometry, {256, 2});
        for (const int value : {0, 109, 141, 255}) QCOMPARE(qAlpha(cut.pixel(value, 0)), 0);
        for (const int value : {110, 125, 140}) QCOMPARE(cut.pixel(value, 0), colour(value));
    }

    void layersLieOverEachOther() {
        // White at half opacity over black is middle grey; a hidden layer is not there.
        const auto flat = [](int value) { return test::phantom({9, 9, 9}, {}, [=](int, int, int) { return value; }); };
        ReviewState state;
        state.layers = {{flat(0), {}, {}}, {flat(100), {}, {}}};
        for (Layer& layer : state.layers) layer.display.windows = {{0, 100}};
        state.layers[1].display.opacity = 0.5;
        QRgb middle = axialImage(state).pixel(pixels / 2, pixels / 2);
        QCOMPARE(qAlpha(middle), 255);
        QVERIFY(std::abs(qRed(middle) - 128) <= 1 && qRed(middle) == qGreen(middle) && qRed(middle) == qBlue(middle));
        state.layers[1].display.visible = false;
        QCOMPARE(axialImage(state).pixel(pixels / 2, pixels / 2), qRgb(0, 0, 0));
        state.layers[0].display.visible = false;
        QCOMPARE(qAlpha(axialImage(state).pixel(pixels / 2, pixels / 2)), 0);
        state.layers[1].display.visible = true; // alone: half transparent, premultiplied
        QVERIFY(std::abs(qAlpha(axialImage(state).pixelColor(pixels / 2, pixels / 2).rgba()) - 128) <= 1);
    }

    void coloursStayAsTheyAre() {
        std::vector<std::uint8_t> rgb;
        for (int i = 0; i < 27; ++i) rgb.insert(rgb.end(), {200, 100, 50});
        ReviewState state;
        state.layers = {makeLayer(volumeOf(StoredType::Rgb24, {3, 3, 3}, rgb.data()), false)};
        QCOMPARE(axialImage(state).pixel(pixels / 2, pixels / 2), qRgb(200, 100, 50));
        state.layers[0].display.inverted = true;
        QCOMPARE(axialImage(state).pixel(pixels / 2, pixels / 2), qRgb(55, 155, 205));
    }

    void whatIsNoNumberIsNotDrawn() {
        std::vector<float> voxels(27, 1.0F);
        voxels[13] = std::numeric_limits<float>::quiet_NaN();
        ReviewState state;
        state.layers = {{volumeOf(StoredType::Float32, {3, 3, 3}, voxels.data()), {}, {}}};
        state.layers[0].display.interpolation = Interpolation::Nearest;
        QCOMPARE(qAlpha(axialImage(state).pixel(pixels / 2, pixels / 2)), 0);
        QCOMPARE(qAlpha(axialImage(state).pixel(pixels / 2, 20)), 255);
    }

    void theLastSliceBeforeNoNumbersIsDrawn_data() {
        QTest::addColumn<int>("axis");
        QTest::addColumn<int>("last"); // of the numbers; the others lie after it, or before it
        QTest::addColumn<bool>("after");
        for (int axis = 0; axis < 3; ++axis) {
            QTest::addRow("axis %d, then none", axis) << axis << 2 << true;
            QTest::addRow("axis %d, none before", axis) << axis << 2 << false;
            QTest::addRow("axis %d, only the grid's last", axis) << axis << 4 << false;
        }
    }
    void theLastSliceBeforeNoNumbersIsDrawn() {
        QFETCH(int, axis);
        QFETCH(int, last);
        QFETCH(bool, after);
        std::vector<float> voxels(125);
        for (int i = 0; i < 125; ++i) {
            const int place = axis == 0 ? i % 5 : axis == 1 ? i / 5 % 5 : i / 25;
            const bool isNumber = after ? place <= last : place >= last;
            voxels[static_cast<std::size_t>(i)] = isNumber ? 1.0F : std::numeric_limits<float>::quiet_NaN();
        }
        ReviewState state;
        state.layers = {{volumeOf(StoredType::Float32, {5, 5, 5}, voxels.data()), {}, {}}};
        NavigationState n;
        // A place that rounding moves off the slice, as a click does
        double at[] = {1.3, 1.4, 1.6};
        at[axis] = last + 1e-9;
        n.cursorLps = {at[0], at[1], at[2]};
        const Plane planes[] = {Plane::Sagittal, Plane::Coronal, Plane::Axial};
        SliceGeometry geometry = sliceGeometry(state, n, planes[axis], QRectF(0, 0, 21, 21), {planes[axis]});
        geometry.mmPerPixel = 0.05;
        for (const Interpolation way : {Interpolation::Nearest, Interpolation::Linear, Interpolation::Cubic}) {
            state.layers[0].display.interpolation = way;
            const QImage image = sliceImage(state, n, geometry, {21, 21});
            for (int x = 0; x < 21; ++x) QCOMPARE(qAlpha(image.pixel(x, 10)), 255);
        }
    }

    void whatOverflowsIsDrawnSomehow() {
        // The window's width leaves a slope of 0, and infinity times 0 is no number: no colour has that place.
        const std::vector<float> voxels(27, std::numeric_limits<float>::infinity());
        ReviewState state;
        state.layers = {{volumeOf(StoredType::Float32, {3, 3, 3}, voxels.data()), {}, {}}};
        state.layers[0].display.interpolation = Interpolation::Nearest;
        state.layers[0].display.windows = {{0, 1e300}};
        QCOMPARE(qAlpha(axialImage(state).pixel(pixels / 2, pixels / 2)), 255);
    }

    void everyStoredTypeIsDrawn_data() {
        QTest::addColumn<int>("type");
        for (const StoredType type : {StoredType::Int8, StoredType::UInt8, StoredType::Int16, StoredType::UInt16,
                                      StoredType::Int32, StoredType::UInt32, StoredType::Float32, StoredType::Float64})
            QTest::newRow(qPrintable(storedTypeName(type))) << int(type);
    }
    void everyStoredTypeIsDrawn() {
        QFETCH(int, type);
        const auto stored = static_cast<StoredType>(type);
        std::vector<std::byte> voxels(27 * bytesPerVoxel(stored));
        const auto fill = [&]<class T>(T) {
            for (std::size_t i = 0; i < 27; ++i) reinterpret_cast<T*>(voxels.data())[i] = static_cast<T>(51);
        };
        switch (stored) {
        case StoredType::Int8: fill(std::int8_t{}); break;
        case StoredType::UInt8: fill(std::uint8_t{}); break;
        case StoredType::Int16: fill(std::int16_t{}); break;
        case StoredType::UInt16: fill(std::uint16_t{}); break;
        case StoredType::Int32: fill(std::int32_t{}); break;
        case StoredType::UInt32: fill(std::uint32_t{}); break;
        case StoredType::Float32: fill(float{}); break;
        default: fill(double{});
        }
        ReviewState state;
        state.layers = {{volumeOf(stored, {3, 3, 3}, voxels.data()), {}, {}}};
        state.layers[0].display.windows = {{0, 255}};
        QCOMPARE(axialImage(state).pixel(pixels / 2, pixels / 2), qRgb(51, 51, 51));
    }

    void interpolates() {
        // Two voxels, 0 and 100: a quarter of the way between their centres linear gives 25.
        ReviewState state;
        state.layers = {{test::phantom({2, 1, 1}, Affine({100, 0, 0}, {0, 100, 0}, {0, 0, 100}, {}),
                                       [](int i, int, int) { return i * 255; }),
                         {},
                         {}}};
        state.layers[0].display.windows = {{0, 255}};
        NavigationState n;
        n.centreLps = {25, 0, 0};
        SliceGeometry geometry = sliceGeometry(state, n, Plane::Axial, QRectF(0, 0, 1, 1), {Plane::Axial});
        geometry.mmPerPixel = 0.01;
        const auto red = [&](Interpolation interpolation) {
            state.layers[0].display.interpolation = interpolation;
            return qRed(sliceImage(state, n, geometry, {1, 1}).pixel(0, 0));
        };
        QCOMPARE(red(Interpolation::Nearest), 0);
        QVERIFY(std::abs(red(Interpolation::Linear) - 64) <= 1);
        QVERIFY(red(Interpolation::Cubic) < 64 && red(Interpolation::Cubic) > 0);
    }

    void takesTheTimePoint() {
        VolumeHeader header;
        header.type = StoredType::UInt8;
        header.size = {2, 2, 2};
        header.volumes = 3;
        std::shared_ptr<std::byte> voxels(new std::byte[24], std::default_delete<std::byte[]>());
        for (std::size_t i = 0; i < 24; ++i) voxels.get()[i] = static_cast<std::byte>(10 * (i / 8 + 1));
        ReviewState state;
        state.layers = {{std::make_shared<const Volume>(header, voxels), {}, {}}};
        state.layers[0].display.windows = {{0, 255}};
        NavigationState n = NavigationState::at(header);
        const auto red = [&](int volume) {
            n.volume = volume;
            return qRed(
                sliceImage(state, n, sliceGeometry(state, n, Plane::Axial, QRectF(0, 0, 9, 9), {Plane::Axial}), {9, 9})
                    .pixel(4, 4));
        };
        QCOMPARE(red(0), 10);
        QCOMPARE(red(2), 30);
        QCOMPARE(red(7), 30);
        QCOMPARE(red(-1), 10);
    }

    void isSharpOnEveryDevice_data() {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
            QTest::newRow(qPrintable(QString::number(ratio))) << ratio;
    }
    /// A chessboard of one device pixel a square shows pure black and white on a screen of any density.
    void isSharpOnEveryDevice() {
        QFETCH(double, ratio);
        ReviewState state;
        state.layers = {{test::phantom({120, 120, 3}, {}, [](int i, int j, int) { return (i + j) % 2; }), {}, {}}};
        state.layers[0].display.interpolation = Interpolation::Nearest;
        QImage window(240, 240, QImage::Format_RGB32);
        window.setDevicePixelRatio(ratio);
        window.fill(Qt::black);
        const NavigationState n = NavigationState::at(state.base()->volume->header());
        const QRectF view(0, 0, 240 / ratio, 240 / ratio);
        SliceGeometry geometry = sliceGeometry(state, n, Plane::Axial, view, {Plane::Axial});
        geometry.mmPerPixel = ratio; // one device pixel is one voxel
        Decor decor;
        decor.marks = false;
        QPainter painter(&window);
        paintSlice(painter, state, n, geometry, decor);
        painter.end();
        for (int x = 61; x < 179; ++x) {
            QVERIFY(qRed(window.pixel(x, 100)) == 0 || qRed(window.pixel(x, 100)) == 255);
            QVERIFY(window.pixel(x, 100) != window.pixel(x + 1, 100));
        }
    }

    void thumbnailsShowTheMiddle() {
        const Layer layer = makeLayer(ballAt({0, 0, 0}, grids()[3].affine, grids()[3].size), false);
        const QImage image = thumbnail(layer, 64);
        QCOMPARE(image.size(), QSize(64, 64));
        const QPointF middle = middleOf(image);
        QVERIFY(std::hypot(middle.x() - 32, middle.y() - 32) < 1.5);
    }
};

NEURAXIS_TEST_MAIN(TestRenderSlice)
#include "tst_render_slice.moc"
