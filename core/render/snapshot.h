#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"

#include <QImage>
#include <QSize>
#include <QString>

namespace neuraxis::render {

/// How a picture without a window is made.
struct SnapshotOptions {
    QSize size{1600, 900};                        ///< In pixels at scale 1
    double scale = 1;                             ///< Pixels, lines and text together
    QString background = QStringLiteral("black"); ///< A colour's name, #rrggbb or "transparent"
    bool text = true;                             ///< Letters, corner text and numbers
};

/// The views of the review's layout as one picture: what the window shows at that size.
QImage snapshot(const ReviewState& state, const NavigationState& navigation, const SnapshotOptions& options);

/// The middle slice of a layer in the plane it was acquired in, fitted to a square of `pixels`; no marks.
QImage thumbnail(const Layer& layer, int pixels);

} // namespace neuraxis::render
