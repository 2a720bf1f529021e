#include "app/actions.h"
#include "app/change_maps.h"
#include "app/comparison_area.h"
#include "app/main_window.h"
#include "app/study_keeper.h"
#include "core/model/compared_state.h"
#include "core/render/layouts.h"
#include "widgets/canvas.h"

#include <QCoreApplication>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

bool compares(MainWindow& w) { return isComparing(w.document().state()); }

/// The look after the present one, so that one key walks through them.
void nextLook(MainWindow& w) {
    const auto& looks = ComparisonArea::looks();
    std::size_t next = 0;
    for (std::size_t i = 0; i < looks.size(); ++i)
        if (ComparisonArea::isChosen(looks[i], w.document().state(), w.place().state())) next = (i + 1) % looks.size();
    ComparisonArea::choose(looks[next], w.document(), w.place());
}

/// Lays the change of thickness onto the cortex that is shown, in a layout with surfaces.
void showThickness(MainWindow& w, ChangeMaps::Thickness what) {
    const CortexLayer* shown = w.document().state().shownCortex();
    if (!shown) return w.say(Texts::tr("This visit has no surfaces to show a change of thickness on."));
    w.changeMaps().addThickness(w.files().timedCortices(), shown->cortex, what, w.keeper().cohort());
    if (!w.document().state().layout.startsWith(QStringLiteral("surface")))
        w.lookFrom(w.document().state().cortex.directions);
}

} // namespace

QString visitsMenuTitle() { return Texts::tr("V&isits"); }

void addVisits(std::vector<ActionRow>& rows) {
    const QString menu = visitsMenuTitle();
    const auto add = [&](const QString& name, const QString& text, const QList<QKeySequence>& keys,
                         bool separatorBefore, const std::function<void(MainWindow&)>& run,
                         const std::function<bool(MainWindow&)>& checked = {}) {
        rows.push_back({name, menu, text, keys, {}, separatorBefore, run, checked, compares});
    };
    add(QStringLiteral("visit.next"), Texts::tr("Next visit"), {Qt::Key_BracketRight}, false,
        [](MainWindow& w) { w.comparison().stepVisit(1); });
    add(QStringLiteral("visit.previous"), Texts::tr("Previous visit"), {Qt::Key_BracketLeft}, false,
        [](MainWindow& w) { w.comparison().stepVisit(-1); });
    bool first = true;
    for (const ComparisonArea::Look& look : ComparisonArea::looks()) {
        add(
            QStringLiteral("compare.") + QLatin1String(look.name), look.title,
            first ? QList<QKeySequence>{Qt::Key_Y} : QList<QKeySequence>{}, first,
            [&look](MainWindow& w) { ComparisonArea::choose(look, w.document(), w.place()); },
            [&look](MainWindow& w) { return ComparisonArea::isChosen(look, w.document().state(), w.place().state()); });
        first = false;
    }
    add(QStringLiteral("compare.next"), Texts::tr("The next way to compare"), {Qt::Key_M}, false, nextLook);
    first = true;
    for (const render::Layout& layout : render::layouts()) {
        if (!render::isVisitsLayout(layout.name)) continue;
        const QString name = layout.name;
        add(
            QStringLiteral("layout.") + name, layout.title, {}, first,
            [name](MainWindow& w) {
                w.document().edit(Texts::tr("Change the layout"), [&](ReviewState& s) { s.layout = name; });
            },
            [name](MainWindow& w) { return w.document().state().layout == name; });
        first = false;
    }
    add(
        QStringLiteral("visits.pair"), Texts::tr("Only the two that are compared"), {}, false,
        [](MainWindow& w) {
            const int current = currentVisit(w.document().state()),
                      other = otherVisit(w.document().state(), w.place().state());
            const bool all = std::any_of(w.document().state().visits.begin(), w.document().state().visits.end(),
                                         [](const ComparedVisit& visit) { return !visit.shown; });
            w.document().edit(Texts::tr("Change the visits shown"), [=](ReviewState& s) {
                for (int i = 0; i < static_cast<int>(s.visits.size()); ++i)
                    s.visits[static_cast<std::size_t>(i)].shown = all || i == current || i == other;
            });
        },
        [](MainWindow& w) {
            const auto& visits = w.document().state().visits;
            return std::any_of(visits.begin(), visits.end(), [](const ComparedVisit& visit) { return !visit.shown; });
        });
    for (const auto& [name, text, kind, perYear] :
         {std::tuple{"change.volume", Texts::tr("Map of change in volume"), ChangeMaps::Kind::Volume, false},
          std::tuple{"change.volumePerYear", Texts::tr("Map of change in volume a year"), ChangeMaps::Kind::Volume,
                     true},
          std::tuple{"change.brightness", Texts::tr("Map of change in brightness"), ChangeMaps::Kind::Brightness,
                     false},
          std::tuple{"change.brightnessPerYear", Texts::tr("Map of change in brightness a year"),
                     ChangeMaps::Kind::Brightness, true}})
        add(QLatin1String(name), text, {}, QLatin1String(name) == u"change.volume",
            [kind = kind, perYear = perYear](MainWindow& w) { w.changeMaps().add(kind, perYear); });
    for (const auto& [name, text, what] :
         {std::tuple{"change.thicknessPerYear", Texts::tr("Thickness on the surface: mm a year"),
                     ChangeMaps::Thickness::MmPerYear},
          std::tuple{"change.thicknessPercent", Texts::tr("Thickness on the surface: % a year"),
                     ChangeMaps::Thickness::PercentPerYear},
          std::tuple{"change.thickness", Texts::tr("Thickness on the surface: mm in all"), ChangeMaps::Thickness::Mm}})
        add(QLatin1String(name), text, {}, QLatin1String(name) == u"change.thicknessPerYear",
            [what = what](MainWindow& w) { showThickness(w, what); });
    add(QStringLiteral("change.overTime"), Texts::tr("Regions and regions of interest over time"), {}, true,
        [](MainWindow& w) { w.showOverTime(); });
    first = true;
    for (const char* name : {"move-visit", "turn-visit", "point-pairs"}) {
        const Tool& byHand = tool(name);
        add(
            QStringLiteral("align.") + QLatin1String(name), byHand.title, {}, first,
            [&byHand](MainWindow& w) {
                w.canvas().setLeftTool(byHand);
                w.say(byHand.help);
            },
            [&byHand](MainWindow& w) { return &w.canvas().leftTool() == &byHand; });
        first = false;
    }
    add(QStringLiteral("align.rigid"), Texts::tr("Align again"), {}, false,
        [](MainWindow& w) { w.comparison().alignAgain(AlignmentKind::Rigid); });
    add(QStringLiteral("align.affine"), Texts::tr("Align again, with stretch and shear"), {}, false,
        [](MainWindow& w) { w.comparison().alignAgain(AlignmentKind::Affine); });
}

} // namespace neuraxis
