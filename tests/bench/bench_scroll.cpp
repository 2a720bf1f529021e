// Scrolls three planes of a 256^3 volume with one overlay of every kind at 1600x900, as the window paints them.
// Prints the frame times and the peak memory; exits 1 when one is over its budget.
// The processor time tells more than the clock on a machine that has other work.

#include "../phantom.h"
#include "core/model/label_tables.h"
#include "core/render/layouts.h"
#include "core/render/plane_view.h"
#include "peak.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace neuraxis;

namespace {

constexpr double medianBudgetMs = 16, slowestBudgetMs = 33;
constexpr int edge = 256, frames = 300;

std::shared_ptr<const Volume> head(const Affine& affine, double radius) {
    return test::phantom({edge, edge, edge}, affine, [=](int i, int j, int k) {
        const double r = std::hypot(i - edge / 2.0, j - edge / 2.0, k - edge / 2.0);
        return r < radius ? static_cast<int>(600 + 250 * std::sin(i * 0.11) * std::cos(j * 0.13 + k * 0.07))
                          : (i * 7 + j * 3 + k) % 20;
    });
}

/// Cubes of labels, as many as a parcellation has.
std::shared_ptr<const Volume> regions(const Affine& affine) {
    return test::phantom({edge, edge, edge}, affine, [=](int i, int j, int k) {
        const double r = std::hypot(i - edge / 2.0, j - edge / 2.0, k - edge / 2.0);
        return r < 90 ? 1000 + i / 12 + 5 * (j / 12) + 7 * (k / 12) : 0;
    });
}

/// With `blinks` the two visits that are compared change places at each frame.
bool scroll(const char* name, const ReviewState& state, const char* layout = "planes", bool blinks = false) {
    const QRectF area(0, 0, 1600, 900);
    QImage window(1600, 900, QImage::Format_RGB32);
    NavigationState navigation = NavigationState::at(state.base()->volume->header());
    const WorldPoint middle = navigation.cursorLps;
    std::vector<double> ms;
    const std::clock_t processorBefore = std::clock();
    for (int frame = -10; frame < frames; ++frame) {
        const double shift = 80 * std::sin(frame * 0.05);
        navigation.cursorLps = middle + WorldVector{shift, shift * 0.9, -shift * 0.8};
        QElapsedTimer timer;
        timer.start();
        QPainter painter(&window);
        painter.fillRect(area, Qt::black);
        const auto cells = render::findLayout(QLatin1String(layout))->cells(state, navigation, area);
        const auto fitted = render::planesOf(cells);
        for (std::size_t i = 0; i < cells.size(); ++i)
            render::PlaneView(state, navigation, cells[i], fitted)
                .paint(painter, render::decorOf(cells, i), blinks && frame % 2 == 0);
        painter.end();
        if (frame >= 0) ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const double processorMs =
        1000.0 * static_cast<double>(std::clock() - processorBefore) / CLOCKS_PER_SEC / (frames + 10);
    std::sort(ms.begin(), ms.end());
    const double median = ms[ms.size() / 2], slowest = ms[ms.size() * 99 / 100];
    std::printf("%-34s median %6.2f ms  99 %% %6.2f ms  %s (processor time %.1f ms a frame)\n", name, median, slowest,
                median <= medianBudgetMs && slowest <= slowestBudgetMs ? "within budget" : "OVER BUDGET", processorMs);
    return median <= medianBudgetMs && slowest <= slowestBudgetMs;
}

/// Six visits of a head, each turned a little otherwise, the first in front.
ReviewState sixVisits() {
    ReviewState state;
    for (int visit = 0; visit < 6; ++visit) {
        ComparedVisit one;
        one.name = QStringLiteral("Visit %1").arg(visit + 1);
        one.title = one.name + QStringLiteral(" · 2024-0%1-01").arg(visit + 1);
        one.place.visitOfShared = WorldTransform::rigid({0.02 * visit, -0.03 * visit, 0.05}, {3.0 * visit, 4, -5});
        one.place.alignment = Alignment::Good;
        one.setVolume(moved(head(Affine({1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-128, -128, -128}), 100 - visit),
                            one.place.visitOfShared));
        state.visits.push_back(one);
    }
    state.layers = {makeLayer(state.visits.front().volume, false)};
    return state;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const double before = bench::peakMiB();
    ReviewState state;
    state.layers = {makeLayer(head({}, 100), false),
                    makeLayer(head(Affine({0.99, 0.1, 0}, {-0.1, 0.99, 0}, {0, 0, 1}, {-3, 2, 1}), 60), true)};
    double voxelMiB = 0;
    for (const Layer& layer : state.layers) voxelMiB += static_cast<double>(layer.volume->header().bytes()) / 1048576;

    const bool first = scroll("aligned, oblique overlay", state);
    ReviewState oblique = state;
    std::reverse(oblique.layers.begin(), oblique.layers.end());
    oblique.layers.front() = makeLayer(oblique.layers.front().volume, false);
    oblique.layers.back() = makeLayer(oblique.layers.back().volume, true);
    const bool second = scroll("oblique, aligned overlay", oblique);

    const Affine turned({0.99, 0.1, 0}, {-0.1, 0.99, 0}, {0, 0, 1}, {-3, 2, 1});
    ReviewState maps = state;
    maps.layers.back() = makeLayer(regions(turned), true);
    maps.layers.back().display.labels = std::make_shared<const LabelTable>(freeSurferLabels());
    const bool third = scroll("labels", maps);
    maps.layers.back().display.drawn = Drawn::Outline;
    const bool fourth = scroll("outlines of labels", maps);
    neuraxis::Display& display = maps.layers.back().display;
    display.labels.reset();
    display.drawn = Drawn::Fill;
    display.windows = {{1000, 1200}};
    display.hideBelow = 1010;
    display.negative = NegativeScale{QStringLiteral("blue-lightblue"), {1000, 1200}};
    const bool fifth = scroll("positive and negative", maps);
    maps.layers.back().mask = state.layers.back().volume;
    const bool sixth = scroll("positive and negative in a mask", maps);
    voxelMiB += static_cast<double>(maps.layers.back().volume->header().bytes()) / 1048576;

    const ReviewState visits = sixVisits();
    for (const ComparedVisit& visit : visits.visits)
        voxelMiB += static_cast<double>(visit.volume->header().bytes()) / 1048576;
    const bool side = scroll("six visits, three planes each", visits, "visits-planes");
    const bool blink = scroll("six visits, blinking", visits, "visits-planes", true);
    const bool alone = scroll("one of six, blinking", visits, "planes", true);

    const double peak = bench::peakMiB(), budget = 2.5 * voxelMiB + 200;
    std::printf("peak memory %.0f MiB (before %.0f, voxels %.0f, budget %.0f)\n", peak, before, voxelMiB, budget);
    return first && second && third && fourth && fifth && sixth && side && blink && alone && peak <= budget ? 0 : 1;
}
