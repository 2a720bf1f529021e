#pragma once

#include "core/model/label_table.h"
#include "core/model/window_level.h"

#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace neuraxis {

enum class Interpolation { Nearest, Linear, Cubic };
/// Whether regions and overlays are drawn as areas or by their borders.
enum class Drawn { Fill, Outline };

/// How values below zero look where they have colours of their own. Zero is locked: it divides the two.
struct NegativeScale {
    QString colourMap = QStringLiteral("blue-lightblue");
    Range window; ///< Of the values without their sign
    bool operator==(const NegativeScale&) const = default;
};

/// How a layer looks.
struct Display {
    bool visible = true;
    double opacity = 1;                         ///< 0 to 1
    QString colourMap = QStringLiteral("gray"); ///< A name of colourMaps()
    bool inverted = false;                      ///< The colour map from its end to its start
    /// Values at the colour map's ends: one window for all volumes of a series or, of diffusion, one for each
    std::vector<Range> windows{Range{}};
    std::optional<double> hideBelow, hideAbove; ///< Values outside are not drawn
    Interpolation interpolation = Interpolation::Linear;
    /// Set: windows are of values above zero only, and hideBelow and hideAbove hold for values without their sign
    std::optional<NegativeScale> negative;
    Drawn drawn = Drawn::Fill;
    /// Set: values are numbers of these labels, drawn in their colours by the nearest voxel; windows have no meaning
    std::shared_ptr<const LabelTable> labels;

    /// The window of one volume of the series.
    [[nodiscard]] const Range& window(int volume = 0) const;
    /// Gives values below zero colours of their own, in windows as far from zero as before, or takes them away.
    void setApart(bool apart);
    bool operator==(const Display&) const = default;
};

} // namespace neuraxis
