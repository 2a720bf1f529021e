#include "core/render/volume_presets.h"
#include "core/render/volume_ray_caster.h"
#include "core/render/volume_scene.h"
#include "phantom.h"
#include "test_main.h"

#include <cmath>
#include <limits>
#include <numbers>

using namespace neuraxis;
using namespace neuraxis::render;

namespace {

constexpr int side = 240;

struct Ball {
    WorldPoint at;
    double radius;
};

/// Balls of 1000 in air of 0, on a grid of 2 mm around the origin.
ReviewState balls(const std::vector<Ball>& all, const Affine& affine, std::array<int, 3> size = {81, 81, 81}) {
    ReviewState state;
    state.layers = {makeLayer(test::phantom(size, affine,
                                            [&](int i, int j, int k) {
                                                const WorldPoint p = affine.toWorld({double(i), double(j), double(k)});
                                                for (const Ball& ball : all)
                                                    if (length(p - ball.at) <= ball.radius) return 1000;
                                                return 0;
                                            }),
                              false)};
    state.layers[0].display.windows = {{0, 1000}};
    return state;
}

const Affine lps({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {-80, -80, -80});
const Affine mirrored({-2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {80, -80, -80});
const Affine sagittal({0, 2, 0}, {0, 0, -2}, {2, 0, 0}, {-80, -80, 80});
const Affine sheared({2, 0, 0}, {0, 2, 0}, {0, 0.6, 2}, {-80, -104, -80});

NavigationState from(double azimuth, double elevation) {
    NavigationState n;
    n.azimuthDeg = azimuth;
    n.elevationDeg = elevation;
    return n;
}

QImage rendered(const ReviewState& state, const NavigationState& n,
                VolumeScene::Quality quality = VolumeScene::Quality::Fine) {
    VolumeScene scene;
    return scene.render(state, n, {side, side}, quality);
}

double covered(const QImage& image) {
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) sum += qAlpha(image.pixel(x, y)) / 255.0;
    return sum;
}

/// The middle of what is seen, in parts of the picture.
QPointF middleOf(const QImage& image) {
    double sum = 0, x = 0, y = 0;
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column) {
            const int alpha = qAlpha(image.pixel(column, row));
            sum += alpha;
            x += alpha * (column + 0.5);
            y += alpha * (row + 0.5);
        }
    return sum > 0 ? QPointF(x / image.width(), y / image.height()) / sum : QPointF(-1, -1);
}

} // namespace

/// The 3-D view drawn from phantoms with known answers: sizes, sides, cuts, presets.
class TestRenderVolume : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void sphereHasItsRadius_data() {
        QTest::addColumn<QString>("preset");
        QTest::newRow("maximum intensity") << "mip";
        QTest::newRow("head") << "t1-head";
    }
    void sphereHasItsRadius() {
        QFETCH(QString, preset);
        const double radius = 40;
        const ReviewState state = balls({{{0, 0, 0}, radius}}, lps);
        VolumeRayCaster caster(volumeGrid(*state.base()->volume, 0, nullptr, 0, 10'000'000));
        const VolumeCamera camera(from(20, 10), {0, 0, 0}, 90, QSizeF(side, side));
        VolumeLook look;
        look.preset = findVolumePreset(preset);
        look.high = preset == u"mip" ? 1000 / look.preset->opacity.back().place : 1000;
        const QImage image = caster.cast(camera, {side, side}, look, {}, 0.5, nullptr);
        int inside = 0;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) inside += qAlpha(image.pixel(x, y)) >= 128;
        // A sphere seen from a distance: its rim is where lines of sight touch it.
        const double halfAngle = VolumeCamera::viewAngleDeg / 2 * std::numbers::pi / 180;
        const double expected = side / 2.0 * std::tan(std::asin(radius / camera.distanceMm)) / std::tan(halfAngle);
        const double seen = std::sqrt(inside / std::numbers::pi);
        // Its edge lies between voxels of 2 mm: within half of one.
        const double pixelsPerMm = expected / radius;
        QVERIFY2(std::abs(seen - expected) < 1.2 * pixelsPerMm,
                 qPrintable(QStringLiteral("%1 for %2").arg(seen).arg(expected)));
    }

    void sidesAreNotMirrored_data() {
        QTest::addColumn<int>("grid");
        QTest::addColumn<double>("azimuth");
        QTest::addColumn<double>("elevation");
        QTest::addColumn<QPointF>(
            "side"); // of a ball at the patient's left, in front, above: -1, 0 or 1 to the right and down
        const char* grids[] = {"LPS", "left-handed", "sagittal slices", "sheared"};
        for (int grid = 0; grid < 4; ++grid) {
            // The ball: left 40, anterior 20, superior 30
            QTest::addRow("%s, from the front", grids[grid]) << grid << 0.0 << 0.0 << QPointF(1, -1);
            QTest::addRow("%s, from behind", grids[grid]) << grid << 180.0 << 0.0 << QPointF(-1, -1);
            QTest::addRow("%s, from the patient's left", grids[grid]) << grid << 90.0 << 0.0 << QPointF(-1, -1);
            QTest::addRow("%s, from the patient's right", grids[grid]) << grid << -90.0 << 0.0 << QPointF(1, -1);
            QTest::addRow("%s, from above", grids[grid]) << grid << 0.0 << 90.0 << QPointF(1, 1);
            QTest::addRow("%s, from below", grids[grid]) << grid << 0.0 << -90.0 << QPointF(1, -1);
        }
    }
    void sidesAreNotMirrored() {
        QFETCH(int, grid);
        QFETCH(double, azimuth);
        QFETCH(double, elevation);
        QFETCH(QPointF, side);
        const Affine& affine = *std::array{&lps, &mirrored, &sagittal, &sheared}[static_cast<std::size_t>(grid)];
        // Small balls at opposite corners hold the picture's middle on the origin.
        ReviewState state = balls({{{40, -20, 30}, 14}, {{60, 60, 60}, 3}, {{-60, -60, -60}, 3}}, affine);
        const QPointF middle = middleOf(rendered(state, from(azimuth, elevation))) - QPointF(0.5, 0.5);
        QVERIFY2(middle.x() * side.x() > 0.02, qPrintable(QStringLiteral("%1, %2").arg(middle.x()).arg(middle.y())));
        QVERIFY2(middle.y() * side.y() > 0.02, qPrintable(QStringLiteral("%1, %2").arg(middle.x()).arg(middle.y())));
    }

    void nearIsLargerAndInFront() {
        // Seen from the front, a ball before another one hides it. Small ones in the corners hold the scale.
        const std::vector<Ball> corners{{{60, 60, 60}, 8}, {{-60, -60, -60}, 8}};
        const auto with = [&](std::vector<Ball> more) {
            more.insert(more.end(), corners.begin(), corners.end());
            return balls(more, lps);
        };
        const ReviewState none = with({}), near = with({{{0, -40, 0}, 16}}), far = with({{{0, 40, 0}, 16}}),
                          both = with({{{0, -40, 0}, 16}, {{0, 40, 0}, 16}});
        const double ground = covered(rendered(none, from(0, 0)));
        const double nearest = covered(rendered(near, from(0, 0))) - ground,
                     farther = covered(rendered(far, from(0, 0))) - ground;
        QVERIFY2(nearest > 1.2 * farther, qPrintable(QStringLiteral("%1 %2").arg(nearest).arg(farther)));
        QVERIFY(std::abs(covered(rendered(both, from(0, 0))) - ground - nearest) < 0.02 * nearest);
        QVERIFY(covered(rendered(both, from(90, 0))) - ground > 1.7 * farther);
    }

    void cutsAway() {
        ReviewState state = balls({{{0, 0, 0}, 60}}, lps);
        NavigationState n = from(0, 89.9);
        const double whole = covered(rendered(state, n));
        // From above, a plane through the middle takes the upper half: the outline stays, the face is flat grey.
        state.volume.clip = Plane::Axial;
        const QImage cut = rendered(state, n);
        QVERIFY(std::abs(covered(cut) - whole) < 0.06 * whole);
        const QRgb face = cut.pixel(side / 2, side / 2);
        QCOMPARE(qRed(face), qGreen(face));
        QVERIFY(qRed(face) > 230); // 1000 in a window up to 1000 is white
        // From the side half of it is gone; the other half with the switch
        n = from(0, 20);
        n.cursorLps = {0, 0, 20};
        const QPointF kept = middleOf(rendered(state, n));
        state.volume.clipOtherSide = true;
        const QPointF other = middleOf(rendered(state, n));
        QVERIFY2(kept.y() > other.y() + 0.1, qPrintable(QStringLiteral("%1 %2").arg(kept.y()).arg(other.y())));
    }

    void cropsToACube() {
        ReviewState state = balls({{{0, 0, 0}, 60}}, lps);
        const double whole = covered(rendered(state, from(0, 0)));
        state.volume.cropMm = 40;
        const double cube = covered(rendered(state, from(0, 0)));
        // 40 x 40 mm of a circle of 60 mm, a little larger for its front face is nearer
        const double expected = 40.0 * 40 / (std::numbers::pi * 60 * 60) * whole;
        QVERIFY2(cube > expected * 0.95 && cube < expected * 1.25,
                 qPrintable(QStringLiteral("%1 for %2").arg(cube).arg(expected)));
        NavigationState far = from(0, 0);
        far.cursorLps = {500, 0, 0};
        QCOMPARE(covered(rendered(state, far)), 0.0);
        state.volume.clip = Plane::Sagittal; // both at once
        QVERIFY(covered(rendered(state, from(30, 0))) > 0);
    }

    void showsTheBrainAlone() {
        ReviewState state = balls({{{30, 0, 0}, 20}, {{-30, 0, 0}, 20}}, lps);
        state.volume.preset = QStringLiteral("brain");
        const double both = covered(rendered(state, from(0, 0)));
        // A mask on a coarser grid that holds the patient's left half
        state.layers[0].brain = test::phantom({21, 21, 21}, Affine({8, 0, 0}, {0, 8, 0}, {0, 0, 8}, {-80, -80, -80}),
                                              [](int i, int, int) { return i > 10 ? 255 : 0; });
        const QImage left = rendered(state, from(0, 0));
        QVERIFY(covered(left) > 0);
        state.volume.preset = QStringLiteral("t1-head");
        QVERIFY(std::abs(covered(rendered(state, from(0, 0))) - both) < 0.15 * both);
    }

    void opacityShifts() {
        // A ball that fades outwards gets smaller when the curve moves to higher values.
        ReviewState state;
        state.layers = {makeLayer(
            test::phantom({61, 61, 61}, Affine({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {-60, -60, -60}),
                          [](int i, int j, int k) {
                              return std::max(0, static_cast<int>(1000 - 36 * std::hypot(i - 30, j - 30, k - 30)));
                          }),
            false)};
        state.layers[0].display.windows = {{0, 1000}};
        const double plain = covered(rendered(state, from(0, 0)));
        state.volume.opacityShift = 0.3;
        const double less = covered(rendered(state, from(0, 0)));
        state.volume.opacityShift = 0.95;
        QVERIFY(less < plain * 0.7 && less > 0);
        QVERIFY(covered(rendered(state, from(0, 0))) < less);
    }

    void everyPresetDraws_data() {
        QTest::addColumn<QString>("name");
        for (const VolumePreset& preset : volumePresets()) QTest::newRow(qPrintable(preset.name)) << preset.name;
    }
    void everyPresetDraws() {
        QFETCH(QString, name);
        QVERIFY(findVolumePreset(name) && !findVolumePreset(name)->title.isEmpty());
        ReviewState state = balls({{{0, 0, 0}, 50}}, lps);
        state.volume.preset = name;
        for (const bool shading : {true, false}) {
            state.volume.shading = shading;
            QVERIFY(covered(rendered(state, from(30, 15))) > 1000);
            QVERIFY(covered(rendered(state, from(30, 15), VolumeScene::Quality::Draft)) > 100);
        }
    }

    void oddVolumesDraw() {
        const auto picture = [](std::shared_ptr<const Volume> volume) {
            ReviewState state;
            state.layers = {makeLayer(std::move(volume), false)};
            return rendered(state, from(10, 60));
        };
        // One slice, one voxel, all alike, not-a-numbers, colours: a picture, and none of them stops the program
        QVERIFY(covered(picture(test::phantom({60, 60, 1}, {}, [](int i, int, int) { return i > 20 ? 900 : 0; }))) >
                100);
        QVERIFY(!picture(test::phantom({1, 1, 1}, {}, [](int, int, int) { return 7; })).isNull());
        QVERIFY(!picture(test::phantom({9, 9, 9}, {}, [](int, int, int) { return 0; })).isNull());
        VolumeHeader header;
        header.size = {12, 12, 12};
        header.type = StoredType::Float32;
        std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
        auto* values = reinterpret_cast<float*>(voxels.get());
        for (std::size_t i = 0; i < header.voxelsPerVolume(); ++i)
            values[i] = i % 5 ? static_cast<float>(i % 7) : std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!picture(std::make_shared<const Volume>(header, voxels)).isNull());
        std::fill_n(values, header.voxelsPerVolume(), std::numeric_limits<float>::quiet_NaN());
        QVERIFY(!picture(std::make_shared<const Volume>(header, voxels)).isNull());
        header.type = StoredType::Rgb24;
        QVERIFY(!picture(std::make_shared<const Volume>(header, voxels)).isNull());
    }

    void theBrightestIsNoHole() {
        // 100 steps far from 0: whatever rounding does, the greatest has the greatest count.
        for (const double base : {1e4, 1e5, 3e5, 1e6, 3e6, 7e6, 1e7}) {
            VolumeHeader header;
            header.size = {4, 4, 4};
            header.type = StoredType::Float32;
            std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
            for (int i = 0; i < 64; ++i)
                reinterpret_cast<float*>(voxels.get())[i] = static_cast<float>(base + (i < 32 ? i * 3 : 100));
            const VolumeGrid grid = volumeGrid(Volume(header, voxels), 0, nullptr, 0, 1000);
            QVERIFY2(grid.counts.back() > 0.99 * VolumeGrid::greatest, qPrintable(QString::number(base)));
        }
        VolumeHeader header;
        header.size = {4, 4, 4};
        header.type = StoredType::Float32;
        std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
        for (int i = 0; i < 64; ++i) reinterpret_cast<float*>(voxels.get())[i] = static_cast<float>(i);
        reinterpret_cast<float*>(voxels.get())[63] = std::numeric_limits<float>::infinity();
        QCOMPARE(int(volumeGrid(Volume(header, voxels), 0, nullptr, 0, 1000).counts.back()), VolumeGrid::greatest);
    }

    void raysEndInFlatVoxels() {
        // Voxels a million times thinner than wide: a step along a ray must not drown in its length.
        for (const char* preset : {"t1-head", "mip"}) {
            ReviewState state;
            state.layers = {makeLayer(test::phantom({40, 40, 8}, Affine({2, 0, 0}, {0, 2, 0}, {0, 0, 2e-6}, {}),
                                                    [](int i, int, int) { return i * 20; }),
                                      false)};
            state.volume.preset = QString::fromLatin1(preset);
            QVERIFY(!rendered(state, from(20, 30)).isNull());
        }
    }

    void withoutALayerItIsEmpty() {
        QCOMPARE(covered(rendered({}, from(0, 0))), 0.0);
        ReviewState state = balls({{{0, 0, 0}, 50}}, lps);
        state.layers[0].display.visible = false;
        QCOMPARE(covered(rendered(state, from(0, 0))), 0.0);
    }

    void keepsNothingOfTheLastPicture() {
        // The same scene, used for other things meanwhile, gives the same picture again.
        const ReviewState a = balls({{{0, 0, 0}, 50}}, lps), b = balls({{{30, 0, 0}, 20}}, mirrored);
        ReviewState mip = a;
        mip.volume.preset = QStringLiteral("mip");
        VolumeScene scene;
        const QSize size(side, side);
        const QImage first = scene.render(a, from(0, 0), size, VolumeScene::Quality::Fine);
        scene.render(b, from(70, 20), size, VolumeScene::Quality::Fine);
        scene.render(mip, from(10, 20), size, VolumeScene::Quality::Draft);
        QCOMPARE(scene.render(a, from(0, 0), size, VolumeScene::Quality::Fine), first);
    }

    void stopsWhenTold() {
        const ReviewState state = balls({{{0, 0, 0}, 50}}, lps);
        VolumeScene scene;
        const std::atomic_bool abort = true;
        QVERIFY(scene.render(state, from(0, 0), {side, side}, VolumeScene::Quality::Fine, &abort).isNull());
    }
};

NEURAXIS_TEST_MAIN(TestRenderVolume)
#include "tst_render_volume.moc"
