#pragma once

#include <QRgb>
#include <QString>
#include <array>
#include <vector>

namespace neuraxis {

/// A named ramp of 256 opaque colours.
struct ColourMap {
    QString name;  ///< As users search for it; also its key in files
    QString group; ///< Translated: "Perceptual", "Classic", "Overlays", "Diverging"
    std::array<QRgb, 256> colours;
};

/// Every colour map, in the order of the menu.
const std::vector<ColourMap>& colourMaps();
/// The map of that name; the grey one for an unknown name.
const ColourMap& colourMap(const QString& name);

} // namespace neuraxis
