#pragma once

#include <QColor>
#include <QString>
#include <vector>

namespace neuraxis::render {

/// A way to turn a volume's values into light. Places run from 0 to 1 over the layer's window, low to high;
/// opacities are per millimetre.
struct VolumePreset {
    enum class Blend { Composite, MaximumIntensity };
    struct OpacityPoint {
        double place, opacity;
    };
    struct ColourPoint {
        double place;
        QColor colour;
    };
    QString name;  ///< Key in files and on the command line
    QString title; ///< Translated
    Blend blend = Blend::Composite;
    std::vector<OpacityPoint> opacity;
    std::vector<ColourPoint> colour;
    bool brainOnly = false; ///< Only what the layer's brain mask holds, where it has one
    bool solid = false;     ///< Surfaces hide what is behind: the edge of the scan is shown as a cut
    double smoothingMm = 0; ///< Noise below this is not drawn as relief
};

/// Every preset, in the order of the menu.
const std::vector<VolumePreset>& volumePresets();
/// The preset of that name; null for an unknown one.
const VolumePreset* findVolumePreset(const QString& name);

} // namespace neuraxis::render
