#include "app/actions.h"

#include "app/dialogs.h"
#include "app/header_window.h"
#include "app/main_window.h"
#include "app/study_window.h"
#include "core/model/compared_state.h"
#include "core/render/decorations.h"
#include "core/render/layouts.h"
#include "core/render/volume_presets.h"
#include "widgets/canvas.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

using Keys = QList<QKeySequence>;
using Run = std::function<void(MainWindow&)>;
using Ask = std::function<bool(MainWindow&)>;

ActionRow viewSwitch(const QString& name, const QString& menu, const QString& text, const Keys& keys,
                     bool ViewOptions::*member) {
    return {
        name,
        menu,
        text,
        keys,
        {},
        false,
        [=](MainWindow& w) { w.document().edit(text, [=](ReviewState& s) { s.view.*member = !(s.view.*member); }); },
        [=](MainWindow& w) { return w.document().state().view.*member; },
        {}};
}

void step(MainWindow& w, const WorldVector& lps) {
    const Layer* base = w.document().state().base();
    if (!base) return;
    w.place().moveCursor(w.place().state().cursorLps + lps * sliceStepMm(base->volume->header(), lps));
}

void addFile(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("&File");
    rows.push_back({QStringLiteral("open"),
                    menu,
                    Texts::tr("&Open files…"),
                    {QKeySequence::Open},
                    {},
                    false,
                    [](MainWindow& w) { w.open(askFiles(w)); },
                    {},
                    {}});
    rows.push_back({QStringLiteral("openFolder"),
                    menu,
                    Texts::tr("Open a &folder…"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
                    QStringLiteral("open"),
                    false,
                    [](MainWindow& w) { w.open(askFolder(w)); },
                    {},
                    {}});
    rows.push_back({QStringLiteral("openOverlay"),
                    menu,
                    Texts::tr("Open as o&verlay…"),
                    {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O)},
                    QStringLiteral("overlay"),
                    false,
                    [](MainWindow& w) { w.open(askFiles(w), true); },
                    {},
                    hasImage});
    rows.push_back({QStringLiteral("recent"), menu, Texts::tr("Open &recent"), {}, {}, false, {}, {}, {}});
    const auto hasStudy = [](MainWindow& w) { return w.studyWindow() != nullptr; };
    rows.push_back({QStringLiteral("openStudy"),
                    menu,
                    Texts::tr("Open or &make a study…"),
                    {},
                    {},
                    true,
                    [](MainWindow& w) { openStudy(w); },
                    {},
                    {}});
    rows.push_back({QStringLiteral("study"),
                    menu,
                    Texts::tr("S&tudy: participants and visits"),
                    {QKeySequence(Qt::CTRL | Qt::Key_P)},
                    {},
                    false,
                    [](MainWindow& w) { w.showStudy(); },
                    {},
                    {}});
    for (const int step : {1, -1})
        rows.push_back({step > 0 ? QStringLiteral("nextParticipant") : QStringLiteral("previousParticipant"),
                        menu,
                        step > 0 ? Texts::tr("Next participant") : Texts::tr("Previous participant"),
                        {step > 0 ? Qt::Key_PageDown : Qt::Key_PageUp},
                        {},
                        false,
                        [step](MainWindow& w) { w.studyWindow()->openNeighbour(step); },
                        {},
                        hasStudy});
    rows.push_back({QStringLiteral("savePicture"),
                    menu,
                    Texts::tr("&Save the picture…"),
                    {QKeySequence::Save},
                    QStringLiteral("camera"),
                    true,
                    savePicture,
                    {},
                    hasAnything});
    rows.push_back({QStringLiteral("copyPicture"),
                    menu,
                    Texts::tr("&Copy the picture"),
                    {QKeySequence::Copy},
                    {},
                    false,
                    copyPicture,
                    {},
                    hasAnything});
    rows.push_back({QStringLiteral("close"),
                    menu,
                    Texts::tr("Close all &layers"),
                    {QKeySequence::Close},
                    {},
                    true,
                    [](MainWindow& w) {
                        w.document().edit(Texts::tr("Close all layers"), [](ReviewState& s) {
                            s.layers.clear();
                            s.cortices.clear();
                            s.layout = ReviewState().layout;
                        });
                    },
                    {},
                    hasAnything});
    rows.push_back({QStringLiteral("quit"),
                    menu,
                    Texts::tr("&Quit"),
                    {QKeySequence::Quit},
                    {},
                    false,
                    [](MainWindow& w) { w.close(); },
                    {},
                    {}});
}

void addEdit(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("&Edit");
    rows.push_back({QStringLiteral("undo"),
                    menu,
                    Texts::tr("&Undo"),
                    {QKeySequence::Undo},
                    QStringLiteral("undo"),
                    false,
                    [](MainWindow& w) { w.document().undoStack()->undo(); },
                    {},
                    [](MainWindow& w) { return w.document().undoStack()->canUndo(); }});
    rows.push_back({QStringLiteral("redo"),
                    menu,
                    Texts::tr("&Redo"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
                    QStringLiteral("redo"),
                    false,
                    [](MainWindow& w) { w.document().undoStack()->redo(); },
                    {},
                    [](MainWindow& w) { return w.document().undoStack()->canRedo(); }});
}

void addView(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("&View");
    const QHash<QString, QKeySequence> layoutKeys = {
        {QStringLiteral("four"), Qt::Key_Q},     {QStringLiteral("planes"), Qt::Key_P},
        {QStringLiteral("axial"), Qt::Key_A},    {QStringLiteral("coronal"), Qt::Key_C},
        {QStringLiteral("sagittal"), Qt::Key_S}, {QStringLiteral("volume"), Qt::Key_V},
        {QStringLiteral("lightbox"), Qt::Key_L}};
    for (const render::Layout& layout : render::layouts()) {
        const QString name = layout.name;
        if (render::isVisitsLayout(name)) continue; // they stand in a menu of their own
        rows.push_back({QStringLiteral("layout.") + name,
                        menu,
                        layout.title,
                        {layoutKeys.value(name)},
                        QStringLiteral("layout-") + name,
                        false,
                        [=](MainWindow& w) {
                            if (w.canvas().isMaximised()) w.canvas().toggleMaximised();
                            NavigationState straight = w.place().state();
                            straight.cortexTurnDeg = straight.cortexTiltDeg = 0;
                            w.place().set(straight);
                            w.document().edit(Texts::tr("Change the layout"), [=](ReviewState& s) {
                                // A plane is chosen for every visit where they are seen beside one another.
                                const QString each = render::visitsLayout(name);
                                const bool stays =
                                    render::isVisitsLayout(s.layout) && render::plainLayout(each) == name;
                                s.layout = stays && isComparing(s) ? each : name;
                            });
                        },
                        [=](MainWindow& w) { return render::plainLayout(w.document().state().layout) == name; },
                        {}});
    }
    rows.push_back({QStringLiteral("maximise"),
                    menu,
                    Texts::tr("&Maximise the view"),
                    {Qt::Key_F, Qt::Key_Return},
                    {},
                    true,
                    [](MainWindow& w) { w.canvas().toggleMaximised(); },
                    [](MainWindow& w) { return w.canvas().isMaximised(); },
                    hasAnything});
    rows.push_back({QStringLiteral("reset"),
                    menu,
                    Texts::tr("&Reset the view"),
                    {Qt::Key_R},
                    QStringLiteral("reset"),
                    false,
                    [](MainWindow& w) { w.canvas().resetView(); },
                    {},
                    hasAnything});

    const QString convention = menu + QStringLiteral("/") + Texts::tr("&Orientation");
    rows.push_back(viewSwitch(QStringLiteral("radiological"), convention,
                              Texts::tr("&Radiological: patient's right at the left"),
                              {QKeySequence(Qt::CTRL | Qt::Key_R)}, &ViewOptions::radiological));
    rows.push_back(viewSwitch(QStringLiteral("noseLeft"), convention, Texts::tr("&Nose to the left"),
                              {QKeySequence(Qt::CTRL | Qt::Key_N)}, &ViewOptions::noseLeft));
    rows.push_back({QStringLiteral("acquisition"),
                    convention,
                    Texts::tr("Planes as &acquired"),
                    {Qt::Key_O},
                    {},
                    false,
                    [](MainWindow& w) {
                        w.document().edit(Texts::tr("Change the planes"), [](ReviewState& s) {
                            s.view.frame =
                                s.view.frame == PlaneFrame::Patient ? PlaneFrame::Acquisition : PlaneFrame::Patient;
                        });
                    },
                    [](MainWindow& w) { return w.document().state().view.frame == PlaneFrame::Acquisition; },
                    {}});

    const QString marks = menu + QStringLiteral("/") + Texts::tr("Mar&ks");
    rows.push_back({QStringLiteral("allMarks"),
                    marks,
                    Texts::tr("&All marks"),
                    {Qt::Key_Space},
                    {},
                    false,
                    [](MainWindow& w) {
                        const ViewOptions v = w.document().state().view;
                        const bool any = std::any_of(render::decorations().begin(), render::decorations().end(),
                                                     [&](const render::Decoration& d) { return v.*d.shown; });
                        w.document().edit(any ? Texts::tr("Hide all marks") : Texts::tr("Show all marks"),
                                          [&](ReviewState& s) {
                                              for (const render::Decoration& d : render::decorations())
                                                  s.view.*d.shown = !any;
                                          });
                    },
                    {},
                    {}});
    const QHash<QString, QKeySequence> markKeys = {{QStringLiteral("crosshair"), Qt::Key_X}};
    for (const render::Decoration& mark : render::decorations())
        rows.push_back(viewSwitch(QStringLiteral("mark.") + mark.name, marks, mark.title,
                                  markKeys.contains(mark.name) ? Keys{markKeys[mark.name]} : Keys{}, mark.shown));

    const QString theme = menu + QStringLiteral("/") + Texts::tr("&Theme");
    for (const auto& [name, text, value] :
         {std::tuple{QStringLiteral("theme.dark"), Texts::tr("&Dark"), Theme::Dark},
          std::tuple{QStringLiteral("theme.light"), Texts::tr("&Light"), Theme::Light}})
        rows.push_back({name,
                        theme,
                        text,
                        {},
                        {},
                        false,
                        [value = value](MainWindow& w) { w.setTheme(value); },
                        [value = value](MainWindow& w) { return w.preferences().theme == value; },
                        {}});
    const QString language = menu + QStringLiteral("/") + Texts::tr("Lan&guage");
    for (const auto& [code, text] :
         {std::pair{QString(), Texts::tr("As the system")}, std::pair{QStringLiteral("en"), QStringLiteral("English")},
          std::pair{QStringLiteral("nl"), QStringLiteral("Nederlands")}})
        rows.push_back({QStringLiteral("language.") + code,
                        language,
                        text,
                        {},
                        {},
                        false,
                        [code = code](MainWindow& w) {
                            w.preferences().language = code;
                            w.preferences().save();
                            w.say(Texts::tr("The language changes when Neuraxis is started again."));
                        },
                        [code = code](MainWindow& w) { return w.preferences().language == code; },
                        {}});
    rows.push_back({QStringLiteral("header"),
                    menu,
                    Texts::tr("&Header…"),
                    {QKeySequence(Qt::CTRL | Qt::Key_I)},
                    {},
                    true,
                    [](MainWindow& w) { showHeader(w); },
                    {},
                    hasImage});
    rows.push_back({QStringLiteral("panels"),
                    menu,
                    Texts::tr("&Panels at the sides"),
                    {Qt::Key_F9},
                    {},
                    true,
                    [](MainWindow& w) { w.setPanels(!w.preferences().panels); },
                    [](MainWindow& w) { return w.preferences().panels; },
                    {}});
    rows.push_back({QStringLiteral("fullScreen"),
                    menu,
                    Texts::tr("F&ull screen"),
                    {Qt::Key_F11},
                    {},
                    false,
                    [](MainWindow& w) { w.setWindowState(w.windowState() ^ Qt::WindowFullScreen); },
                    [](MainWindow& w) { return w.isFullScreen(); },
                    {}});
}

void addMove(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("&Go");
    const auto add = [&](const char* name, const QString& text, const Keys& keys, const Run& run,
                         bool separator = false) {
        rows.push_back({QString::fromLatin1(name), menu, text, keys, {}, separator, run, {}, hasImage});
    };
    add("sliceUp", Texts::tr("Next slice"), {Qt::Key_Up}, [](MainWindow& w) { w.canvas().scrollSlices(1); });
    add("sliceDown", Texts::tr("Previous slice"), {Qt::Key_Down}, [](MainWindow& w) { w.canvas().scrollSlices(-1); });
    add("sliceUp10", Texts::tr("Ten slices on"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up)},
        [](MainWindow& w) { w.canvas().scrollSlices(10); });
    add("sliceDown10", Texts::tr("Ten slices back"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down)},
        [](MainWindow& w) { w.canvas().scrollSlices(-10); });
    add("sliceFirst", Texts::tr("First slice"), {Qt::Key_Home}, [](MainWindow& w) { w.canvas().goToEnd(true); });
    add("sliceLast", Texts::tr("Last slice"), {Qt::Key_End}, [](MainWindow& w) { w.canvas().goToEnd(false); });
    add(
        "zoomIn", Texts::tr("Enlarge"), {Qt::Key_Plus, Qt::Key_Equal}, [](MainWindow& w) { w.canvas().zoomBy(1.15); },
        true);
    add("zoomOut", Texts::tr("Reduce"), {Qt::Key_Minus}, [](MainWindow& w) { w.canvas().zoomBy(1 / 1.15); });
    const auto pan = [](double x, double y) { return [=](MainWindow& w) { w.canvas().panBy({x, y}); }; };
    add("panLeft", Texts::tr("Move the picture left"), {QKeySequence(Qt::CTRL | Qt::Key_Left)}, pan(-20, 0));
    add("panRight", Texts::tr("Move the picture right"), {QKeySequence(Qt::CTRL | Qt::Key_Right)}, pan(20, 0));
    add("panUp", Texts::tr("Move the picture up"), {QKeySequence(Qt::CTRL | Qt::Key_Up)}, pan(0, -20));
    add("panDown", Texts::tr("Move the picture down"), {QKeySequence(Qt::CTRL | Qt::Key_Down)}, pan(0, 20));
    const auto cursor = [](const WorldVector& lps) { return [=](MainWindow& w) { step(w, lps); }; };
    add("toRight", Texts::tr("Crosshair to the patient's right"), {QKeySequence(Qt::ALT | Qt::Key_Left)},
        cursor({-1, 0, 0}), true);
    add("toLeft", Texts::tr("Crosshair to the patient's left"), {QKeySequence(Qt::ALT | Qt::Key_Right)},
        cursor({1, 0, 0}));
    add("toAnterior", Texts::tr("Crosshair forward"), {QKeySequence(Qt::ALT | Qt::Key_Up)}, cursor({0, -1, 0}));
    add("toPosterior", Texts::tr("Crosshair back"), {QKeySequence(Qt::ALT | Qt::Key_Down)}, cursor({0, 1, 0}));
    add("toSuperior", Texts::tr("Crosshair up"), {QKeySequence(Qt::ALT | Qt::Key_PageUp)}, cursor({0, 0, 1}));
    add("toInferior", Texts::tr("Crosshair down"), {QKeySequence(Qt::ALT | Qt::Key_PageDown)}, cursor({0, 0, -1}));
    const auto series = [](int by) { return [by](MainWindow& w) { w.files().showNeighbour(by); }; };
    add("seriesNext", Texts::tr("Next series"), {Qt::Key_Period}, series(1), true);
    add("seriesPrevious", Texts::tr("Previous series"), {Qt::Key_Comma}, series(-1));
}

void addTools(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("&Mouse");
    for (const Tool& tool : tools()) {
        if (!tool.icon) continue;
        rows.push_back({QStringLiteral("tool.") + QLatin1String(tool.name),
                        menu,
                        tool.title,
                        {QKeySequence(tool.key)},
                        QLatin1String(tool.icon),
                        false,
                        [&tool](MainWindow& w) { w.canvas().setLeftTool(tool); },
                        [&tool](MainWindow& w) { return &w.canvas().leftTool() == &tool; },
                        {}});
    }
    bool first = true;
    for (const MousePreset& preset : mousePresets()) {
        rows.push_back(
            {QStringLiteral("mouse.") + preset.name,
             menu,
             preset.title,
             {},
             {},
             first,
             [&preset](MainWindow& w) { w.setMousePreset(preset.name); },
             [&preset](MainWindow& w) { return mousePreset(w.preferences().mousePreset).name == preset.name; },
             {}});
        first = false;
    }
}

void addVolume(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("3-&D");
    for (const auto& preset : render::volumePresets()) {
        const QString name = preset.name;
        rows.push_back({QStringLiteral("volume.") + name,
                        menu,
                        preset.title,
                        {},
                        {},
                        false,
                        [=](MainWindow& w) {
                            w.document().edit(Texts::tr("Change the 3-D preset"),
                                              [=](ReviewState& s) { s.volume.preset = name; });
                        },
                        [=](MainWindow& w) { return w.document().state().volume.preset == name; },
                        {}});
    }
    struct Look {
        const char* name;
        QString text;
        int key;
        double azimuth, elevation;
    };
    bool first = true;
    for (const Look& look : {Look{"front", Texts::tr("From the front"), Qt::Key_1, 0, 0},
                             Look{"back", Texts::tr("From behind"), Qt::Key_2, 180, 0},
                             Look{"left", Texts::tr("From the patient's left"), Qt::Key_3, 90, 0},
                             Look{"right", Texts::tr("From the patient's right"), Qt::Key_4, -90, 0},
                             Look{"above", Texts::tr("From above"), Qt::Key_5, 0, 90},
                             Look{"below", Texts::tr("From below"), Qt::Key_6, 0, -90}}) {
        rows.push_back({QStringLiteral("look.") + QLatin1String(look.name),
                        menu,
                        look.text,
                        {QKeySequence(Qt::CTRL | Qt::Key(look.key))},
                        {},
                        first,
                        [=](MainWindow& w) {
                            NavigationState next = w.place().state();
                            next.azimuthDeg = look.azimuth;
                            next.elevationDeg = look.elevation;
                            w.place().set(next);
                        },
                        {},
                        hasImage});
        first = false;
    }
}

void addHelp(std::vector<ActionRow>& rows) {
    const QString menu = Texts::tr("&Help");
    rows.push_back({QStringLiteral("shortcuts"),
                    menu,
                    Texts::tr("&Keys and mouse"),
                    {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)},
                    QStringLiteral("help"),
                    false,
                    showShortcuts,
                    {},
                    {}});
    rows.push_back({QStringLiteral("about"), menu, Texts::tr("&About Neuraxis"), {}, {}, false, showAbout, {}, {}});
}

} // namespace

bool hasImage(MainWindow& w) { return w.document().state().base() != nullptr; }
bool hasAnything(MainWindow& w) { return !w.document().state().isEmpty(); }

std::vector<ActionRow> actionTable() {
    std::vector<ActionRow> rows;
    for (const auto add : {addFile, addEdit, addView, addMove, addContrast, addTools, addVolume, addVisits, addSurface,
                           addSeries, addHelp})
        add(rows);
    return rows;
}

} // namespace neuraxis
