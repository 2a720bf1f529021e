#include "app/settings.h"

#include "core/render/decorations.h"
#include "core/render/layouts.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

namespace neuraxis {

namespace {

/// A switch of the views: its key and where it is.
struct SwitchRow {
    QString name;
    bool ViewOptions::*member;
};
/// The conventions, and a switch for each mark there is.
std::vector<SwitchRow> switches() {
    std::vector<SwitchRow> rows{{QStringLiteral("radiological"), &ViewOptions::radiological},
                                {QStringLiteral("noseLeft"), &ViewOptions::noseLeft}};
    for (const render::Decoration& mark : render::decorations()) rows.push_back({mark.name, mark.shown});
    return rows;
}

QString key(const char* name) { return QString::fromLatin1(name); }

} // namespace

Settings Settings::load() {
    const QSettings store;
    Settings s;
    s.windowGeometry = store.value(key("window/geometry")).toByteArray();
    s.windowState = store.value(key("window/state")).toByteArray();
    s.studyGeometry = store.value(key("study/geometry")).toByteArray();
    const QVariantMap filters = store.value(key("study/filters")).toMap();
    for (auto it = filters.begin(); it != filters.end(); ++it) s.studyFilters[it.key()] = it.value().toString();
    s.panels = store.value(key("window/panels"), s.panels).toBool();
    s.theme = store.value(key("theme")).toString() == key("light") ? Theme::Light : Theme::Dark;
    s.language = store.value(key("language")).toString();
    s.mousePreset = store.value(key("mouse")).toString();
    s.recent = store.value(key("recent")).toStringList();
    s.cinePerSecond = store.value(key("cine/perSecond"), s.cinePerSecond).toInt();
    s.cineBackAndForth = store.value(key("cine/backAndForth"), s.cineBackAndForth).toBool();
    s.curve = store.value(key("window/curve"), s.curve).toBool();
    s.volumeTable = store.value(key("window/volumeTable"), s.volumeTable).toBool();
    s.regions = store.value(key("window/regions"), s.regions).toBool();
    for (const SwitchRow& row : switches())
        s.look.view.*row.member = store.value(QStringLiteral("view/") + row.name, s.look.view.*row.member).toBool();
    if (store.value(key("view/frame")).toString() == key("acquisition")) s.look.view.frame = PlaneFrame::Acquisition;
    s.timeAxis = static_cast<TimeAxis>(std::clamp(store.value(key("timeAxis")).toInt(),
                                                  static_cast<int>(TimeAxis::Date), static_cast<int>(TimeAxis::Age)));
    // Surfaces and visits come with their participant: a session does not begin with empty views.
    if (const QString layout = store.value(key("layout")).toString();
        !layout.isEmpty() && !layout.startsWith(key("surface")))
        s.look.layout = render::plainLayout(layout);
    s.look.volume.preset = store.value(key("volume/preset"), s.look.volume.preset).toString();
    s.look.volume.shading = store.value(key("volume/shading"), s.look.volume.shading).toBool();
    return s;
}

void Settings::save() const {
    QSettings store;
    store.setValue(key("window/geometry"), windowGeometry);
    store.setValue(key("window/state"), windowState);
    store.setValue(key("window/panels"), panels);
    store.setValue(key("study/geometry"), studyGeometry);
    QVariantMap filters;
    for (auto it = studyFilters.begin(); it != studyFilters.end(); ++it) filters[it.key()] = it.value();
    store.setValue(key("study/filters"), filters);
    store.setValue(key("theme"), theme == Theme::Light ? key("light") : key("dark"));
    store.setValue(key("language"), language);
    store.setValue(key("mouse"), mousePreset);
    store.setValue(key("recent"), recent);
    store.setValue(key("cine/perSecond"), cinePerSecond);
    store.setValue(key("cine/backAndForth"), cineBackAndForth);
    store.setValue(key("window/curve"), curve);
    store.setValue(key("window/volumeTable"), volumeTable);
    store.setValue(key("window/regions"), regions);
    for (const SwitchRow& row : switches()) store.setValue(QStringLiteral("view/") + row.name, look.view.*row.member);
    store.setValue(key("view/frame"), look.view.frame == PlaneFrame::Acquisition ? key("acquisition") : key("patient"));
    store.setValue(key("timeAxis"), static_cast<int>(timeAxis));
    store.setValue(key("layout"), look.layout);
    store.setValue(key("volume/preset"), look.volume.preset);
    store.setValue(key("volume/shading"), look.volume.shading);
}

void Settings::remember(const QStringList& paths) {
    for (const QString& path : paths) {
        const QString whole = QFileInfo(path).absoluteFilePath();
        recent.removeAll(whole);
        recent.prepend(whole);
    }
    recent = recent.mid(0, 10);
}

} // namespace neuraxis
