// Two hemispheres of 163,842 vertices each, written as a FreeSurfer subject folder: from file to first picture, other
// colours, turning, picking, and scrolling with outlines. Prints times; exits 1 when one is over its budget.
//   bench_cortex make DIR    writes the folder (and both pial surfaces as GIFTI) and stops, for comparing with peers
//   bench_cortex [DIR]       measures

#include "../cortex_phantoms.h"
#include "../phantom.h"
#include "core/io/cortex_write.h"
#include "core/io/freesurfer_write.h"
#include "core/io/scan.h"
#include "core/io/surface_space.h"
#include "core/render/cortex_scene.h"
#include "core/render/layouts.h"
#include "core/render/slice_picture.h"
#include "core/render/snapshot.h"
#include "peak.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace neuraxis;

namespace {

constexpr int fineness = 7; ///< 10 * 4^7 + 2 vertices
bool isWithin = true;

/// A folded ball: as many triangles to the eye, and as many hidden, as a brain has.
double foldedMm(const WorldVector& d) {
    return 60 + 3.5 * std::sin(14 * d.x) * std::cos(11 * d.y) + 2.5 * std::sin(17 * d.z + 5 * d.x);
}

void make(const QString& folder) {
    QDir().mkpath(folder + QStringLiteral("/surf"));
    QDir().mkpath(folder + QStringLiteral("/mri"));
    QDir().mkpath(folder + QStringLiteral("/label"));
    VolumeHeader orig;
    orig.name = QStringLiteral("orig.mgz");
    orig.size = {256, 256, 256};
    orig.voxelToLps = Affine::fromRas({{{-1, 0, 0, 128}, {0, 0, 1, -128}, {0, -1, 0, 128}, {0, 0, 0, 1}}});
    const auto [directions, triangles] = test::icosphere(fineness);
    io::Job job;
    for (const Side side : {Side::Left, Side::Right}) {
        const double centre = side == Side::Left ? -33 : 33; // RAS
        const QString path =
            folder + QStringLiteral("/surf/") + (side == Side::Left ? u'l' : u'r') + QStringLiteral("h.");
        std::vector<float> thickness, curvature;
        std::vector<std::int32_t> regionOf;
        for (const WorldVector& d : directions) {
            thickness.push_back(float(2.5 + std::sin(9 * d.y)));
            curvature.push_back(float(std::sin(14 * d.x) * std::cos(11 * d.y)));
            regionOf.push_back(int(8 * (d.z + 1)) % 16);
        }
        Hemisphere hemisphere;
        hemisphere.side = side;
        hemisphere.vertices = directions.size();
        hemisphere.triangles = triangles;
        const auto write = [&](const char* name, auto radius) {
            std::vector<SurfacePoint> points;
            for (std::size_t v = 0; v < directions.size(); ++v) {
                const WorldVector& d = directions[v];
                const double r = radius(v);
                points.push_back({float(centre + 0.5 * r * d.x), float(r * d.y), float(r * d.z * 0.8)});
            }
            io::writeFreeSurferSurface(path + QLatin1String(name), points, triangles, orig);
            return points;
        };
        write("white", [&](std::size_t v) { return foldedMm(directions[v]); });
        const auto pial = write("pial", [&](std::size_t v) { return foldedMm(directions[v]) + double(thickness[v]); });
        write("inflated", [](std::size_t) { return 70.0; });
        write("sphere", [](std::size_t) { return 100.0; });
        io::writeFreeSurferCurv(path + QStringLiteral("thickness"), thickness, triangles.size());
        io::writeFreeSurferCurv(path + QStringLiteral("curv"), curvature, triangles.size());
        std::vector<Label> regions;
        for (int i = 0; i < 16; ++i)
            regions.push_back({i, QStringLiteral("region%1").arg(i), qRgb(20 + 14 * i, 240 - 13 * i, 60 + 7 * i)});
        io::writeFreeSurferAnnot(folder + QStringLiteral("/label/") + (side == Side::Left ? u'l' : u'r') +
                                     QStringLiteral("h.aparc.annot"),
                                 regions, regionOf);
        // The same for a peer that knows no FreeSurfer
        Cortex alone;
        for (const SurfacePoint& p : pial) hemisphere.shapes[1].push_back({-p.x, -p.y, p.z});
        alone.sides[std::size_t(side)] = ready(std::move(hemisphere));
        io::writeCortex(alone, path + QStringLiteral("pial.surf.gii"), orig, job);
    }
}

/// The median and the slowest of some calls, in milliseconds, against a budget for the median.
template <class Call> void report(const char* what, double budgetMs, int times, Call call) {
    std::vector<double> ms;
    const std::clock_t processorBefore = std::clock();
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        call(i);
        ms.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    const double processorMs = 1e3 * double(std::clock() - processorBefore) / CLOCKS_PER_SEC / times;
    std::sort(ms.begin(), ms.end());
    const double median = ms[ms.size() / 2];
    std::printf("%-44s median %7.2f ms  slowest %7.2f ms  processor %7.2f ms  aim %6.1f ms%s\n", what, median,
                ms.back(), processorMs, budgetMs, median <= budgetMs ? "" : "  ABOVE");
    isWithin = isWithin && median <= budgetMs;
}

std::shared_ptr<const Cortex> readIn(const QString& folder) {
    io::Job job;
    const io::Scan scan = io::scan({folder}, job);
    if (scan.cortices.empty()) std::exit(2);
    return scan.cortices.front().source->read(job);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "make") == 0) {
        make(QString::fromLocal8Bit(argv[2]));
        return 0;
    }
    const QTemporaryDir own;
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : own.filePath(QStringLiteral("subject"));
    if (argc < 2) make(folder);

    ReviewState state;
    state.layout = QStringLiteral("surface");
    NavigationState navigation;
    report("Files to first picture, 1600 x 900", 1000, 5, [&](int) {
        ReviewState fresh;
        fresh.layout = QStringLiteral("surface");
        fresh.cortices = {makeCortexLayer(readIn(folder))};
        (void)render::snapshot(fresh, navigation, {});
    });
    const auto cortex = readIn(folder);
    std::printf("%zu vertices a side, peak %.0f MiB\n", cortex->sides[0]->vertices, bench::peakMiB());
    state.cortices = {makeCortexLayer(cortex)};
    std::vector<render::CortexViewport> views;
    for (const render::Cell& cell : render::findLayout(state.layout)->cells(state, navigation, {0, 0, 1600, 900}))
        views.push_back({*cell.cortex, cell.place.size()});
    render::CortexScene scene;
    using Quality = render::CortexScene::Quality;
    const auto draw = [&](Quality quality) { (void)scene.render(state, navigation, views, quality); };
    draw(Quality::Fine);
    CortexDisplay& display = state.cortices.front().display;
    report("Another range", 16, 60, [&](int i) {
        display.maps[std::size_t(display.map)].windows = {{1 + 0.01 * i, 4}};
        draw(Quality::Fine);
    });
    report("Another threshold", 16, 60, [&](int i) {
        display.maps[std::size_t(display.map)].hideBelow = 1.5 + 0.02 * i;
        draw(Quality::Fine);
    });
    report("Another map", 16, 60, [&](int i) {
        display.map = i % int(cortex->maps.size());
        draw(Quality::Fine);
    });
    report("Turning, as while it moves", 60, 30, [&](int i) {
        navigation.cortexTurnDeg = 3 * i;
        draw(Quality::Draft);
    });
    report("From one form to the next, as while it moves", 100, 20, [&](int i) {
        state.cortex.shape = 1 + 0.05 * i;
        draw(Quality::Draft);
    });
    const auto pictures = scene.render(state, navigation, views, Quality::Fine);
    report("Pick", 1, 200, [&](int i) {
        const auto vertex = pictures.front().raster->vertexAt({0.3 + 0.002 * i, 0.5});
        if (vertex) (void)placeOf(*cortex, *vertex);
    });
    report("Nearest vertex", 1, 200, [&](int i) { (void)nearestVertex(*cortex, {33, 0.2 * i - 20, 20}, 12); });

    // Three planes with white and pial outlines over a head, as the window paints them
    const auto head = test::phantom({256, 256, 256}, Affine({-1, 0, 0}, {0, 0, -1}, {0, -1, 0}, {128, 128, 128}),
                                    [](int i, int j, int k) { return (i * 7 + j * 3 + k) % 200; });
    state.layers = {makeLayer(head, false)};
    state.cortex.shape = 1;
    const QRectF area(0, 0, 1600, 900);
    const auto cells = render::findLayout(QStringLiteral("planes"))->cells(state, navigation, area);
    QImage window(1600, 900, QImage::Format_RGB32);
    navigation = NavigationState::at(head->header());
    for (const char* what : {"Scrolling three planes, no outlines", "Scrolling three planes, plain outlines",
                             "Scrolling three planes, outlines by the map"}) {
        state.cortices.front().display.outlines = !std::strstr(what, "no outlines");
        state.cortices.front().display.outlinesByMap = std::strstr(what, "by the map");
        report(what, 16, 150, [&](int i) {
            const double shift = 50 * std::sin(i * 0.05);
            navigation.cursorLps = {30 + shift * 0.4, shift * 0.9, -shift * 0.8};
            QPainter painter(&window);
            for (std::size_t c = 0; c < cells.size(); ++c)
                render::paintSlice(
                    painter, state, navigation,
                    render::sliceGeometry(state, navigation, *cells[c].plane, cells[c].place, render::planesOf(cells)),
                    render::decorOf(cells, c));
        });
    }
    std::printf("peak %.0f MiB\n", bench::peakMiB());
    return isWithin ? 0 : 1;
}
