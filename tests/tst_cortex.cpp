#include "core/model/colour_map.h"
#include "core/model/cortex_display.h"
#include "core/render/cortex_colours.h"
#include "core/render/cortex_scene.h"
#include "core/render/layouts.h"
#include "core/render/slice_outlines.h"
#include "core/render/snapshot.h"
#include "tests/cortex_phantoms.h"
#include "tests/test_main.h"

#include <QTest>
#include <set>

using namespace neuraxis;
using namespace neuraxis::render;

/// The cortex as a value, and how it is drawn: on balls, whose every place is known.
class TestCortex : public QObject {
    Q_OBJECT

    static std::shared_ptr<Cortex> flatBalls() {
        return test::twoBalls([](const WorldVector&) { return 2.5; });
    }
    static ReviewState showing(const std::shared_ptr<Cortex>& cortex) {
        ReviewState state;
        state.layout = QStringLiteral("surface");
        state.cortices = {makeCortexLayer(cortex)};
        state.cortices.front().display.parcellation = -1;
        return state;
    }
    static std::vector<CortexPicture> drawn(const ReviewState& state, const std::vector<CortexEye>& eyes,
                                            const NavigationState& navigation = {}) {
        std::vector<CortexViewport> views;
        for (const CortexEye& eye : eyes) views.push_back({eye, {300, 300}});
        CortexScene scene;
        return scene.render(state, navigation, views, CortexScene::Quality::Fine);
    }

  private Q_SLOTS:
    void nearestVertexIsTheNearest_data() {
        QTest::addColumn<WorldPoint>("place");
        QTest::newRow("on the left ball") << WorldPoint{40 + 31.5, 0, 0};
        QTest::newRow("within the cortex, oblique") << WorldPoint{40 + 18, 18, 18};
        QTest::newRow("between the balls, nearer to the right") << WorldPoint{-3, 1, 2};
        QTest::newRow("outside") << WorldPoint{-40, -44, 3};
    }
    void nearestVertexIsTheNearest() {
        QFETCH(const WorldPoint, place);
        const auto cortex = flatBalls();
        // By looking at each vertex, at its place between white and pial: no index.
        double least = 1e9;
        for (const Side side : {Side::Left, Side::Right})
            for (std::uint32_t v = 0; v < cortex->side(side)->vertices; ++v)
                for (double depth = 0; depth <= 1; depth += 0.02)
                    least = std::min(least, length(*placeOf(*cortex, {side, v}, depth) - place));
        const auto found = nearestVertex(*cortex, place, 20);
        QVERIFY(found);
        double reached = 1e9;
        for (double depth = 0; depth <= 1; depth += 0.02)
            reached = std::min(reached, length(*placeOf(*cortex, *found, depth) - place));
        QVERIFY2(std::abs(reached - least) < 0.05, qPrintable(QStringLiteral("%1 %2").arg(reached).arg(least)));
    }
    void nothingIsNearFarAway() { QVERIFY(!nearestVertex(*flatBalls(), {0, 0, 90}, 12)); }

    void outlinesAreCutExactly_data() {
        QTest::addColumn<WorldVector>("normal");
        QTest::addColumn<double>("offset");
        QTest::newRow("axial through the middle") << WorldVector{0, 0, 1} << 0.0;
        QTest::newRow("coronal, off the middle") << WorldVector{0, 1, 0} << 12.0;
        QTest::newRow("oblique") << unit({1, 2, 3}) << -7.0;
    }
    void outlinesAreCutExactly() {
        QFETCH(const WorldVector, normal);
        QFETCH(const double, offset);
        const WorldPoint centre{40, 0, 0};
        const auto hemisphere = test::ball(Side::Left, centre, 30, 33, 5);
        SliceGeometry geometry;
        geometry.basis.normal = normal;
        geometry.basis.right =
            unit(cross(normal, std::abs(normal.z) > 0.9 ? WorldVector{0, 1, 0} : WorldVector{0, 0, 1}));
        geometry.basis.down = cross(normal, geometry.basis.right);
        geometry.view = {0, 0, 400, 400};
        geometry.mmPerPixel = 0.25;
        geometry.middleLps = centre + normal * offset;
        for (const auto& [shape, radius] :
             {std::pair(SurfaceShape::White, 30.0), std::pair(SurfaceShape::Pial, 33.0)}) {
            const auto pieces = outlineOf(*hemisphere, shape, geometry);
            const double expected = std::sqrt(radius * radius - offset * offset); // a sphere cut by a plane: a circle
            double around = 0;
            for (const OutlinePiece& piece : pieces) {
                around += piece.line.length() * geometry.mmPerPixel;
                for (const QPointF& end : {piece.line.p1(), piece.line.p2()}) {
                    const WorldPoint place = geometry.toWorld(end);
                    QVERIFY(std::abs(dot(place - centre, normal) - offset) < 1e-9);
                    const double off = std::abs(length(place - (centre + normal * offset)) - expected);
                    // Flat triangles lie under their sphere, at most R (1 - cos a), a half of 3.8 degrees' corner
                    // distance; near the rim of the cut that is more along its plane.
                    QVERIFY2(off < 0.2, qPrintable(QString::number(off)));
                }
            }
            // Closed: as long as the circle, but for its corners
            QVERIFY(std::abs(around / (2 * M_PI * expected) - 1) < 0.004);
        }
    }

    void everyDirectionShowsItsSides_data() {
        QTest::addColumn<int>("direction");
        QTest::addColumn<int>("side");
        QTest::addColumn<WorldVector>("towardsEye");
        QTest::addColumn<WorldVector>("up");
        const auto row = [](const char* name, CortexDirection d, int side, WorldVector eye, WorldVector up) {
            QTest::newRow(name) << int(d) << side << eye << up;
        };
        using D = CortexDirection;
        row("left lateral", D::Lateral, 0, {1, 0, 0}, {0, 0, 1});
        row("right lateral", D::Lateral, 1, {-1, 0, 0}, {0, 0, 1});
        row("left medial", D::Medial, 0, {-1, 0, 0}, {0, 0, 1});
        row("right medial", D::Medial, 1, {1, 0, 0}, {0, 0, 1});
        row("dorsal: nose up", D::Dorsal, 2, {0, 0, 1}, {0, -1, 0});
        row("ventral: nose up", D::Ventral, 2, {0, 0, -1}, {0, -1, 0});
        row("anterior", D::Anterior, 2, {0, -1, 0}, {0, 0, 1});
        row("posterior", D::Posterior, 2, {0, 1, 0}, {0, 0, 1});
    }
    void everyDirectionShowsItsSides() {
        QFETCH(const int, direction);
        QFETCH(const int, side);
        QFETCH(const WorldVector, towardsEye);
        QFETCH(const WorldVector, up);
        const auto cortex = flatBalls();
        CortexEye eye{static_cast<CortexDirection>(direction), {}};
        if (side < 2) eye.side = static_cast<Side>(side);
        const auto picture = drawn(showing(cortex), {eye}).front();
        QVERIFY(picture.raster);
        // What is seen in each ball's middle is the vertex that points to the eye.
        std::set<int> sides;
        for (int y = 0; y < 300; ++y)
            for (int x = 0; x < 300; ++x)
                if (picture.raster->row(y)[x].share > 0) sides.insert(picture.raster->row(y)[x].side);
        QCOMPARE(int(sides.size()), side < 2 ? 1 : 2);
        for (const int seen : sides) {
            const WorldPoint centre{seen == 0 ? 40.0 : -40.0, 0, 0};
            const auto nearest = nearestVertex(*cortex, centre + towardsEye * 33, 5);
            const auto at = picture.raster->placeOf(*nearest);
            QVERIFY(at);
            QCOMPARE(picture.raster->vertexAt(*at)->vertex, nearest->vertex);
            // A vertex further up is seen further up.
            const auto higher = nearestVertex(*cortex, centre + unit(towardsEye + up * 0.5) * 33, 5);
            QVERIFY(picture.raster->placeOf(*higher)->y() < at->y());
        }
    }

    void aNegativeTurnMovesWhatFacesTheEyeToTheRight() {
        const auto cortex = flatBalls();
        for (const Side side : {Side::Left, Side::Right}) {
            const CortexEye eye{CortexDirection::Lateral, side};
            const double outwards = side == Side::Left ? 1 : -1;
            const auto facing = nearestVertex(*cortex, {outwards * (40 + 33), 0, 0}, 5);
            NavigationState turned;
            turned.cortexTurnDeg = -20;
            turned.cortexTiltDeg = -20;
            const QPointF before = *drawn(showing(cortex), {eye}).front().raster->placeOf(*facing);
            const QPointF after = *drawn(showing(cortex), {eye}, turned).front().raster->placeOf(*facing);
            QVERIFY(side == Side::Left ? after.x() > before.x() + 0.02 : after.x() < before.x() - 0.02); // mirrored
            QVERIFY(after.y() > before.y() + 0.02);
        }
    }

    void whatLiesBehindIsNotSeen() {
        const auto cortex = flatBalls();
        const auto picture = drawn(showing(cortex), {{CortexDirection::Lateral, Side::Left}}).front();
        const auto behind = nearestVertex(*cortex, {40 - 33, 0, 0}, 3);
        QVERIFY(!picture.raster->placeOf(*behind));
        QVERIFY(!picture.raster->placeOf({Side::Right, 0}));
    }

    void coloursTellTheValue_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("place"); // in the colour map, -1: no data, -2: hidden, what lies beneath is seen
        QTest::newRow("at the low end") << 1.0 << 0;
        QTest::newRow("in the middle") << 2.75 << 128;
        QTest::newRow("at the high end") << 4.5 << 255;
        QTest::newRow("beyond") << 5.0 << 255;
        QTest::newRow("no data") << std::nan("") << -1;
        QTest::newRow("hidden") << 0.4 << -2;
    }
    void coloursTellTheValue() {
        QFETCH(const double, value);
        QFETCH(const int, place);
        ReviewState state = showing(test::twoBalls([&](const WorldVector&) { return value; }));
        QCOMPARE(state.cortices.front().display.maps.front().windows, std::vector{thicknessWindowMm});
        state.cortices.front().display.maps.front().hideBelow = 0.5;
        const auto picture = drawn(state, {{CortexDirection::Lateral, Side::Left}}).front();
        const QColor seen = picture.image.pixelColor(150, 150);
        const QColor expected =
            place == -1   ? noDataColour()
            : place == -2 ? QColor(168, 168, 168)
                          : QColor(colourMap(QStringLiteral("viridis")).colours[static_cast<std::size_t>(place)]);
        // Lit from the eye's shoulder: the same hue, all parts dimmed alike.
        const double light = seen.valueF() / expected.valueF();
        QVERIFY2(light > 0.8 && light <= 1.01, qPrintable(QString::number(light)));
        for (const auto& [part, whole] : {std::pair(seen.redF(), expected.redF()),
                                          {seen.greenF(), expected.greenF()},
                                          {seen.blueF(), expected.blueF()}})
            QVERIFY2(std::abs(part - light * whole) < 0.02, qPrintable(seen.name() + u' ' + expected.name()));
    }

    void valuesOfBothSignsHaveColoursOfTheirOwn() {
        // Above: +3, below: -3
        ReviewState state = showing(test::twoBalls([](const WorldVector& d) { return d.z > 0 ? 3.0 : -3.0; }));
        neuraxis::Display& display = state.cortices.front().display.maps.front();
        display.colourMap = QStringLiteral("red-yellow");
        display.windows = {{0, 6}};
        display.negative = NegativeScale{QStringLiteral("blue-lightblue"), {0, 6}};
        const auto picture = drawn(state, {{CortexDirection::Lateral, Side::Left}}).front();
        const QColor above = picture.image.pixelColor(150, 110), below = picture.image.pixelColor(150, 190);
        QVERIFY(above.red() > 150 && above.blue() < 60);
        QVERIFY(below.blue() > 150 && below.red() < 60);
        // Zero is locked: a threshold holds for both.
        display.hideBelow = 4;
        const auto hidden = drawn(state, {{CortexDirection::Lateral, Side::Left}}).front();
        for (const int y : {110, 190}) QVERIFY(hidden.image.pixelColor(150, y).saturation() < 10);
    }

    void theMedialWallIsNeutral() {
        auto cortex = flatBalls();
        Hemisphere left = *cortex->sides[0];
        left.cortex.assign(left.vertices, 0);
        cortex->sides[0] = ready(std::move(left));
        const auto picture = drawn(showing(cortex), {{CortexDirection::Lateral, Side::Left}}).front();
        QVERIFY(picture.image.pixelColor(150, 150).saturation() < 12);
    }

    void regionsAreAreasOrBorders() {
        ReviewState state = showing(flatBalls());
        state.cortices.front().display.parcellation = 0;
        const CortexEye eye{CortexDirection::Lateral, Side::Left};
        const auto borders = drawn(state, {eye}).front().image;
        state.cortices.front().display.regions = Drawn::Fill;
        const auto areas = drawn(state, {eye}).front().image;
        QVERIFY(areas.pixelColor(150, 110).red() > 150 && areas.pixelColor(150, 110).green() < 60);
        QVERIFY(areas.pixelColor(150, 190).green() > 130 && areas.pixelColor(150, 190).red() < 60);
        // Borders: coloured only along the equator, which lies in the picture's middle
        int coloured = 0, away = 0;
        state.cortices.front().display.parcellation = -1;
        const auto without = drawn(state, {eye}).front().image;
        for (int y = 0; y < 300; ++y)
            for (int x = 0; x < 300; ++x)
                if (borders.pixel(x, y) != without.pixel(x, y)) {
                    ++coloured;
                    if (std::abs(y - 150) > 16) ++away; // a row of triangles about the equator
                }
        QVERIFY(coloured > 200);
        QCOMPARE(away, 0);
    }

    void anotherMapNeedsNoNewLook() {
        ReviewState state = showing(flatBalls());
        CortexScene scene;
        const std::vector<CortexViewport> views{{{CortexDirection::Lateral, Side::Left}, {300, 300}}};
        const auto first = scene.render(state, {}, views, CortexScene::Quality::Fine);
        state.cortices.front().display.maps.front().windows = {{2, 3}};
        const auto second = scene.render(state, {}, views, CortexScene::Quality::Draft);
        QCOMPARE(second.front().raster, first.front().raster); // fine, though a draft was asked for
        QVERIFY(second.front().image != first.front().image);
        NavigationState turned;
        turned.cortexTurnDeg = 20;
        QVERIFY(scene.render(state, turned, views, CortexScene::Quality::Draft).front().raster != first.front().raster);
    }

    void formsMorph() {
        const auto hemisphere = test::ball(Side::Left, {40, 0, 0}, 30, 33);
        for (const auto& [shape, radius] : {std::pair(0.0, 30.0),
                                            {0.5, 31.5},
                                            {1.0, 33.0},
                                            {1.5, 49.5},
                                            {2.0, 66.0},
                                            {3.0, 66.0}}) { // no sphere: the inflated one stays
            const SurfacePoint p = shapedPoints(*hemisphere, shape)[7];
            QVERIFY(std::abs(length(WorldPoint{p.x, p.y, p.z} - WorldPoint{40, 0, 0}) - radius) < 1e-3);
        }
    }

    void looksGoOnToTheNextVisit() {
        const auto first = flatBalls(), second = flatBalls();
        auto curvature = std::make_shared<CortexMap>(*first->maps.front());
        curvature->name = QStringLiteral("curv");
        auto firstMaps = first;
        firstMaps->maps.insert(firstMaps->maps.begin(), curvature);
        CortexLayer left = makeCortexLayer(firstMaps);
        QCOMPARE(left.map()->name, QStringLiteral("thickness"));
        left.display.maps[1].windows = {{2, 3}};
        left.display.outlinesByMap = true;
        const CortexLayer next = carriedCortexLayer(left, second);
        QCOMPARE(next.map()->name, QStringLiteral("thickness")); // at another place among the maps
        QCOMPARE(next.mapDisplay()->windows, (std::vector<Range>{{2, 3}}));
        QVERIFY(next.display.outlinesByMap);
    }

    void layoutsHaveTheViewsAskedFor_data() {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<int>("surfaces");
        QTest::newRow("surface: lateral and medial of both") << QStringLiteral("surface") << 4;
        QTest::newRow("surface-planes") << QStringLiteral("surface-planes") << 1;
        QTest::newRow("surface-single") << QStringLiteral("surface-single") << 1;
        QTest::newRow("planes") << QStringLiteral("planes") << 0;
    }
    void layoutsHaveTheViewsAskedFor() {
        QFETCH(const QString, layout);
        QFETCH(const int, surfaces);
        const auto cells = findLayout(layout)->cells(showing(flatBalls()), {}, {0, 0, 1000, 600});
        QCOMPARE(int(std::count_if(cells.begin(), cells.end(), [](const Cell& c) { return c.cortex.has_value(); })),
                 surfaces);
    }
    void namesOfFilesAreNotInThePicture() {
        const auto named = [](const QString& map, const QString& regions) {
            auto cortex = flatBalls();
            auto other = std::make_shared<CortexMap>(*cortex->maps[0]);
            other->name = map;
            cortex->maps = {other};
            auto parcellation = std::make_shared<Parcellation>(*cortex->parcellations[0]);
            parcellation->name = regions;
            cortex->parcellations = {parcellation};
            ReviewState state = showing(cortex);
            state.cortices.front().display.map = 0;
            state.cortices.front().display.parcellation = 0;
            return snapshot(state, {}, {});
        };
        QCOMPARE(named(QStringLiteral("Jansen_1960"), QStringLiteral("Jansen_regions")),
                 named(QStringLiteral("another"), QStringLiteral("others")));
        QVERIFY(named(QStringLiteral("thickness"), QStringLiteral("aparc")) !=
                named(QStringLiteral("another"), QStringLiteral("others")));
    }

    void emptyAndOddStatesAreDrawn() {
        ReviewState state;
        state.layout = QStringLiteral("surface");
        QVERIFY(!snapshot(state, {}, {}).isNull()); // nothing is open
        auto cortex = flatBalls();
        Hemisphere bare;
        bare.vertices = cortex->sides[0]->vertices;
        cortex->sides[0] = ready(std::move(bare)); // values without a surface
        cortex->sides[1] = nullptr;
        QVERIFY(!snapshot(showing(cortex), {}, {}).isNull());
        state.layout = QStringLiteral("surface-planes");
        state.cortices = {makeCortexLayer(flatBalls())};
        QVERIFY(!snapshot(state, {}, {}).isNull());
    }
};

NEURAXIS_TEST_MAIN(TestCortex)
#include "tst_cortex.moc"
