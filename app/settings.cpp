#include "app/settings.h"

#include <QFileInfo>
#include <QSettings>

namespace neuraxis {

namespace {

// One row a switch: its key and where it is.
struct SwitchRow {
    const char* key;
    bool ViewOptions::*member;
};
constexpr SwitchRow switchTable[] = {
    {"view/radiological", &ViewOptions::radiological}, {"view/noseLeft", &ViewOptions::noseLeft},
    {"view/crosshair", &ViewOptions::crosshair},       {"view/letters", &ViewOptions::letters},
    {"view/cornerText", &ViewOptions::cornerText},     {"view/scaleBar", &ViewOptions::scaleBar},
    {"view/colourBar", &ViewOptions::colourBar},
};

QString key(const char* name) { return QString::fromLatin1(name); }

} // namespace

Settings Settings::load() {
    const QSettings store;
    Settings s;
    s.windowGeometry = store.value(key("window/geometry")).toByteArray();
    s.windowState = store.value(key("window/state")).toByteArray();
    s.panels = store.value(key("window/panels"), s.panels).toBool();
    s.theme = store.value(key("theme")).toString() == key("light") ? Theme::Light : Theme::Dark;
    s.language = store.value(key("language")).toString();
    s.mousePreset = store.value(key("mouse")).toString();
    s.recent = store.value(key("recent")).toStringList();
    for (const SwitchRow& row : switchTable)
        s.look.view.*row.member = store.value(key(row.key), s.look.view.*row.member).toBool();
    if (store.value(key("view/frame")).toString() == key("acquisition")) s.look.view.frame = PlaneFrame::Acquisition;
    s.look.layout = store.value(key("layout"), s.look.layout).toString();
    s.look.volume.preset = store.value(key("volume/preset"), s.look.volume.preset).toString();
    s.look.volume.shading = store.value(key("volume/shading"), s.look.volume.shading).toBool();
    return s;
}

void Settings::save() const {
    QSettings store;
    store.setValue(key("window/geometry"), windowGeometry);
    store.setValue(key("window/state"), windowState);
    store.setValue(key("window/panels"), panels);
    store.setValue(key("theme"), theme == Theme::Light ? key("light") : key("dark"));
    store.setValue(key("language"), language);
    store.setValue(key("mouse"), mousePreset);
    store.setValue(key("recent"), recent);
    for (const SwitchRow& row : switchTable) store.setValue(key(row.key), look.view.*row.member);
    store.setValue(key("view/frame"), look.view.frame == PlaneFrame::Acquisition ? key("acquisition") : key("patient"));
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
