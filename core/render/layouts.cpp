#include "core/render/layouts.h"

#include "core/model/compared_state.h"
#include "core/render/slice_geometry.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

namespace neuraxis::render {

namespace {

using Cells = std::vector<Cell>;
using Views = std::vector<ViewOf>;

constexpr double gap = 2; ///< Between views, in units of the area

/// Equal places in rows and columns, on whole units so that no edge is blurred.
QRectF placeInGrid(const QRectF& area, int columns, int rows, int index) {
    const auto edge = [](double start, double size, int parts, int part) {
        return start + std::round((size + gap) * part / parts);
    };
    const int column = index % columns, row = index / columns;
    const QPointF first(edge(area.left(), area.width(), columns, column), edge(area.top(), area.height(), rows, row));
    const QPointF next(edge(area.left(), area.width(), columns, column + 1),
                       edge(area.top(), area.height(), rows, row + 1));
    return {first, next - QPointF(gap, gap)};
}

Cells grid(const QRectF& area, int columns, int rows, const Views& views) {
    Cells cells;
    for (int index = 0; index < static_cast<int>(views.size()); ++index)
        cells.push_back({views[static_cast<std::size_t>(index)], placeInGrid(area, columns, rows, index)});
    return cells;
}

Cells planes(const ReviewState&, const NavigationState&, const QRectF& area) {
    const Views views{{Plane::Axial, {}}, {Plane::Coronal, {}}, {Plane::Sagittal, {}}};
    return area.width() >= area.height() ? grid(area, 3, 1, views) : grid(area, 1, 3, views);
}

// As in Slicer: the coronal plane lies below the axial one and beside the sagittal one,
// so that the crosshair's lines run on from view to view.
Cells four(const ReviewState&, const NavigationState&, const QRectF& area) {
    return grid(area, 2, 2, {{Plane::Axial, {}}, {}, {Plane::Coronal, {}}, {Plane::Sagittal, {}}});
}

Cells surfaceAndPlanes(const ReviewState& state, const NavigationState&, const QRectF& area) {
    return grid(area, 2, 2, {{Plane::Axial, {}}, {{}, state.cortex.eye}, {Plane::Coronal, {}}, {Plane::Sagittal, {}}});
}

Cells surfaceSingle(const ReviewState& state, const NavigationState&, const QRectF& area) {
    return {{{{}, state.cortex.eye}, area}};
}

// As in papers: of each direction that shows one side, left beside right, one below the other; then the others.
Cells surface(const ReviewState& state, const NavigationState&, const QRectF& area) {
    Views paired, others;
    for (const CortexDirection direction : state.cortex.directions) {
        if (direction != CortexDirection::Lateral && direction != CortexDirection::Medial) {
            others.push_back({{}, CortexEye{direction, {}}});
            continue;
        }
        paired.push_back({{}, CortexEye{direction, Side::Left}});
        paired.push_back({{}, CortexEye{direction, Side::Right}});
    }
    const int count = static_cast<int>(others.size()), pairs = static_cast<int>(paired.size()) / 2;
    if (pairs == 0) {
        const double aspect = area.height() > 0 ? area.width() / area.height() : 1;
        const int columns =
            std::clamp(static_cast<int>(std::lround(std::sqrt(count * aspect / 1.3))), 1, std::max(1, count));
        return grid(area, columns, (count + columns - 1) / columns, others);
    }
    const int columns = 2 + (count + pairs - 1) / pairs;
    Cells cells;
    for (int i = 0; i < 2 * pairs; ++i)
        cells.push_back(
            {paired[static_cast<std::size_t>(i)], placeInGrid(area, columns, pairs, i / 2 * columns + i % 2)});
    for (int i = 0; i < count; ++i)
        cells.push_back({others[static_cast<std::size_t>(i)],
                         placeInGrid(area, columns, pairs, i % pairs * columns + 2 + i / pairs)});
    return cells;
}

template <Plane plane> Cells single(const ReviewState&, const NavigationState&, const QRectF& area) {
    return {{{plane, {}}, area}};
}

/// The places of the visits that are to be seen; all where none is.
std::vector<int> visitsShown(const ReviewState& state) {
    std::vector<int> shown;
    const bool any =
        std::any_of(state.visits.begin(), state.visits.end(), [](const auto& visit) { return visit.shown; });
    for (std::size_t visit = 0; visit < state.visits.size(); ++visit)
        if (state.visits[visit].shown || !any) shown.push_back(static_cast<int>(visit));
    return shown;
}

/// Each visit in one plane, as large as the area lets them be, by date along the rows.
template <Plane plane> Cells visits(const ReviewState& state, const NavigationState&, const QRectF& area) {
    if (!isComparing(state)) return {{{plane, {}}, area}};
    Views views;
    for (const int visit : visitsShown(state)) views.push_back({plane, {}, visit});
    const int count = static_cast<int>(views.size());
    int columns = 1;
    double largest = 0;
    for (int each = 1; each <= count; ++each) {
        const double side = std::min(area.width() / each, area.height() / ((count + each - 1) / each));
        if (side > largest + gap) {
            largest = side;
            columns = each;
        }
    }
    return grid(area, columns, (count + columns - 1) / columns, views);
}

/// Each visit in a column of its three planes, by date.
Cells visitsInPlanes(const ReviewState& state, const NavigationState& navigation, const QRectF& area) {
    if (!isComparing(state)) return planes(state, navigation, area);
    Views views;
    const std::vector<int> shown = visitsShown(state);
    for (const Plane plane : {Plane::Axial, Plane::Coronal, Plane::Sagittal})
        for (const int visit : shown) views.push_back({plane, {}, visit});
    return grid(area, static_cast<int>(shown.size()), 3, views);
}

Cells volume(const ReviewState&, const NavigationState&, const QRectF& area) { return {{{}, area}}; }

// Axial slices from the lowest to the highest, as many as leave each about a fifth of the area's longer side.
Cells lightbox(const ReviewState& state, const NavigationState& navigation, const QRectF& area) {
    if (!state.base() || area.isEmpty()) return {{{Plane::Axial, {}}, area}};
    const VolumeHeader& header = state.base()->volume->header();
    const WorldVector normal = planeBasis(Plane::Axial, state.view, &header).normal;
    double thickness = 0;
    for (int axis = 0; axis < 3; ++axis)
        thickness += std::abs(dot(header.voxelToLps.step(axis), normal)) * header.size[static_cast<std::size_t>(axis)];
    const double stepMm = sliceStepMm(header, normal);

    const double aspect = area.width() / area.height();
    int columns = std::clamp(static_cast<int>(std::lround(4.5 * std::sqrt(aspect))), 1, 8);
    int rows = std::clamp(static_cast<int>(std::lround(4.5 / std::sqrt(aspect))), 1, 8);
    const int slices = std::max(1, static_cast<int>(std::lround(thickness / stepMm)));
    while (columns * rows > slices && columns * rows > 1) --(columns >= rows ? columns : rows);

    Cells cells;
    const int count = columns * rows;
    const double middle = dot(header.centreLps() - navigation.cursorLps, normal);
    for (int index = 0; index < count; ++index) {
        // The ends of a head scan are air and shoulders: no slice lies on them.
        const double part = ((index + 0.5) / count - 0.5) * (count > 4 ? 0.9 : 1);
        cells.push_back({{Plane::Axial, {}}, placeInGrid(area, columns, rows, index), middle + part * thickness});
    }
    return cells;
}

struct Row {
    const char* name;
    const char* title;
    std::vector<Cell> (*cells)(const ReviewState&, const NavigationState&, const QRectF&);
};

constexpr Row table[] = {
    {"four", QT_TRANSLATE_NOOP("Layout", "Planes and 3-D"), four},
    {"planes", QT_TRANSLATE_NOOP("Layout", "Three planes"), planes},
    {"axial", QT_TRANSLATE_NOOP("Layout", "Axial"), single<Plane::Axial>},
    {"coronal", QT_TRANSLATE_NOOP("Layout", "Coronal"), single<Plane::Coronal>},
    {"sagittal", QT_TRANSLATE_NOOP("Layout", "Sagittal"), single<Plane::Sagittal>},
    {"volume", QT_TRANSLATE_NOOP("Layout", "3-D"), volume},
    {"surface", QT_TRANSLATE_NOOP("Layout", "Surfaces"), surface},
    {"surface-planes", QT_TRANSLATE_NOOP("Layout", "Planes and surface"), surfaceAndPlanes},
    {"surface-single", QT_TRANSLATE_NOOP("Layout", "One surface"), surfaceSingle},
    {"visits-planes", QT_TRANSLATE_NOOP("Layout", "Visits: three planes"), visitsInPlanes},
    {"visits-axial", QT_TRANSLATE_NOOP("Layout", "Visits: axial"), visits<Plane::Axial>},
    {"visits-coronal", QT_TRANSLATE_NOOP("Layout", "Visits: coronal"), visits<Plane::Coronal>},
    {"visits-sagittal", QT_TRANSLATE_NOOP("Layout", "Visits: sagittal"), visits<Plane::Sagittal>},
    {"lightbox", QT_TRANSLATE_NOOP("Layout", "Lightbox"), lightbox},
};

} // namespace

const std::vector<Layout>& layouts() {
    static const std::vector<Layout> all = [] {
        std::vector<Layout> made;
        for (const Row& row : table)
            made.push_back(
                {QString::fromLatin1(row.name), QCoreApplication::translate("Layout", row.title), row.cells});
        return made;
    }();
    return all;
}

const Layout* findLayout(const QString& name) {
    const auto& all = layouts();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Layout& layout) { return layout.name == name; });
    return found == all.end() ? nullptr : &*found;
}

namespace {
const QString visitsPrefix = QStringLiteral("visits-");
}

bool isVisitsLayout(const QString& name) { return name.startsWith(visitsPrefix); }

QString visitsLayout(const QString& name) {
    if (isVisitsLayout(name)) return name;
    return visitsPrefix + (findLayout(visitsPrefix + name) ? name : QStringLiteral("planes"));
}

QString plainLayout(const QString& name) { return isVisitsLayout(name) ? name.mid(visitsPrefix.size()) : name; }

void showAlone(ReviewState& state, const ViewOf& view) {
    constexpr std::array planes{"axial", "coronal", "sagittal"};
    if (view.cortex) state.cortex.eye = *view.cortex;
    if (view.visit)
        for (int visit = 0; visit < static_cast<int>(state.visits.size()); ++visit)
            state.visits[static_cast<std::size_t>(visit)].shown = visit == *view.visit;
    state.layout = view.visit ? visitsPrefix : QString();
    state.layout += QString::fromLatin1(view.plane    ? planes[static_cast<std::size_t>(*view.plane)]
                                        : view.cortex ? "surface-single"
                                                      : "volume");
}

std::vector<Plane> planesOf(const std::vector<Cell>& cells) {
    std::vector<Plane> planes;
    for (const Cell& cell : cells)
        if (cell.plane && std::find(planes.begin(), planes.end(), *cell.plane) == planes.end())
            planes.push_back(*cell.plane);
    return planes;
}

QString eyeTitle(const CortexEye& eye) {
    static constexpr const char* titles[6][3] = {
        {QT_TRANSLATE_NOOP("Layout", "Left lateral"), QT_TRANSLATE_NOOP("Layout", "Right lateral"),
         QT_TRANSLATE_NOOP("Layout", "From the left")},
        {QT_TRANSLATE_NOOP("Layout", "Left medial"), QT_TRANSLATE_NOOP("Layout", "Right medial"),
         QT_TRANSLATE_NOOP("Layout", "From the right")},
        {QT_TRANSLATE_NOOP("Layout", "Left dorsal"), QT_TRANSLATE_NOOP("Layout", "Right dorsal"),
         QT_TRANSLATE_NOOP("Layout", "Dorsal")},
        {QT_TRANSLATE_NOOP("Layout", "Left ventral"), QT_TRANSLATE_NOOP("Layout", "Right ventral"),
         QT_TRANSLATE_NOOP("Layout", "Ventral")},
        {QT_TRANSLATE_NOOP("Layout", "Left anterior"), QT_TRANSLATE_NOOP("Layout", "Right anterior"),
         QT_TRANSLATE_NOOP("Layout", "Anterior")},
        {QT_TRANSLATE_NOOP("Layout", "Left posterior"), QT_TRANSLATE_NOOP("Layout", "Right posterior"),
         QT_TRANSLATE_NOOP("Layout", "Posterior")}};
    return QCoreApplication::translate(
        "Layout", titles[static_cast<int>(eye.direction)][eye.side ? static_cast<int>(*eye.side) : 2]);
}

} // namespace neuraxis::render
