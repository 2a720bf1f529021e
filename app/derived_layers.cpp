#include "app/derived_layers.h"

#include "core/model/fourth.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct TitleRow {
    QString measure;
    QString title;
    QString (*name)(const QString& series); ///< Of the layer
};

const std::vector<TitleRow>& titles() {
    static const std::vector<TitleRow> table = {
        {QStringLiteral("average"), DerivedLayers::tr("&Average over the volumes"),
         [](const QString& series) { return DerivedLayers::tr("Average of %1").arg(series); }},
        {QStringLiteral("range"), DerivedLayers::tr("&Range over the volumes (greatest less least)"),
         [](const QString& series) { return DerivedLayers::tr("Range of %1").arg(series); }},
        {QStringLiteral("deviation"), DerivedLayers::tr("&Standard deviation over the volumes"),
         [](const QString& series) { return DerivedLayers::tr("Standard deviation of %1").arg(series); }},
        {QStringLiteral("signal-to-noise"), DerivedLayers::tr("Signal to &noise over the volumes (tSNR)"),
         [](const QString& series) { return DerivedLayers::tr("Signal to noise of %1").arg(series); }},
    };
    return table;
}

const TitleRow& rowOf(const OverVolumes& measure) {
    return *std::find_if(titles().begin(), titles().end(),
                         [&](const TitleRow& row) { return row.measure == measure.name; });
}

} // namespace

struct DerivedLayers::Wish {
    const OverVolumes* measure;
    std::shared_ptr<const Volume> series;
    std::vector<int> volumes;
    Display seriesDisplay;
    QString ofShell; ///< ", b 1000" where one b-value is walked
    std::shared_ptr<std::atomic_bool> cancelled;
};

DerivedLayers::DerivedLayers(Review& review, Navigation& navigation, QObject* parent)
    : QObject(parent), review(review), navigation(navigation), cancelled(std::make_shared<std::atomic_bool>(false)) {
    pool.setMaxThreadCount(1);
}

DerivedLayers::~DerivedLayers() {
    *cancelled = true;
    pool.waitForDone();
}

QString DerivedLayers::title(const OverVolumes& measure) { return rowOf(measure).title; }

void DerivedLayers::add(const OverVolumes& measure) {
    const int index = seriesLayer(review.state(), navigation.state());
    if (index < 0) return;
    const Layer& layer = review.state().layers[static_cast<std::size_t>(index)];
    const VolumeHeader& header = layer.volume->header();
    Wish wish{&measure, layer.volume, walkedVolumes(header, navigation.state()), layer.display, {}, cancelled};
    if (wish.volumes.size() < static_cast<std::size_t>(header.volumes))
        wish.ofShell = QStringLiteral(", b %1").arg(chosenShell(shells(header.fourth), navigation.state())->b);
    if (wish.volumes.size() < measure.fewest) {
        Q_EMIT said(tr("One volume has no spread: choose more b-values first."));
        return;
    }
    if (pending++ == 0) {
        done = 0;
        Q_EMIT busyChanged();
    }
    pool.start([this, wish] {
        std::shared_ptr<const Volume> made;
        if (!*wish.cancelled)
            made = overVolumes(*wish.series, wish.volumes, *wish.measure, [&](double share) {
                done = static_cast<int>(share * 100);
                return !wish.cancelled->load();
            });
        QMetaObject::invokeMethod(this, [this, wish, made] { lay(wish, made); });
    });
}

void DerivedLayers::cancel() {
    *cancelled = true;
    cancelled = std::make_shared<std::atomic_bool>(false);
}

void DerivedLayers::lay(const Wish& wish, const std::shared_ptr<const Volume>& made) {
    done = 0;
    if (--pending == 0) Q_EMIT busyChanged();
    if (*wish.cancelled) return;
    if (!made) {
        Q_EMIT said(tr("There is not enough memory for another layer. Close a series and try again."));
        return;
    }
    const auto& layers = review.state().layers;
    if (std::none_of(layers.begin(), layers.end(), [&](const Layer& layer) { return layer.volume == wish.series; }))
        return; // the series was closed meanwhile
    VolumeHeader header = made->header();
    const TitleRow& row = rowOf(*wish.measure);
    header.name = row.name(header.name) + wish.ofShell;
    if (!header.series.description.isEmpty())
        header.series.description = row.name(header.series.description) + wish.ofShell;
    const auto volume = withHeader(made, header);
    // An average looks as its series does, in a window of its own; the others are maps that lie over it.
    const bool isMap = wish.measure->name != u"average";
    Layer layer = makeLayer(volume, isMap);
    if (!isMap) {
        const auto windows = layer.display.windows;
        layer.display = wish.seriesDisplay;
        layer.display.windows = windows;
        layer.display.visible = true;
    }
    review.edit(row.name(wish.series->header().name), [&](ReviewState& state) { state.layers.push_back(layer); });
    NavigationState next = navigation.state();
    next.activeLayer = static_cast<int>(review.state().layers.size()) - 1;
    navigation.set(next);
}

} // namespace neuraxis
