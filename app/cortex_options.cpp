#include "app/cortex_options.h"

#include "app/command.h"
#include "core/io/cortex_add.h"
#include "core/model/colour_map.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RenderCommand)
};

const QStringList& directionNames() {
    static const QStringList names{QStringLiteral("lateral"), QStringLiteral("medial"),   QStringLiteral("dorsal"),
                                   QStringLiteral("ventral"), QStringLiteral("anterior"), QStringLiteral("posterior")};
    return names;
}

[[noreturn]] void throwUnknown(const char* option, const QString& word, const QStringList& names) {
    throw Usage{Texts::tr("--%1 %2 is not known; there are %3.")
                    .arg(QLatin1String(option), word, names.join(QStringLiteral(", ")))};
}

QStringList namesOf(const auto& things) {
    QStringList names;
    for (const auto& one : things) names += one->name;
    return names;
}

/// The place of a map or a parcellation among `things` of the cortex, laid on it first when it is a file's; -1 for
/// "none". A file of the other side joins the first. Sentences for what is not there (with the name and what is) and
/// for a file without such a thing (with its name).
int placeOf(std::shared_ptr<const Cortex>& cortex, auto Cortex::*things, const QString& name, io::Job& job,
            const QString& notThere, const QString& noSuchThing) {
    if (name == u"none") return -1;
    const QStringList names = namesOf((*cortex).*things);
    if (const auto known = names.indexOf(name); known >= 0) return static_cast<int>(known);
    if (!QFileInfo(name).isFile())
        throw io::Error(notThere.arg(name, names.isEmpty() ? Texts::tr("none") : names.join(QStringLiteral(", "))));
    const auto before = cortex;
    cortex = io::withFile(cortex, name, job);
    const auto &now = (*cortex).*things, &then = (*before).*things;
    for (std::size_t i = 0; i < now.size(); ++i)
        if (i >= then.size() || now[i] != then[i]) return static_cast<int>(i);
    throw io::Error(noSuchThing.arg(QFileInfo(name).fileName()));
}

int placeOfMap(std::shared_ptr<const Cortex>& cortex, const QString& map, io::Job& job) {
    return placeOf(cortex, &Cortex::maps, map, job, Texts::tr("There is no map and no file %1; the surfaces have %2."),
                   Texts::tr("%1 holds regions, no map. Name it by --regions."));
}

int placeOfRegions(std::shared_ptr<const Cortex>& cortex, const QString& regions, io::Job& job) {
    return placeOf(cortex, &Cortex::parcellations, regions, job,
                   Texts::tr("There are no regions and no file %1; the surfaces have %2."),
                   Texts::tr("%1 holds a map, no regions. Name it by --map."));
}

} // namespace

const QStringList& shapeNames() {
    static const QStringList names{QStringLiteral("white"), QStringLiteral("pial"), QStringLiteral("inflated"),
                                   QStringLiteral("sphere")};
    return names;
}

void addCortexOptions(QCommandLineParser& parser) {
    const auto add = [&](const char* name, const QString& help, const QString& value) {
        parser.addOption({QString::fromLatin1(name), help, value});
    };
    add("map",
        Texts::tr("Of surfaces, a map that they have (thickness, curv, sulc ...) or a file with one; once for each "
                  "side's file. Thickness by default."),
        QStringLiteral("MAP"));
    add("surface",
        Texts::tr("The form of the surfaces: %1, or a number between 0 and 3.")
            .arg(shapeNames().join(QStringLiteral(", "))),
        QStringLiteral("FORM"));
    add("range", Texts::tr("The map's values at the ends of its colours."), QStringLiteral("FROM,TO"));
    add("threshold", Texts::tr("The map is not drawn below this value; of maps of both signs, nearer to zero."),
        QStringLiteral("VALUE"));
    add("colours", Texts::tr("The map's colours, by the names that the program shows."), QStringLiteral("NAME"));
    add("regions", Texts::tr("A parcellation that the surfaces have, a file with one, or \"none\"."),
        QStringLiteral("NAME"));
    parser.addOption({QStringLiteral("filled"), Texts::tr("Draws regions as areas, not by their borders.")});
    add("views",
        Texts::tr("From where the layout \"surface\" looks: some of %1.")
            .arg(directionNames().join(QStringLiteral(", "))),
        QStringLiteral("LIST"));
}

CortexOptions cortexOptionsOf(const QCommandLineParser& parser) {
    const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
    CortexOptions options;
    options.maps = parser.values(QStringLiteral("map"));
    options.regions = parser.values(QStringLiteral("regions"));
    options.filled = parser.isSet(QStringLiteral("filled"));
    if (const QString form = value("surface"); !form.isEmpty()) {
        bool isNumber = false;
        const double number = form.toDouble(&isNumber);
        const auto named = shapeNames().indexOf(form.toLower());
        if (!(isNumber && number >= 0 && number <= 3) && named < 0)
            throwUnknown("surface", form, shapeNames() + QStringList{Texts::tr("numbers from 0 to 3")});
        options.shape = isNumber ? number : static_cast<double>(named);
    }
    if (parser.isSet(QStringLiteral("range"))) {
        const auto ends = numbersOf(QStringLiteral("range"), value("range"), u',', 2);
        if (!(ends[1] > ends[0])) throw Usage{Texts::tr("The second value of --range must be greater than the first.")};
        options.range = Range{ends[0], ends[1]};
    }
    if (parser.isSet(QStringLiteral("threshold")))
        options.threshold = numbersOf(QStringLiteral("threshold"), value("threshold"), u',', 1)[0];
    options.colours = value("colours");
    if (!options.colours.isEmpty() && colourMap(options.colours).name != options.colours) {
        QStringList names;
        for (const ColourMap& map : colourMaps()) names += map.name;
        throwUnknown("colours", options.colours, names);
    }
    if (parser.isSet(QStringLiteral("views")))
        for (const QString& word : value("views").split(u',')) {
            const auto place = directionNames().indexOf(word.trimmed().toLower());
            if (place < 0) throwUnknown("views", word, directionNames());
            const auto direction = static_cast<CortexDirection>(place);
            if (std::find(options.directions.begin(), options.directions.end(), direction) == options.directions.end())
                options.directions.push_back(direction);
        }
    return options;
}

bool CortexOptions::isEmpty() const {
    return maps.isEmpty() && !shape && !range && !threshold && colours.isEmpty() && regions.isEmpty() && !filled &&
           directions.empty();
}

void applyCortexOptions(const CortexOptions& options, ReviewState& state) {
    if (options.shape) state.cortex.shape = *options.shape;
    if (!options.directions.empty()) {
        if (options.directions.size() > 1 && state.layout != QStringLiteral("surface"))
            throw Usage{Texts::tr("The layout %1 has one surface: name one direction with --views, or take --layout "
                                  "surface.")
                            .arg(state.layout)};
        state.cortex.directions = options.directions;
        state.cortex.eye = {options.directions.front(), {}};
    }
    if (state.cortices.empty()) {
        if (!options.isEmpty() || state.layout.startsWith(QStringLiteral("surface")))
            throw io::Error(
                Texts::tr("There are no surfaces here. Name a FreeSurfer subject folder or surface files."));
        return;
    }
    io::Job job;
    std::shared_ptr<const Cortex> cortex = state.cortices.front().cortex;
    if (options.shape && hasSurface(*cortex))
        for (const double needed : {std::floor(*options.shape), std::ceil(*options.shape)})
            if (!cortex->has(static_cast<SurfaceShape>(needed)))
                throw io::Error(Texts::tr("There is no surface of the form %1 here. Choose another with --surface.")
                                    .arg(shapeNames()[static_cast<qsizetype>(needed)]));
    // Lateral and medial views are of one side: the left, where there is one
    CortexEye& eye = state.cortex.eye;
    if (eye.direction == CortexDirection::Lateral || eye.direction == CortexDirection::Medial)
        eye.side = cortex->side(Side::Left) ? Side::Left : Side::Right;
    std::optional<int> map, regions;
    for (const QString& name : options.maps) map = placeOfMap(cortex, name, job);
    for (const QString& name : options.regions) regions = placeOfRegions(cortex, name, job);
    CortexLayer layer = makeCortexLayer(cortex);
    if (map) layer.display.map = *map;
    if (regions) layer.display.parcellation = *regions;
    if (options.filled) layer.display.regions = Drawn::Fill;
    if (options.range || options.threshold || !options.colours.isEmpty()) {
        if (!layer.mapDisplay()) throw io::Error(Texts::tr("There is no map to draw so. Name one with --map."));
        Display& display = layer.display.maps[static_cast<std::size_t>(layer.display.map)];
        if (!options.colours.isEmpty()) display.colourMap = options.colours;
        if (options.range) {
            display.windows = {*options.range};
            if (options.range->low < 0) {
                display.negative.reset(); // one scale through zero was asked for
                display.hideBelow.reset();
            } else if (display.negative) {
                display.negative->window = *options.range;
            }
        }
        if (options.threshold) display.hideBelow = *options.threshold;
    }
    state.cortices.front() = layer;
}

} // namespace neuraxis
