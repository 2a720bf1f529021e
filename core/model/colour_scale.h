#pragma once

#include "core/model/display.h"

#include <QRgb>
#include <array>
#include <cmath>

namespace neuraxis {

/// A display as colours of values, made ready for loops over many: what slices, surfaces and colour bars have in common.
class ColourScale {
  public:
    /// Of one volume of a series. Labels are left out of account.
    explicit ColourScale(const Display& display, int volume = 0);

    /// The colour of a value with the display's opacity, premultiplied; 0 where it is hidden or not a number.
    [[nodiscard]] QRgb at(float value) const {
        const float magnitude = twoSided ? std::abs(value) : value;
        if (!(magnitude >= least && magnitude <= greatest)) return 0; // not a number included
        const Side& side = twoSided && value < 0 ? below : above;
        const float place = (magnitude - side.low) * side.scale;
        return side.colours[static_cast<std::size_t>(place > 0 ? (place < 255 ? place + 0.5F : 255) : 0)];
    }

  private:
    struct Side {
        std::array<QRgb, 256> colours{};
        float low = 0, scale = 0;
    };
    Side sideOf(const QString& colourMap, bool inverted, const Range& window, int alpha) const;
    Side above, below;
    bool twoSided;
    float least, greatest;
};

} // namespace neuraxis
