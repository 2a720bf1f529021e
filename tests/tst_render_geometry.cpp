#include "core/render/decorations.h"
#include "core/render/layouts.h"
#include "core/render/slice_geometry.h"
#include "phantom.h"
#include "test_main.h"

#include <cmath>

using namespace neuraxis;
using namespace neuraxis::render;

/// Where planes and views lie: fit, zoom, scroll, layouts, scale bar.
class TestRenderGeometry : public QObject {
    Q_OBJECT

    static ReviewState state(const Affine& affine = {}, std::array<int, 3> size = {100, 200, 50}) {
        ReviewState made;
        made.layers = {makeLayer(test::phantom(size, affine, [](int i, int, int) { return i; }), false)};
        return made;
    }

  private Q_SLOTS:
    void fits() {
        // 100 x 200 x 50 mm: the longest edge fills 92 % of the narrowest view.
        const ReviewState s = state();
        const NavigationState n = NavigationState::at(s.base()->volume->header());
        const QRectF view(0, 0, 400, 400);
        const std::vector<Plane> all{Plane::Axial, Plane::Coronal, Plane::Sagittal};
        for (const Plane plane : all) QCOMPARE(sliceGeometry(s, n, plane, view, all).mmPerPixel, 200 / (0.92 * 400));
        QCOMPARE(sliceGeometry(s, n, Plane::Coronal, view, {Plane::Coronal}).mmPerPixel, 100 / (0.92 * 400));
        NavigationState zoomed = n;
        zoomed.zoom = 4;
        QCOMPARE(sliceGeometry(s, zoomed, Plane::Axial, view, all).mmPerPixel, 200 / (0.92 * 400) / 4);
    }

    void goesThroughTheCrosshair() {
        const ReviewState s = state();
        NavigationState n = NavigationState::at(s.base()->volume->header());
        n.cursorLps = {12, 34, 5};
        n.centreLps = {50, 100, 25};
        const SliceGeometry axial = sliceGeometry(s, n, Plane::Axial, QRectF(10, 20, 300, 200), {Plane::Axial}, 7);
        QCOMPARE(axial.middleLps, (WorldPoint{50, 100, 12}));
        QCOMPARE(axial.toView({50, 100, 99}), QPointF(160, 120)); // along the normal is no shift
        for (const QPointF place : {QPointF(10, 20), QPointF(123, 55)}) {
            const QPointF there = axial.toView(axial.toWorld(place));
            QVERIFY(std::hypot(there.x() - place.x(), there.y() - place.y()) < 1e-9);
        }
    }

    void emptyReviewHasAGeometry() {
        const SliceGeometry g = sliceGeometry({}, {}, Plane::Axial, QRectF(0, 0, 100, 100), {Plane::Axial});
        QVERIFY(g.mmPerPixel > 0 && std::isfinite(g.mmPerPixel));
    }

    void layoutsFill_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("planes");
        QTest::addColumn<int>("volumes");
        QTest::newRow("planes") << "planes" << 3 << 0;
        QTest::newRow("four") << "four" << 3 << 1;
        QTest::newRow("axial") << "axial" << 1 << 0;
        QTest::newRow("coronal") << "coronal" << 1 << 0;
        QTest::newRow("sagittal") << "sagittal" << 1 << 0;
        QTest::newRow("volume") << "volume" << 0 << 1;
        QTest::newRow("surface") << "surface" << 0 << 0;
        QTest::newRow("surface-planes") << "surface-planes" << 3 << 0;
        QTest::newRow("surface-single") << "surface-single" << 0 << 0;
        // Of one image alone; of several visits see tst_compared_visits
        QTest::newRow("visits-planes") << "visits-planes" << 3 << 0;
        QTest::newRow("visits-axial") << "visits-axial" << 1 << 0;
        QTest::newRow("visits-coronal") << "visits-coronal" << 1 << 0;
        QTest::newRow("visits-sagittal") << "visits-sagittal" << 1 << 0;
        QTest::newRow("lightbox") << "lightbox" << -1 << 0;
    }
    void layoutsFill() {
        QFETCH(QString, name);
        QFETCH(int, planes);
        QFETCH(int, volumes);
        const Layout* layout = findLayout(name);
        QVERIFY(layout);
        QVERIFY(!layout->title.isEmpty());
        const ReviewState s = state();
        const NavigationState n = NavigationState::at(s.base()->volume->header());
        for (const QRectF area : {QRectF(0, 0, 1600, 900), QRectF(5, 7, 611, 1203), QRectF(0, 0, 100, 100)}) {
            const auto cells = layout->cells(s, n, area);
            QVERIFY(!cells.empty());
            QRectF united;
            double covered = 0;
            int threeD = 0;
            for (std::size_t a = 0; a < cells.size(); ++a) {
                united |= cells[a].place;
                covered += cells[a].place.width() * cells[a].place.height();
                threeD += cells[a].isVolume();
                for (std::size_t b = a + 1; b < cells.size(); ++b) QVERIFY(!cells[a].place.intersects(cells[b].place));
            }
            QCOMPARE(united, area);
            QVERIFY(covered > 0.7 * area.width() * area.height());
            QCOMPARE(threeD, volumes);
            if (planes >= 0) QCOMPARE(static_cast<int>(planesOf(cells).size()), planes);
        }
        QVERIFY(!layout->cells({}, {}, {0, 0, 640, 480}).empty());
    }
    void everyLayoutIsTested() {
        for (const Layout& layout : layouts()) QVERIFY2(testNames().contains(layout.name), qPrintable(layout.name));
        QVERIFY(!findLayout(QStringLiteral("nonsense")));
    }

    void lightboxGoesUpThroughTheVolume() {
        // 50 slices of 2 mm from S 10: the cells' places lie in S 9 to S 109 and rise evenly.
        const ReviewState s = state(Affine({1, 0, 0}, {0, 1, 0}, {0, 0, 2}, {0, 0, 10}), {64, 64, 50});
        NavigationState n = NavigationState::at(s.base()->volume->header());
        n.cursorLps.z = 33;
        const auto cells = findLayout(QStringLiteral("lightbox"))->cells(s, n, {0, 0, 800, 600});
        QVERIFY(cells.size() >= 12);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const double z = 33 + cells[i].offsetMm;
            QVERIFY2(z > 9 && z < 109, qPrintable(QString::number(z)));
            if (i > 1)
                QVERIFY(std::abs((cells[i].offsetMm - cells[i - 1].offsetMm) -
                                 (cells[1].offsetMm - cells[0].offsetMm)) < 1e-9);
            if (i > 0) QVERIFY(cells[i].offsetMm > cells[i - 1].offsetMm);
        }
        // Fewer slices than cells: none is shown twice.
        const ReviewState few = state({}, {64, 64, 3});
        QVERIFY(findLayout(QStringLiteral("lightbox"))->cells(few, n, {0, 0, 800, 600}).size() <= 3);
    }

    void scaleBars_data() {
        QTest::addColumn<double>("longest");
        QTest::addColumn<double>("length");
        QTest::newRow("just 100") << 100.0 << 100.0;
        QTest::newRow("under 100") << 99.9 << 50.0;
        QTest::newRow("under 50") << 49.0 << 20.0;
        QTest::newRow("under 20") << 19.9 << 10.0;
        QTest::newRow("under 10") << 9.9 << 5.0;
        QTest::newRow("small") << 0.3 << 0.2;
        QTest::newRow("none") << 0.0 << 0.0;
    }
    void scaleBars() {
        QFETCH(double, longest);
        QFETCH(double, length);
        QCOMPARE(scaleBarLengthMm(longest), length);
    }

  private:
    static QStringList testNames() {
        return {QStringLiteral("planes"),         QStringLiteral("four"),           QStringLiteral("axial"),
                QStringLiteral("coronal"),        QStringLiteral("sagittal"),       QStringLiteral("volume"),
                QStringLiteral("surface"),        QStringLiteral("surface-planes"), QStringLiteral("surface-single"),
                QStringLiteral("lightbox"),       QStringLiteral("visits-planes"),  QStringLiteral("visits-axial"),
                QStringLiteral("visits-coronal"), QStringLiteral("visits-sagittal")};
    }
};

NEURAXIS_TEST_MAIN(TestRenderGeometry)
#include "tst_render_geometry.moc"
