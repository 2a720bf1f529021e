#pragma once

#include "core/render/layouts.h"
#include "core/render/slice_geometry.h"

#include <QPainter>
#include <QStringList>
#include <vector>

namespace neuraxis::render {

/// What a view's marks need to know beyond the review: where and how large they are drawn.
struct Decor {
    Plane plane = Plane::Axial;
    bool text = true;          ///< Letters, corner text and numbers
    double textScale = 1;      ///< 1: for logical pixels of a screen at arm's length
    bool marks = true;         ///< Everything else than the picture
    bool onLight = false;      ///< On a bright ground: dark marks with a bright rim
    bool compact = false;      ///< One of many: only position, letters and crosshair
    bool bar = true;           ///< Of surface views: has the colour bar, which one in a set of them has
    QString visit, visitShort; ///< Of several visits, which one it is; the second where the first is too long
    QStringList warnings;      ///< What must be known of that visit's image
    bool notice = true;        ///< Tells that the picture is for research only: once in a set of views
    bool operator==(const Decor&) const = default;
};

/// A plane with all that a mark may tell about it.
struct Decorated {
    const ReviewState& state;
    const NavigationState& navigation;
    const SliceGeometry& geometry;
    const Decor& decor;
};

/// A mark drawn over a plane.
struct Decoration {
    QString name;             ///< Key: "crosshair"
    QString title;            ///< Translated, for the menu
    bool ViewOptions::*shown; ///< Its switch
    bool isText;              ///< Left out where no text is wanted
    void (*paint)(QPainter&, const Decorated&);
};

/// Every mark, in the order of the menu and of painting.
const std::vector<Decoration>& decorations();
/// Draws the marks that are switched on.
void paintDecorations(QPainter& painter, const Decorated& decorated);

/// The marks of one view among the others of a layout, as the window and a snapshot show them.
Decor decorOf(const std::vector<Cell>& cells, std::size_t index, bool text = true, double textScale = 1);

/// The colour by which readers know a plane: axial red, coronal green, sagittal yellow.
QColor planeColour(Plane plane);
/// Translated: "Axial".
QString planeTitle(Plane plane);
/// The round length in millimetres whose bar is nearest to, and not over, a given one: 1, 2, 5, 10, 20, 50, 100 ...
double scaleBarLengthMm(double longestMm);

} // namespace neuraxis::render
