#pragma once

#include "core/model/cortex.h"
#include "core/model/display.h"

#include <QString>
#include <optional>
#include <vector>

namespace neuraxis {

/// From where a surface view looks, as papers name it. Lateral and medial views show one side each.
enum class CortexDirection { Lateral, Medial, Dorsal, Ventral, Anterior, Posterior };

/// One surface view: from where, and of which side; none: both.
struct CortexEye {
    CortexDirection direction = CortexDirection::Dorsal;
    std::optional<Side> side;
    bool operator==(const CortexEye&) const = default;
};

/// What the surface views show of any cortex: from where and in which form.
struct CortexView {
    /// Views of the layout "surface"; a lateral or medial one is of each side
    std::vector<CortexDirection> directions{CortexDirection::Lateral, CortexDirection::Medial};
    CortexEye eye; ///< The one surface view of the other layouts
    /// Between white (0), pial (1), inflated (2) and sphere (3): see shapedPoints()
    double shape = static_cast<double>(SurfaceShape::Pial);
    bool curvature = true; ///< Sulci darker than gyri, beneath the map
    bool operator==(const CortexView&) const = default;
};
/// How deep a click on a surface of that shape lies between white and pial: on what is seen, halfway in other forms.
double depthOf(double shape);

/// How one cortex looks. Maps and parcellations are named by their place in the Cortex; -1: none is shown.
struct CortexDisplay {
    bool visible = true;
    int map = -1;
    std::vector<Display> maps; ///< One for each map; what is hidden or without data shows the curvature or grey beneath
    int parcellation = -1;
    Drawn regions = Drawn::Outline;
    bool outlines = true;       ///< White and pial surface on the slices
    bool outlinesByMap = false; ///< In the map's colours, else plainly
    bool operator==(const CortexDisplay&) const = default;
};

/// A cortex among what is shown.
struct CortexLayer {
    std::shared_ptr<const Cortex> cortex;
    CortexDisplay display;

    /// The map that is shown and how; null when none is.
    [[nodiscard]] const CortexMap* map() const;
    [[nodiscard]] const Display* mapDisplay() const;
    [[nodiscard]] const Parcellation* parcellation() const;
    /// Whether a map is seen: regions drawn as areas take its place.
    [[nodiscard]] bool showsMap() const;
    bool operator==(const CortexLayer&) const = default;
};

/// Thickness has one window for every visit and participant, so that change is seen: 1.0 to 4.5 mm.
inline constexpr Range thicknessWindowMm{1.0, 4.5};
/// What a reader calls a map, translated: "Thickness"; another name as it is.
QString cortexMapTitle(const QString& name);
/// Whether a map's name is one of FreeSurfer's or our own, which say nothing of whose it is.
bool isKnownMap(const QString& name);
/// How a map opens: thickness in its fixed window, z- and w-scores and other values of both signs around zero, others
/// between their 2nd and 98th percentile.
Display openingDisplay(const CortexMap& map);
/// A cortex as it opens: with its thickness, else without a map; its aparc, else its first parcellation, as outlines.
CortexLayer makeCortexLayer(std::shared_ptr<const Cortex> cortex);
/// What a vertex is: "left precentral  ·  vertex 120521  ·  Thickness 2.45 mm"; "no data" where the map has none.
QString vertexInWords(const CortexLayer& layer, const VertexRef& vertex);
/// The next cortex looking as the one before was left: by the names of maps and regions, with what it has.
CortexLayer carriedCortexLayer(const CortexLayer& left, std::shared_ptr<const Cortex> next);

} // namespace neuraxis
