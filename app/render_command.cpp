#include "app/command.h"
#include "app/compared_images.h"
#include "app/cortex_options.h"
#include "app/named_rows.h"
#include "app/output_file.h"
#include "app/study_visits.h"

#include "core/analysis/brain_mask.h"
#include "core/io/scan.h"
#include "core/model/window_level.h"
#include "core/model/words.h"
#include "core/render/layouts.h"
#include "core/render/snapshot.h"
#include "core/render/volume_presets.h"

#include <QColor>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RenderCommand)
};

struct Wish {
    QStringList paths;
    QString out, layout, preset;
    std::optional<WorldPoint> at;
    std::optional<Range> window;
    int volume = 1;   ///< From 1
    ImageWish images; ///< Of a study's participant
    Blend blend = Blend::None;
    render::SnapshotOptions options;
    CortexOptions cortex;
};

template <class Rows> QString namesOf(const Rows& rows) {
    QStringList names;
    for (const auto& row : rows) names += row.name;
    return names.join(QStringLiteral(", "));
}

/// In the order of Blend, from Blend::Wipe.
const QStringList& blendNames() {
    static const QStringList all{QStringLiteral("wipe"), QStringLiteral("checkerboard"), QStringLiteral("fusion"),
                                 QStringLiteral("difference")};
    return all;
}

void addOptions(QCommandLineParser& parser) {
    const auto add = [&](const char* name, const QString& help, const QString& value, const QString& byDefault = {}) {
        parser.addOption({QString::fromLatin1(name), help, value, byDefault});
    };
    parser.setApplicationDescription(Texts::tr(
        "Makes a picture of volumes without a window: the first volume of every PATH, the later ones over the first."));
    parser.addPositionalArgument(QStringLiteral("PATH..."),
                                 Texts::tr("Files or folders; each is one layer, from the lowest up. Or a study and a "
                                           "participant's pseudonym."),
                                 QStringLiteral("render PATH... | render STUDY PARTICIPANT"));
    add("out", Texts::tr("The PNG file to write."), QStringLiteral("FILE.png"));
    add("layout", Texts::tr("One of: %1.").arg(namesOf(render::layouts())), QStringLiteral("NAME"),
        QStringLiteral("planes"));
    add("at", Texts::tr("Where the crosshair is, in RAS millimetres; the middle of the first volume by default."),
        QStringLiteral("R,A,S"));
    add("window", Texts::tr("Centre and width of the first volume's window."), QStringLiteral("C,W"));
    add("volume", Texts::tr("Which volume of a series with several, from 1."), QStringLiteral("N"),
        QStringLiteral("1"));
    add("visit",
        Texts::tr("Of a participant: labels of the visits that are shown, as 3 or 3,1; the first is the one in front. "
                  "All by default."),
        QStringLiteral("LABELS"));
    add("kind", Texts::tr("Of a participant: which images: T1, diffusion, cord ..."), QStringLiteral("KIND"));
    add("blend",
        Texts::tr("How two visits lie over one another; one of: %1.").arg(blendNames().join(QStringLiteral(", "))),
        QStringLiteral("HOW"));
    add("preset", Texts::tr("How the 3-D view looks; one of: %1.").arg(namesOf(render::volumePresets())),
        QStringLiteral("NAME"));
    addCortexOptions(parser);
    add("size", Texts::tr("Width and height in pixels."), QStringLiteral("WxH"), QStringLiteral("1600x900"));
    add("scale", Texts::tr("Makes picture, lines and text this many times as large: 2 for print."), QStringLiteral("N"),
        QStringLiteral("1"));
    add("background", Texts::tr("A colour's name, #rrggbb or transparent."), QStringLiteral("COLOUR"),
        QStringLiteral("black"));
    parser.addOption({QStringLiteral("no-text"), Texts::tr("Draws no letters, numbers or words.")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, Texts::tr("Shows this help.")});
}

Wish wishOf(const QCommandLineParser& parser) {
    const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&](const char* name) { return parser.isSet(QString::fromLatin1(name)); };
    Wish wish;
    wish.paths = parser.positionalArguments();
    wish.out = value("out");
    if (wish.paths.isEmpty()) throw Usage{Texts::tr("Name at least one file or folder to make a picture of.")};
    if (wish.out.isEmpty()) throw Usage{Texts::tr("Say where the picture goes: --out FILE.png.")};
    if (!wish.out.endsWith(u".png", Qt::CaseInsensitive))
        throw Usage{Texts::tr("Pictures are written as PNG: let --out end in .png.")};
    wish.layout = value("layout");
    if (!render::findLayout(wish.layout))
        throw Usage{Texts::tr("There is no layout %1; there are %2.").arg(wish.layout, namesOf(render::layouts()))};
    if (const QString labels = value("visit"); !labels.isEmpty()) wish.images.visits = labels.split(u',');
    wish.images.kind = value("kind");
    if (const QString blend = value("blend"); !blend.isEmpty()) {
        const auto at = blendNames().indexOf(blend);
        if (at < 0)
            throw Usage{Texts::tr("There is no way to blend called %1; there are %2.")
                            .arg(blend, blendNames().join(QStringLiteral(", ")))};
        wish.blend = static_cast<Blend>(at + 1);
    }
    wish.preset = value("preset");
    if (!wish.preset.isEmpty() && !render::findVolumePreset(wish.preset))
        throw Usage{
            Texts::tr("There is no preset %1; there are %2.").arg(wish.preset, namesOf(render::volumePresets()))};
    if (isSet("at")) {
        const auto ras = numbersOf(QStringLiteral("at"), value("at"), u',', 3);
        wish.at = {-ras[0], -ras[1], ras[2]};
    }
    if (isSet("window")) {
        const auto window = numbersOf(QStringLiteral("window"), value("window"), u',', 2);
        if (!(window[1] > 0)) throw Usage{Texts::tr("The width of --window must be greater than 0.")};
        wish.window = rangeOf(window[0], window[1]);
    }
    const double volume = numbersOf(QStringLiteral("volume"), value("volume"), u',', 1)[0];
    if (volume < 1 || volume > std::numeric_limits<int>::max() || volume != std::floor(volume))
        throw Usage{Texts::tr("--volume is a whole number from 1.")};
    wish.volume = static_cast<int>(volume);
    const auto size = numbersOf(QStringLiteral("size"), value("size"), u'x', 2);
    wish.options.scale = numbersOf(QStringLiteral("scale"), value("scale"), u',', 1)[0];
    constexpr double most = 16384;
    for (const double side : size)
        if (side < 16 || side * wish.options.scale > most || side * wish.options.scale < 16 || side != std::floor(side))
            throw Usage{Texts::tr("Pictures are from 16 to %1 pixels wide and high.").arg(most)};
    wish.options.size = {static_cast<int>(size[0]), static_cast<int>(size[1])};
    wish.options.background = value("background");
    if (!QColor(wish.options.background).isValid())
        throw Usage{Texts::tr("%1 is no colour; write a name as \"white\", #rrggbb or transparent.")
                        .arg(wish.options.background)};
    wish.options.text = !isSet("no-text");
    wish.cortex = cortexOptionsOf(parser);
    return wish;
}

/// The first volume of each path, unless only surfaces are to be seen, and the cortex that all the paths have together:
/// lh.pial and rh.pial are one.
void addPaths(const QStringList& paths, bool withVolumes, bool needsSurfaces, ReviewState& state) {
    io::Job job;
    std::vector<io::Scan> scans;
    for (const QString& path : paths) {
        const io::Scan& scan = scans.emplace_back(io::scan({path}, job));
        if (scan.found.empty() && scan.cortices.empty())
            throw io::Error(scan.skipped.empty() ? Texts::tr("There is no image in %1.").arg(path)
                                                 : scan.skipped.front().reason);
    }
    const auto hasSurfaces = [](const io::Scan& scan) { return !scan.cortices.empty(); };
    if (std::any_of(scans.begin(), scans.end(), hasSurfaces)) {
        const io::Scan all = paths.size() == 1 ? scans.front() : io::scan(paths, job);
        if (all.cortices.size() > 1 && needsSurfaces)
            throw io::Error(Texts::tr("There are %1 sets of surfaces here, and a picture is of one. Name one of them.")
                                .arg(all.cortices.size()));
        for (const io::Skipped& skipped : all.skipped) printLine(stderr, skipped.reason);
        if (all.cortices.size() == 1) state.cortices = {makeCortexLayer(all.cortices.front().source->read(job))};
    }
    for (const io::Scan& scan : scans)
        if (withVolumes && !scan.found.empty())
            state.layers.push_back(makeLayer(io::read(scan.found.front(), job), !state.layers.empty()));
}

/// The cortex of a visit, as its FreeSurfer folder has it.
void addCortex(const VisitImages& images, const QString& visit, ReviewState& state, io::Job& job) {
    QStringList paths;
    for (const VisitImages::Image& image : images.images)
        if (images.visits[image.visit].uid == visit) paths << image.path;
    const io::Scan scan = io::scan(paths, job);
    if (!scan.cortices.empty()) state.cortices = {makeCortexLayer(scan.cortices.front().source->read(job))};
}

/// The images of a participant's visits, the first of those that are named in front.
void addVisits(const Wish& wish, bool needsSurfaces, ReviewState& state, NavigationState& navigation) {
    if (wish.paths.size() != 2) throw Usage{Texts::tr("Name the study and one participant.")};
    io::Job job;
    const auto study = study::Study::open(studyPlace(wish.paths[0]), study::Study::Mode::Read);
    const FilteredStudy all(study->cohort());
    const CohortIndex::Row& row = rowNamed(all, wish.paths[1], wish.paths[0]);
    const ComparedImages images = comparedImages(*study, all.index, row, wish.images, job);
    for (const QString& problem : images.problems) printLine(stderr, problem);
    if (images.visits.empty()) throw io::Error(Texts::tr("There is no image to make a picture of."));
    const auto labelled = [&](qsizetype which) -> const ComparedVisit& {
        const QString uid = visitNamed(row, wish.images.visits.value(which));
        for (const ComparedVisit& visit : images.visits)
            if (visit.uid == uid) return visit;
        throw io::Error(Texts::tr("There is no image like that at visit %1.").arg(wish.images.visits.value(which)));
    };
    if (wish.blend != Blend::None && images.visits.size() < 2)
        throw io::Error(Texts::tr("There is one visit with such an image only: --blend needs two."));
    const ComparedVisit& front = wish.images.visits.isEmpty() ? images.visits.back() : labelled(0);
    state.layers = {makeLayer(front.volume, false)};
    if (images.visits.size() > 1) state.visits = images.visits;
    if (wish.images.visits.size() > 1) navigation.pair.other = labelled(1).uid;
    navigation.pair.blend = wish.blend;
    for (const ComparedVisit& visit : state.visits)
        if (!visit.place.isAligned()) printLine(stderr, visit.title + QStringLiteral(": ") + visit.place.reason);
    if (needsSurfaces) addCortex(imagesOf(all.index, row.participant->uid), front.uid, state, job);
}

void makePicture(const Wish& wish) {
    ReviewState state;
    state.layout = wish.layout;
    if (!wish.preset.isEmpty()) state.volume.preset = wish.preset;
    // The visits that a layout may be of are not read yet: of what it is made does not depend on them.
    const auto cells = render::findLayout(state.layout)->cells(state, {}, {0, 0, 100, 100});
    const auto any = [&](auto is) { return std::any_of(cells.begin(), cells.end(), is); };
    const bool has3d = any([](const render::Cell& cell) { return cell.isVolume(); });
    const bool hasPlanes = any([](const render::Cell& cell) { return cell.plane.has_value(); });
    const bool hasSurfaces = any([](const render::Cell& cell) { return cell.cortex.has_value(); });
    NavigationState navigation;
    const bool needsSurfaces = hasSurfaces || !wish.cortex.isEmpty();
    if (isStudy(wish.paths.front()))
        addVisits(wish, needsSurfaces, state, navigation);
    else if (!wish.images.visits.isEmpty() || !wish.images.kind.isEmpty() || wish.blend != Blend::None)
        throw Usage{Texts::tr("--visit, --kind and --blend are for a study's participant: name the study and the "
                              "participant.")};
    else
        addPaths(wish.paths, has3d || hasPlanes, needsSurfaces, state);
    applyCortexOptions(wish.cortex, state);
    if (hasSurfaces && !hasPlanes && !hasSurface(*state.cortices.front().cortex))
        throw io::Error(
            Texts::tr("There are values here, but no surface to show them on. Name the surface's file too."));
    if (state.layers.empty()) {
        // Nothing but surfaces: a crosshair is somewhere only when it was said where.
        state.view.crosshair = wish.at.has_value();
        if (has3d || hasPlanes)
            throw io::Error(
                Texts::tr("There is no image to be seen in the layout %1. Choose --layout surface.").arg(state.layout));
    } else {
        Layer& base = state.layers.front();
        const VisitPair pair = navigation.pair;
        navigation = NavigationState::at(base.volume->header());
        navigation.pair = pair;
        int most = 1;
        for (const Layer& layer : state.layers) most = std::max(most, layer.volume->header().volumes);
        if (wish.volume > most)
            throw io::Error(
                Texts::tr("There is no volume %1: the series has %n volume(s).", nullptr, most).arg(wish.volume));
        navigation.volume = wish.volume - 1;
        if (wish.window) base.setWindow(*wish.window, navigation.volume);
        if (wish.at && !base.volume->header().contains(*wish.at))
            throw io::Error(Texts::tr("The place %1 lies outside the first volume. Choose one inside.")
                                .arg(positionInWords(*wish.at)));
        for (const Layer& layer : state.layers)
            tellWarnings(layer.volume->header().name, layer.volume->header().findings);
        if (has3d && render::findVolumePreset(state.volume.preset)->brainOnly) base.brain = brainMask(*base.volume);
    }
    if (wish.at) navigation.cursorLps = *wish.at;
    for (const CortexLayer& layer : state.cortices) tellWarnings(layer.cortex->name, layer.cortex->findings);
    writePicture(wish.out, render::snapshot(state, navigation, wish.options));
}

} // namespace

int renderCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    try {
        if (!parser.parse(QStringList{QStringLiteral("neuraxis")} + arguments)) throw Usage{parser.errorText()};
        if (parser.isSet(QStringLiteral("help"))) {
            printLine(stdout, parser.helpText().trimmed());
            return 0;
        }
        makePicture(wishOf(parser));
        return 0;
    } catch (const Usage& usage) {
        printLine(stderr, usage.sentence + u' ' + Texts::tr("See neuraxis render --help."));
        return 2;
    } catch (const io::Error& error) {
        printLine(stderr, error.sentence());
        return 1;
    } catch (const std::bad_alloc&) {
        printLine(stderr,
                  Texts::tr("There is not enough memory for this picture; choose a smaller one or a smaller volume."));
        return 1;
    }
}

} // namespace neuraxis
