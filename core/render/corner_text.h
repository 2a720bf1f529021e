#pragma once

#include "core/render/decorations.h"

namespace neuraxis::render {

/// Sizes that all marks of one view share, in the view's units.
struct MarkSizes {
    double text, letter, margin;
    bool isNarrow; ///< Too narrow for text beside the upper and lower letter
    MarkSizes(const QRectF& view, const Decor& decor);
};

/// Colours that all marks of one view share.
struct MarkColours {
    QColor text, quiet, letter, volume, rim;
    explicit MarkColours(const Decor& decor);
    [[nodiscard]] QColor of(Plane plane) const;

  private:
    bool onLight;
};

/// A line in a view's corner. `shorter` is used where `text` does not fit; what still does not fit is cut off
/// with an ellipsis, or left out when it may not be cut.
struct CornerLine {
    QString text, shorter;
    QColor colour;
    bool bold = false;
    bool mayBeCut = true;
};

/// Draws lines from the view's edge inwards, clear of the letters in the middle of the edges.
/// Lines at the bottom are given from the lowest up. Returns the height used.
double paintCorner(QPainter& painter, const QRectF& view, const Decor& decor, Qt::Corner corner,
                   const std::vector<CornerLine>& lines);

/// View, series, window, position, zoom and convention of a plane. Never a name or a path.
void paintCornerText(QPainter& painter, const Decorated& decorated);

/// "Research use only": it may never be mistaken for a diagnostic device.
CornerLine researchUseLine(const Decor& decor);

} // namespace neuraxis::render
