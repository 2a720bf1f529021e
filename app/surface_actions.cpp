#include "app/actions.h"

#include "app/main_window.h"
#include "app/surface_projector.h"
#include "core/render/layouts.h"

#include <QCoreApplication>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

bool hasCortex(MainWindow& w) { return w.document().state().shownCortex() != nullptr; }

} // namespace

void addSurface(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("&Surface");
    const auto add = [&](const char* name, const QString& text, const QList<QKeySequence>& keys, bool separatorBefore,
                         const std::function<void(MainWindow&)>& run,
                         const std::function<bool(MainWindow&)>& checked = {},
                         const std::function<bool(MainWindow&)>& enabled = hasCortex) {
        rows.push_back({QString::fromLatin1(name), menu, text, keys, {}, separatorBefore, run, checked, enabled});
    };
    struct Eye {
        const char* name;
        CortexEye eye;
        QKeySequence key; ///< On the numeric pad, as in Slicer
    };
    const auto pad = [](Qt::Key key) { return QKeySequence(QKeyCombination(Qt::KeypadModifier, key)); };
    for (const Eye& row : {Eye{"eye.left", {CortexDirection::Lateral, Side::Left}, pad(Qt::Key_3)},
                           Eye{"eye.right", {CortexDirection::Lateral, Side::Right}, pad(Qt::Key_9)},
                           Eye{"eye.leftMedial", {CortexDirection::Medial, Side::Left}, {}},
                           Eye{"eye.rightMedial", {CortexDirection::Medial, Side::Right}, {}},
                           Eye{"eye.dorsal", {CortexDirection::Dorsal, {}}, pad(Qt::Key_7)},
                           Eye{"eye.ventral", {CortexDirection::Ventral, {}}, pad(Qt::Key_5)},
                           Eye{"eye.anterior", {CortexDirection::Anterior, {}}, pad(Qt::Key_1)},
                           Eye{"eye.posterior", {CortexDirection::Posterior, {}}, {}}})
        add(
            row.name, render::eyeTitle(row.eye), {row.key}, false, [eye = row.eye](MainWindow& w) { w.lookFrom(eye); },
            [eye = row.eye](MainWindow& w) { return w.document().state().cortex.eye == eye; });
    const QString shapes[] = {Texts::tr("&White surface"), Texts::tr("&Pial surface"), Texts::tr("&Inflated surface"),
                              Texts::tr("Sp&here")};
    for (int i = 0; i < static_cast<int>(surfaceShapes); ++i)
        rows.push_back({QStringLiteral("shape.%1").arg(i),
                        menu,
                        shapes[i],
                        {},
                        {},
                        i == 0,
                        [i](MainWindow& w) {
                            w.document().edit(Texts::tr("Change the form"),
                                              [i](ReviewState& state) { state.cortex.shape = i; });
                        },
                        [i](MainWindow& w) { return w.document().state().cortex.shape == i; },
                        [i](MainWindow& w) {
                            const CortexLayer* shown = w.document().state().shownCortex();
                            return shown && shown->cortex->has(static_cast<SurfaceShape>(i));
                        }});
    add(
        "surfaceOutlines", Texts::tr("Surfaces &on the slices"), {QKeySequence(Qt::SHIFT | Qt::Key_O)}, true,
        [](MainWindow& w) {
            w.document().edit(Texts::tr("Surfaces on the slices"), [](ReviewState& state) {
                for (CortexLayer& layer : state.cortices) layer.display.outlines = !layer.display.outlines;
            });
        },
        [](MainWindow& w) {
            const CortexLayer* shown = w.document().state().shownCortex();
            return shown && shown->display.outlines;
        });
    add(
        "regions", Texts::tr("&Regions, controls and motor strip"), {QKeySequence(Qt::CTRL | Qt::Key_T)}, true,
        [](MainWindow& w) { w.setRegions(!w.preferences().regions); },
        [](MainWindow& w) { return w.preferences().regions; });
    const auto both = [](MainWindow& w) { return hasCortex(w) && hasImage(w); };
    add(
        "projectMiddle", Texts::tr("Active layer onto the surface, &mid-thickness"), {}, true,
        [](MainWindow& w) { w.projector().project(SurfaceSampling::middle()); }, {}, both);
    add(
        "projectThrough", Texts::tr("Active layer onto the surface, a&verage through the cortex"), {}, false,
        [](MainWindow& w) { w.projector().project(SurfaceSampling::throughCortex()); }, {}, both);
}

} // namespace neuraxis
