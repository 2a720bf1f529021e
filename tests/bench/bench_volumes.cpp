// Plays a series of 64 volumes of 256 x 256 x 60 at 25 a second in the canvas at 1600x900, three planes, and steps
// through it as a key held down would. Prints the times of painting one frame beside those of scrolling a slice, and how
// many frames the film kept to; exits 1 when one is over its budget. Scrolling stays in one volume, which the processor
// has near; a step to another fetches it from memory. Then the layers over all volumes.

#include "../series_phantom.h"
#include "core/analysis/over_volumes.h"
#include "widgets/canvas.h"
#include "widgets/cine.h"

#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

using namespace neuraxis;

namespace {

constexpr double medianBudgetMs = 16, slowestBudgetMs = 33;
constexpr int volumes = 64, frames = 200;

struct Times {
    double median, slowest;
};

Times timesOf(std::vector<double> ms) {
    std::sort(ms.begin(), ms.end());
    return {ms[ms.size() / 2], ms[ms.size() * 99 / 100]};
}

Times paint(const char* name, Canvas& canvas, const std::function<void(int)>& change) {
    std::vector<double> ms;
    for (int frame = -10; frame < frames; ++frame) {
        change(frame + 10);
        QElapsedTimer timer;
        timer.start();
        canvas.repaint();
        if (frame >= 0) ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const Times times = timesOf(ms);
    std::printf("%-26s median %6.2f ms  99 %% %6.2f ms\n", name, times.median, times.slowest);
    return times;
}

} // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const auto series = test::seriesPhantom(
        {256, 256, 60}, volumes, Affine({0.9, 0, 0}, {0, 0.9, 0}, {0, 0, 2.5}, {-115, -115, -75}),
        [](int i, int j, int k, int v) { return ((i * 7 + j * 3 + k * 11 + v * 13) & 255) + (i > 60 ? 400 : 0); });
    Review review;
    ReviewState state;
    state.layers = {makeLayer(series, false)};
    state.layout = QStringLiteral("planes");
    review.reset(state);
    Navigation navigation;
    navigation.set(NavigationState::at(series->header()));
    Canvas canvas(review, navigation);
    canvas.resize(1600, 900);
    canvas.show();
    QApplication::processEvents();

    const NavigationState start = navigation.state();
    paint("scrolling a slice", canvas, [&](int frame) {
        NavigationState next = start;
        next.cursorLps = next.cursorLps + WorldVector{0.9, 0.9, 2.5} * (frame % 25 - 12.0);
        navigation.set(next);
    });
    const Times volume = paint("stepping a volume", canvas, [&](int frame) {
        NavigationState next = start;
        next.volume = frame % volumes;
        navigation.set(next);
    });

    // A film, while the window's thread is asked every millisecond whether it answers.
    Cine cine(review, navigation);
    cine.setPerSecond(25);
    int moved = 0;
    QObject::connect(&navigation, &Navigation::changed, &cine, [&] { ++moved; });
    double longest = 0;
    QElapsedTimer answer, film;
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &cine, [&] {
        longest = std::max(longest, static_cast<double>(answer.nsecsElapsed()) / 1e6);
        answer.start();
    });
    answer.start();
    film.start();
    pulse.start(1);
    cine.play();
    QTimer::singleShot(4000, &application, &QApplication::quit);
    QApplication::exec();
    const double due = static_cast<double>(film.elapsed()) * 25 / 1000;
    cine.stop();
    std::printf("%-26s %d of %.0f frames, longest without an answer %.1f ms\n", "film at 25 a second", moved, due,
                longest);
    for (const OverVolumes& measure : overVolumesTable()) {
        std::vector<int> all(volumes);
        std::iota(all.begin(), all.end(), 0);
        QElapsedTimer timer;
        timer.start();
        const auto made = overVolumes(*series, all, measure);
        std::printf("%-26s %.0f ms\n", qPrintable(measure.name), static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return volume.median <= medianBudgetMs && volume.slowest <= slowestBudgetMs && moved >= due * 0.95 ? 0 : 1;
}
