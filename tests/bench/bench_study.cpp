// How fast a study opens and its participants follow each other: bench_study DEMO, the folder of `neuraxis demo`.
#include "app/main_window.h"
#include "app/study_window.h"
#include "widgets/canvas.h"
#include "widgets/study_panel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>
#include <cstdio>

using namespace neuraxis;

namespace {

/// Lets the application work until it is so, at most half a minute; how long that took.
template <class Test> double untilMs(Test isSo) {
    QElapsedTimer timer;
    timer.start();
    while (!isSo() && timer.elapsed() < 30000) QApplication::processEvents(QEventLoop::AllEvents, 5);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    QApplication application(argc, argv);
    Settings settings;
    settings.mousePreset = QStringLiteral("radiology");
    Review review;
    review.reset(settings.look);
    Navigation navigation;
    MainWindow window(review, navigation, settings);
    window.show();
    QApplication::processEvents();
    window.openStudy(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/study.neuraxis"));
    StudyPanel& panel = window.studyWindow()->panel();
    const double opened = untilMs([&] { return panel.index() && !panel.index()->rows().empty(); });
    std::printf("%zu participants in the grid: %.0f ms\n", panel.index() ? panel.index()->rows().size() : 0, opened);

    CohortFilter filter;
    filter.text = QStringLiteral("DEMO");
    panel.setFilter(filter);
    QApplication::processEvents();
    const auto show = [&](const char* what, auto&& open) {
        const auto before = review.state().layers.empty() ? nullptr : review.state().base()->volume;
        QElapsedTimer timer;
        timer.start();
        open();
        untilMs([&] { return !review.state().layers.empty() && review.state().base()->volume != before; });
        window.canvas().repaint();
        std::printf("%s: %.0f ms to the first visit's picture\n", what,
                    static_cast<double>(timer.nsecsElapsed()) / 1e6);
        untilMs([&] { return !window.files().loader().isBusy(); });
        QThread::msleep(1500); // the reader looks; the neighbours are fetched
    };
    const QString first = panel.index()->row(rowsOf(*panel.index(), filter, {}).front()).participant->uid;
    show("First participant", [&] { Q_EMIT panel.opened(first); });
    show("Next participant", [&] { window.studyWindow()->openNeighbour(1); });
    show("Next participant", [&] { window.studyWindow()->openNeighbour(1); });
    show("Previous participant", [&] { window.studyWindow()->openNeighbour(-1); });
    return 0;
}
