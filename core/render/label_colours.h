#pragma once

#include "core/model/label_tables.h"

#include <array>

namespace neuraxis::render {

/// A label table's colours, premultiplied, for a loop over many pixels: what was asked lately is at hand. Used by one
/// thread.
class LabelColours {
  public:
    /// Drawn with `alpha`, 0 to 255. The table must outlive the colours.
    LabelColours(const LabelTable& table, int alpha) : table(table), alpha(alpha) {}

    /// 0 for no label.
    QRgb at(int id) {
        Entry& entry = entries[static_cast<unsigned>(id) % entries.size()];
        if (entry.id != id) entry = {id, made(id)};
        return entry.colour;
    }

  private:
    [[nodiscard]] QRgb made(int id) const {
        const QRgb colour = labelColour(table, id);
        return colour == 0 ? 0 : qPremultiply(qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha));
    }
    struct Entry {
        int id = 0;
        QRgb colour = 0;
    };
    const LabelTable& table;
    int alpha;
    std::array<Entry, 509> entries; ///< A prime: no two of FreeSurfer's thousands fall together
};

} // namespace neuraxis::render
