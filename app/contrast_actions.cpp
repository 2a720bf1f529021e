#include "app/actions.h"

#include "app/clusters_window.h"
#include "app/main_window.h"
#include "core/model/window_level.h"

#include <QCoreApplication>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

using Run = std::function<void(MainWindow&)>;

/// The layer that keys act on, in a state being edited; null when there is none.
Layer* acted(ReviewState& state, const NavigationState& place) {
    const int index = activeLayer(state, place);
    return index < 0 ? nullptr : &state.layers[static_cast<std::size_t>(index)];
}
/// The same to look at.
const Layer* acted(MainWindow& w) {
    const int index = activeLayer(w.document().state(), w.place().state());
    return index < 0 ? nullptr : &w.document().state().layers[static_cast<std::size_t>(index)];
}

/// Sets the active layer's window to what `range` makes of its volume; nothing where that is nothing.
Run setWindow(const std::function<std::optional<Range>(const Volume&, int time)>& range) {
    return [range](MainWindow& w) {
        const NavigationState place = w.place().state();
        w.document().edit(Texts::tr("Change the window"), [&](ReviewState& state) {
            Layer* layer = acted(state, place);
            if (!layer) return;
            const int volume = volumeIndex(layer->volume->header(), place);
            if (const auto r = range(*layer->volume, volume)) layer->setWindow(*r, volume);
        });
    };
}

std::optional<Range> scannerWindow(const Volume& volume, std::size_t index) {
    const auto& presets = volume.header().windowPresets;
    if (index >= presets.size()) return std::nullopt;
    return rangeOf(presets[index].centre, presets[index].width);
}

/// Moves the window by a share of its width, or scales its width.
Run nudgeWindow(double shift, double scale) {
    return [=](MainWindow& w) {
        const NavigationState place = w.place().state();
        w.document().edit(
            Texts::tr("Change the window"),
            [&](ReviewState& state) {
                Layer* layer = acted(state, place);
                if (!layer) return;
                const Range r = layer->display.window(place.volume);
                layer->setWindow(rangeOf(r.centre() + shift * r.width(), r.width() * scale), place.volume);
            },
            acted(w) ? QStringLiteral("window keys %1 %2")
                           .arg(place.activeLayer)
                           .arg(acted(w)->sharedWindow(place.volume).front())
                     : QString());
    };
}

} // namespace

void addContrast(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("&Contrast");
    const auto add = [&](const char* name, const QString& text, const QList<QKeySequence>& keys, const Run& run,
                         const std::function<bool(MainWindow&)>& enabled = hasImage) {
        rows.push_back({QString::fromLatin1(name), menu, text, keys, {}, false, run, {}, enabled});
    };
    int key = Qt::Key_1;
    for (const WindowChoice& choice : windowChoices())
        rows.push_back(
            {QStringLiteral("window.") + QLatin1String(choice.name),
             menu,
             choice.title,
             {Qt::Key(key++)},
             {},
             false,
             setWindow([range = choice.range](const Volume& v, int t) { return std::optional(range(v, t)); }),
             {},
             hasImage});
    const auto hasPreset = [](std::size_t index) {
        return [index](MainWindow& w) {
            const Layer* layer = acted(w);
            return layer && index < layer->volume->header().windowPresets.size();
        };
    };
    add("window.scanner1", Texts::tr("From the &scanner"), {Qt::Key_4},
        setWindow([](const Volume& v, int) { return scannerWindow(v, 0); }), hasPreset(0));
    add("window.scanner2", Texts::tr("From the scanner, s&econd"), {Qt::Key_5},
        setWindow([](const Volume& v, int) { return scannerWindow(v, 1); }), hasPreset(1));
    add("brighter", Texts::tr("&Brighter"), {QKeySequence(Qt::SHIFT | Qt::Key_Up)}, nudgeWindow(-0.05, 1));
    add("darker", Texts::tr("&Darker"), {QKeySequence(Qt::SHIFT | Qt::Key_Down)}, nudgeWindow(0.05, 1));
    add("softer", Texts::tr("&Wider window"), {QKeySequence(Qt::SHIFT | Qt::Key_Right)}, nudgeWindow(0, 1.1));
    add("harder", Texts::tr("&Narrower window"), {QKeySequence(Qt::SHIFT | Qt::Key_Left)}, nudgeWindow(0, 1 / 1.1));
    rows.push_back({QStringLiteral("invert"),
                    menu,
                    Texts::tr("&Invert"),
                    {Qt::Key_I},
                    {},
                    true,
                    [](MainWindow& w) {
                        const NavigationState place = w.place().state();
                        w.document().edit(Texts::tr("Invert the colours"), [=](ReviewState& state) {
                            if (Layer* layer = acted(state, place)) layer->display.inverted = !layer->display.inverted;
                        });
                    },
                    [](MainWindow& w) {
                        const Layer* layer = acted(w);
                        return layer && layer->display.inverted;
                    },
                    hasImage});
    rows.push_back({QStringLiteral("clusters"),
                    menu,
                    Texts::tr("&Clusters of the active layer…"),
                    {},
                    {},
                    true,
                    showClusters,
                    {},
                    [](MainWindow& w) {
                        const Layer* layer = acted(w);
                        return layer && layer->display.hideBelow && !layer->display.labels;
                    }});
}

} // namespace neuraxis
