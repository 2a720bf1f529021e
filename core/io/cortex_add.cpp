#include "core/io/cortex_add.h"

#include "core/io/cortex_mask.h"
#include "core/io/side_index.h"
#include "core/io/surface_part.h"
#include "core/io/vertex_regions.h"

#include <QCoreApplication>
#include <algorithm>

namespace neuraxis::io {

namespace {

/// How many vertices each side has, in words.
QString verticesOf(const Cortex& cortex) {
    QStringList words;
    for (const Side side : {Side::Left, Side::Right})
        if (const Hemisphere* h = cortex.side(side))
            words << QCoreApplication::translate("io", "%1 on the %2").arg(h->vertices).arg(sideWord(side));
    return words.join(QStringLiteral(", "));
}

/// The side that `count` values lie on. Throws Error.
Side sideFor(const Cortex& cortex, const SurfacePart& part, std::size_t count) {
    const auto fits = [&](Side side) { return cortex.side(side) && cortex.side(side)->vertices == count; };
    const bool left = fits(Side::Left), right = fits(Side::Right);
    if (!left && !right)
        throw Error(QCoreApplication::translate("io", "%1 is for %2 vertices, and %3 has %4. Choose a file of the same "
                                                      "surface.")
                        .arg(fileName(part.path))
                        .arg(count)
                        .arg(cortex.name, verticesOf(cortex)));
    if (!part.side) {
        if (left && right)
            throw Error(QCoreApplication::translate("io",
                                                    "Nothing says which hemisphere %1 is of. Put lh. or rh. before its "
                                                    "name.")
                            .arg(fileName(part.path)));
        return left ? Side::Left : Side::Right;
    }
    if (!fits(*part.side))
        throw Error(QCoreApplication::translate("io",
                                                "%1 is called a file of the %2 hemisphere, but has as many values, %3, "
                                                "as the other one has vertices. Choose the file of this side.")
                        .arg(fileName(part.path), sideWord(*part.side))
                        .arg(count));
    return *part.side;
}

/// The thing of that name with room for changes: a copy of the one there is in its place, or a new one at the end.
template <class Thing> Thing& changeable(std::vector<std::shared_ptr<const Thing>>& all, const QString& name) {
    auto place = std::find_if(all.begin(), all.end(), [&](const auto& thing) { return thing->name == name; });
    auto copy = place == all.end() ? std::make_shared<Thing>() : std::make_shared<Thing>(**place);
    copy->name = name;
    if (place == all.end())
        all.push_back(copy);
    else
        *place = copy;
    return *copy;
}

/// Says what is cortex where nothing did before.
void tellCortex(Cortex& cortex, Side side, std::vector<std::uint8_t> isCortex) {
    auto& hemisphere = cortex.sides[at(side)];
    if (isCortex.empty() || !hemisphere || !hemisphere->cortex.empty()) return;
    auto with = std::make_shared<Hemisphere>(*hemisphere);
    with->cortex = std::move(isCortex);
    hemisphere = std::move(with);
}

RegionData regionOf(const SurfacePart& part, const LabelData& label, const Cortex& cortex, Side side) {
    const Hemisphere* h = cortex.side(side);
    auto data = h ? regionOfLabel(label, part.name.name, h->vertices) : std::nullopt;
    if (!data) {
        const auto greatest = std::max_element(label.vertices.begin(), label.vertices.end());
        throw Error(QCoreApplication::translate("io", "%1 has the vertex %2, and %3 has %4. Choose a file of the same "
                                                      "surface.")
                        .arg(fileName(part.path))
                        .arg(greatest == label.vertices.end() ? 0 : *greatest)
                        .arg(cortex.name, verticesOf(cortex)));
    }
    return std::move(*data);
}

} // namespace

std::shared_ptr<const Cortex> withFile(const std::shared_ptr<const Cortex>& cortex, const QString& path, Job& job) {
    const auto part = inspectAnySurface(path);
    job.throwIfCancelled();
    const auto nothing = [&] {
        return Error(QCoreApplication::translate("io",
                                                 "%1 holds nothing to lay on a surface. Choose a map, an annotation or "
                                                 "a label.")
                         .arg(fileName(path)));
    };
    if (!part || part->kind == SurfacePart::Kind::Surface || part->kind == SurfacePart::Kind::Stats) throw nothing();
    SurfaceContent content = load(*part);
    // For files of some vertices: of others the number of values tells the side
    const Side sideOfSome = part->side.value_or(cortex->side(Side::Left) ? Side::Left : Side::Right);
    spread(content, cortex->side(sideOfSome) ? cortex->side(sideOfSome)->vertices : 0, path);
    auto with = std::make_shared<Cortex>(*cortex);
    for (auto& [name, values] : content.maps) {
        const Side side = sideFor(*cortex, *part, values.size());
        CortexMap& map = changeable(with->maps, name);
        if (map.unit.isEmpty()) map.unit = unitOfMap(name);
        tellCortex(*with, side, cortexByThickness(name, values));
        map.values[at(side)] = std::make_shared<const std::vector<float>>(std::move(values));
    }
    std::optional<RegionData> regions = std::move(content.regions);
    if (content.vertexSet) regions = regionOf(*part, *content.vertexSet, *cortex, sideOfSome);
    if (regions) {
        const Side side = content.vertexSet ? sideOfSome : sideFor(*cortex, *part, regions->regionOf.size());
        if (regions->unknown > 0) with->findings.push_back(unknownRegions(regions->unknown, path));
        if (!content.vertexSet) tellCortex(*with, side, cortexByRegions(*regions));
        putRegions(changeable(with->parcellations, part->name.name), side, std::move(*regions));
    }
    if (content.maps.empty() && !regions) throw nothing();
    return with;
}

} // namespace neuraxis::io
