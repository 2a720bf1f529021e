#pragma once

#include "app/main_window.h"
#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QAction>

namespace neuraxis::test {

/// A main window as a radiologist has it, with what it shows; the tests' own benches show and fill it.
struct WindowBench {
    Settings settings;
    Review review;
    Navigation navigation;
    MainWindow window{review, navigation, settings};

    /// layout: what the window opens with; its own default where it is empty.
    explicit WindowBench(const QString& layout = {}) : settings(radiologists(layout)) { review.reset(settings.look); }

    void trigger(const char* name) {
        auto* action = window.findChild<QAction*>(QString::fromLatin1(name));
        if (!action) qFatal("no action %s", name);
        action->trigger();
    }

  private:
    static Settings radiologists(const QString& layout) {
        Settings settings;
        settings.mousePreset = QStringLiteral("radiology");
        if (!layout.isEmpty()) settings.look.layout = layout;
        return settings;
    }
};

} // namespace neuraxis::test
