#include "app/actions.h"

#include "app/derived_layers.h"
#include "app/main_window.h"
#include "app/series_area.h"
#include "core/model/fourth.h"

#include <QCoreApplication>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

const VolumeHeader* series(MainWindow& w) {
    const int layer = seriesLayer(w.document().state(), w.place().state());
    return layer < 0 ? nullptr : &w.document().state().layers[static_cast<std::size_t>(layer)].volume->header();
}

bool hasSeries(MainWindow& w) { return series(w) != nullptr; }

bool hasShells(MainWindow& w) {
    const VolumeHeader* header = series(w);
    return header && shells(header->fourth).size() > 1;
}

std::function<void(MainWindow&)> walk(int by) {
    return [by](MainWindow& w) { w.place().set(stepped(w.document().state(), w.place().state(), by)); };
}

/// From all b-values to the lowest, on to the highest, and to all again.
void nextShell(MainWindow& w) {
    const VolumeHeader* header = series(w);
    if (!header) return;
    const std::vector<Shell> all = shells(header->fourth);
    const Shell* now = chosenShell(all, w.place().state());
    const std::size_t next = now ? static_cast<std::size_t>(now - all.data()) + 1 : 0;
    w.place().set(withShell(*header, w.place().state(), next < all.size() ? std::optional(all[next].b) : std::nullopt));
}

} // namespace

void addSeries(std::vector<ActionRow>& rows) {
    const QString menu = SeriesArea::menuTitle();
    constexpr int all = std::numeric_limits<int>::max();
    const auto add = [&](const char* name, const QString& text, const QList<QKeySequence>& keys,
                         const std::function<void(MainWindow&)>& run, bool separator = false) {
        rows.push_back({QString::fromLatin1(name), menu, text, keys, {}, separator, run, {}, hasSeries});
    };
    add("timeNext", Texts::tr("Next volume of the series"), {Qt::Key_Right}, walk(1));
    add("timePrevious", Texts::tr("Previous volume of the series"), {Qt::Key_Left}, walk(-1));
    add("timeFirst", Texts::tr("First volume of the series"), {QKeySequence(Qt::SHIFT | Qt::Key_Home)}, walk(-all));
    add("timeLast", Texts::tr("Last volume of the series"), {QKeySequence(Qt::SHIFT | Qt::Key_End)}, walk(all));
    add("cinePlay", Texts::tr("&Play or stop"), {Qt::Key_K}, [](MainWindow& w) { w.seriesArea().cine().toggle(); });
    rows.back().checked = [](MainWindow& w) { return w.seriesArea().cine().isPlaying(); };
    add("nextShell", Texts::tr("Next &b-value only, then all again"), {Qt::Key_N}, nextShell);
    rows.back().enabled = hasShells;
    add(
        "curve", Texts::tr("&Curve at the crosshair"), {Qt::Key_G},
        [](MainWindow& w) { w.seriesArea().setCurve(!w.preferences().curve); }, true);
    rows.back().checked = [](MainWindow& w) { return w.preferences().curve; };
    add("volumeTable", Texts::tr("&Table of the volumes"), {Qt::Key_D},
        [](MainWindow& w) { w.seriesArea().setTable(!w.preferences().volumeTable); });
    rows.back().checked = [](MainWindow& w) { return w.preferences().volumeTable; };
    bool first = true;
    for (const OverVolumes& measure : overVolumesTable()) {
        rows.push_back({QStringLiteral("derive.") + measure.name,
                        menu,
                        DerivedLayers::title(measure),
                        {},
                        {},
                        first,
                        [&measure](MainWindow& w) { w.derivedLayers().add(measure); },
                        {},
                        hasSeries});
        first = false;
    }
}

} // namespace neuraxis
